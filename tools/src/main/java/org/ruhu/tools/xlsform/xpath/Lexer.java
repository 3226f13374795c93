package org.ruhu.tools.xlsform.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ruhu.tools.xlsform.xpath.Token.Kind;

/** Cuts an expression into tokens. Names may hold hyphens and dots, so that {@code a-b} is a name and no difference. */
final class Lexer {

    private static final Set<String> DOUBLE = Set.of("!=", "<=", ">=", "..", "//", "::");
    private static final String SINGLE = "()[]/@,+-*=<>|.$";
    private static final Set<String> WORDS = Set.of("and", "or", "div", "mod");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.skipBlanks()) {
            lexer.tokens.add(lexer.token());
        }
        lexer.tokens.add(new Token(Kind.END, "", text.length() + 1));
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (next < text.length() && (Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '\u00a0')) {
            next++;
        }
        return next < text.length();
    }

    private Token token() {
        char c = text.charAt(next);
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (text.startsWith("${", next)) {
            return question();
        }
        if (digit(next) || c == '.' && digit(next + 1)) {
            return number();
        }
        if (nameStart(c)) {
            return name();
        }
        int at = next + 1;
        String two = text.substring(next, Math.min(next + 2, text.length()));
        String symbol = DOUBLE.contains(two) ? two : SINGLE.indexOf(c) >= 0 ? String.valueOf(c) : "";
        if (symbol.isEmpty()) {
            throw new XPathProblem(at, "'" + Character.toString(text.codePointAt(next)) + "' cannot stand here");
        }
        next += symbol.length();
        return new Token(Kind.SYMBOL, symbol, at);
    }

    private Token quoted(char quote) {
        int end = text.indexOf(quote, next + 1);
        if (end < 0) {
            throw new XPathProblem(next + 1, "a text begins here and does not end: a " + quote + " is missing");
        }
        Token token = new Token(Kind.TEXT, text.substring(next + 1, end), next + 1);
        next = end + 1;
        return token;
    }

    private Token question() {
        int end = text.indexOf('}', next);
        if (end < 0) {
            throw new XPathProblem(next + 1, "${ begins here and } is missing");
        }
        Token token = new Token(Kind.QUESTION, text.substring(next + 2, end).strip(), next + 1);
        next = end + 1;
        return token;
    }

    private Token number() {
        int start = next;
        while (digit(next)) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == '.' && !text.startsWith("..", next)) {
            next++;
            while (digit(next)) {
                next++;
            }
        }
        return new Token(Kind.NUMBER, text.substring(start, next), start + 1);
    }

    private Token name() {
        int start = next;
        while (next < text.length() && namePart(next)) {
            next++;
        }
        String name = text.substring(start, next);
        boolean operator = WORDS.contains(name) && operandBefore();
        return new Token(operator ? Kind.SYMBOL : Kind.NAME, name, start + 1);
    }

    /** A name after an operand is an operator; elsewhere it may be that of a question. */
    private boolean operandBefore() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() != Kind.SYMBOL || Set.of(")", "]", ".", "..").contains(last.text())
                || last.is("*") && !operandBeforeLast();
    }

    /** A star after an operand multiplies, else it stands for any name. */
    private boolean operandBeforeLast() {
        if (tokens.size() < 2) {
            return false;
        }
        Token before = tokens.get(tokens.size() - 2);
        return before.kind() != Kind.SYMBOL || Set.of(")", "]", ".", "..").contains(before.text());
    }

    private boolean digit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean nameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private boolean namePart(int index) {
        char c = text.charAt(index);
        if (c == ':') {
            return index + 1 < text.length() && nameStart(text.charAt(index + 1)) && text.charAt(index - 1) != ':';
        }
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
