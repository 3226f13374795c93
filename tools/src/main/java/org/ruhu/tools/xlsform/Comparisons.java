package org.ruhu.tools.xlsform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.Translator.Mode;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/** {@code = != < <= > >=}: yes and no before numbers, numbers before texts, and nothing equals NaN. */
final class Comparisons {

    private final Translator translator;

    Comparisons(Translator translator) {
        this.translator = translator;
    }

    Term order(XPath.Binary binary, Scope scope, Mode mode) {
        Term left = translator.value(binary.left(), scope);
        Term right = translator.value(binary.right(), scope);
        if (day(left) && day(right)) {
            return Translator.exact(Term.strict(dayOf(left) + " " + binary.operator() + " " + dayOf(right),
                    Term.COMPARISON, Kind.BOOLEAN, left, right), mode, false);
        }
        Term a = translator.number(left, binary.left().at());
        Term b = translator.number(right, binary.right().at());
        if (never(a) || never(b)) {
            return Term.bool(false);
        }
        if (a.constant().isPresent() && b.constant().isPresent()) {
            int order = new BigDecimal(a.constant().get()).compareTo(new BigDecimal(b.constant().get()));
            return Term.bool(switch (binary.operator()) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            });
        }
        return Translator.exact(compared(a, binary.operator(), b), mode, false);
    }

    /** A date, or one plus some days, while the other is one: then days need not be counted. */
    private static boolean day(Term term) {
        return term.is(Kind.DATE) || term.is(Kind.NUMBER) && term.day().isPresent();
    }

    private static String dayOf(Term term) {
        return term.day().orElse(term.code());
    }

    private static boolean never(Term number) {
        return number.code().equals(Translator.nothing().code());
    }

    private static Term compared(Term a, String operator, Term b) {
        return Term.strict(a.in(Term.SUM) + " " + operator + " " + b.in(Term.SUM), Term.COMPARISON, Kind.BOOLEAN, a, b);
    }

    Term equality(XPath.Binary binary, Scope scope, Mode mode) {
        boolean negated = binary.operator().equals("!=");
        Term left = translator.value(binary.left(), scope);
        Term right = translator.value(binary.right(), scope);
        if (left.is(Kind.BOOLEAN) || right.is(Kind.BOOLEAN)) {
            return truths(binary, scope, negated, mode);
        }
        if (left.isText("") || right.isText("")) {
            Term blank = unanswered(left.isText("") ? right : left);
            return negated ? translator.not(blank) : blank;
        }
        if (left.is(Kind.OPAQUE) || right.is(Kind.OPAQUE)) {
            throw new XPathProblem(binary.at(),
                    "of this answer a rule can only ask whether it is there: compare with ''");
        }
        return left.constant().isPresent() && !right.constant().isPresent()
                ? compared(binary, right, left, negated, mode) : compared(binary, left, right, negated, mode);
    }

    /** The empty text is no number: what was calculated just now never equals it. */
    private Term unanswered(Term value) {
        return translator.blank(value);
    }

    private Term truths(XPath.Binary binary, Scope scope, boolean negated, Mode mode) {
        Term left = translator.condition(binary.left(), scope, Mode.EXACT);
        Term right = translator.condition(binary.right(), scope, Mode.EXACT);
        for (boolean constant : new boolean[] {true, false}) {
            if (right.isBoolean(constant)) {
                return constant != negated ? translator.condition(binary.left(), scope, mode)
                        : translator.not(translator.condition(binary.left(), scope, mode.opposite()));
            }
        }
        return Term.strict(left.in(Term.SUM) + (negated ? " != " : " == ") + right.in(Term.SUM), Term.COMPARISON,
                Kind.BOOLEAN, left, right);
    }

    private Term compared(XPath.Binary binary, Term left, Term right, boolean negated, Mode mode) {
        if (left.is(Kind.NUMBER) || right.is(Kind.NUMBER)) {
            return numbers(binary, left, right, negated, mode);
        }
        if (left.is(Kind.CODES) || right.is(Kind.CODES)) {
            return sets(binary, left, right, negated, mode);
        }
        if (left.kind() == right.kind() && !left.is(Kind.TEXT)) {
            return same(left, right, negated, mode);
        }
        if (right.constant().isPresent() && !left.is(Kind.TEXT)) {
            return constantText(left, right.constant().get(), negated, mode);
        }
        Term a = translator.text(left, binary.left().at());
        Term b = translator.text(right, binary.right().at());
        if (a.constant().isPresent() && b.constant().isPresent()) {
            return Term.bool(a.constant().equals(b.constant()) != negated);
        }
        return outOf(a, b) || outOf(b, a) ? Term.bool(negated) : same(a, b, negated, mode);
    }

    /** A text that is not among the codes: never equal. */
    private static boolean outOf(Term choice, Term constant) {
        return !choice.codes().isEmpty()
                && constant.constant().filter(text -> !choice.codes().contains(text)).isPresent();
    }

    private Term constantText(Term value, String text, boolean negated, Mode mode) {
        if (value.is(Kind.NUMBER) && text.matches("0|-?[1-9]\\d{0,14}|-?(0|[1-9]\\d{0,9})\\.\\d{0,9}[1-9]")) {
            return same(value, Term.number(new BigDecimal(text)), negated, mode);
        }
        if (value.is(Kind.DATE) && text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
            return same(value, Term.of("date(" + Term.quoted(text) + ")", Term.PRIMARY, Kind.DATE, Blank.NEVER),
                    negated, mode);
        }
        return Term.bool(negated);
    }

    private Term numbers(XPath.Binary binary, Term left, Term right, boolean negated, Mode mode) {
        if (left.is(Kind.CODES)) {
            return sets(binary, left, Term.text(right.constant().orElseThrow(() -> new XPathProblem(binary.at(),
                    "the answers of a select_multiple cannot be compared with a number"))), negated, mode);
        }
        if (!left.codes().isEmpty() && right.constant().isPresent()) {
            return codesWorth(left, new BigDecimal(right.constant().get()), negated, mode);
        }
        Term a = translator.number(left, binary.left().at());
        Term b = translator.number(right, binary.right().at());
        if (never(a) || never(b)) {
            return Term.bool(negated);
        }
        if (a.constant().isPresent() && b.constant().isPresent()) {
            boolean equal = new BigDecimal(a.constant().get()).compareTo(new BigDecimal(b.constant().get())) == 0;
            return Term.bool(equal != negated);
        }
        boolean bothBlank = left.blank().maybeEmpty() && right.blank().maybeEmpty();
        return bothBlank ? withBlanks(equal(a, b, negated), left, right, negated)
                : Translator.exact(equal(a, b, negated), mode, negated);
    }

    /** {@code ${sex} = 1}: the code or codes that are this number. */
    private Term codesWorth(Term choice, BigDecimal number, boolean negated, Mode mode) {
        List<String> same = choice.codes().stream().filter(code -> code.matches("-?\\d+(\\.\\d*)?|-?\\.\\d+")
                && new BigDecimal(code.endsWith(".") ? code + "0" : code).compareTo(number) == 0).toList();
        if (same.isEmpty()) {
            return Term.bool(negated);
        }
        if (same.size() == 1) {
            return Translator.exact(equal(choice, Term.text(same.get(0)), negated), mode, negated);
        }
        Term in = Term.strict(choice.code() + " in [" + same.stream().map(Term::quoted)
                .collect(Collectors.joining(", ")) + "]", Term.COMPARISON, Kind.BOOLEAN, choice);
        return negated ? translator.not(Translator.exact(in, mode.opposite(), false))
                : Translator.exact(in, mode, false);
    }

    /** Of several codes the order in which they were chosen is not kept: they are compared as a set. */
    private Term sets(XPath.Binary binary, Term left, Term right, boolean negated, Mode mode) {
        if (left.is(Kind.CODES) && right.is(Kind.CODES)) {
            return same(left, right, negated, mode);
        }
        String text = right.constant().orElseThrow(() -> new XPathProblem(binary.at(),
                "the answers of a select_multiple can be compared with a text in quotes only: ask selected(...)"));
        List<String> codes = Arrays.asList(text.strip().split("\\s+"));
        if (!left.codes().isEmpty() && !left.codes().containsAll(codes) || new TreeSet<>(codes).size() < codes.size()) {
            return Term.bool(negated);
        }
        String list = codes.stream().map(Term::quoted).collect(Collectors.joining(", ", "[", "]"));
        Term set = Term.of(list, Term.PRIMARY, Kind.CODES, Blank.NEVER);
        return Translator.exact(equal(left, set, negated), mode, negated);
    }

    private Term same(Term left, Term right, boolean negated, Mode mode) {
        boolean bothBlank = mayBeBlank(left) && mayBeBlank(right);
        Term equal = equal(left, right, negated);
        return bothBlank ? withBlanks(equal, left, right, negated) : Translator.exact(equal, mode, negated);
    }

    private static boolean mayBeBlank(Term term) {
        return term.blank().possible() || term.facts().hollow();
    }

    private static Term equal(Term a, Term b, boolean negated) {
        return Term.strict(a.in(Term.SUM) + (negated ? " != " : " == ") + b.in(Term.SUM), Term.COMPARISON,
                Kind.BOOLEAN, a, b);
    }

    /** Two that are both unanswered are equal to XPath. */
    private Term withBlanks(Term equal, Term left, Term right, boolean negated) {
        Term a = translator.blank(left);
        Term b = translator.blank(right);
        String otherwise = negated ? translator.not(a).in(Term.AND) + " or " + translator.not(b).in(Term.AND)
                : a.in(Term.NOT) + " and " + b.in(Term.NOT);
        return equal.or(otherwise);
    }
}
