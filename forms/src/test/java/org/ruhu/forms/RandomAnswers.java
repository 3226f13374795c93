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
import java.util.Random;

/** Answers to a form: mostly of the right type, often at the edge, now and then any JSON at all. */
final class RandomAnswers {

    private static final ObjectMapper AS_DOUBLES = new ObjectMapper();
    private static final ObjectMapper AS_DECIMALS =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final List<String> NUMBERS = List.of("0", "-0.0", "1", "2", "3", "-1", "16", "0.1", "0.2", "0.3", "12.5",
            "1e21", "1e-7", "123456789012345680000", "12345678901234567890", "1e30", "-1e30", "9.99e29", "1e-20", "1e-21",
            "5e-324", "9007199254740993", "0.1000000000000000055511151231257827", "0.30000000000000004",
            "1.7976931348623157e308", "2.2250738585072011e-308", "100.00", "333333.3333333333", "999999.995");
    private static final List<String> TEXTS = List.of("\"\"", "\"a\"", "\"ab\"", "\"b\"", "\"扎西\"", "\"\\ud83d\\ude00x\"",
            "\"\\ud83d\"", "\"\\uffff\"", "\"12.50\"", "\"-7\"", "\"+0.0\"", "\"1e5\"", "\"540302100201\"", "\"540302\"",
            "\"549901199001012217\"", "\"54990119900101221x\"", "\"549901199002302217\"", "\"20200229\"", "\"a\\nb\"");
    private static final List<String> DAYS = List.of("\"2020-12-31\"", "\"2020-02-29\"", "\"2019-02-29\"", "\"0001-01-01\"",
            "\"0000-01-01\"", "\"9999-12-31\"", "\"1980-05-01\"", "\"2012-1-1\"", "\"20200229\"", "\"1900-02-29\"");
    private static final List<String> MOMENTS = List.of("\"2026-11-01T08:00:00+08:00\"", "\"2026-11-01T00:00:00Z\"",
            "\"2026-11-01T00:00:59.5Z\"", "\"2026-02-30T08:00:00Z\"", "\"2026-11-01T24:00:00Z\"",
            "\"2026-11-01T08:00:00+18:00\"", "\"2026-11-01T08:00:00-18:01\"", "\"0001-01-01T00:00:00+18:00\"",
            "\"9999-12-31T23:59:59.999-18:00\"", "\"2026-11-01T08:00:00.1234Z\"");
    private static final List<String> CODES = List.of("[]", "[\"1\"]", "[\"2\",\"1\"]", "[\"1\",\"1\"]", "[\"其\",\"3\"]",
            "[\"9\"]", "[1]", "[\"1\",null]");
    private static final List<String> ANYTHING = List.of("null", "true", "false", "0", "1.5", "\"1\"", "\"x\"", "[]", "{}",
            "[[[]]]", "{\"__proto__\":{\"n1\":1}}", "[{\"constructor\":1}]", "\"2020-12-31\"");

    private final Random random;
    private final FormVersion form;

    RandomAnswers(Random random, FormVersion form) {
        this.random = random;
        this.form = form;
    }

    Answers answers() {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        Map<String, String> missing = new HashMap<>();
        for (Question question : form.questions()) {
            if (question.roster().isEmpty()) {
                answer(question, "", values, missing);
            }
        }
        if (random.nextInt(12) == 0) {
            values.set("constructor", json(ANYTHING));
            missing.put("/nowhere", "refused");
        }
        return new Answers(values, missing);
    }

    Context context() {
        Map<String, JsonNode> values = new HashMap<>();
        if (random.nextBoolean()) {
            values.put("outside_n", json(NUMBERS));
            values.put("outside_t", json(TEXTS));
            values.put("outside_d", json(random.nextInt(3) == 0 ? ANYTHING : DAYS));
        }
        return Context.of(values);
    }

    private void answer(Question question, String at, ObjectNode into, Map<String, String> missing) {
        if (random.nextInt(question.calculated() ? 4 : 12) == 0) {
            into.set(question.name(), json(ANYTHING));
        } else if (random.nextInt(question.calculated() ? 10 : 5) > 0 == !question.calculated()) {
            into.set(question.name(), value(question, at, missing));
        } else if (random.nextInt(4) == 0) {
            missing.put(at + "/" + question.name(), random.nextBoolean() ? "dont-know" : "refused");
        }
    }

    private JsonNode value(Question question, String at, Map<String, String> missing) {
        return switch (question.kind()) {
            case NUMBER -> random.nextInt(3) == 0 ? anyNumber() : json(NUMBERS);
            case BOOLEAN -> json(List.of("true", "false"));
            case TEXT -> json(TEXTS);
            case CODE -> json(List.of("\"1\"", "\"2\"", "\"3\"", "\"其\"", "\"9\""));
            case CODES -> json(CODES);
            case DATE -> json(DAYS);
            case DATETIME -> json(MOMENTS);
            case ROSTER -> rows(question, at, missing);
        };
    }

    private ArrayNode rows(Question roster, String at, Map<String, String> missing) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        int count = random.nextInt(RandomForm.MOST_ROWS + 2);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(25) == 0) {
                rows.add(json(ANYTHING));
                continue;
            }
            ObjectNode row = rows.addObject();
            String here = at + roster.path() + "/" + i;
            form.questions().stream().filter(question -> question.roster().isPresent())
                    .forEach(question -> answer(question, here, row, missing));
        }
        return rows;
    }

    private JsonNode anyNumber() {
        double scale = Math.pow(10, random.nextInt(9) - 2);
        double rounded = Math.rint(random.nextDouble() * 200 * scale) / scale;
        return JsonNodeFactory.instance.numberNode(random.nextBoolean() ? rounded : random.nextGaussian() * scale);
    }

    private JsonNode json(List<String> written) {
        try {
            String one = written.get(random.nextInt(written.size()));
            return (random.nextBoolean() ? AS_DOUBLES : AS_DECIMALS).readTree(one);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
