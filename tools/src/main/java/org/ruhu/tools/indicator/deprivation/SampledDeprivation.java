package org.ruhu.tools.indicator.deprivation;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Proportion;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;

/**
 * The measures estimated from a sample of households, as ratios with variances by the design (Alkire and others 2015,
 * chapter 8).
 */
public final class SampledDeprivation {

    private final Estimator estimator;
    private final Scheme scheme;
    private final double[] persons;
    private final List<Lacks> lacks;
    private final Unknowns unknowns;
    private final IntPredicate counted;

    /**
     * @param persons per household
     * @param lacks   per household
     */
    public SampledDeprivation(Estimator estimator, Scheme scheme, double[] persons, List<Lacks> lacks,
            Unknowns unknowns) {
        this.estimator = estimator;
        this.scheme = scheme;
        this.persons = persons.clone();
        this.lacks = List.copyOf(lacks);
        this.unknowns = unknowns;
        this.lacks.forEach(scheme::fits);
        this.counted = unit -> unknowns.counts(this.lacks.get(unit));
    }

    /** H. */
    public Proportion headcount(Cutoff cutoff, IntPredicate domain) {
        return estimator.proportion(numbers(deprived -> poor(deprived, cutoff) ? 1 : 0), persons, domain.and(counted));
    }

    /** M0. */
    public Estimate adjusted(Cutoff cutoff, IntPredicate domain) {
        return estimator.ratio(score(cutoff), persons, domain.and(counted));
    }

    /** A, among the poor. */
    public Estimate intensity(Cutoff cutoff, IntPredicate domain) {
        return estimator.ratio(score(cutoff), persons, domain.and(counted)
                .and(unit -> poor(unknowns.deprived(lacks.get(unit)), cutoff)));
    }

    /** Persons who are poor and deprived in an indicator, given by its place in the scheme. */
    public Proportion censored(int indicator, Cutoff cutoff, IntPredicate domain) {
        return estimator.proportion(numbers(deprived -> poor(deprived, cutoff) ? deprived >>> indicator & 1 : 0),
                persons, domain.and(counted));
    }

    /** Persons deprived in an indicator, poor or not. */
    public Proportion uncensored(int indicator, IntPredicate domain) {
        return estimator.proportion(numbers(deprived -> deprived >>> indicator & 1), persons, domain.and(counted));
    }

    private double[] score(Cutoff cutoff) {
        return numbers(deprived -> poor(deprived, cutoff) ? (double) scheme.parts(deprived) / scheme.total() : 0);
    }

    private boolean poor(long deprived, Cutoff cutoff) {
        return cutoff.poor(scheme.parts(deprived), scheme.total());
    }

    private double[] numbers(ToDoubleFunction<Long> perPerson) {
        double[] numbers = new double[persons.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = persons[i] * perPerson.applyAsDouble(unknowns.deprived(lacks.get(i)));
        }
        return numbers;
    }
}
