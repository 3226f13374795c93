package org.ruhu.tools.form;

import java.util.ArrayList;
import java.util.List;

/** Texts that a portable pattern matches: literals, {@code .}, classes, {@code \d}, groups, {@code | ? * + {m,n}}. */
final class PatternText {

    private static final int MOST_MORE = 3;

    private final String pattern;
    private final Dice dice;
    private int at;

    private PatternText(String pattern, Dice dice) {
        this.pattern = pattern;
        this.dice = dice;
    }

    /** A text for a pattern that a form may hold. */
    static String matching(String pattern, Dice dice) {
        return new PatternText(pattern, dice).alternatives();
    }

    private String alternatives() {
        List<String> ways = new ArrayList<>();
        ways.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        return dice.of(ways);
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int from = at;
            String once = atom();
            int after = at;
            int times = times();
            int end = at;
            for (int i = 0; i < times; i++) {
                if (i == 0) {
                    text.append(once);
                } else {
                    at = from;
                    text.append(atom());
                }
            }
            at = Math.max(end, after);
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        switch (c) {
            case '^', '$':
                return "";
            case '.':
                return dice.of(List.of("a", "7", "扎"));
            case '(':
                at += pattern.startsWith("?:", at) ? 2 : 0;
                String inner = alternatives();
                at++;
                return inner;
            case '[':
                return ofClass();
            case '\\':
                char escaped = pattern.charAt(at++);
                return escaped == 'd' ? digit() : Character.toString(unescaped(escaped));
            default:
                int point = pattern.codePointAt(at - 1);
                at += Character.charCount(point) - 1;
                return Character.toString(point);
        }
    }

    private String digit() {
        return Integer.toString(dice.between(0, 9));
    }

    private static char unescaped(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    /** One of a class; of a negated one something that is rarely meant. */
    private String ofClass() {
        boolean negated = pattern.charAt(at) == '^';
        at += negated ? 1 : 0;
        List<String> members = new ArrayList<>();
        while (pattern.charAt(at) != ']') {
            String from = member();
            if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                at++;
                String to = member();
                members.add(Character.toString(dice.between(from.codePointAt(0), to.codePointAt(0))));
            } else {
                members.add(from);
            }
        }
        at++;
        return negated ? dice.of(List.of("q", "5", "扎")) : dice.of(members);
    }

    private String member() {
        if (pattern.charAt(at) == '\\') {
            at += 2;
            char escaped = pattern.charAt(at - 1);
            return escaped == 'd' ? digit() : Character.toString(unescaped(escaped));
        }
        int point = pattern.codePointAt(at);
        at += Character.charCount(point);
        return Character.toString(point);
    }

    private int times() {
        if (at >= pattern.length()) {
            return 1;
        }
        switch (pattern.charAt(at)) {
            case '?':
                at++;
                return dice.between(0, 1);
            case '*':
                at++;
                return dice.between(0, MOST_MORE);
            case '+':
                at++;
                return dice.between(1, 1 + MOST_MORE);
            case '{':
                int close = pattern.indexOf('}', at);
                String[] limits = pattern.substring(at + 1, close).split(",", -1);
                at = close + 1;
                int least = Integer.parseInt(limits[0]);
                return limits.length == 1 ? least
                        : dice.between(least, limits[1].isEmpty() ? least + MOST_MORE : Integer.parseInt(limits[1]));
            default:
                return 1;
        }
    }
}
