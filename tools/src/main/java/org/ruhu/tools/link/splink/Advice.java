package org.ruhu.tools.link.splink;

import java.util.Map;

/** What to write instead of a function that is not known here. */
final class Advice {

    private static final String JOIN = "; make the column in settings of our own, with \"from\" and \"join\"";
    private static final String ARRAY = "; common_words(column) >= 1 asks whether two lists, written with blanks between"
            + " their values, have one in common";
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("array_cosine_similarity", "; compare the texts the vectors were made of, by words or bigrams"),
            Map.entry("cosine_similarity", "; compare the texts the vectors were made of, by words or bigrams"),
            Map.entry("coalesce", JOIN), Map.entry("concat", JOIN), Map.entry("concat_ws", JOIN), Map.entry("||", JOIN),
            Map.entry("length", "; ask with the cleaner match for values of that length, such as match:^.{3,}$"),
            Map.entry("len", "; ask with the cleaner match for values of that length, such as match:^.{3,}$"),
            Map.entry("starts_with", "; write starts_with(column) in settings of our own, which looks both ways"),
            Map.entry("strftime", "; the cleaners year, month-day and day take parts of a date"),
            Map.entry("month", "; the cleaner month-day takes part of a date"),
            Map.entry("metaphone", "; the cleaner metaphone is Double Metaphone, in settings of our own"),
            Map.entry("list_min", ARRAY), Map.entry("list_max", ARRAY), Map.entry("list_transform", ARRAY),
            Map.entry("array_length", ARRAY), Map.entry("list_intersect", ARRAY), Map.entry("list_has_any", ARRAY),
            Map.entry("reverse", "; the cleaner last takes the end of a value"));

    private Advice() {}

    static String on(String function) {
        return ADVICE.getOrDefault(function, "; write this part in settings of our own (tools/docs/linkage-settings.md)");
    }
}
