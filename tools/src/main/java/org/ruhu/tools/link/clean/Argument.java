package org.ruhu.tools.link.clean;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What stands behind a cleaner's colon, and what is said when it does not fit. */
record Argument(String cleaner, Optional<String> text) {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})");

    void refuse() {
        if (text.isPresent()) {
            throw wrong("takes nothing behind it");
        }
    }

    /** A number of characters from 1. */
    int length() {
        int number = place();
        if (number < 1) {
            throw wrong("needs a number from 1");
        }
        return number;
    }

    int lengthOr(int otherwise) {
        return text.isEmpty() ? otherwise : length();
    }

    /** A place counted from 1, or from the end with a minus. */
    int place() {
        try {
            int number = Integer.parseInt(needed("a number, as in " + cleaner + ":3"));
            if (number != 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("needs a number, as in " + cleaner + ":3");
        }
        throw wrong("counts from 1");
    }

    /** Two places counted from 1, with a - between. */
    Map.Entry<Integer, Integer> span() {
        String written = needed("two places counted from 1, as in " + cleaner + ":13-18");
        Matcher places = SPAN.matcher(written);
        if (!places.matches() || Integer.parseInt(places.group(1)) < 1
                || Integer.parseInt(places.group(2)) < Integer.parseInt(places.group(1))) {
            throw wrong("needs two places counted from 1, as in " + cleaner + ":13-18");
        }
        return Map.entry(Integer.parseInt(places.group(1)), Integer.parseInt(places.group(2)));
    }

    /** A pattern of which a part is meant. */
    Pattern captor() {
        Pattern pattern = pattern();
        if (pattern.matcher("").groupCount() < 1) {
            throw wrong("needs parentheses around what to take, as in " + cleaner + ":No ([0-9]+)");
        }
        return pattern;
    }

    List<String> alternatives() {
        return List.of(needed("a value behind a colon; several with | between them").split("\\|"));
    }

    Map.Entry<String, String> pair() {
        String both = needed("what to replace and by what, as in replace:st=street");
        int equals = both.indexOf('=');
        if (equals < 1) {
            throw wrong("needs what to replace and by what, as in replace:st=street");
        }
        return Map.entry(both.substring(0, equals), both.substring(equals + 1));
    }

    Pattern pattern() {
        try {
            return Pattern.compile(needed("a regular expression, as in match:^[^@]+"));
        } catch (PatternSyntaxException e) {
            throw wrong("is no regular expression: " + e.getDescription());
        }
    }

    IllegalArgumentException wrong(String why) {
        String written = cleaner + text.map(given -> ":" + given).orElse("");
        return new IllegalArgumentException("cleaner '" + written + "' " + why);
    }

    private String needed(String what) {
        return text.filter(given -> !given.isEmpty()).orElseThrow(() -> wrong("needs " + what));
    }
}
