package org.ruhu.tools.link.clean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cleaners that look at words. */
final class Words {

    /** An expression that goes astray does so in proportion to more than the length. */
    private static final int LONGEST_MATCHED = 1_000;

    private Words() {}

    static String collapse(String text) {
        return String.join(" ", split(text, Letters::blank));
    }

    static String withoutSpace(String text) {
        return Letters.only(text, c -> !Letters.blank(c));
    }

    /** What stands between words is dropped, an apostrophe within one as well: {@code O'Brien, Mary} is Mary OBrien. */
    static String sorted(String text) {
        String kept = Letters.only(text, c -> c != '\'' && c != '\u2019');
        List<String> words = split(kept, c -> !Letters.letter(c) && !Character.isDigit(c));
        Collections.sort(words);
        return String.join(" ", words);
    }

    /** @param place from 1, or from the end with a minus; missing where there are fewer words */
    static Cleaner token(int place) {
        return text -> {
            List<String> words = split(text, Letters::blank);
            int at = place > 0 ? place - 1 : words.size() + place;
            return at < 0 || at >= words.size() ? "" : words.get(at);
        };
    }

    static Cleaner replace(Map.Entry<String, String> pair) {
        return text -> text.replace(pair.getKey(), pair.getValue());
    }

    /** The first part of the text that fits; missing if none does. */
    static Cleaner match(Pattern pattern) {
        return text -> {
            Matcher matcher = pattern.matcher(text).region(0, Math.min(text.length(), LONGEST_MATCHED));
            return matcher.find() ? matcher.group() : "";
        };
    }

    /** What stands in the first parentheses of the first part that fits; missing if none does. */
    static Cleaner capture(Pattern pattern) {
        return text -> {
            Matcher matcher = pattern.matcher(text).region(0, Math.min(text.length(), LONGEST_MATCHED));
            return matcher.find() && matcher.group(1) != null ? matcher.group(1) : "";
        };
    }

    /** Without all parts that fit; longer texts are cut first, as those that are matched. */
    static Cleaner drop(Pattern pattern) {
        return text -> pattern.matcher(text.substring(0, Math.min(text.length(), LONGEST_MATCHED))).replaceAll("");
    }

    /** Whatever the case and the blanks around. */
    static Cleaner missing(List<String> values) {
        Set<String> missing = values.stream().map(Words::compared).collect(Collectors.toSet());
        return text -> missing.contains(compared(text)) ? "" : text;
    }

    private static String compared(String text) {
        return Letters.lower(Letters.trim(text));
    }

    private static List<String> split(String text, IntPredicate between) {
        List<String> words = new ArrayList<>();
        int from = -1;
        int next;
        for (int i = 0; i < text.length(); i += Character.charCount(next)) {
            next = text.codePointAt(i);
            if (!between.test(next)) {
                from = from < 0 ? i : from;
            } else if (from >= 0) {
                words.add(text.substring(from, i));
                from = -1;
            }
        }
        if (from >= 0) {
            words.add(text.substring(from));
        }
        return words;
    }
}
