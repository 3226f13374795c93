package org.ruhu.forms.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.expression.Expression.At;
import org.ruhu.forms.expression.Expression.BooleanConstant;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.Lambda;
import org.ruhu.forms.expression.Expression.NullConstant;
import org.ruhu.forms.expression.Expression.NumberConstant;
import org.ruhu.forms.expression.Expression.NumberList;
import org.ruhu.forms.expression.Expression.Quantified;
import org.ruhu.forms.expression.Expression.TextConstant;
import org.ruhu.forms.expression.Expression.TextList;
import org.ruhu.forms.expression.Names.Over;

/** Reads one expression, resolves its names and checks its types in the same walk. */
public final class Parser {

    /** Words that cannot name a question. */
    public static final Set<String> RESERVED = Set.of(
            "implies", "or", "and", "not", "in", "contains", "true", "false", "null", Expression.FORM, Expression.ROW,
            "__proto__");

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in", "contains");
    private static final int DEEPEST = 60;
    private static final int DEEPEST_TREE = 100;
    private static final int LONGEST = 4000;

    private final List<Token> tokens;
    private final Scope scope;
    private final Names names;
    private int next;
    private int depth;

    private Parser(String text, Scope scope) {
        if (text.length() > LONGEST) {
            throw new ExpressionProblem(LONGEST, "an expression has at most " + LONGEST + " characters");
        }
        this.tokens = Lexer.tokens(text);
        this.scope = scope;
        this.names = new Names(scope);
    }

    /** @throws ExpressionProblem naming the position and what is wrong there */
    public static Typed parse(String text, Scope scope) {
        Parser parser = new Parser(text, scope);
        Typed whole = parser.implies();
        if (parser.peek().kind() != Token.Kind.END) {
            throw new ExpressionProblem(parser.peek().at(),
                    "the expression could end here, but " + parser.peek().shown() + " follows");
        }
        if (deepness(whole.expression()) > DEEPEST_TREE) {
            throw whole.problem("too many operations in a row: make a calculated question of a part");
        }
        if (whole.type() == Type.NUMBERS) {
            throw whole.problem("a list of numbers stands only to the right of 'in'");
        }
        return whole;
    }

    /** Trees are JSON: readers refuse what is nested deeper than they like. */
    private static int deepness(Expression expression) {
        if (expression instanceof Call call) {
            return 1 + call.args().stream().mapToInt(Parser::deepness).max().orElse(0);
        }
        if (expression instanceof At at) {
            return 1 + Math.max(deepness(at.index()), deepness(at.lambda().body()));
        }
        return expression instanceof Quantified quantified
                ? 1 + quantified.lambda().map(lambda -> deepness(lambda.body())).orElse(0) : 1;
    }

    private Typed implies() {
        if (++depth > DEEPEST) {
            throw new ExpressionProblem(peek().at(), "too deeply nested");
        }
        Typed left = binary(this::or, Set.of());
        Typed whole = accept("implies") ? call("implies", left, implies()) : left;
        depth--;
        return whole;
    }

    private Typed or() {
        return binary(this::and, Set.of("or"));
    }

    private Typed and() {
        return binary(this::not, Set.of("and"));
    }

    private Typed not() {
        int at = peek().at();
        if (!accept("not")) {
            return comparison();
        }
        return nested(() -> call("not", at, List.of(not())));
    }

    private Typed comparison() {
        Typed left = sum();
        if (!COMPARISONS.contains(operator())) {
            return left;
        }
        Typed whole = call(take().text(), left, sum());
        if (COMPARISONS.contains(operator())) {
            throw new ExpressionProblem(peek().at(), "comparisons do not chain: join them with 'and'");
        }
        return whole;
    }

    private Typed sum() {
        return binary(this::product, Set.of("+", "-"));
    }

    private Typed product() {
        return binary(this::negative, Set.of("*", "/"));
    }

    private Typed negative() {
        int at = peek().at();
        if (!accept("-")) {
            return primary();
        }
        return nested(() -> call("neg", at, List.of(negative())));
    }

    private Typed binary(Step operand, Set<String> operators) {
        Typed left = operand.parse();
        while (operators.contains(operator())) {
            left = call(take().text(), left, operand.parse());
        }
        return left;
    }

    private Typed nested(Step step) {
        if (++depth > DEEPEST) {
            throw new ExpressionProblem(peek().at(), "too deeply nested");
        }
        Typed result = step.parse();
        depth--;
        return result;
    }

