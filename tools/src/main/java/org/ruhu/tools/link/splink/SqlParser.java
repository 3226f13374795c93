package org.ruhu.tools.link.splink;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the SQL of conditions; {@code cast} is read as its operand, since all values are texts here. */
final class SqlParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\"(?:[^\"]|\"\")*\"|`[^`]*`|[A-Za-z_][A-Za-z0-9_]*)"
            + "|('(?:[^']|'')*')|([0-9]+\\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)"
            + "|(::|<>|!=|<=|>=|==|\\|\\||[=<>(),.+*/\\[\\]-]))");
    private static final int DEEPEST = 60;
    private static final Map<String, String> SIGNS = Map.of("==", "=", "!=", "<>");

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private SqlParser(String sql) {
        Matcher matcher = TOKEN.matcher(sql);
        int from = 0;
        while (from < sql.length() && matcher.find(from) && matcher.start() == from) {
            tokens.add(matcher.group().strip());
            from = matcher.end();
        }
        if (!sql.substring(from).isBlank()) {
            throw new SqlProblem("cannot be read from '" + sql.substring(from).strip() + "' on");
        }
        tokens.add("");
    }

    /** @throws SqlProblem */
    static Sql parse(String sql) {
        SqlParser parser = new SqlParser(sql);
        Sql read = parser.or();
        if (!parser.here().isEmpty()) {
            throw new SqlProblem("cannot be read from '" + parser.here() + "' on");
        }
        return read;
    }

    private Sql or() {
        if (++depth > DEEPEST) {
            throw new SqlProblem("is nested too deeply");
        }
        Sql left = and();
        while (word("or")) {
            left = new Sql.Binary("or", left, and());
        }
        depth--;
        return left;
    }

    private Sql and() {
        Sql left = not();
        while (word("and")) {
            left = new Sql.Binary("and", left, not());
        }
        return left;
    }

    private Sql not() {
        boolean negated = false;
        while (word("not")) {
            negated = !negated;
        }
        Sql compared = compared();
        return negated ? new Sql.Not(compared) : compared;
    }

    private Sql compared() {
        Sql left = sum();
        if (word("is")) {
            boolean negated = word("not");
            need("null");
            return negated ? new Sql.Not(new Sql.IsNull(left)) : new Sql.IsNull(left);
        }
        if (word("between")) {
            Sql low = sum();
            need("and");
            return new Sql.Binary("and", new Sql.Binary(">=", left, low), new Sql.Binary("<=", left, sum()));
        }
        if (List.of("in", "like", "ilike", "similar").contains(here().toLowerCase(Locale.ROOT))) {
            throw new SqlProblem("uses " + here().toLowerCase(Locale.ROOT) + "; write it with =, <=, >=, and, or");
        }
        String sign = SIGNS.getOrDefault(here(), here());
        if (List.of("=", "<>", "<", "<=", ">", ">=").contains(sign)) {
            at++;
            return new Sql.Binary(sign, left, sum());
        }
        return left;
    }

    private Sql sum() {
        Sql left = product();
        while (List.of("+", "-", "||").contains(here())) {
            left = new Sql.Binary(tokens.get(at++), left, product());
        }
        return left;
    }

    private Sql product() {
        Sql left = typed();
        while (here().equals("*") || here().equals("/")) {
            left = new Sql.Binary(tokens.get(at++), left, typed());
        }
        return left;
    }

    private Sql typed() {
        Sql value = value();
        while (true) {
            if (word("::")) {
                at++;
            } else if (word("[")) {
                Sql place = sum();
                need("]");
                value = new Sql.Call("[]", List.of(value, place));
            } else {
                return value;
            }
        }
    }

    private Sql value() {
        String token = tokens.get(at++);
        if (token.isEmpty()) {
            at--;
            throw new SqlProblem("ends too early");
        }
        char first = token.charAt(0);
        if (first == '(') {
            Sql inner = or();
            need(")");
            return inner;
        }
        if (first == '\'') {
            return new Sql.Text(token.substring(1, token.length() - 1).replace("''", "'"));
        }
        if (first >= '0' && first <= '9' || first == '.') {
            return new Sql.Number(Double.parseDouble(token));
        }
        if (first == '-') {
            return new Sql.Binary("-", new Sql.Number(0), value());
        }
        if (!Character.isLetter(first) && first != '_' && first != '"' && first != '`') {
            throw new SqlProblem("has '" + token + "' where a value was expected");
        }
        return here().equals("(") ? call(token) : name(token);
    }

    private Sql name(String first) {
        if (first.equalsIgnoreCase("case")) {
            throw new SqlProblem("uses case");
        }
        if (!word(".")) {
            return new Sql.Name("", unquoted(first));
        }
        return new Sql.Name(unquoted(first).toLowerCase(Locale.ROOT), unquoted(tokens.get(at++)));
    }

    private Sql call(String name) {
        at++;
        boolean cast = name.equalsIgnoreCase("cast") || name.equalsIgnoreCase("try_cast");
        List<Sql> arguments = new ArrayList<>();
        while (!here().equals(")")) {
            arguments.add(or());
            if (cast && word("as")) {
                while (!here().equals(")") && !here().isEmpty()) {
                    at++;
                }
            } else if (!here().equals(")")) {
                need(",");
            }
        }
        at++;
        return cast && arguments.size() == 1 ? arguments.get(0)
                : new Sql.Call(name.toLowerCase(Locale.ROOT), arguments);
    }

    private static String unquoted(String token) {
        boolean quoted = token.startsWith("\"") || token.startsWith("`");
        return quoted ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }

    private String here() {
        return tokens.get(at);
    }

    private boolean word(String word) {
        boolean there = here().equalsIgnoreCase(word);
        at += there ? 1 : 0;
        return there;
    }

    private void need(String word) {
        if (!word(word)) {
            throw new SqlProblem("needs '" + word + "' where it has '" + here() + "'");
        }
    }
}
