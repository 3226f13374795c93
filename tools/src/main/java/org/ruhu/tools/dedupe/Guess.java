package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.settings.SettingsReader;

/**
 * Settings made up from the first records and the names of the columns: something to begin with for whoever knows the
 * data better.
 */
final class Guess {

    /** Levels of each kind and two more, as they count towards how many combinations there may be. */
    private static final Map<String, Integer> SIZES = Map.ofEntries(Map.entry("name", 7), Map.entry("text", 6),
            Map.entry("words", 7), Map.entry("date", 9), Map.entry("year", 7), Map.entry("id", 5),
            Map.entry("person-name", 9), Map.entry("id-number", 6), Map.entry("birth-date", 8),
            Map.entry("phone", 5), Map.entry("email", 6), Map.entry("postcode", 5), Map.entry("number", 6),
            Map.entry("category", 3));
    private static final double COMBINATIONS = 1e9;
    private static final int FEWEST = 2;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * @param clean what is done to its values, in full
     * @param usual whether that is what its kind does anyway
     */
    record Found(int place, String column, String kind, List<String> clean, boolean usual, Portrait values) {}

    /**
     * @param settings as somebody would write them
     * @param said     how they were found and what to mind, in sentences
     */
    record Made(ObjectNode settings, List<String> said) {}

    private Guess() {}

    /**
     * @param apart columns that are not to be compared whatever is in them
     * @throws CannotRun if there are too few columns to compare, or no rules that keep the pairs few
     */
    static Made of(GuessSample sample, Set<String> apart) {
        Optional<String> id = id(sample, apart);
        List<Found> found = found(sample, apart, id);
        List<Found> compared = fitting(found);
        List<GuessRules.Rule> rules = new GuessRules(sample, compared).chosen();
        if (compared.size() < FEWEST || rules.isEmpty()) {
            throw new CannotRun("the columns and the first records do not tell enough for --guess: "
                    + (compared.size() < FEWEST ? "fewer than two columns have differing values to compare"
                    : "what is in them is shared by too many records") + ". Write settings"
                    + " (tools/docs/linkage-settings.md shows how)");
        }
        return new Made(written(id, compared, rules), said(sample, id, found, compared));
    }

    private static Optional<String> id(GuessSample sample, Set<String> apart) {
        List<String> columns = sample.columns();
        Optional<String> named = columns.stream().filter(GuessKinds::namesRecords)
                .filter(column -> !apart.contains(column) && sample.names(columns.indexOf(column))).findFirst();
        boolean first = !columns.isEmpty() && !apart.contains(columns.get(0)) && sample.names(0)
                && GuessKinds.of(columns.get(0), Portrait.of(sample.values(0))).isEmpty();
        return named.or(() -> first ? Optional.of(columns.get(0)) : Optional.empty());
    }

    private static List<Found> found(GuessSample sample, Set<String> apart, Optional<String> id) {
        List<Found> found = new ArrayList<>();
        for (int place = 0; place < sample.columns().size(); place++) {
            String column = sample.columns().get(place);
            if (!apart.contains(column) && !id.filter(column::equals).isPresent()) {
                Portrait values = Portrait.of(sample.values(place));
                int at = place;
                GuessKinds.of(column, values).ifPresent(kind -> found.add(found(at, column, kind, values)));
            }
        }
        boolean chinese = found.stream().anyMatch(one -> one.kind().equals("id-number"));
        return !chinese ? found : found.stream().map(one -> one.kind().equals("date")
                && GuessKinds.sign(one.column()).filter("date"::equals).isPresent()
                ? found(one.place(), one.column(), "birth-date", one.values()) : one).toList();
    }

    private static Found found(int place, String column, String kind, Portrait values) {
        List<String> clean = new ArrayList<>();
        if (!values.nulls().isEmpty()) {
            clean.add("null:" + String.join("|", values.nulls()));
        }
        boolean decimal = kind.equals("year") && values.share(value -> value.contains(".")) > 0;
        if (decimal) {
            clean.add("match:[0-9]{4}");
        }
        Optional<String> dates = kind.equals("date") ? values.dates() : Optional.empty();
        boolean usual = clean.isEmpty() && dates.isEmpty();
        clean.addAll(dates.map(patterns -> List.of("date:" + patterns)).orElseGet(() ->
                SettingsReader.cleaners(kind)));
        return new Found(place, column, kind, List.copyOf(clean), usual, values);
    }

    /** Those that tell most, as many as can be compared together; in the order of the columns. */
    private static List<Found> fitting(List<Found> found) {
        List<Found> best = new ArrayList<>();
        double combinations = 1;
        for (Found one : found.stream().sorted(Comparator.comparingDouble((Found some) -> -some.values().bits()))
                .toList()) {
            if (combinations * SIZES.get(one.kind()) < COMBINATIONS) {
                combinations *= SIZES.get(one.kind());
                best.add(one);
            }
        }
        best.sort(Comparator.comparingInt(Found::place));
        return best;
    }

    private static ObjectNode written(Optional<String> id, List<Found> compared, List<GuessRules.Rule> rules) {
        ObjectNode settings = JSON.objectNode().put("settings", SettingsReader.VERSION);
        id.ifPresent(column -> settings.put("id", column));
        ObjectNode columns = JSON.objectNode();
        compared.stream().filter(one -> !one.usual()).forEach(one ->
                one.clean().forEach(columns.withArray("/" + escaped(one.column()))::add));
        if (!columns.isEmpty()) {
            settings.set("columns", columns);
        }
        ArrayNode blocking = settings.putArray("blocking");
        rules.forEach(rule -> rule.write(blocking));
        ArrayNode comparisons = settings.putArray("comparisons");
        compared.forEach(one -> comparisons.addObject().put("column", one.column()).put("kind", one.kind()));
        return settings;
    }

    private static String escaped(String column) {
        return column.replace("~", "~0").replace("/", "~1");
    }

    /** Without names where none looks like a column's: then the first line may be somebody's data. */
    private static List<String> said(GuessSample sample, Optional<String> id, List<Found> found, List<Found> compared) {
        List<String> said = new ArrayList<>();
        boolean named = sample.columns().stream().anyMatch(column -> GuessKinds.sign(column).isPresent());
        said.add("--guess compares " + (named ? compared.stream().map(one -> one.column() + " (" + one.kind() + ")")
                .collect(Collectors.joining(", ")) : compared.size() + " of " + sample.columns().size() + " columns")
                + (named && id.isPresent() ? "; " + id.get() + " names the records" : "")
                + (found.size() > compared.size() ? "; columns that tell less were left out, there are too many" : ""));
        double bits = compared.stream().mapToDouble(one -> one.values().bits()).sum();
        double needed = needed(sample.records());
        if (bits < needed) {
            said.add(String.format(Locale.ROOT, "WARNING: the columns tell too little to link %d records: about %.0f"
                    + " bits together, and %.0f are needed before strangers who agree on everything are rarer than"
                    + " records of the same. Do not trust the links; add columns, or have people look at them",
                    sample.records(), bits, needed));
        }
        return said;
    }

    /** Were one record in ten there twice, so much must two of the same tell to be as likely as not. */
    static double needed(long records) {
        return Math.log(10.0 * Math.max(1, records)) / Math.log(2);
    }
}