    private Typed primary() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> Typed.of(new NumberConstant(new BigDecimal(token.text())), Type.NUMBER, token.at());
            case TEXT -> Typed.of(new TextConstant(token.text()), Type.TEXT, token.at());
            case CONTEXT -> names.context(token);
            case NAME -> named(token);
            case SYMBOL -> bracketed(token);
            case END -> throw new ExpressionProblem(token.at(), "the expression stops too early");
        };
    }

    private Typed bracketed(Token open) {
        if (open.is("(")) {
            Typed inner = implies();
            expect(")");
            return new Typed(inner.expression(), inner.type(), inner.codes(), open.at());
        }
        if (open.is("[")) {
            return list(open);
        }
        throw new ExpressionProblem(open.at(), "a value is expected here, not " + open.shown());
    }

    private Typed list(Token open) {
        List<String> texts = new ArrayList<>();
        List<BigDecimal> numbers = new ArrayList<>();
        do {
            boolean negative = accept("-");
            Token item = take();
            if (item.kind() == Token.Kind.NUMBER) {
                BigDecimal number = new BigDecimal(item.text());
                numbers.add(negative ? number.negate() : number);
            } else if (item.kind() == Token.Kind.TEXT && !negative) {
                texts.add(item.text());
            } else {
                throw new ExpressionProblem(item.at(), "a list holds constants only, at least one");
            }
        } while (accept(","));
        expect("]");
        if (!texts.isEmpty() && !numbers.isEmpty()) {
            throw new ExpressionProblem(open.at(), "a list holds texts or numbers, not both");
        }
        return texts.isEmpty()
                ? Typed.of(new NumberList(List.copyOf(numbers)), Type.NUMBERS, open.at())
                : Typed.of(new TextList(List.copyOf(texts)), Type.CODES, open.at());
    }

    private Typed named(Token name) {
        switch (name.text()) {
            case "true", "false":
                return Typed.of(new BooleanConstant(name.is("true")), Type.BOOLEAN, name.at());
            case "null":
                return Typed.of(new NullConstant(), Type.NULL, name.at());
            default:
                if (peek().is("(")) {
                    return function(name);
                }
                return peek().is(".") ? dotted(name) : names.question(name);
        }
    }

    private Typed dotted(Token owner) {
        expect(".");
        return names.question(owner, takeName());
    }

    private Typed function(Token name) {
        expect("(");
        if (Quantifiers.NAMES.contains(name.text()) || name.is("at")) {
            Optional<Over> over = roster();
            if (over.isPresent()) {
                return name.is("at") ? at(name, over.get()) : quantified(name, over.get());
            }
        }
        if (name.is("line")) {
            return line(name);
        }
        if (name.is("unanswered") && !scope.counting()) {
            throw new ExpressionProblem(name.at(), "unanswered() is for checks: relevance cannot depend on it");
        }
        List<Typed> args = new ArrayList<>();
        if (!accept(")")) {
            do {
                args.add(implies());
            } while (accept(","));
            expect(")");
        }
        return call(name.text(), name.at(), args);
    }

    /** Takes the roster that is the first argument, if one is. */
    private Optional<Over> roster() {
        boolean dotted = ahead(1).is(".");
        Token end = ahead(dotted ? 3 : 1);
        if (peek().kind() != Token.Kind.NAME || !end.is(",") && !end.is(")")) {
            return Optional.empty();
        }
        Optional<Over> over = dotted ? names.roster(peek(), ahead(2)) : names.roster(peek());
        over.ifPresent(found -> next += dotted ? 3 : 1);
        return over;
    }

    private Typed line(Token name) {
        if (accept(")")) {
            return names.line(name);
        }
        Token of = takeName();
        expect(")");
        return names.line(name, of);
    }

    private Typed quantified(Token name, Over over) {
        if (accept(")")) {
            Type type = Quantifiers.type(name, Optional.empty());
            return Typed.of(new Quantified(name.text(), over.roster(), Optional.empty()), type, name.at());
        }
        expect(",");
        Body body = body(name, over, over.level().mostRows());
        Type type = Quantifiers.type(name, Optional.of(body.asked()));
        return Typed.of(new Quantified(name.text(), over.roster(), Optional.of(body.lambda())), type, name.at());
    }

    private Typed at(Token name, Over over) {
        expect(",");
        Typed index = implies();
        index.mustBe(Type.NUMBER);
        expect(",");
        Body body = body(name, over, 1);
        if (body.asked().type() == Type.NUMBERS) {
            throw body.asked().problem("a list of numbers stands only to the right of 'in'");
        }
        return Typed.of(new At(over.roster(), index.expression(), body.lambda()), body.asked().type(), name.at());
    }

    /** What is asked of a row. */
    private record Body(Lambda lambda, Typed asked) {}

    private Body body(Token name, Over over, int rows) {
        Token variable = takeName();
        expect("->");
        names.bind(name, variable, over.level(), rows);
        Typed asked = implies();
        expect(")");
        names.unbind(variable, rows);
        return new Body(new Lambda(variable.text(), asked.expression()), asked);
    }

    private static Typed call(String function, Typed left, Typed right) {
        return call(function, left.at(), List.of(left, right));
    }

    private static Typed call(String name, int at, List<Typed> args) {
        return Functions.call(name, at, args);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token ahead(int count) {
        return tokens.get(Math.min(next + count, tokens.size() - 1));
    }

    private String operator() {
        Token token = peek();
        return token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.NAME ? token.text() : "";
    }

    private Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private Token takeName() {
        Token token = take();
        if (token.kind() != Token.Kind.NAME) {
            throw new ExpressionProblem(token.at(), "a name is expected here, not " + token.shown());
        }
        return token;
    }

    private boolean accept(String symbolOrWord) {
        boolean here = peek().is(symbolOrWord);
        if (here) {
            take();
        }
        return here;
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw new ExpressionProblem(peek().at(), "'" + symbol + "' is expected here, not " + peek().shown());
        }
    }

    private interface Step {
        Typed parse();
    }
}
