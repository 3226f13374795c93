package org.ruhu.tools.link.condition;

import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart into words, numbers, quoted names and signs. */
final class ConditionLexer {

    enum Kind { WORD, QUOTED, NUMBER, SIGN, END }

    /** @param at position of its first character, from 1 */
    record Token(Kind kind, String text, int at) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }

        String shown() {
            return kind == Kind.END ? "the end" : "'" + text + "'";
        }
    }

    private static final String SIGNS = "(),<>=";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ConditionLexer(String text) {
        this.text = text;
    }

    /** The last one is the end. */
    static List<Token> tokens(String text) {
        ConditionLexer lexer = new ConditionLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length() + 1));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at++;
        } else if (c == '"' || c == '\'' || c == '`') {
            quoted(c);
        } else if (digit(c) || c == '.' || c == '-') {
            number();
        } else if (inWord(c)) {
            int from = at;
            while (at < text.length() && (inWord(text.charAt(at)) || digit(text.charAt(at)) || text.charAt(at) == '-'
                    || text.charAt(at) == '.')) {
                at++;
            }
            add(Kind.WORD, text.substring(from, at), from);
        } else if (SIGNS.indexOf(c) >= 0) {
            int length = text.startsWith("=", at + 1) && "<>=".indexOf(c) >= 0 ? 2 : 1;
            at += length;
            add(Kind.SIGN, text.substring(at - length, at), at - length);
        } else {
            throw new ConditionProblem(at + 1, "'" + text.substring(at, text.offsetByCodePoints(at, 1))
                    + "' has no meaning here; a column name that holds it needs quotes: exact('name')");
        }
    }

    private void quoted(char quote) {
        int from = at;
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != quote) {
                name.append(text.charAt(at));
            } else if (text.startsWith(String.valueOf(quote), at + 1)) {
                name.append(text.charAt(at++));
            } else {
                at++;
                add(Kind.QUOTED, name.toString(), from);
                return;
            }
        }
        throw new ConditionProblem(from + 1, "a quote that does not end");
    }

    private void number() {
        int from = at;
        at++;
        while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        add(Kind.NUMBER, text.substring(from, at), from);
    }

    private void add(Kind kind, String value, int from) {
        tokens.add(new Token(kind, value, from + 1));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Marks and surrogates belong to letters of some scripts. */
    static boolean inWord(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || c == '_' || c > 127 && (type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK || type == Character.SURROGATE);
    }
}
