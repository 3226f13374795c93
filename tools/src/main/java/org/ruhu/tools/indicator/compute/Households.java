package org.ruhu.tools.indicator.compute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.forms.FormId;
import org.ruhu.tools.indicator.figure.Level;
import org.ruhu.tools.indicator.reading.Groups;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Interview;

/**
 * The households that were read: about 300 bytes each, as texts that many of them have are kept once. For one thread.
 */
public final class Households {

    private final SamplePlan plan;
    private final List<Sampled> rows = new ArrayList<>();
    private final Map<Object, Object> shared = new HashMap<>();
    private long notDrawn;

    public Households(SamplePlan plan) {
        this.plan = plan;
    }

    /** Who is in no row of the design is left out and counted: nobody knows for whom such a household stands. */
    public void add(Household read) {
        add(read, plan.of(read.unit()));
    }

    /** Of a plan that its rows carry: empty where the row has no weight. */
    public void add(Household read, Optional<Drawn> drawn) {
        drawn.ifPresentOrElse(how -> rows.add(new Sampled(kept(read), how, rows.size())), () -> notDrawn++);
    }

    public long notDrawn() {
        return notDrawn;
    }

    public int size() {
        return rows.size();
    }

    /** The one most of them are of; 0 without any. */
    int year() {
        Map<Integer, Long> years = rows.stream().collect(Collectors.groupingBy(row -> row.household().year(),
                TreeMap::new, Collectors.counting()));
        return years.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
    }

    /** Records by area, at every level. */
    Map<String, Long> counted() {
        Map<String, Long> counted = new HashMap<>();
        for (Level level : Level.values()) {
            rows.stream().map(row -> row.household().area()).filter(area -> area.length() >= level.digits())
                    .forEach(area -> counted.merge(area.substring(0, level.digits()), 1L, Long::sum));
        }
        return counted;
    }

    private Household kept(Household read) {
        Groups groups = once(read.groups());
        FormId form = once(read.form());
        String unit = plan.census() ? "" : read.unit();
        return new Household(form, unit, once(read.area()), read.year(), once(read.result()), groups, read.persons(),
                read.hukou(), read.registered(), read.income(), read.line(), once(read.parts()),
                once(read.lacks()), kept(read.interview()), once(read.imputed()));
    }

    private Interview kept(Interview read) {
        return new Interview(read.minutes(), read.gpsMetres(), read.cadre(), read.answered(), read.unanswered(),
                read.helped(), once(read.recognition()), read.grown(), read.heaped(), read.births(), read.newYears(),
                once(read.team()), read.day(), read.changed(), read.soft(), read.signs());
    }

    @SuppressWarnings("unchecked")
    private <T> T once(T value) {
        return (T) shared.computeIfAbsent(value, Function.identity());
    }

    /** Of a sample. */
    Optional<Sampling> sampling(double assumedDeff) {
        return plan.census() ? Optional.empty() : Optional.of(new Sampling(rows, assumedDeff));
    }

    /** By area and year, of the same in the order they were read; so that an area is one range. */
    List<Sampled> sorted() {
        rows.sort(Comparator.<Sampled, String>comparing(row -> row.household().area())
                .thenComparingInt(row -> row.household().year()));
        return rows;
    }
}
