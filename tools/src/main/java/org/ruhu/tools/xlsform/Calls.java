package org.ruhu.tools.xlsform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.Translator.Mode;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/** What functions of XPath and of ODK become. */
final class Calls {

    private static final String PI = "3.141592653589793";

    /** Why there is no translation, by function. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("uuid", "a form yields the same on every machine, and this never does"),
            Map.entry("random", "a form yields the same on every machine, and this never does"),
            Map.entry("pulldata", "files are read as lists of options only: use instance('...')/root/item[...]"),
            Map.entry("jr:itext", "texts of options are shown, not calculated with"),
            Map.entry("substring-before", "there is nothing to find a place in a text with"),
            Map.entry("substring-after", "there is nothing to find a place in a text with"),
            Map.entry("translate", "there is nothing to change letters with"),
            Map.entry("normalize-space", "there is nothing to change letters with"),
            Map.entry("property", "the device's own properties are not at hand"),
            Map.entry("decimal-time", "of a time a rule can only ask whether it is there"));

    private final Translator translator;
    private final Texts texts;
    private final Days days;

    Calls(Translator translator) {
        this.translator = translator;
        this.texts = new Texts(translator);
        this.days = new Days(translator);
    }

    /** What yields yes or no; absent for any other function. */
    Optional<Term> condition(XPath.Call call, Scope scope, Mode mode) {
        return switch (call.function()) {
            case "true" -> Optional.of(Term.bool(true));
            case "false" -> Optional.of(Term.bool(false));
            case "not" -> Optional.of(translator.not(
                    translator.condition(one(call), scope, mode.opposite())));
            case "boolean" -> Optional.of(translator.condition(one(call), scope, mode));
            case "selected", "is-selected" -> Optional.of(selected(call, scope, mode));
            case "contains", "starts-with", "ends-with", "regex", "boolean-from-string" ->
                    Optional.of(texts.condition(call, scope, mode));
            case "checklist" -> Optional.of(checklist(call, scope));
            case "if" -> ifCondition(call, scope, mode);
            default -> Optional.empty();
        };
    }

    private Optional<Term> ifCondition(XPath.Call call, Scope scope, Mode mode) {
        takes(call, 3, 3);
        Mode inner = mode == Mode.EXACT ? Mode.EXACT : mode;
        Term whole = choice(call, scope, arg -> translator.condition(arg, scope, inner));
        return Optional.of(whole);
    }

    Term value(XPath.Call call, Scope scope) {
        switch (call.function()) {
            case "true", "false", "not", "boolean", "selected", "is-selected", "contains", "starts-with", "ends-with",
                    "regex", "boolean-from-string", "checklist":
                return condition(call, scope, Mode.EXACT).orElseThrow();
            case "if":
                takes(call, 3, 3);
                return choice(call, scope);
            case "coalesce":
                return coalesce(call, scope);
            case "once":
                return once(call, scope);
            case "count", "count-non-empty", "sum", "indexed-repeat", "position":
                return translator.folds().call(call, scope);
            case "min", "max":
                return extreme(call, scope);
            case "count-selected":
                return countSelected(call, scope);
            case "selected-at":
                return Lookups.selectedAt(translator, call, scope);
            case "jr:choice-name":
                return Lookups.choiceName(translator, call, scope);
            case "string", "string-length", "substr", "concat", "join":
                return texts.value(call, scope);
            case "today", "now", "date", "date-time", "decimal-date-time", "format-date", "format-date-time":
                return days.value(call, scope);
            default:
                return arithmetic(call, scope);
        }
    }

