package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.tools.xlsform.Target.Span;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.Translator.Mode;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPath.Path;

/** What looks at the rows of repeats: node sets of XPath, quantifiers of ours. */
final class Folds {

    /** Smaller and larger than anything a form counts: for rows without a value. */
    private static final String EXTREME = "1000000000000000";

    private final Translator translator;

    Folds(Translator translator) {
        this.translator = translator;
    }

    Term call(XPath.Call call, Scope scope) {
        return switch (call.function()) {
            case "count" -> count(call, scope);
            case "count-non-empty" -> countAnswered(call, scope);
            case "sum" -> sum(call, scope);
            case "position" -> position(call, scope);
            default -> indexed(call, scope);
        };
    }

    private Target target(XPath.Call call, Scope scope) {
        if (Calls.one(call) instanceof Path path && path.start().from() != XPath.From.LIST) {
            return translator.ways().follow(path, scope);
        }
        throw Calls.problem(call, call.function() + "() is asked about questions or repeats");
    }

    /** Writes a row's part of a quantifier. */
    private interface Body {
        String in(Scope row);
    }

    private String fold(Target target, int span, Scope scope, String quantifier, String otherwise, Body body) {
        Span here = target.spans().get(span);
        String variable = translator.ways().variable(here.roster(), scope);
        Scope row = scope.within(here.roster(), variable);
        String inner = span == target.spans().size() - 1 ? body.in(row)
                : fold(target, span + 1, row, quantifier, otherwise, body);
        boolean mayBeNull = span < target.spans().size() - 1 && !quantifier.equals("sum") && !quantifier.equals("any");
        String known = mayBeNull ? "coalesce(" + inner + ", " + otherwise + ")" : inner;
        String all = conditions(here.conditions(), row).map(conditions ->
                "if(" + conditions + ", " + known + ", " + otherwise + ")").orElse(known);
        return quantifier + "(" + translator.ways().name(here.roster(), scope) + ", " + variable + " -> " + all + ")";
    }

