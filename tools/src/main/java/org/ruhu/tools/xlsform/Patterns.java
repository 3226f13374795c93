package org.ruhu.tools.xlsform;

import org.ruhu.forms.expression.PortablePattern;

/** Patterns of Java, as ODK runs them, in the part both our runtimes understand. */
final class Patterns {

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private Patterns() {}

    static String literal(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (SYNTAX.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    /** @throws IllegalArgumentException saying what is not portable */
    static String portable(String pattern) {
        StringBuilder whole = new StringBuilder();
        boolean inClass = false;
        int depth = 0;
        boolean start = true;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean opens = false;
            if (c == '\\' && i + 1 < pattern.length()) {
                whole.append(escaped(pattern.charAt(++i), inClass));
            } else if (inClass) {
                inClass = c != ']';
                whole.append("[/(){}|&".indexOf(c) >= 0
                        ? inner(c, pattern, i) : String.valueOf(c));
            } else if (c == '^' && start && depth == 0 || c == '$' && depth == 0 && ends(pattern, i)) {
                opens = c == '^';
            } else if (c == '(' && pattern.startsWith("(?:", i)) {
                whole.append('(');
                depth++;
                i += 2;
            } else {
                inClass = c == '[';
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                opens = c == '|' && depth == 0;
                whole.append(c == '/' ? "\\/" : String.valueOf(c));
            }
            start = opens;
        }
        PortablePattern.whole(whole.toString());
        return whole.toString();
    }

    private static String inner(char c, String pattern, int at) {
        if (c == '[' || c == '&' && pattern.startsWith("&&", at)) {
            throw new IllegalArgumentException("classes within classes are not portable");
        }
        return SYNTAX.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    }

    private static boolean ends(String pattern, int at) {
        return at == pattern.length() - 1 || pattern.charAt(at + 1) == '|';
    }

    private static String escaped(char c, boolean inClass) {
        return switch (c) {
            case 'd' -> inClass ? "0-9" : "\\d";
            case 'w' -> inClass ? "A-Za-z0-9_" : "[A-Za-z0-9_]";
            case 's' -> inClass ? " \t\n\r\f" : "[ \t\n\r\f]";
            case 'D' -> negated("0-9", inClass);
            case 'W' -> negated("A-Za-z0-9_", inClass);
            case 'S' -> negated(" \t\n\r\f", inClass);
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new IllegalArgumentException("\\" + c + " is not portable");
                }
                yield SYNTAX.indexOf(c) >= 0 || inClass && c == '-' ? "\\" + c : String.valueOf(c);
            }
        };
    }

    private static String negated(String characters, boolean inClass) {
        if (inClass) {
            throw new IllegalArgumentException("a negation inside a class is not portable");
        }
        return "[^" + characters + "]";
    }
}
