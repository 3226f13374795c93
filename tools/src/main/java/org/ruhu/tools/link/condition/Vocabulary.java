package org.ruhu.tools.link.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The measures that conditions may use, by name: what they are called, what they give, what they are for. */
public final class Vocabulary {

    /** What a measure gives for two values. */
    public enum Scale {
        /** True or false: written without a number. */
        YES_NO,
        /** From 0 to 1, the more the more alike. */
        LIKENESS,
        /** From 0, the less the more alike. */
        DISTANCE,
        /** How many, the more the more alike. */
        COUNT
    }

    /** @param says in a sentence without a subject, as docs/linkage-settings.md lists it */
    public record Measure(String name, Scale scale, String says) {}

    private static final Map<String, Measure> MEASURES = new LinkedHashMap<>();

    static {
        add("exact", Scale.YES_NO, "the two values are equal");
        add("missing", Scale.YES_NO, "one value is missing, or both");
        add("starts_with", Scale.YES_NO, "one value begins with the other");
        add("day_month_exchanged", Scale.YES_NO, "two ISO dates of one year with day and month in each other's place");
        add("jaro", Scale.LIKENESS, "common letters at about the same place");
        add("jaro_winkler", Scale.LIKENESS, "jaro, better for a common beginning of up to four letters");
        add("levenshtein_likeness", Scale.LIKENESS, "1 - levenshtein / letters of the longer value");
        add("damerau_likeness", Scale.LIKENESS, "1 - damerau_levenshtein / letters of the longer value");
        add("bigrams", Scale.LIKENESS, "pairs of neighbouring letters in common (Dice)");
        add("letters", Scale.LIKENESS, "different letters in common, of all that occur (Jaccard)");
        add("words", Scale.LIKENESS, "words in common, of all that occur, whatever their order (Jaccard)");
        add("words_contained", Scale.LIKENESS, "words of the shorter value that the longer has too");
        add("words_similar", Scale.LIKENESS, "mean of the best jaro_winkler of each word, both ways");
        add("tibetan_name", Scale.LIKENESS, "names in Han characters, Tibetan script or pinyin: 1 the same syllables,"
                + " 0.9 the short form, 0.7 one syllable differs, 0.6 about the same sound, else 0");
        add("id_likeness", Scale.LIKENESS, "Chinese id numbers: 1 the same, 0.95 neighbours exchanged, 0.9 one digit,"
                + " 0.8 two slips, 0.5 of people born on one day in one county, else 0");
        add("levenshtein", Scale.DISTANCE, "letters to change, add or take away");
        add("damerau_levenshtein", Scale.DISTANCE, "the same, where exchanging two neighbours counts once");
        add("difference", Scale.DISTANCE, "of two numbers");
        add("relative_difference", Scale.DISTANCE, "of two numbers, divided by the larger one");
        add("days", Scale.DISTANCE, "between two ISO dates");
        add("months", Scale.DISTANCE, "between two ISO dates, of 30.4375 days");
        add("years", Scale.DISTANCE, "between two ISO dates, of 365.25 days, or between two years");
        add("distance_km", Scale.DISTANCE, "between two places written as latitude and longitude with a blank between");
        add("common_words", Scale.COUNT, "words in common, such as telephone numbers with blanks between");
    }

    private Vocabulary() {}

    private static void add(String name, Scale scale, String says) {
        MEASURES.put(name, new Measure(name, scale, says));
    }

    /** @param written with {@code _} or {@code -}, in small or large letters */
    public static Optional<Measure> measure(String written) {
        return Optional.ofNullable(MEASURES.get(written.toLowerCase(Locale.ROOT).replace('-', '_')));
    }

    /** In the order of docs/linkage-settings.md. */
    public static List<Measure> measures() {
        return List.copyOf(MEASURES.values());
    }

    public static List<String> names() {
        return List.copyOf(MEASURES.keySet());
    }
}
