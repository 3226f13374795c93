package org.ruhu.tools.link.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Comparison.Level;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.ConditionParser;
import org.ruhu.tools.link.condition.ConditionProblem;
import org.ruhu.tools.link.condition.Nearest;

/** Reads comparisons, those with levels written out and those of a kind. */
final class ComparisonReader {

    private static final List<String> MEMBERS =
            List.of("name", "column", "columns", "kind", "format", "levels", "missing", "frequency");
    private static final List<String> LEVEL_MEMBERS = List.of("when", "label", "frequency");

    private final Draft draft;

    ComparisonReader(Draft draft) {
        this.draft = draft;
    }

    List<Comparison> comparisons(Place place) {
        List<Comparison> comparisons = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Place item : place.items()) {
            Optional<Comparison> comparison = item.isObjectOf(MEMBERS) ? comparison(item) : Optional.empty();
            comparison.filter(read -> !names.add(read.name())).ifPresent(read ->
                    item.wrong("there is a comparison '" + read.name() + "' already; give it another \"name\""));
            comparison.ifPresent(comparisons::add);
        }
        if (place.node().size() == 0) {
            place.wrong("needs one comparison at least, such as {\"column\": \"surname\", \"kind\": \"name\"}");
        }
        return comparisons;
    }

    private Optional<Comparison> comparison(Place place) {
        if (place.at("kind").there() == place.at("levels").there()) {
            place.wrong("needs either a \"kind\" or \"levels\"; kinds are " + String.join(", ", Kinds.names()));
            return Optional.empty();
        }
        List<String> columns = columns(place);
        columns.forEach(column -> draft.ask(place.at(place.at("column").there() ? "column" : "columns"), column));
        return place.at("kind").there() ? ofKind(place, columns) : written(place, columns);
    }

    private static List<String> columns(Place place) {
        if (place.at("column").there() && place.at("columns").there()) {
            place.wrong("has both \"column\" and \"columns\"; give one of them");
        }
        return place.at("column").there() ? place.at("column").text().map(List::of).orElse(List.of())
                : place.at("columns").texts();
    }

    private Optional<Comparison> ofKind(Place place, List<String> columns) {
        Optional<String> written = place.at("kind").text();
        Optional<Kind> kind = written.flatMap(Kinds::named);
        if (written.isPresent() && kind.isEmpty()) {
            place.at("kind").wrong("there is no kind '" + written.get() + "'"
                    + Nearest.hint(written.get(), Kinds.names()));
        }
        if (kind.isPresent() && kind.get().columns() != columns.size()) {
            place.wrong("kind " + written.get() + " needs " + (kind.get().columns() == 1 ? "one \"column\""
                    : "two in \"columns\", such as " + Kinds.example(kind.get())));
            return Optional.empty();
        }
        return kind.map(known -> expanded(place, known, columns));
    }

    private Comparison expanded(Place place, Kind kind, List<String> columns) {
        List<String> clean = format(place, kind, columns.get(0)).map(List::of).orElse(kind.clean());
        columns.forEach(column -> draft.cleanFor(place, column, kind.name(), clean));
        String second = columns.get(columns.size() - 1);
        String both = kind.joins() ? draft.join(columns.get(0), second, kind.joined()) : "";
        Map<String, String> names = Map.of("a", columns.get(0), "b", second, "both", both);
        boolean frequency = place.at("frequency").yes(true);
        List<Level> levels = kind.steps().stream().map(step -> new Level(
                Kind.renamed(Kind.condition(step), names::get), step.label(),
                Optional.of(step.frequency()).filter(name -> frequency && !name.isEmpty()).map(names::get))).toList();
        Optional<String> usual = Optional.of(columns.get(0)).filter(column -> columns.size() == 1);
        Condition missing = place.at("missing").text().flatMap(text -> condition(place.at("missing"), text, usual))
                .orElseGet(() -> Kind.renamed(ConditionParser.parse(kind.missing()), names::get));
        return new Comparison(place.at("name").text().orElse(String.join(" and ", columns)), missing, levels);
    }

    /** The cleaner for a date written in a way of its own. */
    private Optional<String> format(Place place, Kind kind, String column) {
        Place format = place.at("format");
        if (format.there() && !kind.name().equals("date")) {
            format.wrong("only kind date has a format");
        } else if (format.there() && draft.makes(column)) {
            format.wrong("column '" + column + "' is listed under \"columns\"; say there how it is written, with"
                    + " \"clean\": [\"date:yyyyMMdd\"]");
        }
        return format.text().map(pattern -> "date:" + pattern)
                .filter(cleaner -> !Draft.cleaners(format, List.of(cleaner)).isEmpty());
    }

    private Optional<Comparison> written(Place place, List<String> columns) {
        if (place.at("format").there()) {
            place.at("format").wrong("only kind date has a format; elsewhere \"clean\" of the column says it");
        }
        Optional<String> usual = columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
        List<Level> levels = new ArrayList<>();
        for (Place item : place.at("levels").items()) {
            level(item, usual).ifPresent(levels::add);
        }
        if (levels.isEmpty()) {
            if (place.at("levels").node().size() == 0) {
                place.at("levels").wrong("needs one level at least; what is on none of them is otherwise");
            }
            return Optional.empty();
        }
        Condition missing = place.at("missing").text().flatMap(text -> condition(place.at("missing"), text, usual))
                .orElseGet(() -> missing(usual.map(List::of).orElseGet(() -> looksAt(levels))));
        String name = place.at("name").text().orElseGet(() -> String.join(" and ",
                columns.isEmpty() ? looksAt(levels) : columns));
        return Optional.of(new Comparison(name, missing, frequent(place.at("frequency"), levels, usual)));
    }

    private Optional<Level> level(Place place, Optional<String> usual) {
        if (place.node().isTextual()) {
            String text = place.node().textValue();
            return condition(place, text, usual).map(when -> new Level(when, text.strip(), Optional.empty()));
        }
        if (!place.isObjectOf(LEVEL_MEMBERS)) {
            return Optional.empty();
        }
        Place when = place.at("when");
        if (!when.there()) {
            place.wrong("needs \"when\", the condition of the level");
        }
        Optional<String> text = when.text();
        Optional<String> frequency = frequency(place.at("frequency"), usual);
        return text.flatMap(written -> condition(when, written, usual))
                .map(read -> new Level(read, place.at("label").text().orElse(text.get().strip()), frequency));
    }

    private Optional<String> frequency(Place place, Optional<String> usual) {
        if (!place.node().isBoolean()) {
            Optional<String> column = place.text();
            column.ifPresent(name -> draft.ask(place, name));
            return column;
        }
        if (place.node().booleanValue() && usual.isEmpty()) {
            place.wrong("of which column? Write its name instead of true");
        }
        return usual.filter(column -> place.node().booleanValue());
    }

    /** {@code "frequency": true} of a comparison goes to the level where the values are equal. */
    private static List<Level> frequent(Place place, List<Level> levels, Optional<String> usual) {
        if (!place.yes(false)) {
            return levels;
        }
        Optional<Condition> exact = usual.map(column -> ConditionParser.parse("exact", column));
        if (levels.stream().noneMatch(level -> Optional.of(level.when()).equals(exact))) {
            place.wrong("needs a level \"exact\" of the comparison's \"column\"; else put \"frequency\": \"COLUMN\" on"
                    + " a level");
        }
        return levels.stream().map(level -> Optional.of(level.when()).equals(exact)
                ? new Level(level.when(), level.label(), usual) : level).toList();
    }

    private Optional<Condition> condition(Place place, String text, Optional<String> usual) {
        try {
            Condition condition = usual.map(column -> ConditionParser.parse(text, column))
                    .orElseGet(() -> ConditionParser.parse(text));
            draft.ask(place, condition);
            return Optional.of(condition);
        } catch (ConditionProblem problem) {
            place.wrong(problem.getMessage());
            return Optional.empty();
        }
    }

    /** Where all columns are missing. */
    private static Condition missing(List<String> columns) {
        List<Condition> each = columns.stream().map(column -> (Condition) new Condition.Test("missing", column, column,
                Condition.Relation.AT_LEAST, 1)).toList();
        return each.size() == 1 ? each.get(0) : new Condition.And(each);
    }

    private static List<String> looksAt(List<Level> levels) {
        Set<String> columns = new LinkedHashSet<>();
        levels.forEach(level -> columns.addAll(level.when().columns()));
        return List.copyOf(columns);
    }
}
