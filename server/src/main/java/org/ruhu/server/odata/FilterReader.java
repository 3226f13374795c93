package org.ruhu.server.odata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.server.door.Refusal;

/**
 * Reads {@code $filter}: comparisons of a property with a value, {@code in}, {@code contains}, {@code startswith},
 * {@code endswith}, {@code and}, {@code or}, {@code not} and parentheses. Other parts of the language are refused as
 * not offered, what is no part of it as unreadable.
 */
final class FilterReader {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:('(?:[^']|'')*')|([(),])|([^\\s(),']+))");
    private static final Map<String, BiPredicate<String, String>> TESTS = Map.of("contains", String::contains,
            "startswith", String::startsWith, "endswith", String::endsWith);

    private final Map<String, Field> fields;
    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private FilterReader(String text, Map<String, Field> fields) {
        this.fields = fields;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group().strip());
            end = token.end();
        }
        if (text.length() > LONGEST || !text.substring(end).isBlank()) {
            throw unreadable(text.length() > LONGEST ? "longer than %,d characters".formatted(LONGEST)
                    : "character " + (end + 1));
        }
    }

    static Condition read(String text, Map<String, Field> fields) {
        FilterReader reader = new FilterReader(text, fields);
        Condition condition = reader.either();
        if (reader.at < reader.tokens.size()) {
            throw unreadable("more follows behind its end");
        }
        return condition;
    }

    private Condition either() {
        Condition condition = both();
        while (peek().equals("or")) {
            take();
            condition = condition.or(both());
        }
        return condition;
    }

    private Condition both() {
        Condition condition = one();
        while (peek().equals("and")) {
            take();
            condition = condition.and(one());
        }
        return condition;
    }

    private Condition one() {
        if (depth++ > DEEPEST) {
            throw unreadable("nested more than " + DEEPEST + " deep");
        }
        Condition condition = single();
        depth--;
        return condition;
    }

    private Condition single() {
        String word = take();
        if (word.equals("not")) {
            return one().not();
        }
        if (word.equals("(")) {
            Condition inside = either();
            expect(")");
            return inside;
        }
        if (peek().equals("(")) {
            return tested(word);
        }
        Field field = field(word);
        String how = take();
        if (how.equals("in")) {
            return in(field);
        }
        if (Condition.Comparison.words().noneMatch(how::equals)) {
            throw how.matches("add|sub|mul|div|mod|has") ? Unsupported.of("$filter with " + how)
                    : unreadable("behind " + word + " there is no comparison");
        }
        return Condition.Comparison.of(how).of(field, literal(field));
    }

    private Condition tested(String function) {
        if (!TESTS.containsKey(function)) {
            throw Unsupported.of("$filter with " + function + "()");
        }
        expect("(");
        Field field = field(take());
        if (field.sort() != Field.Sort.TEXT) {
            throw unreadable(function + " is for text, " + field.name() + " is " + field.sort().edm());
        }
        expect(",");
        String part = String.valueOf(literal(field));
        expect(")");
        return compared(Condition.text(field, part, TESTS.get(function)));
    }

    /** Some programs write {@code contains(name,'x') eq true}. */
    private Condition compared(Condition test) {
        if (!peek().equals("eq") && !peek().equals("ne")) {
            return test;
        }
        boolean asIs = take().equals("eq");
        return truth(take()) == asIs ? test : test.not();
    }

    private Condition in(Field field) {
        expect("(");
        List<Condition> each = new ArrayList<>();
        do {
            each.add(Condition.Comparison.EQ.of(field, literal(field)));
        } while (take().equals(","));
        at--;
        expect(")");
        return Condition.any(each);
    }

    private Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw name.contains("/") ? Unsupported.of("$filter over a roster") : unreadable(
                    name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "there is no property " + name : "a property is expected");
        }
        return field;
    }

    /** A value that can be compared with a property; null for {@code null}. */
    private Comparable<?> literal(Field field) {
        String text = take();
        if (text.equals("null")) {
            return null;
        }
        try {
            return switch (field.sort()) {
                case TEXT -> quoted(text);
                case DATE -> LocalDate.parse(text).toString();
                case INTEGER, DECIMAL -> number(text);
                case MOMENT -> OffsetDateTime.parse(text).toInstant();
                case BOOLEAN -> truth(text);
            };
        } catch (DateTimeException e) {
            throw wrongValue(field);
        }
    }

    private String quoted(String text) {
        if (!text.startsWith("'")) {
            throw unreadable("text stands between '");
        }
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    private BigDecimal number(String text) {
        if (!text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")) {
            throw unreadable("a number is expected");
        }
        return new BigDecimal(text).stripTrailingZeros();
    }

    private Boolean truth(String text) {
        if (!text.matches("true|false")) {
            throw unreadable("true or false is expected");
        }
        return Boolean.valueOf(text);
    }

    private static Refusal wrongValue(Field field) {
        return unreadable("the value for " + field.name() + " is no " + field.sort().edm());
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String take() {
        if (at == tokens.size()) {
            throw unreadable("it ends too early");
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        if (!take().equals(token)) {
            throw unreadable("'" + token + "' is expected");
        }
    }

    /** What was written is not repeated: it may hold a name. */
    private static Refusal unreadable(String what) {
        return new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "$filter is not readable: " + what);
    }
}
