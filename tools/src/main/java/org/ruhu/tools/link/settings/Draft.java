package org.ruhu.tools.link.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Nearest;

/** What is known while settings are read: the columns there are, and where each was asked for. */
final class Draft {

    private record Asked(Place place, String column) {}

    private final Optional<Set<String>> input;
    private final Map<String, Derived> columns = new LinkedHashMap<>();
    private final Map<String, String> cleanedFor = new LinkedHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Asked> own = new ArrayList<>();

    /** @param input columns of the input; empty if nobody knows them yet */
    Draft(Optional<Set<String>> input) {
        this.input = input;
    }

    Map<String, Derived> columns() {
        return columns;
    }

    void make(String column, Derived derived) {
        columns.put(column, derived);
    }

    boolean makes(String column) {
        return columns.containsKey(column) && !cleanedFor.containsKey(column);
    }

    /** A column that is not listed is cleaned as the kind of its comparison needs it. */
    void cleanFor(Place place, String column, String kind, List<String> clean) {
        if (makes(column)) {
            return;
        }
        Derived derived = new Derived(List.of(column), " ", clean);
        Derived before = columns.putIfAbsent(column, derived);
        if (before != null && !before.equals(derived)) {
            place.wrong("kind " + kind + " cleans column '" + column + "' in another way than " + cleanedFor.get(column)
                    + " does; list it under \"columns\", or make a second column from it there");
        }
        cleanedFor.putIfAbsent(column, kind);
    }

    /** Two columns of the input in one. */
    String join(String left, String right, List<String> clean) {
        String name = left + " " + right;
        List<String> from = new ArrayList<>(from(left));
        from.addAll(from(right));
        columns.putIfAbsent(name, new Derived(from, " ", clean));
        return name;
    }

    private List<String> from(String column) {
        return columns.containsKey(column) ? columns.get(column).from() : List.of(column);
    }

    void ask(Place place, String column) {
        asked.add(new Asked(place, column));
    }

    /** A column that tells of the record itself. */
    void askOwn(Place place, String column) {
        asked.add(new Asked(place, column));
        own.add(new Asked(place, column));
    }

    void ask(Place place, Condition condition) {
        condition.columns().forEach(column -> ask(place, column));
    }

    /** A column of the input itself. */
    void askInput(Place place, String column) {
        input.filter(known -> !known.contains(column)).ifPresent(known ->
                place.wrong("the input has no column '" + column + "'" + Nearest.hint(column, known)));
    }

    /** Cleaners as the settings keep them; {@code first 3} may be written for {@code first:3}. */
    static List<String> cleaners(Place place, List<String> written) {
        List<String> names = new ArrayList<>();
        for (String words : written) {
            String stripped = words.strip();
            String name = stripped.indexOf(':') < 0 ? stripped.replaceFirst("\\s+", ":") : stripped;
            try {
                Cleaners.named(name);
                names.add(name);
            } catch (IllegalArgumentException e) {
                place.wrong(e.getMessage());
            }
        }
        return names;
    }

    /** Notes every column that was asked for and is neither made nor in the input. */
    void settle() {
        own.stream().filter(question -> columns.containsKey(question.column())
                && columns.get(question.column()).others().isPresent()).forEach(question ->
                question.place().wrong("'" + question.column() + "' tells of other records itself; name a column of"
                        + " the input, or one that is made of such"));
        for (Asked question : asked) {
            if (!makes(question.column())
                    && input.filter(known -> !known.contains(question.column())).isPresent()) {
                Set<String> known = new TreeSet<>(input.get());
                columns.keySet().stream().filter(this::makes).forEach(known::add);
                question.place().wrong("there is no column '" + question.column() + "'"
                        + Nearest.hint(question.column(), known));
            }
        }
    }
}
