package org.ruhu.forms.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. */
final class Lexer {

    private static final List<String> SYMBOLS =
            List.of("==", "!=", "<=", ">=", "->", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", ".");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.skipBlanks()) {
            lexer.token();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length();
    }

    private void token() {
        int start = next;
        char c = text.charAt(next);
        if (digit(c)) {
            number();
            add(Token.Kind.NUMBER, text.substring(start, next), start);
        } else if (letter(c)) {
            add(Token.Kind.NAME, name(), start);
        } else if (c == '$') {
            next++;
            add(Token.Kind.CONTEXT, name(), start);
        } else if (c == '"' || c == '\'') {
            add(Token.Kind.TEXT, quoted(c), start);
        } else {
            add(Token.Kind.SYMBOL, symbol(), start);
        }
    }

    private void add(Token.Kind kind, String value, int start) {
        tokens.add(new Token(kind, value, start + 1));
    }

    private void number() {
        int start = next;
        digits();
        if (next + 1 < text.length() && text.charAt(next) == '.' && digit(text.charAt(next + 1))) {
            next++;
            digits();
        }
        if (next < text.length() && letter(text.charAt(next))) {
            throw problem(start, "a number is digits with at most one point, such as 12.50");
        }
        if (next - start > 30) {
            throw problem(start, "a number has at most 30 digits");
        }
    }

    private void digits() {
        while (next < text.length() && digit(text.charAt(next))) {
            next++;
        }
    }

    private String name() {
        int start = next;
        while (next < text.length() && (letter(text.charAt(next)) || digit(text.charAt(next)))) {
            next++;
        }
        if (next == start) {
            throw problem(start, "a name is expected after $");
        }
        return text.substring(start, next);
    }

    private String quoted(char quote) {
        int start = next++;
        StringBuilder out = new StringBuilder();
        while (next < text.length() && text.charAt(next) != quote) {
            char c = text.charAt(next++);
            out.append(c == '\\' ? escaped() : c);
        }
        if (next >= text.length()) {
            throw problem(start, "this text never ends: a " + quote + " is missing");
        }
        next++;
        return out.toString();
    }

    private char escaped() {
        char c = next < text.length() ? text.charAt(next++) : ' ';
        return switch (c) {
            case '"', '\'', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw problem(next - 2, "unknown escape; a backslash itself is written twice");
        };
    }

    private char unicode() {
        if (next + 4 > text.length() || !text.substring(next, next + 4).matches("[0-9A-Fa-f]{4}")) {
            throw problem(next - 2, "\\u needs four hexadecimal digits");
        }
        next += 4;
        return (char) Integer.parseInt(text.substring(next - 4, next), 16);
    }

    private String symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, next)) {
                next += symbol.length();
                return symbol;
            }
        }
        throw problem(next, "'" + Character.toString(text.codePointAt(next)) + "' means nothing here");
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static ExpressionProblem problem(int index, String message) {
        return new ExpressionProblem(index + 1, message);
    }
}
