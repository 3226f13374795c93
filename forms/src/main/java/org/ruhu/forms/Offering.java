package org.ruhu.forms;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.ruhu.forms.Program.Offered;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Filter;
import org.ruhu.forms.expression.RowChoice;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Type;

/** Makes of {@code filter} and {@code choose} what a question offers. */
final class Offering {

    private final Outline outline;
    private final Layout layout;
    private final Parsing parsing;
    private final BiConsumer<String, String> complaints;

    /** An expression understood in a scope; empty, and complained about, when it cannot be. */
    interface Parsing {
        Optional<Rules> parsed(String where, String text, Type type, Scope scope);
    }

    /** @param complaints takes path and what is wrong there */
    Offering(Outline outline, Layout layout, Parsing parsing, BiConsumer<String, String> complaints) {
        this.outline = outline;
        this.layout = layout;
        this.parsing = parsing;
        this.complaints = complaints;
    }

    Optional<Offered> of(Question question) {
        Optional<String> filter = outline.expression(question.path(), "filter");
        return filter.isPresent() ? filtered(question, filter.get())
                : question.choose().flatMap(choose -> chosen(question, choose));
    }

    private Optional<Offered> filtered(Question question, String filter) {
        if (question.codes().isEmpty() || question.calculated()) {
            complaints.accept(question.path(), "filter: only a question with codes can have one");
            return Optional.empty();
        }
        Scope scope = layout.around(question).choosing(layout.options(question));
        return parsing.parsed(question.path() + " filter", filter, Type.BOOLEAN, scope).map(rules -> new Offered(
                new Filter(rules.expression(), scope), Optional.of(rules), Optional.empty(), rules.reads()));
    }

    private Optional<Offered> chosen(Question question, Choose choose) {
        boolean takes = question.codes().isEmpty() && !question.calculated() && (question.kind() == Kind.NUMBER
                || question.kind() == Kind.TEXT || question.kind() == Kind.CODES);
        if (!takes) {
            complaints.accept(question.path(), "choose: only a number, a text or several texts can be chosen");
            return Optional.empty();
        }
        Optional<RosterName> roster = RowChoice.roster(layout.around(question), choose.roster());
        if (roster.isEmpty()) {
            complaints.accept(question.path(), "choose: there is no roster " + choose.roster()
                    + " of the form or of a row around this question");
            return Optional.empty();
        }
        return known(question, choose) ? offered(question, choose, roster.get()) : Optional.empty();
    }

    private Optional<Offered> offered(Question question, Choose choose, RosterName roster) {
        Optional<String> text = outline.where(question.path());
        Optional<Rules> where = text.flatMap(told -> parsing.parsed(question.path() + " choose where", told,
                Type.BOOLEAN, layout.scope().in(choose.roster())));
        Optional<String> value = Optional.of(choose.value()).filter(name -> !name.equals(Choose.LINE));
        Set<String> reads = new TreeSet<>(Set.of(choose.roster()));
        value.ifPresent(name -> reads.add(choose.roster() + "/*/" + name));
        choose.label().forEach(name -> reads.add(choose.roster() + "/*/" + name));
        where.ifPresent(rules -> reads.addAll(rules.reads()));
        return Optional.of(new Offered(new RowChoice(layout.around(question), roster, value,
                where.map(Rules::formula)), where, Optional.of(roster), reads));
    }

    private boolean known(Question question, Choose choose) {
        boolean valued = choose.value().equals(Choose.LINE)
                || kind(choose, choose.value()).filter(kind -> switch (kind) {
                    case BOOLEAN, NUMBER, TEXT, CODE, DATE -> true;
                    case CODES, DATETIME, ROSTER -> false;
                }).isPresent();
        if (!valued) {
            complaints.accept(question.path(), "choose: value must be line or a question of a row of "
                    + choose.roster() + " with one number, text, code, date or boolean");
        }
        boolean secret = Optional.ofNullable(outline.questions().get(choose.roster() + "/*/" + choose.value()))
                .filter(chosen -> chosen.identifier().isPresent())
                .filter(chosen -> !chosen.identifier().equals(question.identifier())).isPresent();
        if (secret) {
            complaints.accept(question.path(), "choose: the value singles out a person, so this question must be "
                    + "the same identifier");
        }
        boolean labelled = choose.label().stream().allMatch(name ->
                kind(choose, name).filter(kind -> kind != Kind.ROSTER && kind != Kind.DATETIME).isPresent());
        if (!labelled) {
            complaints.accept(question.path(), "choose: label must name questions of a row of " + choose.roster()
                    + ", no roster and no point in time");
        }
        return valued && labelled && !secret;
    }

    private Optional<Kind> kind(Choose choose, String name) {
        return Optional.ofNullable(outline.questions().get(choose.roster() + "/*/" + name)).map(Question::kind);
    }
}
