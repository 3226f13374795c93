package org.ruhu.tools.xlsform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A piece of an expression in our language, and what of XPath it stands for.
 *
 * @param strength   how tightly it binds
 * @param kind       of what type it is with us
 * @param blank      what of XPath our null stands for here
 * @param facts      what else is known of it
 * @param codes      the only texts it may be; empty when any
 * @param constant   the text or plain number it always is
 * @param day        the same as a date, where it is a date plus or minus whole days
 */
record Term(String code, int strength, Kind kind, Blank blank, Facts facts, List<String> codes,
            Optional<String> constant, Optional<String> day) {

    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int SUM = 5;
    static final int PRODUCT = 6;
    static final int MINUS = 7;
    static final int PRIMARY = 8;

    enum Kind { BOOLEAN, NUMBER, TEXT, DATE, CODES, OPAQUE }

    /** Null can stand for nothing at all, for the empty text, for NaN, for either of both. */
    enum Blank {
        NEVER, EMPTY, NAN, EITHER;

        boolean possible() {
            return this != NEVER;
        }

        boolean maybeEmpty() {
            return this == EMPTY || this == EITHER;
        }

        Blank or(Blank other) {
            return this == other || other == NEVER ? this : this == NEVER ? other : EITHER;
        }
    }

    /**
     * @param whole    a whole number
     * @param positive a number not below 0
     * @param question {@code answered(...)} may be asked about it
     * @param dotted   null whenever the question the constraint belongs to has no value
     * @param hollow   a text that may be "" with us too
     */
    record Facts(boolean whole, boolean positive, boolean question, boolean dotted, boolean hollow) {

        static final Facts NONE = new Facts(false, false, false, false, false);
    }

    static Term of(String code, int strength, Kind kind, Blank blank) {
        return new Term(code, strength, kind, blank, Facts.NONE, List.of(), Optional.empty(), Optional.empty());
    }

    static Term bool(boolean value) {
        return of(String.valueOf(value), PRIMARY, Kind.BOOLEAN, Blank.NEVER).constantly(String.valueOf(value));
    }

    static Term text(String value) {
        return of(quoted(value), PRIMARY, Kind.TEXT, Blank.NEVER).constantly(value);
    }

    static Term number(java.math.BigDecimal value) {
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        boolean whole = !plain.contains(".");
        Term term = of(plain, value.signum() < 0 ? MINUS : PRIMARY, Kind.NUMBER, Blank.NEVER).constantly(plain);
        return term.with(new Facts(whole, value.signum() >= 0, false, false, false));
    }

    /** An operator or function that is null as soon as one of these is. */
    static Term strict(String code, int strength, Kind kind, Term... operands) {
        Blank blank = Arrays.stream(operands).anyMatch(term -> term.blank.possible())
                ? kind == Kind.NUMBER ? Blank.NAN : Blank.EMPTY : Blank.NEVER;
        boolean dotted = Arrays.stream(operands).anyMatch(term -> term.facts.dotted);
        return of(code, strength, kind, blank).with(new Facts(false, false, false, dotted, false));
    }

    static Term call(String function, Kind kind, Term... args) {
        String inside = Arrays.stream(args).map(Term::code).collect(Collectors.joining(", "));
        return strict(function + "(" + inside + ")", PRIMARY, kind, args);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    Term with(Facts known) {
        return new Term(code, strength, kind, blank, known, codes, constant, day);
    }

    Term blank(Blank other) {
        return new Term(code, strength, kind, other, facts, codes, constant, day);
    }

    Term constantly(String value) {
        return new Term(code, strength, kind, blank, facts, codes, Optional.of(value), day);
    }

    Term among(List<String> known) {
        return new Term(code, strength, kind, blank, facts, List.copyOf(known), constant, day);
    }

    Term onDay(String date) {
        return new Term(code, strength, kind, blank, facts, codes, constant, Optional.of(date));
    }

    Term whole(boolean isWhole) {
        return with(new Facts(isWhole, facts.positive, facts.question, facts.dotted, facts.hollow));
    }

    Term positive(boolean isPositive) {
        return with(new Facts(facts.whole, isPositive, facts.question, facts.dotted, facts.hollow));
    }

    Term dotted(boolean isDotted) {
        return with(new Facts(facts.whole, facts.positive, facts.question, isDotted, facts.hollow));
    }

    Term hollow(boolean isHollow) {
        return with(new Facts(facts.whole, facts.positive, facts.question, facts.dotted, isHollow));
    }

    /** In brackets where what stands around it would tear it apart. */
    String in(int around) {
        return strength < around ? "(" + code + ")" : code;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isText(String value) {
        return kind == Kind.TEXT && constant.filter(value::equals).isPresent();
    }

    boolean isBoolean(boolean value) {
        return kind == Kind.BOOLEAN && constant.filter(String.valueOf(value)::equals).isPresent();
    }

    /** Never null: the other value where it would be. */
    Term or(String otherwise) {
        return blank == Blank.NEVER ? this
                : of("coalesce(" + code + ", " + otherwise + ")", PRIMARY, kind, Blank.NEVER)
                        .with(new Facts(facts.whole, facts.positive, false, false, facts.hollow));
    }
}
