package org.ruhu.tools.link.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.link.condition.Condition.Relation;
import org.ruhu.tools.link.condition.ConditionLexer.Kind;
import org.ruhu.tools.link.condition.ConditionLexer.Token;
import org.ruhu.tools.link.condition.Vocabulary.Measure;
import org.ruhu.tools.link.condition.Vocabulary.Scale;

/**
 * Reads {@code jaro_winkler(given) >= 0.92 and (exact(surname) or not missing(dob))}. {@code and} binds more than
 * {@code or}, {@code not} more than both. {@code exact(given, surname)} compares the left record's first column with
 * the right one's second.
 */
public final class ConditionParser {

    private static final int DEEPEST = 50;

    private final Optional<String> usual;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private ConditionParser(String text, Optional<String> usual) {
        this.usual = usual;
        tokens = ConditionLexer.tokens(text);
    }

    /** @throws ConditionProblem */
    public static Condition parse(String text) {
        return new ConditionParser(text, Optional.empty()).whole();
    }

    /**
     * @param column what a measure without parentheses looks at: {@code exact} is {@code exact(column)}
     * @throws ConditionProblem
     */
    public static Condition parse(String text, String column) {
        return new ConditionParser(text, Optional.of(column)).whole();
    }

    private Condition whole() {
        Condition condition = any();
        if (here().kind() != Kind.END) {
            throw expected("'and', 'or' or the end");
        }
        return condition;
    }

    private Condition any() {
        if (++depth > DEEPEST) {
            throw new ConditionProblem(here().at(), "more than " + DEEPEST + " parentheses within one another");
        }
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (takeWord("or")) {
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (takeWord("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition one() {
        boolean negated = false;
        while (takeWord("not")) {
            negated = !negated;
        }
        Condition plain = take("(") ? inParentheses() : test();
        return negated ? new Condition.Not(plain) : plain;
    }

    private Condition inParentheses() {
        Condition inner = any();
        need(")");
        return inner;
    }

    private Condition test() {
        Token name = here();
        if (name.kind() != Kind.WORD || name.isWord("and") || name.isWord("or")) {
            throw expected("a measure, such as exact(column) or levenshtein(column) <= 2");
        }
        at++;
        Measure measure = Vocabulary.measure(name.text()).orElseThrow(() -> new ConditionProblem(name.at(),
                "there is no measure '" + name.text() + "'" + Nearest.hint(name.text(), Vocabulary.names())));
        List<String> columns = columns(name, measure);
        return relation().map(relation -> compared(measure, columns, relation))
                .orElseGet(() -> yesNo(name, measure, columns));
    }

    /** The left record's and the right one's. */
    private List<String> columns(Token name, Measure measure) {
        if (!take("(")) {
            String column = usual.orElseThrow(() -> new ConditionProblem(name.at(),
                    "which column? Write " + measure.name() + "(column), or give the comparison a \"column\""));
            return List.of(column, column);
        }
        String left = column();
        String right = take(",") ? column() : left;
        need(")");
        return List.of(left, right);
    }

    private String column() {
        Token token = here();
        if (token.kind() != Kind.WORD && token.kind() != Kind.QUOTED) {
            throw expected("a column; names that are not letters, digits and _ go into quotes");
        }
        at++;
        return token.text();
    }

    private Optional<Relation> relation() {
        if (here().is("==")) {
            at++;
            return Optional.of(Relation.EQUAL);
        }
        for (Relation relation : Relation.values()) {
            if (take(relation.sign())) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    private Condition compared(Measure measure, List<String> columns, Relation relation) {
        Token token = here();
        double bound = number();
        boolean share = measure.scale() == Scale.LIKENESS || measure.scale() == Scale.YES_NO;
        if (bound < 0 || share && bound > 1) {
            throw new ConditionProblem(token.at(), measure.name() + " gives numbers from 0"
                    + (share ? " to 1" : "") + ", so " + token.text() + " makes no sense");
        }
        return new Condition.Test(measure.name(), columns.get(0), columns.get(1), relation, bound);
    }

    private double number() {
        Token token = here();
        if (token.kind() != Kind.NUMBER) {
            throw expected("a number");
        }
        at++;
        try {
            return Double.parseDouble(token.text());
        } catch (NumberFormatException e) {
            throw new ConditionProblem(token.at(), "'" + token.text() + "' is no number");
        }
    }

    private static Condition yesNo(Token name, Measure measure, List<String> columns) {
        if (measure.scale() != Scale.YES_NO) {
            String example = measure.scale() == Scale.LIKENESS ? " >= 0.9" : measure.scale() == Scale.COUNT ? " >= 1"
                    : " <= 2";
            throw new ConditionProblem(name.at(), measure.name() + " gives a number; compare it with one: "
                    + ConditionPrinter.call(measure.name(), columns.get(0), columns.get(1)) + example);
        }
        return new Condition.Test(measure.name(), columns.get(0), columns.get(1), Relation.AT_LEAST, 1);
    }

    private Token here() {
        return tokens.get(at);
    }

    private boolean take(String sign) {
        boolean there = here().is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private boolean takeWord(String word) {
        boolean there = here().isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    private void need(String sign) {
        if (!take(sign)) {
            throw expected("'" + sign + "'");
        }
    }

    private ConditionProblem expected(String what) {
        return new ConditionProblem(here().at(), "expected " + what + ", found " + here().shown());
    }
}
