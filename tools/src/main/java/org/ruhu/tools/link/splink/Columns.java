package org.ruhu.tools.link.splink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ruhu.tools.link.Settings.Derived;

/** What an expression makes of one column of one record, as a column made by cleaners. */
final class Columns {

    enum Side { LEFT, RIGHT }

    /**
     * A column of one of the two records, or several put together, and what is done to it.
     *
     * @param between what stands between several
     * @param needed  the columns without which there is no value, where there are several
     */
    record Value(Side side, List<String> from, String between, List<String> needed, List<String> clean) {

        static Value of(Side side, String column) {
            return new Value(side, List.of(column), " ", List.of(), List.of());
        }

        Value then(String cleaner) {
            List<String> more = new ArrayList<>(clean);
            more.add(cleaner);
            return new Value(side, from, between, needed, more);
        }

        /** Whether it is made alike of the other record. */
        boolean faces(Value other) {
            return side != other.side && other.equals(new Value(other.side, from, between, needed, clean));
        }
    }

    private static final int LAST = 9999;

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
        if (value.from().size() > 1) {
            return joined(value.from(), value.between(), value.clean().isEmpty() ? List.of("trim") : value.clean());
        }
        String column = value.from().get(0);
        used.add(column);
        if (value.clean().isEmpty()) {
            return column;
        }
        String name = column + " " + String.join(" ", value.clean());
        made.put(name, new Derived(value.from(), " ", value.clean()));
        return name;
    }

    /** Two columns of the input, with a blank between. */
    String place(String latitude, String longitude) {
        return joined(List.of(latitude, longitude), " ", List.of("trim"));
    }

    /** Columns of the input put together; what is missing is left out. */
    String joined(List<String> from, String between, List<String> clean) {
        used.addAll(from);
        List<String> words = new ArrayList<>(from);
        words.addAll(clean.equals(List.of("trim")) ? List.of() : clean);
        String name = String.join(" ", words) + (between.isBlank() ? "" : " " + between.strip())
                + (between.isEmpty() ? " joined" : "");
        made.put(name, new Derived(from, between, clean));
        return name;
    }

    /** @throws SqlProblem if it is not made of one column in a way the cleaners know */
    Value value(Sql sql) {
        if (sql instanceof Sql.Name name) {
            return column(name);
        }
        if (sql instanceof Sql.Binary binary && binary.sign().equals("||")) {
            Value joined = together(pieces(binary));
            return new Value(joined.side(), joined.from(), joined.between(), joined.from(), List.of());
        }
        if (sql instanceof Sql.Text || sql instanceof Sql.Number) {
            throw new SqlProblem("compares one record with a constant; a constant can only be asked for in both records"
                    + " (x_l = 'a' AND x_r = 'a')");
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
            case "nullif" -> missing(arguments);
            case "try_strptime", "strptime", "to_date", "try_to_timestamp", "to_timestamp" ->
                    value(arguments.get(0)).then("date:" + DateFormats.of(text(arguments, 1)));
            case "regexp_extract" -> matched(arguments);
            case "concat" -> together(arguments);
            case "concat_ws" -> together(arguments.subList(1, arguments.size()), text(arguments, 0));
            case "regexp_replace" -> dropped(arguments);
            case "replace" -> replaced(arguments);
            case "[]", "list_extract", "array_extract", "list_element" ->
                    value(arguments.get(0)).then("token:" + whole(arguments, 1));
            default -> throw new SqlProblem("uses the function " + call.name() + ", which no cleaner does"
                    + Advice.on(call.name()));
        };
    }

    private static Value column(Sql.Name name) {
        String column = name.column();
        if (!name.table().isEmpty()) {
            return switch (name.table()) {
                case "l" -> Value.of(Side.LEFT, column);
                case "r" -> Value.of(Side.RIGHT, column);
                default -> throw new SqlProblem("names a table " + name.table());
            };
        }
        if (column.endsWith("_l") || column.endsWith("_r")) {
            return Value.of(column.endsWith("_l") ? Side.LEFT : Side.RIGHT, column.substring(0, column.length() - 2));
        }
        throw new SqlProblem("names a column '" + column + "' without saying of which record (_l or _r)");
    }

    /** What {@code ||} puts together, in order. */
    static List<Sql> pieces(Sql sql) {
        if (!(sql instanceof Sql.Binary binary) || !binary.sign().equals("||")) {
            return List.of(sql);
        }
        List<Sql> pieces = new ArrayList<>(pieces(binary.left()));
        pieces.addAll(pieces(binary.right()));
        return pieces;
    }

    /** Columns with the same text, or nothing, between every two. */
    private Value together(List<Sql> pieces) {
        Set<String> between = new LinkedHashSet<>();
        List<Sql> values = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Sql piece : pieces) {
            if (piece instanceof Sql.Text constant && !values.isEmpty()) {
                text.append(constant.text());
            } else {
                between.addAll(values.isEmpty() ? List.of() : List.of(text.toString()));
                text.setLength(0);
                values.add(piece);
            }
        }
        if (between.size() != 1 || text.length() > 0) {
            throw new SqlProblem("puts values together with different texts between them" + Advice.on("||"));
        }
        return together(values, between.iterator().next());
    }

    private Value together(List<Sql> pieces, String between) {
        List<Value> values = pieces.stream().map(this::value).toList();
        if (values.isEmpty() || values.stream().anyMatch(value -> value.from().size() > 1 || !value.clean().isEmpty()
                || value.side() != values.get(0).side())) {
            throw new SqlProblem("puts together more than columns as they are" + Advice.on("||"));
        }
        return new Value(values.get(0).side(), values.stream().map(value -> value.from().get(0)).toList(), between,
                List.of(), List.of());
    }

    private Value substring(List<Sql> arguments) {
        int from = whole(arguments, 1);
        if (from == 1 || from == 0) {
            return value(arguments.get(0)).then("first:" + whole(arguments, 2));
        }
        if (from < 0 && (arguments.size() == 2 || whole(arguments, 2) >= -from)) {
            return value(arguments.get(0)).then("last:" + -from);
        }
        if (from < 0) {
            throw new SqlProblem("takes letters from the middle of a value, counted from its end; count from its beginning"
                    + " (cleaner part)");
        }
        int to = arguments.size() == 2 ? LAST : from + whole(arguments, 2) - 1;
        return value(arguments.get(0)).then("part:" + from + "-" + to);
    }

    private Value missing(List<Sql> arguments) {
        String absent = arguments.size() == 2 && arguments.get(1) instanceof Sql.Text text ? text.text() : "|";
        if (absent.indexOf('|') >= 0) {
            throw new SqlProblem("uses nullif otherwise than with a text; name what means missing in the settings, with"
                    + " the cleaner null");
        }
        Value value = value(arguments.get(0));
        return absent.isEmpty() ? value : value.then("null:" + absent);
    }

    private Value matched(List<Sql> arguments) {
        int group = arguments.size() > 2 ? whole(arguments, 2) : 0;
        if (group > 1) {
            throw new SqlProblem("takes the group " + group + " of a regular expression; the whole match and the first"
                    + " group can be taken (cleaners match and capture)");
        }
        return value(arguments.get(0)).then((group == 0 ? "match:" : "capture:") + pattern(arguments));
    }

    private Value dropped(List<Sql> arguments) {
        boolean all = arguments.size() == 4 && text(arguments, 3).equals("g");
        if (!all || !text(arguments, 2).isEmpty()) {
            throw new SqlProblem("uses regexp_replace otherwise than to drop all that fits ('', 'g'); make such a column"
                    + " with the cleaners drop, replace, match");
        }
        return value(arguments.get(0)).then("drop:" + pattern(arguments));
    }

    private Value replaced(List<Sql> arguments) {
        String what = text(arguments, 1);
        if (what.isEmpty() || what.indexOf('=') >= 0) {
            throw new SqlProblem("replaces what the cleaner replace cannot write; make the column before");
        }
        return value(arguments.get(0)).then("replace:" + what + "=" + text(arguments, 2));
    }

    /** A regular expression that Java knows too; DuckDB's are those of RE2. */
    private static String pattern(List<Sql> arguments) {
        String written = text(arguments, 1);
        try {
            return Pattern.compile(written).pattern();
        } catch (PatternSyntaxException e) {
            throw new SqlProblem("uses a regular expression that is not known here: " + e.getDescription());
        }
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
