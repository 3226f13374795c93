package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An interview with the household census told step by step, beginning with a household of four that fits. */
final class HouseholdInterview {

    static final FormVersion FORM =
            Catalogue.bundled().form(new FormId("household-census", "1.0")).orElseThrow();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode answers;
    private final Map<String, String> missing;
    private final Map<String, JsonNode> context;

    private HouseholdInterview(Example example) {
        this.answers = example.answers();
        this.missing = example.missing();
        this.context = example.context();
    }

    /** 扎西, 卓玛, their son 多吉 and a grandmother: complete, and nothing odd about them. */
    static HouseholdInterview ofFour() {
        return example("base");
    }

    /** Nobody spoke to anybody yet. */
    static HouseholdInterview begun() {
        return new HouseholdInterview(new Example(JSON.createObjectNode(), new HashMap<>(), new HashMap<>(), ""));
    }

    static HouseholdInterview example(String name) {
        return new HouseholdInterview(Example.of(FORM.id(), name));
    }

    HouseholdInterview answer(String pointer, Object value) {
        Example.put(answers, pointer, JSON.valueToTree(value));
        return this;
    }

    /** @param changes JSON object of pointers and the values to put there */
    HouseholdInterview changed(String changes) {
        try {
            JSON.readTree(changes).properties().forEach(e -> Example.put(answers, e.getKey(), e.getValue()));
            return this;
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(changes, unreadable);
        }
    }

    HouseholdInterview leaveOut(String... pointers) {
        for (String pointer : pointers) {
            Example.put(answers, pointer, JSON.nullNode());
        }
        return this;
    }

    HouseholdInterview doesNotKnow(String pointer) {
        missing.put(pointer, "dont-know");
        return leaveOut(pointer);
    }

    HouseholdInterview refuses(String pointer) {
        missing.put(pointer, "refused");
        return leaveOut(pointer);
    }

    HouseholdInterview where(String name, Object value) {
        context.put(name, JSON.valueToTree(value));
        return this;
    }

    HouseholdInterview without(String name) {
        context.remove(name);
        return this;
    }

    HouseholdInterview expectAsked(String... pointers) {
        assertThat(pointers).allMatch(pointer -> judged().relevant(pointer));
        return this;
    }

    HouseholdInterview expectNotAsked(String... pointers) {
        assertThat(pointers).noneMatch(pointer -> judged().relevant(pointer));
        return this;
    }

    HouseholdInterview expectCalculated(String pointer, String decimal) {
        assertThat(judged().value(pointer).decimalValue()).as(pointer).isEqualByComparingTo(decimal);
        return this;
    }

    HouseholdInterview expectNothingCalculated(String... pointers) {
        assertThat(pointers).allMatch(pointer -> {
            JsonNode value = judged().value(pointer);
            return value.isMissingNode() || value.isNull();
        });
        return this;
    }

    HouseholdInterview expectFinding(String code) {
        assertThat(findings()).contains(code);
        return this;
    }

    HouseholdInterview expectNoFinding(String code) {
        assertThat(findings()).doesNotContain(code);
        return this;
    }

    /** No finding but these. */
    HouseholdInterview expectOnly(String... codes) {
        assertThat(findings()).containsOnly(codes);
        return this;
    }

    HouseholdInterview expectNoFindings() {
        assertThat(findings()).isEmpty();
        return this;
    }

    HouseholdInterview expectNothingHard() {
        assertThat(judged().findings()).filteredOn(finding -> finding.severity() == Severity.HARD).isEmpty();
        return this;
    }

    HouseholdInterview expectUnanswered(String code) {
        assertThat(judged().verdict(code)).as(code).isInstanceOf(Verdict.Unanswered.class);
        return this;
    }

    HouseholdInterview expectHolds(String code) {
        assertThat(judged().verdict(code)).as(code).isInstanceOf(Verdict.Holds.class);
        return this;
    }

    HouseholdInterview expectHolds(String code, int row) {
        assertThat(judged().verdict(code, row)).as(code).isInstanceOf(Verdict.Holds.class);
        return this;
    }

    HouseholdInterview expectToFit() {
        assertThat(misfits()).isEmpty();
        return this;
    }

    HouseholdInterview expectMisfit(String pointer) {
        assertThat(misfits()).extracting(Misfit::pointer).contains(pointer);
        return this;
    }

    /** The form does not accept the reason given for a missing answer. */
    HouseholdInterview expectMustAnswer(String pointer) {
        return expectMisfit("/missing/" + pointer.replace("/", "~1"));
    }

    /** The same interview as a device sends it: nothing that was not asked, calculated values stored. */
    HouseholdInterview sent() {
        return new HouseholdInterview(new Example(judged().cleaned(), missing, context, ""));
    }

    Interview judged() {
        return FORM.interview(new Answers(answers, missing), Context.of(context));
    }

    int members() {
        return answers.path("members").size();
    }

    private List<String> findings() {
        return judged().findings().stream().map(Finding::check).toList();
    }

    private List<Misfit> misfits() {
        return FORM.misfits(new Answers(answers, missing));
    }
}
