package org.ruhu.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ruhu.forms.RandomGround.Sort;

/** Answers to a form: mostly of the right type, often at the edge, now and then any JSON at all. */
final class RandomAnswers {

    private static final ObjectMapper AS_DOUBLES = new ObjectMapper();
    private static final ObjectMapper AS_DECIMALS = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);
    private static final List<String> NUMBERS = List.of("0", "-0.0", "1", "2", "3", "-1", "16", "0.1", "0.2", "0.3",
            "12.5",
            "1e21", "1e-7", "123456789012345680000", "12345678901234567890", "1e30", "-1e30", "9.99e29", "1e-20",
            "1e-21",
            "5e-324", "9007199254740993", "0.1000000000000000055511151231257827", "0.30000000000000004",
            "1.7976931348623157e308", "2.2250738585072011e-308", "100.00", "333333.3333333333", "999999.995", "1e400",
            "-1e400", "1e-400", "1.00000000000000000001", "16.0000000000000000001", "0.3000000000000000000001",
            "1000000.00000000001");
    private static final List<String> TEXTS = List.of("\"\"", "\"a\"", "\"ab\"", "\"b\"", "\"扎西\"",
            "\"\\ud83d\\ude00x\"",
            "\"\\ud83d\"", "\"\\ude00\"", "\"\\uffff\"", "\"12.50\"", "\"12.5\"", "\"-7\"", "\"+0.0\"", "\"1e5\"",
            "\"1\"",
            "\"540302100201\"", "\"540302\"", "\"549901199001012217\"", "\"54990119900101221x\"",
            "\"549901199002302217\"",
            "\"20200229\"", "\"a\\nb\"", "\"\\u0000\"", "\"p1\"", "\"true\"", "\"2020-12-31\"");
    private static final List<String> DAYS = List.of("\"2020-12-31\"", "\"2020-02-29\"", "\"2019-02-29\"",
            "\"0001-01-01\"",
            "\"0000-01-01\"", "\"9999-12-31\"", "\"1980-05-01\"", "\"2012-1-1\"", "\"20200229\"", "\"1900-02-29\"",
            "\"2020-12-31\\n\"", "\"２０20-12-31\"");
    private static final List<String> MOMENTS = List.of("\"2026-11-01T08:00:00+08:00\"", "\"2026-11-01T00:00:00Z\"",
            "\"2026-11-01T00:00:59.5Z\"", "\"2026-02-30T08:00:00Z\"", "\"2026-11-01T24:00:00Z\"",
            "\"2026-11-01T08:00:00+18:00\"", "\"2026-11-01T08:00:00-18:01\"", "\"0001-01-01T00:00:00+18:00\"",
            "\"9999-12-31T23:59:59.999-18:00\"", "\"2026-11-01T08:00:00.1234Z\"", "\"2026-11-01T23:59:60Z\"");
    private static final List<String> CODES = List.of("[]", "[\"1\"]", "[\"2\",\"1\"]", "[\"1\",\"1\"]",
            "[\"其\",\"3\"]",
            "[\"9\"]", "[1]", "[\"1\",null]", "[\"3\",\"2\",\"1\",\"其\"]", "[\"p1\",\"p5\"]", "[\"a\",\"b\"]");
    private static final List<String> ANYTHING = List.of("null", "true", "false", "0", "1.5", "\"1\"", "\"x\"", "[]",
            "{}",
            "[[[]]]", "{\"__proto__\":{\"n1\":1}}", "[{\"constructor\":1}]", "\"2020-12-31\"", "[{}]", "[null,{},[],1]",
            "{\"length\":3,\"0\":{}}", "1e400", "[1e400,\"1\"]", "{\"\":2}");
    private static final List<String> STRANGERS = List.of("constructor", "__proto__", "toString", "", "a/b", "m~n",
            "\ud83d",
            "hasOwnProperty", "0", "length", "扎西", "same ");
    private static final List<String> REASONS = List.of("dont-know", "refused", "refused", "other", "", "__proto__");

    private final Random random;
    private final FormVersion form;
    /** How seldom something is odd. */
    private int calm = 1;

    RandomAnswers(Random random, FormVersion form) {
        this.random = random;
        this.form = form;
    }

    /** A value as a question of this sort, or a value from outside, usually has it. */
    static JsonNode usual(Random random, Sort sort) {
        return read(random, switch (sort) {
            case NUMBER -> NUMBERS;
            case TRUTH -> List.of("true", "false");
            case TEXT -> TEXTS;
            case DAY -> DAYS;
            case MOMENT -> MOMENTS;
            case CODES -> CODES;
            case CODE -> List.of("\"1\"", "\"2\"", "\"3\"", "\"其\"", "\"9\"", "\"p1\"", "\"p5\"", "\"elsewhere\"");
        });
    }

    Answers answers() {
        Map<String, String> missing = new HashMap<>();
        calm = random.nextInt(3) == 0 ? 20 : 1;
        if (chance(60 * calm)) {
            return new Answers(random.nextBoolean() ? nested() : any(), missing);
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        level(Optional.empty(), "", values, missing);
        if (chance(6 * calm)) {
            values.set(one(STRANGERS), any());
        }
        for (int i = random.nextInt(8) - 4; i > 0 && calm == 1; i--) {
            missing.put(pointer(), one(REASONS));
        }
        return new Answers(values, missing);
    }

    Context context() {
        Map<String, JsonNode> values = new HashMap<>();
        for (String name : form.contextNames()) {
            if (random.nextBoolean()) {
                Sort sort = List.of(Sort.values()).get(random.nextInt(Sort.values().length));
                values.put(name, chance(8) ? any() : usual(random, usually(name).orElse(sort)));
            }
        }
        return Context.of(values);
    }

    private static Optional<Sort> usually(String contextName) {
        return switch (contextName.charAt(contextName.length() - 1)) {
            case 'n' -> Optional.of(Sort.NUMBER);
            case 'b' -> Optional.of(Sort.TRUTH);
            case 't' -> Optional.of(Sort.TEXT);
            case 'd' -> Optional.of(Sort.DAY);
            case 'm' -> Optional.of(Sort.MOMENT);
            case 'c' -> Optional.of(Sort.CODES);
            default -> Optional.empty();
        };
    }

    private void level(Optional<String> roster, String at, ObjectNode into, Map<String, String> missing) {
        for (Question question : form.questions()) {
            if (question.roster().equals(roster)) {
                answer(question, at, into, missing);
            }
        }
    }

    private void answer(Question question, String at, ObjectNode into, Map<String, String> missing) {
        if (chance((question.calculated() ? 8 : 16) * calm)) {
            into.set(question.name(), any());
        } else if (random.nextInt(question.calculated() ? 10 : 5) > 0 == !question.calculated()) {
            into.set(question.name(), value(question, at, missing));
        } else if (chance(4)) {
            missing.put(at + "/" + question.name(), one(REASONS));
        }
        if (chance(80 * calm)) {
            missing.put(at + "/" + question.name(), "dont-know");
        }
    }

    private JsonNode value(Question question, String at, Map<String, String> missing) {
        if (question.choose().isPresent() && question.kind() == Kind.NUMBER) {
            return JsonNodeFactory.instance.numberNode(random.nextInt(5));
        }
        return switch (question.kind()) {
            case NUMBER -> random.nextInt(3) == 0 ? anyNumber() : usual(random, Sort.NUMBER);
            case BOOLEAN -> usual(random, Sort.TRUTH);
            case TEXT -> usual(random, Sort.TEXT);
            case CODE -> usual(random, Sort.CODE);
            case CODES -> usual(random, Sort.CODES);
            case DATE -> usual(random, Sort.DAY);
            case DATETIME -> usual(random, Sort.MOMENT);
            case ROSTER -> rows(question, at + "/" + question.name(), missing);
        };
    }

    private ArrayNode rows(Question roster, String at, Map<String, String> missing) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        int count = random.nextInt(roster.roster().isEmpty() ? 8 : 4);
        for (int i = 0; i < count; i++) {
            if (chance(25 * calm)) {
                rows.add(any());
                continue;
            }
            ObjectNode row = rows.addObject();
            level(Optional.of(roster.path()), at + "/" + i, row, missing);
            if (chance(25 * calm)) {
                row.set(one(STRANGERS), any());
            }
        }
        return rows;
    }

    /** Of something that may be there or not. */
    private String pointer() {
        List<Question> questions = form.questions();
        String path = questions.get(random.nextInt(questions.size())).path();
        while (path.contains("*")) {
            path = path.replaceFirst("\\*", one(List.of("0", "1", "2", "7", "00", "-1", "", "1e0", "99999999999",
            "~0", "*")));
        }
        return chance(8) ? one(List.of("", "/", "/~", "/__proto__",
            "/constructor/0/x", path + "/", path + "/0", path.substring(1))) : path;
    }

    private JsonNode any() {
        return chance(20) ? nested() : read(random, ANYTHING);
    }

    private JsonNode nested() {
        JsonNode inner = JsonNodeFactory.instance.nullNode();
        String name = form.questions().get(0).name();
        for (int i : IntStream.range(0, 300).toArray()) {
            inner = i % 3 == 0 ? JsonNodeFactory.instance.objectNode().set(name, inner)
                    : JsonNodeFactory.instance.arrayNode().add(inner);
        }
        return inner;
    }

    private JsonNode anyNumber() {
        double scale = Math.pow(10, random.nextInt(9) - 2);
        double rounded = Math.rint(random.nextDouble() * 200 * scale) / scale;
        return JsonNodeFactory.instance.numberNode(random.nextBoolean() ? rounded : random.nextGaussian() * scale);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An infinite double could not be written for the other runtime. */
    private static JsonNode read(Random random, List<String> written) {
        try {
            String one = written.get(random.nextInt(written.size()));
            boolean doubles = random.nextBoolean() && !one.contains("1e400");
            return (doubles ? AS_DOUBLES : AS_DECIMALS).readTree(one);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