    private Term arithmetic(XPath.Call call, Scope scope) {
        switch (call.function()) {
            case "number":
                return translator.number(one(call), scope);
            case "int":
                return Arithmetic.truncated(translator.number(one(call), scope));
            case "round":
                takes(call, 1, 2);
                return Arithmetic.rounded(translator.number(call.args().get(0), scope), places(call));
            case "abs":
                Term of = translator.number(one(call), scope);
                return of.facts().positive() ? of
                        : Term.call("abs", Kind.NUMBER, of).whole(of.facts().whole()).positive(true);
            case "pow":
                return power(call, scope);
            case "pi":
                takes(call, 0, 0);
                return Term.number(new BigDecimal(PI));
            default:
                String why = REFUSED.get(call.function());
                throw problem(call, call.function() + "() cannot be translated" + (why == null ? "" : ": " + why));
        }
    }

    private static int places(XPath.Call call) {
        if (call.args().size() == 1) {
            return 0;
        }
        XPath places = call.args().get(1);
        boolean negative = places instanceof XPath.Negative;
        XPath size = places instanceof XPath.Negative minus ? minus.value() : places;
        if (size instanceof XPath.Number number && number.value().stripTrailingZeros().scale() <= 0
                && number.value().compareTo(BigDecimal.TEN) <= 0) {
            return negative ? -number.value().intValue() : number.value().intValue();
        }
        throw problem(call, "round to a number of places written as such, 10 at most");
    }

    private Term power(XPath.Call call, Scope scope) {
        takes(call, 2, 2);
        Term base = translator.number(call.args().get(0), scope);
        Term exponent = translator.number(call.args().get(1), scope);
        if (!exponent.facts().whole()) {
            throw problem(call, "the second value of pow() must be a whole number");
        }
        return Term.call("pow", Kind.NUMBER, base, exponent).blank(Blank.NAN).positive(base.facts().positive());
    }

    /** {@code if} with both branches read in the same way. */
    Term choice(XPath.Call call, Scope scope, Function<XPath, Term> branch) {
        Term condition = translator.condition(call.args().get(0), scope, Mode.EXACT);
        Term yes = branch.apply(call.args().get(1));
        Term no = branch.apply(call.args().get(2));
        if (condition.constant().isPresent()) {
            return condition.isBoolean(true) ? yes : no;
        }
        return chosen(condition, yes, no);
    }

    private static Term chosen(Term condition, Term yes, Term no) {
        boolean noText = yes.isText("") || no.isText("");
        String a = yes.isText("") ? "null" : yes.code();
        String b = no.isText("") ? "null" : no.code();
        Blank blank = yes.blank().or(no.blank());
        Kind kind = yes.isText("") ? no.kind() : yes.kind();
        Term whole = Term.of("if(" + condition.code() + ", " + a + ", " + b + ")", Term.PRIMARY, kind,
                noText ? blank.or(Blank.EMPTY) : blank);
        List<String> codes = new ArrayList<>(worth(yes));
        List<String> others = worth(no);
        boolean known = !codes.isEmpty() && !others.isEmpty() || yes.isText("") || no.isText("");
        others.stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return (known && kind == Kind.TEXT ? whole.among(codes) : whole)
                .whole(yes.facts().whole() && no.facts().whole())
                .positive(yes.facts().positive() && no.facts().positive())
                .hollow(yes.facts().hollow() || no.facts().hollow());
    }

    private static List<String> worth(Term term) {
        return term.constant().filter(text -> !text.isEmpty()).map(List::of).orElse(term.codes());
    }

    /** Branches of different kinds become texts, as they do once they are kept. */
    private Term choice(XPath.Call call, Scope scope) {
        Term yes = translator.value(call.args().get(1), scope);
        Term no = translator.value(call.args().get(2), scope);
        if (yes.isText("") && no.isText("")) {
            return Term.text("");
        }
        if (yes.kind() == no.kind() || yes.isText("") || no.isText("")) {
            return choice(call, scope, arg -> translator.value(arg, scope));
        }
        return choice(call, scope, arg -> translator.text(arg, scope));
    }

