package org.ruhu.tools.xlsform.xpath;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ruhu.tools.xlsform.xpath.Token.Kind;
import org.ruhu.tools.xlsform.xpath.XPath.From;
import org.ruhu.tools.xlsform.xpath.XPath.Path;
import org.ruhu.tools.xlsform.xpath.XPath.Start;
import org.ruhu.tools.xlsform.xpath.XPath.Step;

/** Reads the XPath 1.0 that XLSForm uses, with {@code ${question}} in it. */
public final class XPathParser {

    private static final List<Set<String>> LEVELS = List.of(Set.of("or"), Set.of("and"), Set.of("=", "!="),
            Set.of("<", "<=", ">", ">="), Set.of("+", "-"), Set.of("*", "div", "mod"));
    private static final int DEEPEST = 60;
    private static final int MOST_IN_A_ROW = 95;
    private static final int LONGEST = 10_000;

    private final List<Token> tokens;
    private int next;
    private int depth;

    private XPathParser(String text) {
        if (text.length() > LONGEST) {
            throw new XPathProblem(1, "an expression has " + LONGEST + " characters at most");
        }
        this.tokens = Lexer.tokens(text);
    }

    /** @throws XPathProblem naming the position and what is wrong there */
    public static XPath parse(String text) {
        XPathParser parser = new XPathParser(text);
        XPath whole = parser.binary(0);
        if (parser.peek().kind() != Kind.END) {
            throw new XPathProblem(parser.peek().at(),
                    "an operator is missing before " + parser.peek().shown());
        }
        return whole;
    }

    private XPath binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        XPath left = binary(level + 1);
        int operations = 0;
        while (peek().kind() == Kind.SYMBOL && LEVELS.get(level).contains(peek().text())) {
            if (++operations > MOST_IN_A_ROW) {
                throw new XPathProblem(peek().at(), "too many operations in a row: calculate a part of it apart");
            }
            Token operator = take();
            left = new XPath.Binary(operator.text(), left, binary(level + 1), operator.at());
        }
        return left;
    }

    private XPath unary() {
        int at = peek().at();
        if (!accept("-")) {
            return primary();
        }
        return nested(at, () -> new XPath.Negative(unary(), at));
    }

    private interface Part {
        XPath read();
    }

    private XPath nested(int at, Part part) {
        if (++depth > DEEPEST) {
            throw new XPathProblem(at, "too deeply nested");
        }
        XPath read = part.read();
        depth--;
        return read;
    }

    private XPath primary() {
        Token token = peek();
        switch (token.kind()) {
            case NUMBER:
                return number(take());
            case TEXT:
                take();
                return new XPath.Text(token.text(), token.at());
            case QUESTION:
                take();
                return path(new Start(From.QUESTION, token.text(), predicates()), token.at());
            case NAME:
                return ahead().is("(") ? nested(token.at(), this::call) : steps(From.HERE, token.at());
            case END:
                throw new XPathProblem(token.at(), "the expression stops too early");
            default:
                return symbol(token);
        }
    }

    private static XPath number(Token token) {
        String digits = token.text().endsWith(".") ? token.text() + "0" : token.text();
        return new XPath.Number(new BigDecimal(digits), token.at());
    }

    private XPath symbol(Token token) {
        if (token.is("(")) {
            take();
            XPath inner = nested(token.at(), () -> binary(0));
            expect(")");
            return inner;
        }
        if (token.is("/")) {
            take();
            return steps(From.ROOT, token.at());
        }
        if (token.is(".") || token.is("..") || token.is("*")) {
            return steps(From.HERE, token.at());
        }
        if (token.is("//") || token.is("@") || token.is("$")) {
            throw new XPathProblem(token.at(), token.shown() + " is not used in XLSForms");
        }
        throw new XPathProblem(token.at(), "a value is expected here, not " + token.shown());
    }

    private XPath call() {
        Token name = take();
        take();
        List<XPath> args = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                args.add(binary(0));
            } while (accept(","));
        }
        expect(")");
        if (name.text().equals("current") && args.isEmpty()) {
            return path(new Start(From.CURRENT, "", List.of()), name.at());
        }
        if (name.text().equals("instance") && args.size() == 1 && args.get(0) instanceof XPath.Text list) {
            return path(new Start(From.LIST, list.value(), List.of()), name.at());
        }
        if (peek().is("[") || peek().is("/")) {
            throw new XPathProblem(peek().at(), "nothing can follow " + name.text() + "(...) here");
        }
        return new XPath.Call(name.text(), args, name.at());
    }

    private XPath steps(From from, int at) {
        List<Step> steps = new ArrayList<>();
        do {
            steps.add(step());
        } while (accept("/"));
        return new Path(new Start(from, "", List.of()), steps, at);
    }

    private XPath path(Start start, int at) {
        List<Step> steps = new ArrayList<>();
        while (accept("/")) {
            steps.add(step());
        }
        return new Path(start, steps, at);
    }

    private Step step() {
        Token token = take();
        boolean allowed = token.kind() == Kind.NAME || token.is(".") || token.is("..") || token.is("*")
                || token.kind() == Kind.SYMBOL && Character.isLetter(token.text().charAt(0));
        if (!allowed) {
            throw new XPathProblem(token.at(), "a name is expected here, not " + token.shown());
        }
        return new Step(token.text(), predicates());
    }

    private List<XPath> predicates() {
        List<XPath> predicates = new ArrayList<>();
        while (accept("[")) {
            int at = peek().at();
            predicates.add(nested(at, () -> binary(0)));
            expect("]");
        }
        return predicates;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token ahead() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    private Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String symbol) {
        boolean here = peek().is(symbol);
        if (here) {
            take();
        }
        return here;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw new XPathProblem(peek().at(), "'" + symbol + "' is expected here, not " + peek().shown());
        }
    }
}
