package org.ruhu.tools.xlsform;

import java.util.Optional;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.xpath.XPath;

/** Sums, products, and what rounds them. */
final class Arithmetic {

    private Arithmetic() {}

    static Term of(Translator translator, XPath.Binary binary, Scope scope) {
        Term left = translator.value(binary.left(), scope);
        Term right = translator.value(binary.right(), scope);
        Optional<Term> days = days(translator, binary, left, right);
        if (days.isPresent()) {
            return days.get();
        }
        Term a = translator.number(left, binary.left().at());
        Term b = translator.number(right, binary.right().at());
        boolean whole = a.facts().whole() && b.facts().whole();
        boolean positive = a.facts().positive() && b.facts().positive();
        return switch (binary.operator()) {
            case "+" -> infix(a, "+", b, Term.SUM).whole(whole).positive(positive);
            case "-" -> infix(a, "-", b, Term.SUM).whole(whole);
            case "*" -> infix(a, "*", b, Term.PRODUCT).whole(whole).positive(positive);
            case "div" -> quotient(a, b).positive(positive);
            default -> remainder(a, b).whole(whole);
        };
    }

    private static Term infix(Term a, String operator, Term b, int strength) {
        int right = operator.equals("-") ? strength + 1 : strength;
        return Term.strict(a.in(strength) + " " + operator + " " + b.in(right), strength, Kind.NUMBER, a, b);
    }

    /** Division by zero is null with us and infinite in XPath, which becomes nothing as soon as it is kept. */
    private static Term quotient(Term a, Term b) {
        Term whole = Term.strict(a.in(Term.PRODUCT) + " / " + b.in(Term.PRODUCT + 1), Term.PRODUCT, Kind.NUMBER, a, b);
        boolean never = b.constant().filter(value -> !value.equals("0")).isPresent();
        return never ? whole : whole.blank(Term.Blank.NAN);
    }

    /** Has the sign of the first in XPath, that of the second with us. */
    private static Term remainder(Term a, Term b) {
        boolean never = b.constant().filter(value -> !value.equals("0")).isPresent();
        String divisor = b.facts().positive() ? b.code() : "abs(" + b.code() + ")";
        Term whole = a.facts().positive() ? Term.strict("mod(" + a.code() + ", " + divisor + ")", Term.PRIMARY,
                Kind.NUMBER, a, b).positive(true)
                : Term.strict("if(" + a.code() + " >= 0, mod(" + a.code() + ", " + divisor + "), -mod(-"
                + a.in(Term.MINUS) + ", " + divisor + "))", Term.PRIMARY, Kind.NUMBER, a, b);
        return never ? whole : whole.blank(Term.Blank.NAN);
    }

    /** Days between two dates, a date some days later: numbers to XPath, but we need not count from 1970 for them. */
    private static Optional<Term> days(Translator translator, XPath.Binary binary, Term left, Term right) {
        boolean minus = binary.operator().equals("-");
        if (!minus && !binary.operator().equals("+")) {
            return Optional.empty();
        }
        if (minus && date(left) && date(right)) {
            return Optional.of(Term.strict("days(" + right.code() + ", " + left.code() + ")", Term.PRIMARY, Kind.NUMBER,
                    left, right).whole(true));
        }
        boolean dateFirst = date(left) && !date(right) && !right.is(Kind.DATE);
        boolean dateLast = !minus && date(right) && !date(left) && !left.is(Kind.DATE);
        if (!dateFirst && !dateLast) {
            return Optional.empty();
        }
        Term date = dateFirst ? left : right;
        Term other = dateFirst ? translator.number(right, binary.right().at())
                : translator.number(left, binary.left().at());
        Term days = translator.number(date, binary.at());
        Term sum = infix(dateFirst ? days : other, binary.operator(), dateFirst ? other : days, Term.SUM);
        String offset = minus ? other.constant().map(c -> c.startsWith("-") ? c.substring(1) : "-" + c)
                .orElse("-" + other.in(Term.MINUS)) : other.code();
        return Optional.of(other.facts().whole()
                ? sum.whole(true).onDay("add_days(" + date.code() + ", " + offset + ")") : sum);
    }

    private static boolean date(Term term) {
        return term.is(Kind.DATE);
    }

    /** Without what is behind the point, towards zero. */
    static Term truncated(Term x) {
        if (x.facts().whole()) {
            return x;
        }
        if (x.facts().positive()) {
            return Term.call("floor", Kind.NUMBER, x).whole(true).positive(true);
        }
        String negative = "-floor(-" + x.in(Term.MINUS) + ")";
        return Term.strict("if(" + x.in(Term.SUM) + " >= 0, floor(" + x.code() + "), " + negative + ")",
                Term.PRIMARY, Kind.NUMBER, x).whole(true);
    }

    /** Halves towards the larger number, as XPath does; ours go away from zero. */
    static Term rounded(Term x, int places) {
        if (x.facts().whole() && places >= 0) {
            return x;
        }
        if (places < 0) {
            String scale = "1" + "0".repeat(-places);
            return Term.strict("floor(" + x.in(Term.PRODUCT) + " / " + scale + " + 0.5) * " + scale, Term.PRODUCT,
                    Kind.NUMBER, x).whole(true);
        }
        if (x.facts().positive()) {
            return Term.strict("round(" + x.code() + ", " + places + ")", Term.PRIMARY, Kind.NUMBER, x)
                    .whole(places == 0).positive(true);
        }
        if (places == 0) {
            return Term.strict("floor(" + x.in(Term.SUM) + " + 0.5)", Term.PRIMARY, Kind.NUMBER, x).whole(true);
        }
        String scale = "1" + "0".repeat(places);
        return Term.strict("floor(" + x.in(Term.PRODUCT) + " * " + scale + " + 0.5) / " + scale, Term.PRODUCT,
                Kind.NUMBER, x);
    }
}
