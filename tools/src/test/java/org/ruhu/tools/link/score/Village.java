package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Comparison.Level;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;
import org.ruhu.tools.link.condition.ConditionParser;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;

/** A made-up village whose people agree by chance often, and settings that use everything the engine can do. */
public final class Village {

    public static final List<String> COLUMNS = List.of("given", "surname", "born", "phones", "house");
    private static final String[] GIVEN = {"zhaxi", "zhashi", "zhuoma", "zhoma", "duoji", "dorje", "cairang", "tsering", ""};
    private static final String[] SURNAME = {"duoji", "zhaxi", "wang", "wong", "li", ""};

    private Village() {}

    /** Values of the columns, row by row. */
    public static List<String[]> people(int count, long seed) {
        Random random = new Random(seed);
        List<String[]> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String born = random.nextInt(8) == 0 ? "" : "19%02d-%02d-%02d"
                    .formatted(60 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(3));
            String phones = IntStream.range(0, random.nextInt(4)).mapToObj(p -> "13" + random.nextInt(count / 3))
                    .reduce("", (a, b) -> (a + " " + b).trim());
            people.add(new String[] {GIVEN[random.nextInt(GIVEN.length)], SURNAME[random.nextInt(SURNAME.length)], born,
                phones, "h" + random.nextInt(count / 4)});
        }
        return people;
    }

    public static Records records(Settings settings, List<String[]> people, int first) {
        RecordsBuilder builder = new RecordsBuilder(settings, COLUMNS);
        for (int i = 0; i < people.size(); i++) {
            if (i == first) {
                builder.second();
            }
            String[] person = people.get(i);
            builder.add("p" + i, builder.sources().stream().map(source -> person[COLUMNS.indexOf(source)])
                    .toArray(String[]::new));
        }
        return builder.records();
    }

    public static Settings settings(Scope scope, int most) {
        List<Rule> rules = List.of(
                rule("given and born", most, key("given"), key("born", "year")),
                rule("phone", most, new Rule.Key("phones", List.of(), true)),
                rule("surname begins", most, key("surname", "first:2"), key("born")),
                rule("phone and surname", most, key("surname"), new Rule.Key("phones", List.of(), true)),
                rule("house", most, key("house")));
        List<Comparison> comparisons = List.of(
                comparison("given", "missing(given)", level("exact(given)", "given"),
                        level("jaro_winkler(given) >= 0.9", "given"), level("jaro_winkler(given) > 0.7")),
                comparison("surname", "missing(surname)", level("exact(surname)"), level("levenshtein(surname) <= 1")),
                comparison("names", "missing(given) or missing(surname)",
                        level("exact(given, surname) and exact(surname, given)"),
                        level("jaro(given, surname) >= 0.8 and not exact(given)")),
                comparison("born", "missing(born)", level("exact(born)"), level("days(born) <= 10"),
                        level("years(born) < 1"), level("not days(born) >= 0")),
                comparison("phones", "missing(phones)", level("common_words(phones) >= 1")),
                comparison("house", "missing(house)", level("exact(house)", "house")));
        return new Settings(Optional.empty(), scope, false, Map.of(), rules, comparisons, Training.USUAL,
                Thresholds.CHOSEN, List.of(), 20);
    }

    /** A model with made-up numbers, different for every level. */
    public static Model model(Settings settings, Records records) {
        List<List<Chance>> chances = new ArrayList<>();
        for (Comparison comparison : settings.comparisons()) {
            chances.add(IntStream.rangeClosed(1, comparison.otherwise()).mapToObj(level ->
                    new Chance(0.9 / level, 0.03 * level * level, "made up", "made up")).toList());
        }
        Map<String, Frequencies> frequencies = new HashMap<>();
        for (String column : List.of("given", "house")) {
            Map<String, Long> counts = new TreeMap<>();
            IntStream.range(0, records.size()).mapToObj(records.column(column)::text).filter(text -> !text.isEmpty())
                    .forEach(text -> counts.merge(text, 1L, Long::sum));
            Map<String, Double> shares = new HashMap<>();
            counts.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).limit(7)
                    .forEach(entry -> shares.put(entry.getKey(), entry.getValue() / (double) records.size()));
            frequencies.put(column, new Frequencies(shares, 0.001, 0.05));
        }
        return new Model(settings, 0.01, chances, frequencies, new Cuts(5, 0, 2), List.of());
    }

    static Rule.Key key(String column, String... clean) {
        return new Rule.Key(column, List.of(clean), false);
    }

    static Rule rule(String name, int most, Rule.Key... keys) {
        return new Rule(name, List.of(keys), most);
    }

    static Comparison comparison(String name, String missing, Level... levels) {
        return new Comparison(name, ConditionParser.parse(missing), List.of(levels));
    }

    static Level level(String when, String... frequency) {
        return new Level(ConditionParser.parse(when), when, List.of(frequency).stream().findFirst());
    }
}
