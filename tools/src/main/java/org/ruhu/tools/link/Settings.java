package org.ruhu.tools.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * How records are to be linked, as somebody wrote it down. Nothing in it depends on the data.
 *
 * @param id       the input's column that names a record; without one its line number does
 * @param columns  columns that are made from those of the input; one that is not listed is taken as it is, trimmed
 * @param most     records a cluster may have
 * @param household how households are told apart once their members are linked; empty where nobody lives with others
 * @param reviews  pairs that are never linked by themselves
 */
public record Settings(Optional<String> id, Scope scope, boolean oneToOne, Map<String, Derived> columns,
        List<Rule> blocking, List<Comparison> comparisons, Training training, Thresholds thresholds,
        List<Veto> vetoes, int most, Optional<Household> household, List<Review> reviews) {

    /** Settings in which nobody lives with others. */
    public Settings(Optional<String> id, Scope scope, boolean oneToOne, Map<String, Derived> columns,
            List<Rule> blocking, List<Comparison> comparisons, Training training, Thresholds thresholds,
            List<Veto> vetoes, int most) {
        this(id, scope, oneToOne, columns, blocking, comparisons, training, thresholds, vetoes, most,
                Optional.empty(), List.of());
    }

    /**
     * Records are members of households.
     *
     * @param column      names a record's household
     * @param comparisons of two households, by the record of each that stands first
     * @param again       whether there is a second look at the others of two households that have somebody in common
     */
    public record Household(String column, List<Comparison> comparisons, boolean again) {
        public Household {
            comparisons = List.copyOf(comparisons);
        }
    }

    /** Which pairs are looked at when there are two inputs. */
    public enum Scope { WITHIN, ACROSS, BOTH }

    public Settings {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        blocking = List.copyOf(blocking);
        comparisons = List.copyOf(comparisons);
        vetoes = List.copyOf(vetoes);
        reviews = List.copyOf(reviews);
    }

    /**
     * @param from   columns of the input; their values are joined, missing ones left out
     * @param clean  what is done to the value, one after the other, in the words of the cleaners
     * @param others what it is made of instead, if it tells of other records
     */
    public record Derived(List<String> from, String join, List<String> clean, Optional<Others> others) {
        public Derived {
            from = List.copyOf(from);
            clean = List.copyOf(clean);
        }

        public Derived(List<String> from, String join, List<String> clean) {
            this(from, join, clean, Optional.empty());
        }

        public static Derived of(Others others) {
            return new Derived(List.of(), " ", List.of(), Optional.of(others));
        }

        /** What it tells of: columns of the input, which are something else for the record itself than for others. */
        public List<String> looksAt() {
            return others.map(those -> List.of(those.column() + " of others in one " + those.household())).orElse(from);
        }
    }

    /**
     * What the other records of a household have in a column, each a word.
     *
     * @param own columns whose words are added, of the record itself
     */
    public record Others(String column, String household, List<String> own) {

        /** Records of a household; those of larger ones, as of a barracks, say nothing about each other. */
        public static final int MOST = 50;

        public Others {
            own = List.copyOf(own);
        }

        /** Columns that have to be made before. */
        List<String> of() {
            List<String> of = new ArrayList<>(List.of(column, household));
            of.addAll(own);
            return of;
        }
    }

    /** Two different values of {@code column} that {@code clean} leaves standing never come into one cluster. */
    public record Veto(String column, List<String> clean) {
        public Veto {
            clean = List.copyOf(clean);
        }
    }

    /**
     * A pair that people always look at, however heavy: it is on one of the levels named, in every comparison that
     * names some.
     *
     * @param levels by comparison; an empty list is any level
     */
    public record Review(List<List<Integer>> levels) {
        public Review {
            levels = levels.stream().map(List::copyOf).toList();
        }

        private boolean holds(IntUnaryOperator level) {
            for (int c = 0; c < levels.size(); c++) {
                if (!levels.get(c).isEmpty() && !levels.get(c).contains(level.applyAsInt(c))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether people look at a pair however heavy it is. */
    public boolean reviewed(IntUnaryOperator level) {
        for (Review review : reviews) {
            if (review.holds(level)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param randomPairs pairs drawn to learn how often records agree by chance
     * @param sessions    names of the blocking rules whose pairs are learned from; empty: all that are fit
     * @param recall      share of all true pairs the rules are believed to find; empty: estimated
     * @param prior       chance that two records drawn at random are the same; empty: learned
     */
    public record Training(long randomPairs, List<String> sessions, Optional<Double> recall, Optional<Double> prior,
            int iterations, long seed) {

        public static final Training USUAL =
                new Training(1_000_000, List.of(), Optional.empty(), Optional.empty(), 300, 1);

        public Training {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * Probabilities from which a pair is linked by itself, is looked at by clerks, and counts as a match when there may
     * be only one cut. What is empty is chosen from the model without knowing the truth.
     *
     * @param precision what the automatic zone must reach when its threshold is chosen
     */
    public record Thresholds(Optional<Double> automatic, Optional<Double> clerical, Optional<Double> match,
            double precision) {

        public static final Thresholds CHOSEN =
                new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), 0.999);
    }

    /** The same for records that are looked at one by one, without their households. */
    public Settings alone() {
        return new Settings(id, scope, oneToOne, columns, blocking, comparisons, training, thresholds, vetoes, most,
                Optional.empty(), reviews);
    }

    /** The same for records with other names. */
    public Settings named(Optional<String> other) {
        return new Settings(other, scope, oneToOne, columns, blocking, comparisons, training, thresholds, vetoes, most,
                household, reviews);
    }

    public Settings with(Thresholds other) {
        return new Settings(id, scope, oneToOne, columns, blocking, comparisons, training, other, vetoes, most,
                household, reviews);
    }

    /**
     * Every column that rules, comparisons, vetoes and households look at, made or of the input, in the order met; then
     * those that columns telling of others are made of.
     */
    public Set<String> used() {
        Set<String> used = new LinkedHashSet<>();
        blocking.forEach(rule -> rule.on().forEach(key -> used.add(key.column())));
        comparisons.forEach(comparison -> used.addAll(columns(comparison)));
        vetoes.forEach(veto -> used.add(veto.column()));
        household.ifPresent(lived -> {
            used.add(lived.column());
            lived.comparisons().forEach(comparison -> used.addAll(columns(comparison)));
        });
        List.copyOf(used).forEach(column -> derived(column).others().ifPresent(others -> used.addAll(others.of())));
        return used;
    }

    private static Set<String> columns(Comparison comparison) {
        Set<String> columns = new LinkedHashSet<>(comparison.missing().columns());
        for (Comparison.Level level : comparison.levels()) {
            columns.addAll(level.when().columns());
            level.frequency().ifPresent(columns::add);
        }
        return columns;
    }

    public Derived derived(String column) {
        return columns.getOrDefault(column, new Derived(List.of(column), " ", List.of("trim")));
    }
}
