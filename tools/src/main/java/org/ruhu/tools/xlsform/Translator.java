package org.ruhu.tools.xlsform;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPath.From;
import org.ruhu.tools.xlsform.xpath.XPath.Path;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/**
 * Turns XPath into our language so that it yields the same. XPath knows two truths and takes what is unanswered for an
 * empty text, ours has a third for it; {@link Mode} says what null may stand for, and only where it may not a
 * {@code coalesce} is written.
 */
final class Translator {

    /** What a null of a condition is taken for by whoever asks; {@code EXACT}: there must be none. */
    enum Mode {
        FALSE, TRUE, EXACT;

        Mode opposite() {
            return this == FALSE ? TRUE : this == TRUE ? FALSE : EXACT;
        }

        boolean takesFor(boolean value) {
            return this == (value ? TRUE : FALSE);
        }
    }

    private final Survey survey;
    private final Choices choices;
    private final Remarks remarks;
    private final Ways ways;
    private final Comparisons comparisons = new Comparisons(this);
    private final Calls calls = new Calls(this);
    private final Folds folds = new Folds(this);
    private final Map<Node, Optional<Term>> calculated = new HashMap<>();
    private final Set<Node> underWay = new HashSet<>();
    private Optional<Node> today = Optional.empty();
    private boolean todayAdded;
    private Place place = Place.of("survey");

    Translator(Survey survey, Choices choices, Remarks remarks) {
        this.survey = survey;
        this.choices = choices;
        this.remarks = remarks;
        this.ways = new Ways(survey);
        this.today = survey.root().children.stream().filter(node -> node.what == What.TODAY).findFirst();
    }

    Ways ways() {
        return ways;
    }

    Folds folds() {
        return folds;
    }

    Choices choices() {
        return choices;
    }

    /** What is odd, about the expression that is being translated. */
    void warn(String message) {
        remarks.warn(place, message);
    }

    /** Reads and translates what a cell holds; what is wrong with it is said, and nothing comes back. */
    Optional<Term> translate(Cell cell, java.util.function.Function<XPath, Term> how) {
        Place before = place;
        place = cell.place();
        try {
            return Optional.of(how.apply(Quotes.parsed(cell)));
        } catch (XPathProblem problem) {
            remarks.refuse(cell.place(), problem.getMessage() + ", in: " + cell.text());
            return Optional.empty();
        } finally {
            place = before;
        }
    }

