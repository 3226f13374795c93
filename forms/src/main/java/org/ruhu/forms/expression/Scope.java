package org.ruhu.forms.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names an expression may use and where their values will stand.
 *
 * @param form     questions of the form by name
 * @param rosters  rosters by name
 * @param context  values from outside the interview by name
 * @param row      name of the roster the expression is evaluated in, once per row
 * @param counting whether {@code unanswered()} may be asked
 */
public record Scope(Map<String, Variable> form, Map<String, Roster> rosters, Map<String, Variable> context,
        Optional<String> row, boolean counting) {

    /**
     * A name with a value.
     *
     * @param codes codes it may hold; empty when it is not a choice
     * @param slot  index of its value in the form, the row or the context
     */
    public record Variable(Type type, List<String> codes, int slot) {}

    /** A roster: its position among the rosters and the questions of its rows. */
    public record Roster(int slot, Map<String, Variable> fields) {}

    /** The same names seen from a row of a roster. */
    public Scope in(String roster) {
        return new Scope(form, rosters, context, Optional.of(roster), counting);
    }

    /** The same names, {@code unanswered()} included. */
    public Scope withCounting() {
        return new Scope(form, rosters, context, row, true);
    }

    Optional<Variable> rowVariable(String name) {
        return row.map(rosters::get).map(roster -> roster.fields().get(name));
    }
}