    private Optional<String> conditions(List<XPath> conditions, Scope row) {
        List<Term> terms = conditions.stream().map(x -> translator.condition(x, row, Mode.EXACT)).toList();
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.size() == 1 ? terms.get(0).code()
                : terms.stream().map(term -> term.in(Term.AND)).collect(Collectors.joining(" and ")));
    }

    private Term count(XPath.Call call, Scope scope) {
        Target target = target(call, scope);
        if (target.single()) {
            return Term.number(java.math.BigDecimal.ONE);
        }
        return counted(target, row -> {
            List<String> all = new ArrayList<>();
            relevance(target, row).ifPresent(all::add);
            conditions(target.own(), row.from(target.node())).ifPresent(all::add);
            return all.isEmpty() ? "" : all.size() == 1 ? all.get(0) : "(" + String.join(") and (", all) + ")";
        });
    }

    /** What is not relevant is not counted. */
    private Optional<String> relevance(Target target, Scope row) {
        List<Term> all = new ArrayList<>();
        for (Node node = target.node(); node.what != What.REPEAT && node.parent != null; node = node.parent) {
            Node each = node;
            node.line.cell("relevant").ifPresent(cell -> all.add(translator.condition(
                    Quotes.parsed(cell), row.from(each), Mode.EXACT)));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.size() == 1 ? all.get(0).code()
                : all.stream().map(term -> term.in(Term.AND)).collect(Collectors.joining(" and ")));
    }

    private Term counted(Target target, Body condition) {
        int last = target.spans().size() - 1;
        String code = last == 0 ? countRows(target, 0, target.scope(), condition)
                : countNested(target, 0, target.scope(), condition);
        return Term.of(code, Term.PRIMARY, Kind.NUMBER, Blank.NEVER).whole(true).positive(true);
    }

    private String countNested(Target target, int span, Scope scope, Body condition) {
        if (span == target.spans().size() - 1) {
            return countRows(target, span, scope, condition);
        }
        Span here = target.spans().get(span);
        String variable = translator.ways().variable(here.roster(), scope);
        Scope row = scope.within(here.roster(), variable);
        String inner = countNested(target, span + 1, row, condition);
        String all = conditions(here.conditions(), row).map(c -> "if(" + c + ", " + inner + ", 0)").orElse(inner);
        return "sum(" + translator.ways().name(here.roster(), scope) + ", " + variable + " -> " + all + ")";
    }

    private String countRows(Target target, int span, Scope scope, Body condition) {
        Span here = target.spans().get(span);
        String variable = translator.ways().variable(here.roster(), scope);
        Scope row = scope.within(here.roster(), variable);
        List<String> all = new ArrayList<>();
        conditions(here.conditions(), row).ifPresent(all::add);
        String more = condition.in(row);
        if (!more.isEmpty()) {
            all.add(more);
        }
        String name = translator.ways().name(here.roster(), scope);
        return all.isEmpty() ? "count(" + name + ")" : "count(" + name + ", " + variable + " -> "
                + (all.size() == 1 ? all.get(0) : "(" + String.join(") and (", all) + ")") + ")";
    }

    private Term countAnswered(XPath.Call call, Scope scope) {
        Target target = target(call, scope);
        Path path = (Path) Calls.one(call);
        if (target.single()) {
            Term value = translator.question(path, target.node(), target.scope());
            return Term.of("if(" + translator.blank(value).code() + ", 0, 1)", Term.PRIMARY, Kind.NUMBER, Blank.NEVER)
                    .whole(true).positive(true);
        }
        return counted(target, row -> translator.not(translator.blank(
                translator.question(path, target.node(), row))).code());
    }

    private Term number(XPath.Call call, Target target, Scope row) {
        return translator.number(translator.question((Path) Calls.one(call), target.node(), row), call.at());
    }

    private Term sum(XPath.Call call, Scope scope) {
        Target target = target(call, scope);
        Term known = number(call, target, target.scope());
        String code = target.single() ? known.or("0").code() : fold(target, 0, target.scope(), "sum", "0", row -> {
            String value = number(call, target, row).or("0").code();
            return conditions(target.own(), row.from(target.node())).map(c -> "if(" + c + ", " + value + ", 0)")
                    .orElse(value);
        });
        return Term.of(code, Term.PRIMARY, Kind.NUMBER, Blank.NEVER).whole(known.facts().whole())
                .positive(known.facts().positive());
    }

    /** {@code max(${age})}: rows without a value do not count; of none at all there is no largest. */
    Term extreme(XPath.Call call, Scope scope) {
        if (!(Calls.one(call) instanceof Path)) {
            return translator.number(Calls.one(call), scope);
        }
        Target target = target(call, scope);
        Term known = number(call, target, target.scope());
        if (target.single()) {
            return known;
        }
        if (!target.own().isEmpty()) {
            throw Calls.problem(call, "put the condition behind the repeat: ${repeat}[...]/question");
        }
        String otherwise = call.function().equals("max") ? "-" + EXTREME : EXTREME;
        String any = fold(target, 0, target.scope(), "any", "false", row -> {
            Term number = number(call, target, row);
            Term question = translator.question((Path) Calls.one(call), target.node(), row);
            return question.is(Kind.NUMBER) ? "answered(" + question.code() + ")"
                    : "coalesce(" + number.code() + " == " + number.code() + ", false)";
        });
        String all = fold(target, 0, target.scope(), call.function(), otherwise,
                row -> "coalesce(" + number(call, target, row).code() + ", " + otherwise + ")");
        return Term.of("if(" + any + ", " + all + ", null)", Term.PRIMARY, Kind.NUMBER, Blank.NAN)
                .whole(known.facts().whole()).positive(known.facts().positive());
    }

    private Term position(XPath.Call call, Scope scope) {
        Calls.takes(call, 0, 1);
        if (call.args().isEmpty()) {
            if (scope.at().what != What.REPEAT || !scope.rows().containsKey(scope.at())) {
                throw Calls.problem(call, "position() stands inside the brackets behind a repeat; elsewhere write "
                        + "position(..)");
            }
            return line(scope.at(), scope);
        }
        Target target = target(call, scope);
        if (!target.single()) {
            throw Calls.problem(call, "which row of '" + target.node() + "' is meant?");
        }
        return target.node().what == What.REPEAT ? line(target.node(), target.scope())
                : Term.number(java.math.BigDecimal.ONE);
    }

    private static Term line(Node roster, Scope scope) {
        String prefix = scope.rows().get(roster);
        boolean innermost = !scope.own().isEmpty() && scope.own().get(scope.own().size() - 1) == roster;
        String of = !prefix.isEmpty() ? prefix.substring(0, prefix.length() - 1) : innermost ? "" : roster.name();
        return Term.of("line(" + of + ")", Term.PRIMARY, Kind.NUMBER, Blank.NEVER).whole(true).positive(true);
    }

    private Term indexed(XPath.Call call, Scope scope) {
        int given = call.args().size();
        if (given < 3 || given % 2 == 0 || !(call.args().get(0) instanceof Path path)) {
            throw Calls.problem(call, "indexed-repeat() takes a question, and of each repeat around it the repeat and "
                    + "the number of the row");
        }
        Target target = translator.ways().follow(path, scope);
        Map<Node, String> rows = new HashMap<>();
        for (int i = 1; i < given; i += 2) {
            if (!(call.args().get(i) instanceof Path repeat)) {
                throw Calls.problem(call, "a repeat is expected as value " + (i + 1));
            }
            Node roster = translator.ways().follow(repeat, scope).node();
            if (roster.what != What.REPEAT || !target.node().within(roster)) {
                throw Calls.problem(call, "'" + target.node() + "' is not in a repeat '" + roster + "'");
            }
            rows.put(roster, row(translator.number(call.args().get(i + 1), scope)));
        }
        return picked(path, target.node(), rows, target.scope());
    }

    /** Below 1, and unknown, is taken for 1. */
    private static String row(Term index) {
        Term whole = Arithmetic.truncated(index);
        if (whole.constant().isPresent()) {
            return whole.constant().get().startsWith("-") || whole.constant().get().equals("0") ? "1" : whole.code();
        }
        return whole.blank().possible() ? "max(coalesce(" + whole.code() + ", 1), 1)" : "max(" + whole.code() + ", 1)";
    }

    private Term picked(Path path, Node node, Map<Node, String> rows, Scope scope) {
        StringBuilder code = new StringBuilder();
        StringBuilder end = new StringBuilder();
        Scope inside = scope;
        for (Node roster : node.rosters()) {
            if (rows.containsKey(roster)) {
                String variable = translator.ways().variable(roster, inside);
                code.append("at(").append(translator.ways().name(roster, inside)).append(", ").append(rows.get(roster))
                        .append(", ").append(variable).append(" -> ");
                end.append(')');
                inside = inside.within(roster, variable);
            } else if (!inside.rows().containsKey(roster)) {
                throw new org.ruhu.tools.xlsform.xpath.XPathProblem(path.at(),
                        "which row of the repeat '" + roster + "' is meant?");
            }
        }
        Term known = translator.question(path, node, inside);
        Term.Facts facts = known.facts();
        return new Term(code + known.code() + end, Term.PRIMARY, known.kind(), Blank.EMPTY,
                new Term.Facts(facts.whole(), facts.positive(), false, false, facts.hollow()),
                known.codes(), Optional.empty(), Optional.empty());
    }

    /** The value in one row of a repeat: {@code ${members}[position() = 2]/age}. */
    Term one(Path path, Target target) {
        Map<Node, String> rows = new HashMap<>();
        for (Span span : target.spans()) {
            Optional<XPath> number = span.conditions().size() == 1
                    ? numbered(span.conditions().get(0)) : Optional.empty();
            rows.put(span.roster(), number.map(x -> translator.number(x, target.scope()).code())
                    .orElseThrow(() -> new org.ruhu.tools.xlsform.xpath.XPathProblem(path.at(), "'" + target.node()
                            + "' is asked in every row of the repeat '" + span.roster() + "': which one is meant? "
                            + "indexed-repeat(...), sum(...) and count(...) can say")));
        }
        return picked(path, target.node(), rows, target.scope());
    }

    private static Optional<XPath> numbered(XPath condition) {
        if (condition instanceof XPath.Number) {
            return Optional.of(condition);
        }
        if (condition instanceof XPath.Binary equal && equal.operator().equals("=")) {
            return position(equal.left()) ? Optional.of(equal.right())
                    : position(equal.right()) ? Optional.of(equal.left()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean position(XPath x) {
        return x instanceof XPath.Call call && call.function().equals("position") && call.args().isEmpty();
    }
}
