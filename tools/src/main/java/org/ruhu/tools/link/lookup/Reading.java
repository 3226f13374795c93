package org.ruhu.tools.link.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.clean.Cleaner;
import org.ruhu.tools.link.clean.Cleaners;

/**
 * Makes of the values a record comes with those that rules and comparisons look at: a column for each that settings
 * name, and one for each that a rule cleans further. Any number of threads may use it.
 */
final class Reading {

    private final Settings settings;
    private final List<String> sources = new ArrayList<>();
    /** Places of the columns by what makes them: their names, or their names and cleaners. */
    private final Map<Object, Integer> columns = new LinkedHashMap<>();
    private final Map<List<Object>, Written> written = new LinkedHashMap<>();

    Reading(Settings settings) {
        this.settings = settings;
        settings.blocking().forEach(rule -> rule.on().forEach(this::column));
        settings.comparisons().forEach(comparison -> {
            comparison.missing().columns().forEach(this::column);
            comparison.levels().forEach(level -> {
                level.when().columns().forEach(this::column);
                level.frequency().ifPresent(this::column);
            });
        });
    }

    /** Columns of the input whose values are read, in this order. */
    List<String> sources() {
        return List.copyOf(sources);
    }

    /** How many columns there are. */
    int width() {
        return columns.size();
    }

    /** Place of a column that settings name. */
    int column(String name) {
        return columns.computeIfAbsent(name, made -> {
            Derived derived = settings.derived(name);
            return written(derived).add(columns.size(), Written.AS_WRITTEN, Cleaners.chain(derived.clean()));
        });
    }

    /** Place of the column a rule looks at; where it looks at words in it, of the whole. */
    int column(Rule.Key key) {
        int whole = column(key.column());
        return key.each() || key.clean().isEmpty() ? whole
                : columns.computeIfAbsent(List.of(key.column(), key.clean()), made ->
                        written(settings.derived(key.column()))
                                .add(columns.size(), whole, Cleaners.chain(key.clean())));
    }

    private Written written(Derived derived) {
        return written.computeIfAbsent(List.of(derived.from(), derived.join()), made -> new Written(
                derived.from().stream().mapToInt(this::source).toArray(), derived.join()));
    }

    private int source(String name) {
        if (!sources.contains(name)) {
            sources.add(name);
        }
        return sources.indexOf(name);
    }

    /**
     * @param raw a value for each of {@link #sources}; null and the empty text are missing
     * @return by column
     */
    String[] cleaned(String... raw) {
        if (raw.length != sources.size()) {
            throw new IllegalArgumentException("a record has " + raw.length + " values, not " + sources.size());
        }
        String[] values = new String[columns.size()];
        written.values().forEach(each -> each.clean(raw, values));
        return values;
    }

    /** A value as it was written, and all columns that are made of it. */
    private static final class Written {

        static final int AS_WRITTEN = -1;

        /** Names, villages and days come again and again; cleaning them costs more than remembering some. */
        private static final int REMEMBERED_BITS = 12;
        /** Given up where fewer than one in so many comes again. */
        private static final int SELDOM = 4;
        private static final int TRIAL = 1 << 15;

        private final int[] from;
        private final String join;
        private final List<Step> steps = new ArrayList<>();
        private Cleaned[] remembered = new Cleaned[1 << REMEMBERED_BITS];
        private int asked;
        private int known;

        private record Step(int column, int of, Cleaner cleaner) {}

        private record Cleaned(String written, String[] values) {}

        Written(int[] from, String join) {
            this.from = from;
            this.join = join;
        }

        /** @param of column that is cleaned, or {@link #AS_WRITTEN} */
        int add(int column, int of, Cleaner cleaner) {
            steps.add(new Step(column, of, cleaner));
            return column;
        }

        void clean(String[] raw, String[] values) {
            String[] cleaned = cleaned(written(raw), values);
            for (int i = 0; i < cleaned.length; i++) {
                values[steps.get(i).column()] = cleaned[i];
            }
        }

        private String written(String[] raw) {
            if (from.length == 1) {
                return raw[from[0]] == null ? "" : raw[from[0]];
            }
            StringBuilder text = new StringBuilder();
            for (int source : from) {
                if (raw[source] != null && !raw[source].isEmpty()) {
                    text.append(text.isEmpty() ? "" : join).append(raw[source]);
                }
            }
            return text.toString();
        }

        /** Threads that come at once may overwrite what the others remembered, never see half of it. */
        private String[] cleaned(String text, String[] values) {
            Cleaned[] kept = remembered;
            if (kept.length == 0) {
                return made(text, values);
            }
            int place = text.hashCode() * 0x9E3779B9 >>> Integer.SIZE - REMEMBERED_BITS;
            Cleaned one = kept[place];
            boolean again = one != null && one.written().equals(text);
            if (!again) {
                one = new Cleaned(text, made(text, values));
                kept[place] = one;
            }
            tried(again);
            return one.values();
        }

        private String[] made(String text, String[] values) {
            String[] made = new String[steps.size()];
            for (int i = 0; i < made.length; i++) {
                Step step = steps.get(i);
                made[i] = step.cleaner().clean(step.of() == AS_WRITTEN ? text : values[step.of()]);
                values[step.column()] = made[i];
            }
            return made;
        }

        private void tried(boolean again) {
            known += again ? 1 : 0;
            if (++asked == TRIAL) {
                remembered = known < TRIAL / SELDOM ? new Cleaned[0] : remembered;
                asked = 0;
                known = 0;
            }
        }
    }
}
