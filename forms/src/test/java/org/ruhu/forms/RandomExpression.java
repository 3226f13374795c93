package org.ruhu.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Writes expressions that are well typed and otherwise as strange as they may be. */
final class RandomExpression {

    enum Sort { NUMBER, TRUTH, TEXT, DAY, MOMENT, CODES }

    /** @param row whether it is a question of the roster {@code rows} */
    record Name(String name, Sort sort, boolean row) {}

    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "10", "0.1", "0.2", "0.3", "2.5", "100000",
            "0.000001", "999999999999999", "12345678901234567890", "0.12345678901234567890", "16", "4000");
    private static final List<String> TEXTS = List.of("\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"扎西\"", "\"\\ud83d\\ude00\"",
            "\"\\uffff\"", "\"1\"", "\"12.50\"", "\"540302100201\"", "'540302'", "\"549901199001012217\"");
    private static final List<String> DAYS = List.of("date(\"2020-12-31\")", "date(\"2020-02-29\")", "date('19000301')",
            "date(\"0001-01-01\")", "date(\"9999-12-31\")", "date(\"2019-03-01\")");
    private static final List<String> PATTERNS = List.of("\"[a-z]+\"", "\"\\\\d{2,6}(\\\\.\\\\d)?\"", "\".\"", "\"(a|b|扎).*\"",
            "\"[^0-9]*\"", "\"\"");
    private static final List<String> CODES = List.of("1", "2", "3", "其");

    private final Random random;
    private final List<Name> names;
    private final boolean inRow;
    private final boolean rosterKnown;
    private final List<String> variables = new ArrayList<>();

    /** @param names what may be asked; @param rosterKnown whether the roster may be asked */
    RandomExpression(Random random, List<Name> names, boolean inRow, boolean rosterKnown) {
        this.random = random;
        this.names = List.copyOf(names);
        this.inRow = inRow;
        this.rosterKnown = rosterKnown;
    }

    String of(Sort sort, int depth) {
        return switch (sort) {
            case NUMBER -> number(depth);
            case TRUTH -> truth(depth);
            case TEXT -> text(depth);
            case DAY -> day(depth);
            case MOMENT -> moment(depth);
            case CODES -> codes(depth);
        };
    }

    private String number(int depth) {
        if (depth <= 0) {
            return pick(3) == 0 ? one(NUMBERS) : question(Sort.NUMBER, one(NUMBERS));
        }
        int d = depth - 1;
        return switch (pick(22)) {
            case 0, 1 -> "(" + number(d) + " + " + number(d) + ")";
            case 2, 3 -> "(" + number(d) + " - " + number(d) + ")";
            case 4 -> number(d) + " * (" + number(d) + ")";
            case 5, 6 -> "(" + number(d) + ") / (" + number(d) + ")";
            case 7 -> "-(" + number(d) + ")";
            case 8 -> one(List.of("abs", "floor")) + "(" + number(d) + ")";
            case 9 -> "round(" + number(d) + ", " + pick(11) + ")";
            case 10 -> one(List.of("min", "max")) + "(" + number(d) + ", " + number(d) + ", " + number(d) + ")";
            case 11 -> "len(" + (pick(2) == 0 ? text(d) : codes(d)) + ")";
            case 12 -> "age(" + day(d) + ", " + day(d) + ")";
            case 13 -> "days(" + day(d) + ", " + day(d) + ")";
            case 14 -> one(List.of("year", "month", "day")) + "(" + day(d) + ")";
            case 15 -> "minutes(" + moment(d) + ", " + moment(d) + ")";
            case 16 -> "number(" + text(d) + ")";
            case 17 -> line();
            default -> rosterKnown && variables.size() < 2 && pick(3) > 0 ? numberOfRows(d) : either(Sort.NUMBER, d);
        };
    }

    private String numberOfRows(int d) {
        return switch (pick(4)) {
            case 0 -> "count(rows)";
            case 1 -> quantified("count", Sort.TRUTH, d);
            case 2 -> quantified("sum", Sort.NUMBER, d);
            default -> quantified(one(List.of("min", "max")), Sort.NUMBER, d);
        };
    }

    private String line() {
        if (!variables.isEmpty() && pick(2) == 0) {
            return "line(" + one(variables) + ")";
        }
        return inRow ? "line()" : one(NUMBERS);
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return pick(4) == 0 ? one(List.of("true", "false", "null")) : question(Sort.TRUTH, "true");
        }
        int d = depth - 1;
        return switch (pick(20)) {
            case 0, 1 -> "(" + truth(d) + " and " + truth(d) + ")";
            case 2, 3 -> "(" + truth(d) + " or " + truth(d) + ")";
            case 4 -> "(" + truth(d) + " implies " + truth(d) + ")";
            case 5 -> "not (" + truth(d) + ")";
            case 6, 7 -> compared(Sort.NUMBER, d);
            case 8 -> compared(Sort.TEXT, d);
            case 9 -> compared(pick(2) == 0 && momentsKnown() ? Sort.MOMENT : Sort.DAY, d);
            case 10 -> "(" + codes(d) + one(List.of(" == ", " != ")) + codes(d) + ")";
            case 11 -> "(" + codes(d) + " contains \"" + one(CODES) + "\")";
            case 12 -> "(" + number(d) + " in [0, 1, 2.50, 16])";
            case 13 -> "(code in [\"1\", \"其\"])";
            case 14 -> about(one(List.of("answered", "missing")));
            case 15 -> "matches(" + text(d) + ", " + one(PATTERNS) + ")";
            case 16 -> "starts(" + text(d) + ", " + text(d) + ")";
            case 17 -> one(List.of("id_valid", "known_county", "area_valid")) + "(" + text(d) + ")";
            default -> rosterKnown && variables.size() < 2 && pick(3) > 0
                    ? pick(4) == 0 ? quantified("unique", Sort.values()[pick(Sort.values().length)], d)
                    : quantified(one(List.of("any", "all")), Sort.TRUTH, d)
                    : either(Sort.TRUTH, d);
        };
    }

    /** No constant is a moment, and null is compared with nothing. */
    private boolean momentsKnown() {
        return names.stream().anyMatch(name -> name.sort() == Sort.MOMENT && !name.row());
    }

    private String compared(Sort sort, int d) {
        String operator = one(List.of(" == ", " != ", " < ", " <= ", " > ", " >= "));
        return "(" + of(sort, d) + operator + of(sort, d) + ")";
    }

    private String about(String function) {
        List<String> asked = new ArrayList<>();
        for (Name name : names) {
            if (!name.name().startsWith("$")) {
                reference(name).ifPresent(asked::add);
            }
        }
        return asked.isEmpty() ? "true" : function + "(" + one(asked) + ")";
    }

    private String text(int depth) {
        if (depth <= 0) {
            return pick(2) == 0 ? one(TEXTS) : question(Sort.TEXT, one(TEXTS));
        }
        int d = depth - 1;
        return switch (pick(8)) {
            case 0 -> "substr(" + text(d) + ", " + number(0) + ", " + number(0) + ")";
            case 1 -> "substr(" + text(d) + ", 1, 2)";
            case 2 -> one(List.of("id_sex", "id_area")) + "(" + text(d) + ")";
            case 3 -> one(List.of("min", "max")) + "(" + text(d) + ", " + text(d) + ")";
            case 4 -> "substr(code, 1, 1)";
            default -> either(Sort.TEXT, d);
        };
    }

    private String day(int depth) {
        if (depth <= 0) {
            return pick(3) == 0 ? one(DAYS) : question(Sort.DAY, one(DAYS));
        }
        int d = depth - 1;
        return switch (pick(6)) {
            case 0 -> "id_birth(" + text(d) + ")";
            case 1 -> one(List.of("min", "max")) + "(" + day(d) + ", " + day(d) + ")";
            case 2 -> rosterKnown && variables.size() < 2 ? quantified("max", Sort.DAY, d) : day(d);
            default -> either(Sort.DAY, d);
        };
    }

    private String moment(int depth) {
        return depth <= 0 ? question(Sort.MOMENT, "null") : either(Sort.MOMENT, depth - 1);
    }

    private String codes(int depth) {
        return depth <= 0 ? question(Sort.CODES, "[\"2\", \"1\"]") : either(Sort.CODES, depth - 1);
    }

    private String either(Sort sort, int d) {
        return pick(2) == 0 ? "if(" + truth(d) + ", " + of(sort, d) + ", " + of(sort, d) + ")"
                : "coalesce(" + of(sort, d) + ", " + of(sort, d) + ")";
    }

    private String quantified(String quantifier, Sort sort, int d) {
        String variable = variables.isEmpty() ? "m" : "n";
        variables.add(variable);
        String body = of(sort, d);
        variables.remove(variable);
        return quantifier + "(rows, " + variable + " -> " + body + ")";
    }

    private String question(Sort sort, String otherwise) {
        List<String> fitting = new ArrayList<>();
        for (Name name : names) {
            if (name.sort() == sort) {
                reference(name).ifPresent(fitting::add);
            }
        }
        return fitting.isEmpty() ? otherwise : one(fitting);
    }

    private Optional<String> reference(Name name) {
        if (!name.row()) {
            return Optional.of(pick(4) == 0 && !name.name().startsWith("$") ? "form." + name.name() : name.name());
        }
        if (!variables.isEmpty() && pick(4) > 0) {
            return Optional.of(one(variables) + "." + name.name());
        }
        return inRow ? Optional.of(name.name()) : Optional.empty();
    }

    private int pick(int bound) {
        return random.nextInt(bound);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
