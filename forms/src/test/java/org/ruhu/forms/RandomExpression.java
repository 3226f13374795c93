package org.ruhu.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ruhu.forms.RandomGround.Known;
import org.ruhu.forms.RandomGround.Level;
import org.ruhu.forms.RandomGround.Sort;

/** Writes expressions that are well typed and otherwise as strange as they may be. */
final class RandomExpression {

    private static final int MOST_BOUND = 3;
    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "10", "0.1", "0.2", "0.3", "2.5", "100000",
            "0.000001", "999999999999999", "12345678901234567890", "0.12345678901234567890", "16", "4000");
    private static final List<String> TEXTS = List.of("\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"扎西\"",
            "\"\\ud83d\\ude00\"",
            "\"\\uffff\"", "\"1\"", "\"12.50\"", "\"540302100201\"", "'540302'", "\"549901199001012217\"",
            "\"\\ud83d\"");
    private static final List<String> DAYS = List.of("date(\"2020-12-31\")", "date(\"2020-02-29\")", "date('19000301')",
            "date(\"0001-01-01\")", "date(\"9999-12-31\")", "date(\"2019-03-01\")");
    private static final List<String> PATTERNS = List.of("\"[a-z]+\"", "\"\\\\d{2,6}(\\\\.\\\\d)?\"", "\".\"",
            "\"(a|b|扎).*\"",
            "\"[^0-9]*\"", "\"\"");
    private static final List<String> COLUMNS = List.of("choice.code", "choice.up", "choice.kind");

    private final Random random;
    private final RandomGround ground;
    private final Level here;
    private final boolean choosing;
    private final List<Bound> bound = new ArrayList<>();

    private record Bound(String variable, Level level) {}

    /** @param here whose row it is evaluated in; @param choosing whether it is asked about an option */
    RandomExpression(Random random, RandomGround ground, Level here, boolean choosing) {
        this.random = random;
        this.ground = ground;
        this.here = here;
        this.choosing = choosing;
    }

    String of(Sort sort, int depth) {
        return switch (sort) {
            case NUMBER -> number(depth);
            case TRUTH -> truth(depth);
            case TEXT, CODE -> text(depth);
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
        return switch (pick(26)) {
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
            case 18 -> "mod(" + number(d) + ", " + number(d) + ")";
            case 19 -> "pow(" + number(d) + ", " + (pick(3) == 0 ? number(d) : pick(14) - 4) + ")";
            default -> ofRows(Sort.NUMBER, d);
        };
    }

    private String line() {
        List<String> lines = new ArrayList<>();
        bound.forEach(one -> lines.add("line(" + one.variable() + ")"));
        here.rows().forEach(level -> lines.add("line(" + level.name + ")"));
        if (!here.isForm()) {
            lines.add("line()");
        }
        return lines.isEmpty() ? one(NUMBERS) : one(lines);
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return pick(4) == 0 ? one(List.of("true", "false", "null")) : question(Sort.TRUTH, "true");
        }
        int d = depth - 1;
        return switch (pick(22)) {
            case 0, 1 -> "(" + truth(d) + " and " + truth(d) + ")";
            case 2, 3 -> "(" + truth(d) + " or " + truth(d) + ")";
            case 4 -> "(" + truth(d) + " implies " + truth(d) + ")";
            case 5 -> "not (" + truth(d) + ")";
            case 6, 7 -> compared(Sort.NUMBER, d);
            case 8 -> compared(Sort.TEXT, d);
            case 9 -> compared(pick(2) == 0 && !references(Sort.MOMENT).isEmpty() ? Sort.MOMENT : Sort.DAY, d);
            case 10 -> "(" + codes(d) + one(List.of(" == ", " != ")) + codes(d) + ")";
            case 11 -> contains(d);
            case 12 -> "(" + number(d) + " in [0, 1, 2.50, 16])";
            case 13, 14 -> ofCode(d);
            case 15 -> about(one(List.of("answered", "missing")));
            case 16 -> "matches(" + text(d) + ", " + one(PATTERNS) + ")";
            case 17 -> "starts(" + text(d) + ", " + text(d) + ")";
            case 18 -> one(List.of("id_valid", "known_county", "area_valid")) + "(" + text(d) + ")";
            default -> ofRows(Sort.TRUTH, d);
        };
    }

    private String compared(Sort sort, int d) {
        String operator = one(List.of(" == ", " != ", " < ", " <= ", " > ", " >= "));
        return "(" + of(sort, d) + operator + of(sort, d) + ")";
    }

    private String contains(int d) {
        String text = pick(2) == 0 ? "\"" + one(RandomForm.CODES) + "\"" : "substr(" + text(d) + ", 1, 1)";
        return pick(2) == 0 ? "(" + codes(d) + " contains " + text + ")" : "(" + text + " in " + codes(d) + ")";
    }

    /** A question with codes is compared with its own codes only: anything else is a mistake. */
    private String ofCode(int d) {
        if (choosing && pick(2) == 0) {
            return "(" + one(COLUMNS) + " == " + text(d) + ")";
        }
        List<String> asked = new ArrayList<>();
        eachReference((written, known) -> {
            if (known.sort() == Sort.CODE) {
                String code = "\"" + one(known.codes()) + "\"";
                asked.add(pick(2) == 0 ? "(" + written + " == " + code + ")"
                        : "(" + written + " in [" + code + ", \"" + one(known.codes()) + "\"])");
            }
        });
        return asked.isEmpty() ? compared(Sort.TEXT, d) : one(asked);
    }

    private String about(String function) {
        List<String> asked = new ArrayList<>();
        eachReference((written, known) -> {
            if (!written.startsWith("$")) {
                asked.add(written);
            }
        });
        return asked.isEmpty() ? "true" : function + "(" + one(asked) + ")";
    }

    private String text(int depth) {
        if (depth <= 0) {
            return choosing && pick(3) == 0 ? one(COLUMNS)
                    : pick(2) == 0 ? one(TEXTS) : question(Sort.TEXT, one(TEXTS));
        }
        int d = depth - 1;
        return switch (pick(12)) {
            case 0 -> "substr(" + text(d) + ", " + number(0) + ", " + number(0) + ")";
            case 1 -> "substr(" + text(d) + ", 1, 2)";
            case 2 -> one(List.of("id_sex", "id_area")) + "(" + text(d) + ")";
            case 3 -> one(List.of("min", "max")) + "(" + text(d) + ", " + text(d) + ")";
            case 4 -> "concat(" + question(Sort.CODE, "\"\"") + ", " + text(d) + ")";
            case 5 -> "concat(" + text(d) + ", " + text(d) + ", " + text(d) + ")";
            case 6 -> "text(" + of(one(List.of(Sort.NUMBER, Sort.TRUTH, Sort.TEXT, Sort.DAY)), d) + ")";
            default -> ofRows(Sort.TEXT, d);
        };
    }

    private String day(int depth) {
        if (depth <= 0) {
            return pick(3) == 0 ? one(DAYS) : question(Sort.DAY, one(DAYS));
        }
        int d = depth - 1;
        return switch (pick(7)) {
            case 0 -> "id_birth(" + text(d) + ")";
            case 1 -> one(List.of("min", "max")) + "(" + day(d) + ", " + day(d) + ")";
            case 2 -> "add_days(" + day(d) + ", " + number(d) + ")";
            case 3 -> "date(concat(" + text(d) + ", \"\"))";
            default -> ofRows(Sort.DAY, d);
        };
    }

    private String moment(int depth) {
        return depth <= 0 ? question(Sort.MOMENT, "null") : ofRows(Sort.MOMENT, depth - 1);
    }

    private String codes(int depth) {
        return depth <= 0 ? question(Sort.CODES, "[\"2\", \"1\"]") : ofRows(Sort.CODES, depth - 1);
    }

    /** A value that rows of some roster make; where there is none, one of two. */
    private String ofRows(Sort sort, int d) {
        List<String> rosters = new ArrayList<>();
        List<Level> levels = new ArrayList<>();
        rosters(rosters, levels);
        if (rosters.isEmpty() || bound.size() == MOST_BOUND || pick(3) == 0) {
            return pick(2) == 0 ? "if(" + truth(d) + ", " + of(sort, d) + ", " + of(sort, d) + ")"
                    : "coalesce(" + of(sort, d) + ", " + of(sort, d) + ")";
        }
        int choice = pick(rosters.size());
        String roster = rosters.get(choice);
        Level level = levels.get(choice);
        if (pick(4) == 0 || sort == Sort.CODES || sort == Sort.MOMENT && pick(2) == 0) {
            return "at(" + roster + ", " + number(0) + ", " + lambda(level, sort, d);
        }
        return switch (sort) {
            case NUMBER -> switch (pick(4)) {
                case 0 -> "count(" + roster + ")";
                case 1 -> "count(" + roster + ", " + lambda(level, Sort.TRUTH, d);
                default -> one(List.of("sum", "min", "max")) + "(" + roster + ", " + lambda(level, sort, d);
            };
            case TRUTH -> pick(4) == 0 ? "unique(" + roster + ", " + lambda(level, one(List.of(Sort.values())), d)
                    : one(List.of("any", "all")) + "(" + roster + ", " + lambda(level, sort, d);
            default -> one(List.of("min", "max")) + "(" + roster + ", " + lambda(level, sort, d);
        };
    }

    private void rosters(List<String> written, List<Level> levels) {
        for (Level around : here.rows()) {
            around.rosters.forEach(roster -> written.add(roster.name));
            levels.addAll(around.rosters);
        }
        for (Bound one : bound) {
            one.level().rosters.forEach(roster -> written.add(one.variable() + "." + roster.name));
            levels.addAll(one.level().rosters);
        }
        for (Level roster : ground.form.rosters) {
            written.add(RandomGround.ofForm(here, roster.name, pick(4) > 0));
            levels.add(roster);
        }
    }

    private String lambda(Level level, Sort sort, int d) {
        String variable = List.of("m", "n", "p").get(bound.size());
        bound.add(new Bound(variable, level));
        String body = of(sort, d);
        bound.remove(bound.size() - 1);
        return variable + " -> " + body + ")";
    }

    private String question(Sort sort, String otherwise) {
        List<String> fitting = references(sort);
        return fitting.isEmpty() ? otherwise : one(fitting);
    }

    private List<String> references(Sort sort) {
        List<String> fitting = new ArrayList<>();
        eachReference((written, known) -> {
            if (known.sort() == sort) {
                fitting.add(written);
            }
        });
        return fitting;
    }

    private interface Taker {
        void take(String written, Known known);
    }

    private void eachReference(Taker taker) {
        here.rows().forEach(level -> level.known.forEach(known -> taker.take(known.name(), known)));
        bound.forEach(one -> one.level().known.forEach(known ->
                taker.take(one.variable() + "." + known.name(), known)));
        ground.form.known.forEach(known ->
                taker.take(RandomGround.ofForm(here, known.name(), pick(4) > 0), known));
        ground.context.forEach(known -> taker.take("$" + known.name(), known));
    }

    /** Something a text may quote. */
    String quoted() {
        List<String> written = new ArrayList<>();
        eachReference((name, known) -> {
            if (!name.startsWith("$") || known.sort() != Sort.MOMENT) {
                written.add(name);
            }
        });
        return one(written);
    }

    private int pick(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
