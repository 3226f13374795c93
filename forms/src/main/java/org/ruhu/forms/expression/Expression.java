package org.ruhu.forms.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A parsed expression with every name resolved. Its JSON form, {@link SyntaxTree}, is what travels to tablets. */
public sealed interface Expression {

    /** {@code of} for a question of the form, and for a question of the row the expression belongs to. */
    String FORM = "form";
    String ROW = "row";

    /** The option a filter is asked about, and its column that every option has. */
    String CHOICE = "choice";
    String CODE = "code";

    record NumberConstant(BigDecimal value) implements Expression {}

    record TextConstant(String value) implements Expression {}

    record BooleanConstant(boolean value) implements Expression {}

    record NullConstant() implements Expression {}

    record DateConstant(LocalDate value) implements Expression {}

    record TextList(List<String> values) implements Expression {}

    record NumberList(List<BigDecimal> values) implements Expression {}

    /**
     * A question.
     *
     * @param of {@link #FORM}, {@link #ROW}, the path of a roster for the row of it around the row of the expression,
     *           or the variable of an enclosing quantifier
     */
    record Field(String name, String of) implements Expression {}

    /** Row number from 1. */
    record Line(String of) implements Expression {}

    /** What is known of the option a filter is asked about: a column of its code list, or {@link #CODE}. */
    record Column(String name) implements Expression {}

    record ContextValue(String name) implements Expression {}

    record Call(String function, List<Expression> args) implements Expression {}

    /** {@code any(members, m -> body)}; without variable and body, the number of rows. */
    record Quantified(String quantifier, RosterName over, Optional<Lambda> lambda) implements Expression {}

    /** {@code at(members, 2, m -> body)}: the body in one row, counted from 1. */
    record At(RosterName over, Expression index, Lambda lambda) implements Expression {}

    /** Not an expression of its own: a roster, and whose it is, as in {@link Field}. */
    record RosterName(String name, String of) {}

    /** Not an expression of its own: what a quantifier asks of each row. */
    record Lambda(String variable, Expression body) {}
}
