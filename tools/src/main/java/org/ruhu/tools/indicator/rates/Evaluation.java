package org.ruhu.tools.indicator.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Proportion;
import org.ruhu.tools.indicator.rates.Settings.Unclear;
import org.ruhu.tools.indicator.rates.ThreeRates.Finding;
import org.ruhu.tools.indicator.rates.Visit.Group;
import org.ruhu.tools.indicator.rates.Visit.Recognition;

/**
 * Takes the visits of a sample of households and makes the rates of it, or of a part of it. All visits belong here, also
 * those whose outcome is not known: they are left out when rates are asked for, by the part. Were they not added, a
 * stratum would seem to have fewer villages, and its variance would be wrong. For one thread.
 */
public final class Evaluation {

    private final Settings settings;
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, Double> populations = new TreeMap<>();

    public Evaluation(Settings settings) {
        this.settings = settings;
    }

    public Evaluation add(Visit visit) {
        visits.add(visit);
        return this;
    }

    /** How many clusters, villages, a stratum has in all. */
    public Evaluation population(String stratum, double clusters) {
        populations.put(stratum, clusters);
        return this;
    }

    /** Of the whole sample. */
    public ThreeRates rates(Population population) {
        return rates(population, visit -> true);
    }

    /** @param part of the visits, with the population it stands for */
    public ThreeRates rates(Population population, Predicate<Visit> part) {
        Estimator estimator = estimator();
        return new ThreeRates(finding(estimator, population, part, Visit::suspected),
                finding(estimator, population, part, Visit::verified), recognition(estimator, part));
    }

    private Estimator estimator() {
        DesignBuilder builder = new DesignBuilder(settings.lonely());
        visits.forEach(visit -> builder.add(visit.stratum(), visit.cluster(), visit.weight()));
        populations.forEach(builder::population);
        return new Estimator(builder.build());
    }

    private double[] numbers(ToDoubleFunction<Visit> number) {
        return visits.stream().mapToDouble(number).toArray();
    }

    private IntPredicate domain(Predicate<Visit> part) {
        return place -> part.test(visits.get(place));
    }

    private Finding finding(Estimator estimator, Population population, Predicate<Visit> part,
            ToDoubleFunction<Visit> cases) {
        double[] persons = numbers(Visit::persons);
        double[] found = numbers(cases);
        IntPredicate left = domain(part.and(visit -> visit.group() == Group.LEFT));
        IntPredicate outside = domain(part.and(visit -> visit.group() == Group.OUTSIDE));
        Rate wronglyExited = Rate.below(settings.limits().wronglyExited(), estimator.proportion(found, persons, left),
                settings);
        Rate missed = Rate.below(settings.limits().missed(), estimator.proportion(found, persons, outside), settings);
        Combination combination = new Combination(estimator, population);
        Composite composite = combination.of(wronglyExited, estimator.ratioInfluence(found, persons, left), missed,
                estimator.ratioInfluence(found, persons, outside), settings.limits().composite());
        return new Finding(wronglyExited, missed, composite);
    }

    /** Households count by their weight, whatever their size. */
    private Rate recognition(Estimator estimator, Predicate<Visit> part) {
        Proportion share = estimator.proportion(numbers(visit -> recognises(visit.recognition()) ? 1 : 0),
                numbers(visit -> 1), domain(part.and(visit -> counts(visit.recognition()))));
        return Rate.above(settings.limits().recognition(), share, settings);
    }

    private boolean recognises(Recognition answer) {
        return answer == Recognition.YES || answer == Recognition.UNCLEAR && settings.unclear() == Unclear.AS_YES;
    }

    private boolean counts(Recognition answer) {
        return answer != Recognition.NOT_ASKED
                && !(answer == Recognition.UNCLEAR && settings.unclear() == Unclear.LEFT_OUT);
    }
}
