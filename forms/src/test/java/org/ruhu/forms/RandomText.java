package org.ruhu.forms;

import java.util.List;
import java.util.Random;

/** Text that may be an expression or a pattern, or nearly, or not at all. */
final class RandomText {

    private static final List<String> TOKENS = List.of("and", "or", "not", "implies", "in", "contains", "==", "!=",
            "<", "<=",
            ">", ">=", "+", "-", "*", "/", "(", ")", "[", "]", ",", "->", "->", ".", "$", "form.", "m.", "m", "n1",
            "ra", "true",
            "false", "null", "\"a\"", "'b'", "\"", "'", "\\", "\"\\u12\"", "\"\\ud83d\"", "\"\\x\"", "'\\''", "1",
            "1.", ".5", "1e5",
            "01", "-0", "1.2.3", "9".repeat(30), "9".repeat(31), "0." + "3".repeat(28), "count(", "sum(", "min(",
            "any(", "unique(",
            "at(", "if(", "coalesce(", "answered(", "missing(", "line(", "unanswered()", "date(\"2020-02-30\")",
            "round(1.5, 11)",
            "round(1.5, -1)", "matches(t1, \"(\")", "matches(t1, t2)", "text(", "concat(", "pow(0, -1)", "mod(1, 0)",
            "choice.code",
            "$outside_n", "$nothing", "nothing", "form", "row", "choice", "扎西", "\u0000", "\ud83d", "\ude00",
            "\u3000", "\t", "\n",
            " ", " ", " ", "%", "&&", "||", "!", "=", "===", ";", "{", "}", "/*", "//", "#", "`", "\u2028", "\ufeff",
            "[1]", "[\"1\"]",
            "[]", "[1,\"1\"]", "__proto__", "constructor", "ra.n1", "form.ra", "count(ra)", "any(ra, m -> true)");
    private static final List<String> PIECES = List.of("a", "b", "扎", "\\d", "\\\\", ".", "[a-c]", "[^a]", "[\\d-]",
            "[a-]", "[-a]",
            "[]", "[^]", "[a", "]", "(", ")", "(a)", "(a|b)", "(a|)", "|", "*", "+", "?", "{2}", "{1,3}", "{2,}",
            "{3,1}", "{,2}", "{", "}",
            "{1001}", "*?", "+?", "a*", "(a*)*", "(a|a)*", "(a?){9}", "(?:a)", "(?=a)", "(?<n>a)", "\\1", "\\w",
            "\\b", "\\s", "\\p{L}",
            "\\u0061", "\\x61", "\\n", "\\t", "\\.", "\\-", "\\/", "\\$", "^", "$", "[\\]]", "[\\^]", "[a&&b]",
            "[[a]]", "-", ",", "/", "#", " ",
            "\ud83d\ude00", "\ud83d", "[\ud83d\ude00-\ud83d\ude05]", "\\ud83d", "&", "~", "\u0000", "\n", "\\Q",
            "\\E", "(?i)", "\\h", "{0}", "{0,0}",
            "[a-\\d]", "[z-a]", "\\]", "\\{", "'", "\\'");

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    /** An expression with something wrong in it, or right all the same. */
    String spoilt(String expression) {
        String text = expression;
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = once(text);
        }
        return text;
    }

    private String once(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + random.nextInt(6));
        String before = text.substring(0, from);
        String after = text.substring(to);
        return switch (random.nextInt(8)) {
            case 0 -> before + after;
            case 1 -> before + one(TOKENS) + text.substring(from);
            case 2 -> before + " " + one(TOKENS) + " " + after;
            case 3 -> before + text.substring(from, to).repeat(1 + random.nextInt(4)) + after;
            case 4 -> before + "(" + text.substring(from) + ")";
            case 5 -> random.nextInt(6) == 0 ? repeated(text) : before + after + text.substring(from, to);
            case 6 -> before + (char) random.nextInt(0x10000) + after;
            default -> text + " " + one(List.of("and", "or", "implies", "==", "+", "in")) + " " + text;
        };
    }

    /** As deep or as long as an expression may be, and beyond. */
    private String repeated(String text) {
        int times = one(List.of(2, 30, 59, 60, 61, 98, 99, 100, 101, 400, 5000));
        return switch (random.nextInt(7)) {
            case 0 -> "(".repeat(times) + text + ")".repeat(times);
            case 1 -> "not ".repeat(times) + text;
            case 2 -> "-".repeat(times) + "1 == 1";
            case 3 -> "true" + " and true".repeat(times);
            case 4 -> "true" + " implies true".repeat(times);
            case 5 -> "if(true, ".repeat(times) + "true" + ", false)".repeat(times);
            default -> "1" + " + 1".repeat(times) + " > 0";
        };
    }

    /** Tokens in a row. */
    String soup() {
        StringBuilder soup = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            soup.append(one(TOKENS)).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return soup.toString();
    }

    String pattern() {
        StringBuilder pattern = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            pattern.append(one(PIECES));
        }
        return pattern.toString();
    }

    /** A text that patterns like to be asked about: long, short, with ends of lines and halves of characters. */
    String searched() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(one(List.of("a", "b", "ab", "aaaa", "扎", "1", "12", "-", ".", "\\", "\n", "\r", "\u2028",
            "\ud83d\ude00", "\ud83d", "]", "^",
                    "{", "a".repeat(400), "A", " ", "$", "/", "z")));
        }
        return text.toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
