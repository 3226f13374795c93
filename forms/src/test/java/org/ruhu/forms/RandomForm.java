package org.ruhu.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ruhu.forms.RandomExpression.Name;
import org.ruhu.forms.RandomExpression.Sort;

/** A form whose skips, duties, calculations and checks are random expressions over questions of every kind. */
final class RandomForm {

    static final int MOST_ROWS = 6;
    private static final int DEEPEST = 4;
    private static final int CALCULATED = 40;
    private static final int CHECKS = 16;
    private static final Map<Sort, String> LETTER = Map.of(Sort.NUMBER, "n", Sort.TRUTH, "b", Sort.TEXT, "t",
            Sort.DAY, "d", Sort.MOMENT, "m", Sort.CODES, "c");

    private final Random random;
    private final List<Name> names = new ArrayList<>();
    private final ObjectNode schema = JsonNodeFactory.instance.objectNode();
    private final ObjectNode questions;
    private final ObjectNode rows;
    private final ObjectNode columns;

    private RandomForm(Random random, int number) {
        this.random = random;
        schema.put("$id", "urn:ruhu:form:random-" + number + ":1.0").put("type", "object")
                .put("additionalProperties", false);
        this.questions = schema.putObject("properties");
        this.rows = JsonNodeFactory.instance.objectNode().put("type", "array").put("maxItems", MOST_ROWS);
        this.columns = rows.putObject("items").put("type", "object").put("additionalProperties", false)
                .putObject("properties");
    }

    static FormVersion of(Random random, int number) {
        RandomForm form = new RandomForm(random, number);
        form.context();
        form.asked();
        form.calculated();
        form.checks();
        return FormVersion.of(form.schema, Map.of(), Map.of());
    }

    private void context() {
        ObjectNode context = schema.putObject("x-context");
        context.putObject("outside_n").put("type", "number").put("default", 12.5);
        context.putObject("outside_d").put("type", "date").put("default", "2020-12-31");
        context.putObject("outside_t").put("type", "text");
        names.add(new Name("$outside_n", Sort.NUMBER, false));
        names.add(new Name("$outside_d", Sort.DAY, false));
        names.add(new Name("$outside_t", Sort.TEXT, false));
    }

    private void asked() {
        questions.set("code", code());
        for (Sort sort : Sort.values()) {
            ask(sort, LETTER.get(sort) + "1", false, false);
            ask(sort, LETTER.get(sort) + "2", false, false);
        }
        if (random.nextInt(3) == 0) {
            hint(rows).put("relevant", expression(Sort.TRUTH, false, false));
        }
        hint(rows).put("required", random.nextBoolean()).putArray("nonresponse").add("refused");
        questions.set("rows", rows);
        for (Sort sort : Sort.values()) {
            ask(sort, "r" + LETTER.get(sort), true, true);
        }
    }

    private void ask(Sort sort, String name, boolean inRow, boolean rosterKnown) {
        ObjectNode question = plain(sort);
        ObjectNode hint = hint(question);
        if (random.nextInt(4) == 0) {
            hint.put("relevant", expression(Sort.TRUTH, inRow, rosterKnown));
        }
        int duty = random.nextInt(4);
        if (duty == 0) {
            hint.put("required", expression(Sort.TRUTH, inRow, rosterKnown));
        } else if (duty == 1) {
            hint.put("required", false);
        }
        if (random.nextBoolean()) {
            hint.putArray("nonresponse").add("dont-know");
        }
        add(name, sort, inRow, question);
    }

    private void calculated() {
        for (int i = 0; i < CALCULATED; i++) {
            boolean inRow = i % 4 == 3;
            Sort sort = List.of(Sort.NUMBER, Sort.TRUTH, Sort.NUMBER, Sort.TRUTH, Sort.TEXT, Sort.DAY, Sort.CODES).get(i % 7);
            ObjectNode question = plain(sort);
            hint(question).put("calculate", expression(sort, inRow, true));
            if (random.nextInt(5) == 0) {
                hint(question).put("relevant", expression(Sort.TRUTH, inRow, true));
            }
            add((inRow ? "rx" : "x") + LETTER.get(sort) + i, sort, inRow, question);
        }
    }

    private void checks() {
        ArrayNode checks = schema.putArray("x-checks");
        for (int i = 0; i < CHECKS; i++) {
            boolean inRow = i % 2 == 1;
            ObjectNode check = checks.addObject().put("code", "K" + i).put("severity", i % 3 == 0 ? "soft" : "hard");
            String rule = expression(Sort.TRUTH, inRow, true);
            check.put("rule", i % 5 == 0 ? "unanswered() < " + random.nextInt(12) + " or " + rule : rule);
            check.putArray("refers").add("/n1").add("/rows/*/rn");
            if (inRow) {
                check.put("each", "/rows");
            }
        }
    }

    private void add(String name, Sort sort, boolean inRow, ObjectNode question) {
        (inRow ? columns : questions).set(name, question);
        names.add(new Name(name, sort, inRow));
    }

    private String expression(Sort sort, boolean inRow, boolean rosterKnown) {
        return new RandomExpression(random, names, inRow, rosterKnown).of(sort, 1 + random.nextInt(DEEPEST));
    }

    private static ObjectNode hint(ObjectNode question) {
        return question.withObject("/x-question");
    }

    private static ObjectNode plain(Sort sort) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (sort) {
            case NUMBER -> schema.put("type", "number").put("minimum", -1000000).put("maximum", 1000000);
            case TRUTH -> schema.put("type", "boolean");
            case TEXT -> schema.put("type", "string").put("minLength", 1).put("maxLength", 20);
            case DAY -> schema.put("type", "string").put("format", "date");
            case MOMENT -> schema.put("type", "string").put("pattern", Outline.DATETIME);
            case CODES -> schema.put("type", "array").put("uniqueItems", true).set("items", code());
        }
        return schema;
    }

    private static ObjectNode code() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        schema.putArray("enum").add("1").add("2").add("3").add("其");
        return schema;
    }
}
