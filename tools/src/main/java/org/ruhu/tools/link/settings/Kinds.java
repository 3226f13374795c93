package org.ruhu.tools.link.settings;

import static org.ruhu.tools.link.settings.Kind.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.link.settings.Kind.Step;

/** Ready-made comparisons by name. */
final class Kinds {

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        one("name", List.of("nfkc", "lower", "strip-accents", "letters"),
                step("same", "exact").often("a"),
                step("nearly the same", "jaro_winkler >= 0.92"),
                step("alike", "jaro_winkler >= 0.85"),
                step("short form or initial", "starts_with"),
                step("somewhat alike", "jaro_winkler >= 0.7"));
        two("forename-surname", List.of("nfkc", "lower", "strip-accents", "letters"), "missing(a) and missing(b)",
                List.of("nfkc", "lower", "strip-accents", "letters"),
                step("both the same", "exact(a) and exact(b)").often("both"),
                step("exchanged", "exact(a, b) and exact(b, a)").often("both"),
                step("both nearly the same", "jaro_winkler(a) >= 0.88 and jaro_winkler(b) >= 0.88"),
                step("exchanged, nearly the same", "jaro_winkler(a, b) >= 0.88 and jaro_winkler(b, a) >= 0.88"),
                step("surname the same, forename begins so", "exact(b) and starts_with(a)").often("b"),
                step("surname the same", "exact(b)").often("b"),
                step("forename the same, surname alike", "exact(a) and jaro_winkler(b) >= 0.7").often("a"),
                step("forename the same", "exact(a)").often("a"),
                step("both alike", "jaro_winkler(a) >= 0.7 and jaro_winkler(b) >= 0.7"));
        one("text", List.of("nfkc", "lower", "strip-accents", "letters-digits"),
                step("same", "exact").often("a"),
                step("nearly the same", "damerau_likeness >= 0.85"),
                step("alike", "damerau_likeness >= 0.7 or jaro_winkler >= 0.9"),
                step("somewhat alike", "damerau_likeness >= 0.5"));
        one("words", List.of("nfkc", "lower", "strip-accents", "words"),
                step("same words", "exact").often("a"),
                step("nearly the same words", "words >= 0.75 or words_similar >= 0.95"),
                step("one holds the other", "words_contained >= 1"),
                step("many words in common", "words >= 0.5 or words_similar >= 0.87"),
                step("some words in common", "words >= 0.25 or words_contained >= 0.5"));
        one("date", List.of("date:yyyy-MM-dd|yyyyMMdd|yyyy/M/d|yyyy.M.d|yyyy年M月d日|yyyy-MM|yyyy"),
                step("same day", "exact").often("a"),
                step("one slip", "damerau_levenshtein <= 1"),
                step("day and month exchanged", "day_month_exchanged"),
                step("two slips", "damerau_levenshtein <= 2"),
                step("within a month", "days <= 31"),
                step("within a year", "days <= 366"),
                step("within ten years", "years <= 10"));
        one("year", List.of("year"),
                step("same year", "exact").often("a"),
                step("one year apart", "years <= 1"),
                step("two years apart", "years <= 2"),
                step("one digit off", "levenshtein <= 1"),
                step("within ten years", "years <= 10"));
        one("id", List.of("nfkc", "upper", "letters-digits"),
                step("same", "exact"),
                step("one slip", "damerau_levenshtein <= 1"),
                step("two slips", "damerau_levenshtein <= 2"));
        one("person-name", List.of("trim"),
                step("same", "exact").often("a"),
                step("same syllables", "tibetan_name >= 1").often("a"),
                step("short form", "tibetan_name >= 0.9"),
                step("about the same sound", "tibetan_name = 0.6"),
                step("most characters", "letters >= 0.6"),
                step("one syllable differs", "tibetan_name >= 0.7"),
                step("a third of the characters", "letters >= 0.3"));
        one("id-number", List.of("id-number"),
                step("same", "exact"),
                step("neighbours exchanged", "id_likeness >= 0.95"),
                step("one digit", "id_likeness >= 0.9"),
                step("two slips", "id_likeness >= 0.8"));
        one("birth-date", List.of("birth-date"),
                step("same day", "exact").often("a"),
                step("one slip", "damerau_levenshtein <= 1"),
                step("day and month exchanged", "day_month_exchanged"),
                step("two slips", "damerau_levenshtein <= 2"),
                step("within a year", "days <= 366"),
                step("within three years", "years <= 3"));
        one("phone", List.of("phone"),
                step("same", "exact").often("a"),
                step("one slip", "damerau_levenshtein <= 1"),
                step("two slips", "damerau_levenshtein <= 2"));
        one("email", List.of("email"),
                step("same", "exact").often("a"),
                step("one slip", "damerau_levenshtein <= 1"),
                step("nearly the same", "damerau_likeness >= 0.8"),
                step("begins alike", "jaro_winkler >= 0.88"));
        one("postcode", List.of("postcode"),
                step("same", "exact").often("a"),
                step("one slip", "damerau_levenshtein <= 1"),
                step("two slips", "damerau_levenshtein <= 2"));
        one("number", List.of("number"),
                step("same", "exact").often("a"),
                step("within 1 %", "relative_difference <= 0.01"),
                step("within 5 %", "relative_difference <= 0.05"),
                step("within 20 %", "relative_difference <= 0.2"));
        one("category", List.of("nfkc", "trim", "lower"),
                step("same", "exact").often("a"));
        two("place", List.of("number"), "missing(a) or missing(b)", List.of("collapse"),
                step("within 100 m", "distance_km(both) <= 0.1"),
                step("within 1 km", "distance_km(both) <= 1"),
                step("within 10 km", "distance_km(both) <= 10"),
                step("within 50 km", "distance_km(both) <= 50"));
    }

    private Kinds() {}

    private static void one(String name, List<String> clean, Step... steps) {
        KINDS.put(name, new Kind(name, 1, clean, "missing(a)", List.of(), List.of(steps)));
    }

    private static void two(String name, List<String> clean, String missing, List<String> joined, Step... steps) {
        KINDS.put(name, new Kind(name, 2, clean, missing, joined, List.of(steps)));
    }

    static Optional<Kind> named(String name) {
        return Optional.ofNullable(KINDS.get(name.replace('_', '-')));
    }

    static String example(Kind kind) {
        return kind.name().equals("place") ? "[\"latitude\", \"longitude\"]" : "[\"given_name\", \"surname\"]";
    }

    static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }
}
