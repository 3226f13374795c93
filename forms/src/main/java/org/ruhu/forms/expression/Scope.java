package org.ruhu.forms.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names an expression may use and where their values will stand.
 *
 * @param form     questions of the form
 * @param rows     the row the expression is evaluated in, then the rows around it; empty outside rosters
 * @param context  values from outside the interview by name
 * @param options  what a filter chooses from
 * @param counting whether {@code unanswered()} may be asked
 */
public record Scope(Level form, List<Level> rows, Map<String, Variable> context, Optional<Options> options,
        boolean counting) {

    public Scope {
        rows = List.copyOf(rows);
    }

    /** The names of a form, seen from outside its rosters. */
    public static Scope of(Level form, Map<String, Variable> context) {
        return new Scope(form, List.of(), context, Optional.empty(), false);
    }

    /**
     * A name with a value.
     *
     * @param codes codes it may hold; empty when it is not a choice
     * @param slot  index of its value in the form, the row or the context
     */
    public record Variable(Type type, List<String> codes, int slot) {}

    /**
     * The questions of the form, or those of the rows of one roster.
     *
     * @param path     path of the roster, empty for the form
     * @param slot     its position among the rosters beside it
     * @param mostRows no more rows than these are read
     * @param fields   questions other than rosters by name
     * @param rosters  rosters that lie in it by name
     */
    public record Level(String path, int slot, int mostRows, Map<String, Variable> fields, Map<String, Level> rosters) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** Path of a question that stands here. */
        String path(String question) {
            return path.isEmpty() ? "/" + question : path + "/*/" + question;
        }

        boolean has(String name) {
            return fields.containsKey(name) || rosters.containsKey(name);
        }
    }

    /** The same names seen from a row of a roster. */
    public Scope in(String rosterPath) {
        List<Level> around = new ArrayList<>();
        Level level = form;
        for (String name : rosterPath.substring(1).split("/\\*/")) {
            level = Optional.ofNullable(level.rosters().get(name))
                    .orElseThrow(() -> new IllegalArgumentException("no such roster: " + rosterPath));
            around.add(0, level);
        }
        return new Scope(form, around, context, options, counting);
    }

    /** The same names, {@code unanswered()} included. */
    public Scope withCounting() {
        return new Scope(form, rows, context, options, true);
    }

    /** The same names, and those of the option in question. */
    public Scope choosing(Options from) {
        return new Scope(form, rows, context, Optional.of(from), counting);
    }

    /** The row of an expression or a row around it that has a question or roster of this name, else the form. */
    Level holding(String name) {
        return rows.stream().filter(level -> level.has(name)).findFirst().orElse(form);
    }

    /** How a level is called in an expression. */
    String of(Level level) {
        return level == form ? Expression.FORM : level == rows.get(0) ? Expression.ROW : level.path();
    }

    /** How many rows out a level lies: 0 for the row of the expression itself. */
    int distance(String of) {
        int out = 0;
        while (!of.equals(Expression.ROW) && !rows.get(out).path().equals(of)) {
            out++;
        }
        return out;
    }
}