    Term condition(XPath x, Scope scope, Mode mode) {
        if (x instanceof XPath.Binary binary) {
            switch (binary.operator()) {
                case "and", "or":
                    return joined(binary, scope, mode);
                case "=", "!=":
                    return comparisons.equality(binary, scope, mode);
                case "<", "<=", ">", ">=":
                    return comparisons.order(binary, scope, mode);
                default:
                    break;
            }
        }
        if (x instanceof XPath.Call call) {
            Optional<Term> known = calls.condition(call, scope, mode);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return truth(value(x, scope), mode);
    }

    private Term joined(XPath.Binary binary, Scope scope, Mode mode) {
        boolean and = binary.operator().equals("and");
        Mode inner = mode == Mode.EXACT ? Mode.FALSE : mode;
        Term left = condition(binary.left(), scope, inner);
        Term right = condition(binary.right(), scope, inner);
        if (left.isBoolean(and) || right.isBoolean(!and)) {
            return exact(right, mode, inner == Mode.TRUE);
        }
        if (right.isBoolean(and) || left.isBoolean(!and)) {
            return exact(left, mode, inner == Mode.TRUE);
        }
        int strength = and ? Term.AND : Term.OR;
        Term whole = Term.of(left.in(strength) + (and ? " and " : " or ") + right.in(strength), strength,
                Kind.BOOLEAN, left.blank().or(right.blank()))
                .dotted(left.facts().dotted() && right.facts().dotted());
        return exact(whole, mode, inner == Mode.TRUE);
    }

    /** A condition that may be null, which then stands for this; made fit for whoever asks. */
    static Term exact(Term term, Mode mode, boolean nullMeans) {
        return term.blank() == Blank.NEVER || mode.takesFor(nullMeans) ? term : term.or(String.valueOf(nullMeans));
    }

    Term not(Term term) {
        if (term.kind() == Kind.BOOLEAN && term.constant().isPresent()) {
            return Term.bool(term.isBoolean(false));
        }
        if (term.strength() == Term.NOT && term.code().startsWith("not ")) {
            return Term.of(term.code().substring(4), Term.NOT, Kind.BOOLEAN, term.blank())
                    .dotted(term.facts().dotted());
        }
        return Term.of("not " + term.in(Term.NOT), Term.NOT, Kind.BOOLEAN, term.blank()).dotted(term.facts().dotted());
    }

    /** What XPath makes of a value where it wants yes or no. */
    Term truth(Term value, Mode mode) {
        switch (value.kind()) {
            case BOOLEAN:
                return exact(value, mode, false);
            case NUMBER:
                if (value.constant().isPresent()) {
                    return Term.bool(!value.constant().get().equals("0"));
                }
                return exact(Term.strict(value.in(Term.SUM) + " != 0", Term.COMPARISON, Kind.BOOLEAN, value), mode,
                        false);
            default:
                return value.constant().isPresent() ? Term.bool(!value.constant().get().isEmpty()) : not(blank(value));
        }
    }

    /** Whether a value is the empty text to XPath; never null. */
    Term blank(Term value) {
        if (value.constant().isPresent()) {
            return Term.bool(value.constant().get().isEmpty());
        }
        if (!value.blank().maybeEmpty() && !value.facts().hollow()) {
            return Term.bool(false);
        }
        if (value.facts().question() && !value.facts().hollow()) {
            return Term.of("not answered(" + value.code() + ")", Term.NOT, Kind.BOOLEAN, Blank.NEVER);
        }
        String text = value.is(Kind.TEXT) ? value.code() : "text(" + value.code() + ")";
        return Term.of("coalesce(" + text + ", \"\") == \"\"", Term.COMPARISON, Kind.BOOLEAN, Blank.NEVER);
    }

    Term value(XPath x, Scope scope) {
        if (x instanceof XPath.Number number) {
            return Term.number(number.value());
        }
        if (x instanceof XPath.Text text) {
            return Term.text(text.value());
        }
        if (x instanceof XPath.Negative negative) {
            Term inner = number(negative.value(), scope);
            return inner.constant().isPresent() ? Term.number(new BigDecimal(inner.constant().get()).negate())
                    : Term.strict("-" + inner.in(Term.MINUS), Term.MINUS, Kind.NUMBER, inner)
                            .whole(inner.facts().whole());
        }
        if (x instanceof Path path) {
            return path(path, scope);
        }
        if (x instanceof XPath.Call call) {
            return calls.value(call, scope);
        }
        XPath.Binary binary = (XPath.Binary) x;
        return switch (binary.operator()) {
            case "+", "-", "*", "div", "mod" -> Arithmetic.of(this, binary, scope);
            default -> condition(x, scope, Mode.EXACT);
        };
    }

    private Term path(Path path, Scope scope) {
        if (scope.list().isPresent() && path.start().from() == From.HERE && path.steps().size() == 1) {
            return column(path, scope.list().get());
        }
        if (path.start().from() == From.LIST) {
            return Lookups.of(this, path, scope);
        }
        Target target = ways.follow(path, scope);
        if (!target.single()) {
            return folds.one(path, target);
        }
        if (!target.own().isEmpty()) {
            throw new XPathProblem(path.at(), "a condition stands behind '" + target.node() + "', which is no repeat");
        }
        return question(path, target.node(), target.scope());
    }

    private static Term column(Path path, Choices.Options list) {
        String name = path.steps().get(0).name();
        if (name.equals("name") || name.equals("value")) {
            return Term.of("choice.code", Term.PRIMARY, Kind.TEXT, Blank.NEVER).among(list.codes());
        }
        if (name.equals("label")) {
            throw new XPathProblem(path.at(), "a filter cannot look at labels");
        }
        if (!list.columns().containsKey(name)) {
            return Term.text("");
        }
        return Term.of("choice." + Choices.Options.column(name), Term.PRIMARY, Kind.TEXT,
                list.blanks(name) ? Blank.EMPTY : Blank.NEVER);
    }

    /** The value of a question whose row is at hand. */
    Term question(Path path, Node node, Scope scope) {
        if (!node.what.question()) {
            throw new XPathProblem(path.at(), "'" + node + "' is a " + (node.what == What.GROUP ? "group" : node.what
                    == What.REPEAT ? "repeat" : "row") + " and has no value");
        }
        Term known = known(node);
        String name = ways.name(node, scope);
        boolean dot = scope.constraint() && node == scope.at();
        Term.Facts facts = new Term.Facts(known.facts().whole(), known.facts().positive(), true, dot,
                known.facts().hollow());
        return new Term(name, Term.PRIMARY, known.kind(), dot ? Blank.NEVER : Blank.EMPTY, facts, known.codes(),
                Optional.empty(), Optional.empty());
    }

    /** What is known of the values of a question. */
    Term known(Node node) {
        Term free = Term.of("", Term.PRIMARY, Kind.TEXT, Blank.EMPTY);
        Optional<Cell> calculation = node.line.cell("calculation");
        return switch (node.what) {
            case INTEGER -> free(Kind.NUMBER).whole(true);
            case RANGE -> free(Kind.NUMBER).whole(Ranges.whole(node.line));
            case DECIMAL -> free(Kind.NUMBER);
            case DATE, TODAY -> free(Kind.DATE);
            case ONE -> node.type.list().startsWith("${") ? free
                    : free.among(choices.list(node.type.list()).map(Choices.Options::codes).orElse(List.of()));
            case ACKNOWLEDGE -> free.among(List.of("OK"));
            case MANY -> free(Kind.CODES).among(node.type.list().startsWith("${") ? List.of()
                    : choices.list(node.type.list()).map(Choices.Options::codes).orElse(List.of()));
            case CALCULATE, HIDDEN -> calculation.isPresent() ? calculated(node, calculation.get())
                    : node.line.cell("default").map(cell -> free).orElse(free);
            default -> node.what.opaque() ? free(Kind.OPAQUE) : free;
        };
    }

    private static Term free(Kind kind) {
        return Term.of("", Term.PRIMARY, kind, Blank.EMPTY);
    }

    private Term calculated(Node node, Cell calculation) {
        if (underWay.contains(node)) {
            throw new XPathProblem(1, "'" + node + "' is calculated from itself");
        }
        if (!calculated.containsKey(node)) {
            underWay.add(node);
            Place before = place;
            place = calculation.place();
            try {
                calculated.put(node, Optional.of(calculation(node, Quotes.parsed(calculation))));
            } catch (XPathProblem problem) {
                calculated.put(node, Optional.empty());
            } finally {
                place = before;
                underWay.remove(node);
            }
        }
        return calculated.get(node).map(Translator::asStored).orElse(Term.of("", Term.PRIMARY, Kind.TEXT, Blank.EMPTY));
    }

    /** Calculated values keep their type, and may always be nothing. */
    private static Term asStored(Term term) {
        Term.Facts facts = new Term.Facts(term.facts().whole(), term.facts().positive(), true, false, false);
        return new Term("", Term.PRIMARY, term.kind(), Blank.EMPTY, facts, term.codes(), Optional.empty(),
                Optional.empty());
    }

    /** The value of a calculate row. */
    Term calculation(Node node, XPath x) {
        String type = node.line.text("bind_type");
        Scope scope = Scope.of(node);
        Term term = switch (type) {
            case "int", "integer" -> Arithmetic.truncated(number(x, scope));
            case "decimal" -> number(x, scope);
            default -> value(x, scope);
        };
        if (term.is(Kind.CODES)) {
            return text(term, x.at());
        }
        if (term.is(Kind.OPAQUE)) {
            throw new XPathProblem(x.at(), "a calculation can yield a number, a text or a day only");
        }
        return term;
    }

    Term number(XPath x, Scope scope) {
        if (x instanceof XPath.Call call && call.function().equals("if") && call.args().size() == 3) {
            return calls.choice(call, scope, arg -> number(arg, scope));
        }
        return number(value(x, scope), x.at());
    }

    Term number(Term value, int at) {
        switch (value.kind()) {
            case NUMBER:
                return value.blank().possible() ? value.blank(Blank.NAN) : value;
            case BOOLEAN:
                return Term.strict("if(" + value.code() + ", 1, 0)", Term.PRIMARY, Kind.NUMBER, value).whole(true)
                        .positive(true);
            case DATE:
                return Term.strict("days(date(\"1970-01-01\"), " + value.code() + ")", Term.PRIMARY, Kind.NUMBER, value)
                        .whole(true).onDay(value.code());
            case TEXT:
                return ofText(value);
            default:
                throw new XPathProblem(at, "this cannot be used as a number");
        }
    }

    /** A number that never is one. */
    static Term nothing() {
        return Term.of("number(\"\")", Term.PRIMARY, Kind.NUMBER, Blank.NAN);
    }

    private Term ofText(Term value) {
        if (value.constant().isPresent()) {
            String text = value.constant().get().strip().replace(',', '.');
            if (text.matches("-?\\d+(\\.\\d*)?|-?\\.\\d+")) {
                return Term.number(new BigDecimal(text));
            }
            if (!text.isEmpty()) {
                warn("'" + value.constant().get() + "' is no number: nothing is ever less or more than it"
                        + (text.matches("\\d{4}-\\d{2}-\\d{2}") ? "; write date('" + text + "')" : ""));
            }
            return nothing();
        }
        boolean whole = !value.codes().isEmpty()
                && value.codes().stream().allMatch(code -> code.matches("-?\\d{1,15}"));
        return Term.of("number(" + value.code() + ")", Term.PRIMARY, Kind.NUMBER,
                value.blank().possible() || value.codes().isEmpty() || !whole ? Blank.NAN : Blank.NEVER)
                .whole(whole).dotted(value.facts().dotted());
    }

    Term text(XPath x, Scope scope) {
        if (x instanceof XPath.Call call && call.function().equals("if") && call.args().size() == 3) {
            return calls.choice(call, scope, arg -> text(arg, scope));
        }
        return text(value(x, scope), x.at());
    }

    Term text(Term value, int at) {
        switch (value.kind()) {
            case TEXT:
                return value;
            case BOOLEAN:
                return value.constant().map(Term::text).orElseGet(() -> Term.of(
                        "if(" + value.code() + ", \"true\", \"false\")", Term.PRIMARY, Kind.TEXT, value.blank())
                        .among(List.of("true", "false")));
            case NUMBER, DATE:
                if (value.constant().isPresent()) {
                    return Term.text(value.constant().get());
                }
                Term text = Term.of("text(" + value.code() + ")", Term.PRIMARY, Kind.TEXT, value.blank())
                        .dotted(value.facts().dotted());
                return value.blank() == Blank.NAN ? text.or("\"NaN\"") : text;
            case CODES:
                return Lookups.joined(this, value, at);
            default:
                throw new XPathProblem(at, "of this answer a rule can only ask whether it is there");
        }
    }

    /** The question that holds the day of the interview; made when the form has none. */
    Term today(Scope scope) {
        if (today.isEmpty()) {
            todayAdded = true;
            Node added = new Node(What.TODAY, "today", survey.root().line, new TypeName(What.TODAY, "", false),
                    survey.root());
            added.call(free("today"));
            survey.root().children.add(added);
            today = Optional.of(added);
            warn("today() is the day the interview starts: the form gets a question '" + added.name()
                    + "', filled in by the device");
        }
        return Term.of(ways.name(today.get(), scope), Term.PRIMARY, Kind.DATE, Blank.NEVER).with(
                new Term.Facts(false, false, true, false, false));
    }

    private String free(String base) {
        String name = base;
        for (int n = 2; named(name); n++) {
            name = base + "_" + n;
        }
        return name;
    }

    private boolean named(String name) {
        return survey.root().all().stream().anyMatch(node -> node.name().equals(name));
    }

    boolean todayAdded() {
        return todayAdded;
    }
}
