package org.ruhu.forms.expression;

import java.util.List;

/**
 * An expression with what it yields.
 *
 * @param codes codes it may yield when it is a choice question, empty otherwise
 * @param at    position of its first character, from 1
 */
public record Typed(Expression expression, Type type, List<String> codes, int at) {

    static Typed of(Expression expression, Type type, int at) {
        return new Typed(expression, type, List.of(), at);
    }

    /** @throws ExpressionProblem when it yields something else */
    public void mustBe(Type expected) {
        if (!expected.accepts(type)) {
            throw problem("a " + expected.word() + " is expected here, this is a " + type.word());
        }
    }

    ExpressionProblem problem(String message) {
        return new ExpressionProblem(at, message);
    }
}