    private Term coalesce(XPath.Call call, Scope scope) {
        takes(call, 2, 2);
        Term first = translator.value(call.args().get(0), scope);
        Term second = translator.value(call.args().get(1), scope);
        boolean mayMiss = first.blank().possible() || first.facts().hollow();
        if (!mayMiss) {
            return first.isText("") ? second : first;
        }
        if (second.isText("")) {
            return first;
        }
        Term a = first;
        Term b = second;
        if (first.kind() != second.kind()) {
            a = translator.text(first.blank(Blank.EMPTY), call.at());
            b = translator.text(second, call.at());
        }
        if (a.facts().hollow()) {
            return Term.of("if(coalesce(" + a.code() + ", \"\") == \"\", " + b.code() + ", " + a.code() + ")",
                    Term.PRIMARY, a.kind(), b.blank()).hollow(b.facts().hollow());
        }
        return Term.of("coalesce(" + a.code() + ", " + b.code() + ")", Term.PRIMARY, a.kind(), b.blank())
                .with(new Term.Facts(a.facts().whole() && b.facts().whole(),
                        a.facts().positive() && b.facts().positive(),
                        false, false, b.facts().hollow()));
    }

    /** What never changes is the same once and always. */
    private Term once(XPath.Call call, Scope scope) {
        XPath inner = one(call);
        if (inner instanceof XPath.Call what && Set.of("today", "now").contains(what.function())
                || inner instanceof XPath.Text || inner instanceof XPath.Number) {
            return translator.value(inner, scope);
        }
        throw problem(call, "once() keeps what was first, while here everything follows the answers");
    }

