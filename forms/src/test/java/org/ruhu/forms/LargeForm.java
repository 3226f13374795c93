package org.ruhu.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A form of 500 questions, as long as a living standards survey: pages of every kind of question with skips, ranges,
 * sums and checks, and a roster of people with jobs. Written by rule, so that it can be measured.
 */
final class LargeForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int GROUPS = 46;
    private static final int MEMBERS = 4;
    private static final int MEMBER_QUESTIONS = 25;

    static final FormVersion FORM = form();

    private LargeForm() {}

    private static FormVersion form() {
        ObjectNode schema = JSON.objectNode().put("$id", "urn:ruhu:form:large:1").put("type", "object")
                .put("additionalProperties", false);
        ObjectNode questions = schema.putObject("properties");
        ArrayNode checks = schema.putArray("x-checks");
        for (int i = 0; i < GROUPS; i++) {
            group(questions, checks, i);
        }
        ObjectNode members = roster(questions, "members", 30);
        ask(members, "name", q -> q.put("type", "string").put("maxLength", 40));
        for (int i = 0; i < MEMBER_QUESTIONS; i++) {
            String before = i == 0 ? "name != 'x'" : "m" + (i - 1) + " < 90";
            ask(members, "m" + i, q -> q.put("type", "integer").put("minimum", 0).put("maximum", 100)
                    .withObject("/x-question").put("relevant", before));
        }
        ObjectNode jobs = roster(members, "jobs", 5);
        for (int i = 0; i < 10; i++) {
            ask(jobs, "j" + i, q -> q.put("type", "number").put("minimum", 0));
        }
        ask(members, "earned", q -> q.put("type", "number").withObject("/x-question").put("calculate", "sum(jobs, j -> j.j0 * j.j1)"));
        ask(questions, "earned_by_all", q -> q.put("type", "number").withObject("/x-question")
                .put("calculate", "sum(members, m -> m.earned)"));
        check(checks, "M1", "all(members, m -> all(m.jobs, j -> j.j0 <= 12))", "/members");
        check(checks, "M2", "unique(members, m -> m.name)", "/members");
        return FormVersion.of(schema, Map.of(), Map.of());
    }

    /** Ten questions that depend on one another, and three checks. */
    private static void group(ObjectNode questions, ArrayNode checks, int i) {
        String g = "g" + i + "_";
        ask(questions, g + "has", q -> q.put("type", "boolean"));
        ask(questions, g + "kind", q -> hinted(q.put("type", "string"), "relevant", g + "has").putArray("enum").add("1").add("2").add("3"));
        ask(questions, g + "several", q -> several(q, g + "has and " + g + "kind != '3'"));
        for (String part : new String[] {"a", "b", "c"}) {
            ask(questions, g + part, q -> hinted(q.put("type", "number").put("minimum", 0).put("maximum", 1_000_000),
                    "relevant", g + "kind in ['1', '2']"));
        }
        ask(questions, g + "day", q -> q.put("type", "string").put("format", "date"));
        ask(questions, g + "note", q -> hinted(q.put("type", "string").put("maxLength", 200), "required", g + "a > 500000"));
        ask(questions, g + "sum", q -> hinted(q.put("type", "number"), "calculate",
                "coalesce(" + g + "a, 0) + coalesce(" + g + "b, 0) + coalesce(" + g + "c, 0)"));
        ask(questions, g + "code", q -> q.put("type", "string").put("pattern", "^[0-9]{4,12}$"));
        check(checks, "A" + i, g + "a <= " + g + "b + " + g + "c", "/" + g + "a");
        check(checks, "B" + i, g + "has implies " + g + "sum > 0 or " + g + "several contains '3'", "/" + g + "sum");
        check(checks, "C" + i, g + "day <= date('2026-12-31') and len(" + g + "code) >= 4", "/" + g + "day");
    }

    private static ObjectNode several(ObjectNode question, String relevant) {
        hinted(question.put("type", "array").put("uniqueItems", true), "relevant", relevant);
        question.putObject("items").put("type", "string").putArray("enum").add("1").add("2").add("3");
        return question;
    }

    private static void ask(ObjectNode questions, String name, Consumer<ObjectNode> kind) {
        kind.accept(questions.putObject(name));
    }

    private static ObjectNode hinted(ObjectNode question, String hint, String expression) {
        question.withObject("/x-question").put(hint, expression);
        return question;
    }

    private static ObjectNode roster(ObjectNode questions, String name, int mostRows) {
        return questions.putObject(name).put("type", "array").put("maxItems", mostRows).putObject("items")
                .put("type", "object").put("additionalProperties", false).putObject("properties");
    }

    private static void check(ArrayNode checks, String code, String rule, String refers) {
        checks.addObject().put("code", code).put("severity", "hard").put("rule", rule).putArray("refers").add(refers);
    }

    /** Every question is asked and answered; four people with two jobs each. */
    static Answers answers() {
        ObjectNode answers = JSON.objectNode();
        for (int i = 0; i < GROUPS; i++) {
            String g = "g" + i + "_";
            answers.put(g + "has", true).put(g + "kind", "2").put(g + "a", 100 + i).put(g + "b", 80.5).put(g + "c", 120)
                    .put(g + "day", "2026-11-05").put(g + "note", "扎西家第" + i + "项").put(g + "code", "540302100201")
                    .put(g + "sum", 300.5 + i).putArray(g + "several").add("1").add("3");
        }
        rows(answers.putArray("members"), MEMBERS, (member, row) -> {
            row.put("name", "多吉" + member).put("earned", 24 * 150.25);
            for (int i = 0; i < MEMBER_QUESTIONS; i++) {
                row.put("m" + i, 10 + i);
            }
            rows(row.putArray("jobs"), 2, (job, work) -> {
                work.put("j0", 12).put("j1", 150.25);
                for (int i = 2; i < 10; i++) {
                    work.put("j" + i, i);
                }
            });
        });
        answers.put("earned_by_all", MEMBERS * 24 * 150.25);
        return new Answers(answers, Map.of());
    }

    private static void rows(ArrayNode rows, int count, BiConsumer<Integer, ObjectNode> fill) {
        for (int i = 0; i < count; i++) {
            fill.accept(i, rows.addObject());
        }
    }
}
