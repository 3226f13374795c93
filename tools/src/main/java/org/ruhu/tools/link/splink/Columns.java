package org.ruhu.tools.link.splink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.link.Settings.Derived;

/** What an expression makes of one column of one record, as a column made by cleaners. */
final class Columns {

    enum Side { LEFT, RIGHT }

    /** A column of one of the two records and what is done to it. */
    record Value(Side side, String column, List<String> clean) {
        Value then(String cleaner) {
            List<String> more = new ArrayList<>(clean);
            more.add(cleaner);
            return new Value(side, column, more);
        }
    }

    private final Map<String, Derived> made = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    Map<String, Derived> made() {
        return made;
    }

    /** Columns of the input. */
    Set<String> used() {
        return used;
    }

    /** The column that holds such values. */
    String named(Value value) {
        used.add(value.column());
        if (value.clean().isEmpty()) {
            return value.column();
        }
        String name = value.column() + " " + String.join(" ", value.clean());
        made.put(name, new Derived(List.of(value.column()), " ", value.clean()));
        return name;
    }

    /** Two columns of the input, with a blank between. */
    String place(String latitude, String longitude) {
        used.addAll(List.of(latitude, longitude));
        String name = latitude + " " + longitude;
        made.put(name, new Derived(List.of(latitude, longitude), " ", List.of("trim")));
        return name;
    }

    /** @throws SqlProblem if it is not made of one column in a way the cleaners know */
    Value value(Sql sql) {
        if (sql instanceof Sql.Name name) {
            return column(name);
        }
        if (!(sql instanceof Sql.Call call) || call.arguments().isEmpty()) {
            throw new SqlProblem("compares something that is not made of one column of one record");
        }
        List<Sql> arguments = call.arguments();
        return switch (call.name()) {
            case "lower", "lcase" -> value(arguments.get(0)).then("lower");
            case "upper", "ucase" -> value(arguments.get(0)).then("upper");
            case "trim" -> value(arguments.get(0)).then("trim");
            case "soundex" -> value(arguments.get(0)).then("soundex");
            case "strip_accents" -> value(arguments.get(0)).then("strip-accents");
            case "year" -> value(arguments.get(0)).then("year");
            case "left" -> value(arguments.get(0)).then("first:" + whole(arguments, 1));
            case "right" -> value(arguments.get(0)).then("last:" + whole(arguments, 1));
            case "substr", "substring" -> substring(arguments);
            case "nullif" -> emptyIsMissing(arguments);
            case "try_strptime", "strptime", "to_date", "try_to_timestamp", "to_timestamp" ->
                    value(arguments.get(0)).then("date:" + DateFormats.of(text(arguments, 1)));
            case "regexp_extract" -> matched(arguments);
            default -> throw new SqlProblem("uses the function " + call.name() + ", which no cleaner does");
        };
    }

    private static Value column(Sql.Name name) {
        String column = name.column();
        if (!name.table().isEmpty()) {
            return switch (name.table()) {
                case "l" -> new Value(Side.LEFT, column, List.of());
                case "r" -> new Value(Side.RIGHT, column, List.of());
                default -> throw new SqlProblem("names a table " + name.table());
            };
        }
        if (column.endsWith("_l") || column.endsWith("_r")) {
            return new Value(column.endsWith("_l") ? Side.LEFT : Side.RIGHT, column.substring(0, column.length() - 2),
                    List.of());
        }
        throw new SqlProblem("names a column '" + column + "' without saying of which record (_l or _r)");
    }

    private Value substring(List<Sql> arguments) {
        int from = whole(arguments, 1);
        if (from == 1 || from == 0) {
            return value(arguments.get(0)).then("first:" + whole(arguments, 2));
        }
        if (from < 0 && (arguments.size() == 2 || whole(arguments, 2) >= -from)) {
            return value(arguments.get(0)).then("last:" + -from);
        }
        throw new SqlProblem("takes letters from the middle of a value, which no cleaner does");
    }

    private Value emptyIsMissing(List<Sql> arguments) {
        if (arguments.size() == 2 && arguments.get(1).equals(new Sql.Text(""))) {
            return value(arguments.get(0));
        }
        throw new SqlProblem("uses nullif otherwise than with ''");
    }

    private Value matched(List<Sql> arguments) {
        if (arguments.size() > 2 && whole(arguments, 2) != 0) {
            throw new SqlProblem("takes a group of a regular expression; only the whole match can be taken");
        }
        return value(arguments.get(0)).then("match:" + text(arguments, 1));
    }

    private static int whole(List<Sql> arguments, int index) {
        Sql sql = arguments.size() > index ? arguments.get(index) : new Sql.Text("");
        if (sql instanceof Sql.Binary minus && minus.sign().equals("-") && minus.right() instanceof Sql.Number number) {
            return (int) -number.value();
        }
        if (sql instanceof Sql.Number number) {
            return (int) number.value();
        }
        throw new SqlProblem("needs a number as argument");
    }

    private static String text(List<Sql> arguments, int index) {
        if (arguments.size() > index && arguments.get(index) instanceof Sql.Text text) {
            return text.text();
        }
        if (arguments.size() == index) {
            return "%Y-%m-%d";
        }
        throw new SqlProblem("needs a text as argument");
    }
}