    /** The largest or smallest of several values, those left out that are none. */
    private Term extreme(XPath.Call call, Scope scope) {
        takes(call, 1, 50);
        if (call.args().size() == 1) {
            return translator.folds().extreme(call, scope);
        }
        List<Term> values = call.args().stream().map(arg -> translator.number(arg, scope)).toList();
        boolean whole = values.stream().allMatch(term -> term.facts().whole());
        boolean positive = values.stream().allMatch(term -> term.facts().positive());
        Optional<Term> sure = values.stream().filter(term -> !term.blank().possible()).findFirst();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            codes.add(values.get(i).blank().possible() ? instead(values, i, sure) : values.get(i).code());
        }
        Term[] all = values.toArray(Term[]::new);
        return Term.strict(call.function() + "(" + String.join(", ", codes) + ")", Term.PRIMARY, Kind.NUMBER, all)
                .blank(sure.isPresent() ? Blank.NEVER : Blank.NAN).whole(whole).positive(positive).dotted(false);
    }

    private static String instead(List<Term> values, int index, Optional<Term> sure) {
        StringBuilder others = new StringBuilder("coalesce(").append(values.get(index).code());
        if (sure.isPresent()) {
            return others.append(", ").append(sure.get().code()).append(")").toString();
        }
        for (int i = 1; i < values.size(); i++) {
            others.append(", ").append(values.get((index + i) % values.size()).code());
        }
        return others.append(")").toString();
    }

    private Term countSelected(XPath.Call call, Scope scope) {
        Term codes = translator.value(one(call), scope);
        if (codes.is(Kind.CODES)) {
            Term counted = Term.call("len", Kind.NUMBER, codes);
            return counted.or("0").whole(true).positive(true)
                    .dotted(counted.facts().dotted() && !counted.blank().possible());
        }
        if (!codes.codes().isEmpty() || codes.is(Kind.NUMBER)) {
            Term blank = translator.blank(codes);
            return Term.of("if(" + blank.code() + ", 0, 1)", Term.PRIMARY, Kind.NUMBER, Blank.NEVER).whole(true)
                    .positive(true);
        }
        throw problem(call, "count-selected() is asked about a select_multiple");
    }

    private Term selected(XPath.Call call, Scope scope, Mode mode) {
        takes(call, 2, 2);
        Term codes = translator.value(call.args().get(0), scope);
        Term code = translator.text(call.args().get(1), scope);
        if (code.constant().isPresent()) {
            code = Term.text(code.constant().get().strip());
        }
        if (codes.is(Kind.NUMBER)) {
            codes = translator.text(codes, call.at());
        }
        if (codes.is(Kind.TEXT) && codes.constant().isPresent()) {
            return Translator.exact(among(codes.constant().get(), code), mode, false);
        }
        boolean empty = code.isText("");
        if (empty || codes.is(Kind.OPAQUE) && codes.codes().isEmpty()) {
            if (!empty) {
                throw problem(call, "selected() cannot be asked of this question");
            }
            return translator.blank(codes);
        }
        if (code.constant().isPresent() && !codes.codes().isEmpty()
                && !codes.codes().contains(code.constant().get())) {
            return Term.bool(false);
        }
        Term whole;
        if (codes.is(Kind.CODES)) {
            whole = Term.strict(codes.in(Term.SUM) + " contains " + code.in(Term.SUM), Term.COMPARISON, Kind.BOOLEAN,
                    codes, code);
        } else if (codes.codes().isEmpty() && code.constant().isPresent()) {
            return texts.word(codes, code.constant().get(), mode);
        } else {
            whole = Term.strict(codes.in(Term.SUM) + " == " + code.in(Term.SUM), Term.COMPARISON, Kind.BOOLEAN,
                    codes, code);
        }
        if (codes.blank().maybeEmpty() && code.blank().maybeEmpty()) {
            return whole.or(translator.blank(codes).in(Term.AND) + " and " + translator.blank(code).in(Term.AND));
        }
        return Translator.exact(whole, mode, false);
    }

    /** {@code selected('a b', ${x})}: one of a list that is written there. */
    private static Term among(String list, Term code) {
        List<String> words = List.of(list.strip().split("\\s+"));
        List<String> possible = code.codes().isEmpty() ? words : words.stream().filter(code.codes()::contains).toList();
        if (code.constant().isPresent() || possible.isEmpty()) {
            return Term.bool(code.constant().filter(words::contains).isPresent());
        }
        return Term.strict(code.in(Term.SUM) + " in [" + String.join(", ", possible.stream().map(Term::quoted).toList())
                + "]", Term.COMPARISON, Kind.BOOLEAN, code);
    }

    /** How many of these are true, between the two. */
    private Term checklist(XPath.Call call, Scope scope) {
        takes(call, 3, 50);
        int least = constant(call, 0);
        int most = constant(call, 1);
        List<String> counted = call.args().subList(2, call.args().size()).stream()
                .map(arg -> "if(" + translator.condition(arg, scope, Mode.EXACT).code() + ", 1, 0)").toList();
        String sum = String.join(" + ", counted);
        String from = least < 0 ? "" : sum + " >= " + least;
        String to = most < 0 ? "" : sum + " <= " + most;
        String both = from.isEmpty() ? to : to.isEmpty() ? from : from + " and " + to;
        return both.isEmpty() ? Term.bool(true) : Term.of(both, from.isEmpty() || to.isEmpty() ? Term.COMPARISON
                : Term.AND, Kind.BOOLEAN, Blank.NEVER);
    }

    private static int constant(XPath.Call call, int index) {
        XPath arg = call.args().get(index);
        XPath size = arg instanceof XPath.Negative minus ? minus.value() : arg;
        if (size instanceof XPath.Number number) {
            return arg == size ? number.value().intValue() : -number.value().intValue();
        }
        throw problem(call, "the limits of checklist() must be numbers");
    }

    static XPath one(XPath.Call call) {
        takes(call, 1, 1);
        return call.args().get(0);
    }

    static void takes(XPath.Call call, int least, int most) {
        int given = call.args().size();
        if (given < least || given > most) {
            throw problem(call, call.function() + "() takes " + least + (most == least ? "" : " or more")
                    + " values, not " + given);
        }
    }

    static XPathProblem problem(XPath.Call call, String what) {
        return new XPathProblem(call.at(), what);
    }
}
