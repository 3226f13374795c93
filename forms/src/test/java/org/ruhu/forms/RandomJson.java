package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** JSON as it comes when nobody is careful: answers of a form, then spoilt in places. Seeded, so that it comes again. */
final class RandomJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of("", " ", "1", "01", "9", "A", "扎西", "\ud83d", "\ude00x",
            "\ud83d\ude00", "2020-12-31", "2021-02-29", "0001-01-01", "9999-12-31", "2021-01-06T10:05:00+08:00",
            "2021-01-06T10:05:00.1234Z", "549901198501010019", "540302100201", "13900000001", "12\n", "x".repeat(2000),
            "0".repeat(64), "\u0000", "__proto__");
    private static final List<BigDecimal> NUMBERS = List.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("-1"),
            new BigDecimal("0.1"), new BigDecimal("1e400"), new BigDecimal("-1e400"), new BigDecimal("1e-400"),
            new BigDecimal("1e30"), new BigDecimal("1e999999999"), new BigDecimal("1e-999999999"),
            new BigDecimal("9007199254740993"), new BigDecimal("30.0"), new BigDecimal("2020"), new BigDecimal("12.345"));

    private final Random random;
    private final boolean strange;

    private RandomJson(long seed, boolean strange) {
        this.random = new Random(seed);
        this.strange = strange;
    }

    /** As a parser makes it, with numbers a double can hold: beyond, general validators err or run out of memory. */
    static RandomJson parsed(long seed) {
        return new RandomJson(seed, false);
    }

    /** Also with nodes that no parser makes but a program may. */
    static RandomJson strange(long seed) {
        return new RandomJson(seed, true);
    }

    /** Something for every question, of the right kind most of the time. */
    ObjectNode answers(FormVersion form) {
        ObjectNode answers = JSON.objectNode();
        for (Question question : form.questions()) {
            if (question.roster().isEmpty() && random.nextInt(8) > 0) {
                answers.set(question.name(), random.nextInt(12) == 0 ? any(3) : answer(form, question));
            }
        }
        if (random.nextInt(4) == 0) {
            answers.set(text(), any(3));
        }
        return answers;
    }

    private JsonNode answer(FormVersion form, Question question) {
        return switch (question.kind()) {
            case BOOLEAN -> JSON.booleanNode(random.nextBoolean());
            case NUMBER -> random.nextInt(3) > 0 ? JSON.numberNode(random.nextInt(40)) : number();
            case CODE -> code(question);
            case CODES -> JSON.arrayNode().add(code(question)).add(code(question));
            case ROSTER -> rows(form, question);
            case TEXT, DATE, DATETIME -> JSON.textNode(text());
        };
    }

    private JsonNode code(Question question) {
        int codes = question.codes().size();
        return JSON.textNode(codes == 0 ? text() : question.codes().get(random.nextInt(codes)));
    }

    private JsonNode rows(FormVersion form, Question roster) {
        ArrayNode rows = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode row = JSON.objectNode();
            form.questions().stream().filter(q -> q.roster().filter(roster.path()::equals).isPresent())
                    .forEach(q -> row.set(q.name(), random.nextInt(12) == 0 ? any(2) : answer(form, q)));
            rows.add(random.nextInt(15) == 0 ? any(1) : row);
        }
        return rows;
    }

    JsonNode any(int depth) {
        List<Supplier<JsonNode>> leaves = new ArrayList<>(List.of(this::number, () -> JSON.textNode(text()),
                JSON::nullNode, () -> JSON.booleanNode(random.nextBoolean())));
        if (strange) {
            leaves.addAll(List.of(MissingNode::getInstance, () -> JSON.binaryNode(new byte[] {1, 2}),
                    () -> new POJONode("扎西"), () -> FloatNode.valueOf(Float.NaN)));
        }
        int choice = random.nextInt(leaves.size() + (depth > 0 ? 2 : 0));
        if (choice < leaves.size()) {
            return leaves.get(choice).get();
        }
        ArrayNode items = JSON.arrayNode();
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(any(depth - 1));
            object.set(text(), any(depth - 1));
        }
        return choice == leaves.size() ? items : object;
    }

    JsonNode number() {
        BigDecimal number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        if (!strange && Math.abs((long) number.precision() - number.scale()) > 300) {
            return JSON.numberNode(7);
        }
        return switch (random.nextInt(6)) {
            case 0 -> JSON.numberNode(random.nextInt());
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.numberNode(strange ? number.doubleValue() : random.nextDouble());
            case 3 -> JSON.numberNode(BigInteger.TEN.pow(random.nextInt(300)).negate());
            case 4 -> JSON.numberNode(random.nextInt(100) / 8.0);
            default -> DecimalNode.valueOf(number);
        };
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
