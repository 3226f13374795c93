package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** An interview with one of the bundled forms told step by step, beginning with its base example. */
final class FormInterview {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormVersion form;
    private final Example told;

    private FormInterview(FormVersion form, Example told) {
        this.form = form;
        this.told = told;
    }

    static FormInterview of(FormVersion form) {
        return of(form, "base");
    }

    static FormInterview of(FormVersion form, String example) {
        return new FormInterview(form, Example.of(form.id(), example));
    }

    /** Nobody spoke to anybody yet. */
    static FormInterview begun(FormVersion form) {
        return new FormInterview(form, new Example(JSON.createObjectNode(), new HashMap<>(), new HashMap<>(), ""));
    }

    FormInterview answer(String pointer, Object value) {
        Example.put(told.answers(), pointer, JSON.valueToTree(value));
        return this;
    }

    FormInterview leaveOut(String... pointers) {
        Arrays.stream(pointers).forEach(pointer -> Example.put(told.answers(), pointer, JSON.nullNode()));
        return this;
    }

    FormInterview missing(String pointer, String reason) {
        told.missing().put(pointer, reason);
        return leaveOut(pointer);
    }

    FormInterview where(String name, Object value) {
        told.context().put(name, JSON.valueToTree(value));
        return this;
    }

    FormInterview nothingFromOutside() {
        told.context().clear();
        return this;
    }

    FormInterview expectFound(String... codes) {
        assertThat(findings()).contains(codes);
        return this;
    }

    FormInterview expectNotFound(String... codes) {
        assertThat(findings()).doesNotContain(codes);
        return this;
    }

    FormInterview expectNothingFound() {
        assertThat(judged().findings()).isEmpty();
        return this;
    }

    FormInterview expectHolds(String code) {
        assertThat(judged().verdict(code)).as(code).isInstanceOf(Verdict.Holds.class);
        return this;
    }

    FormInterview expectUnanswered(String... codes) {
        assertThat(codes).allSatisfy(code ->
                assertThat(judged().verdict(code)).isInstanceOf(Verdict.Unanswered.class));
        return this;
    }

    FormInterview expectAsked(String... pointers) {
        assertThat(pointers).allMatch(judged()::relevant);
        return this;
    }

    FormInterview expectNotAsked(String... pointers) {
        assertThat(pointers).noneMatch(judged()::relevant);
        return this;
    }

    FormInterview expectToFit() {
        assertThat(form.misfits(told.given())).isEmpty();
        return this;
    }

    FormInterview expectMisfit(String pointer) {
        assertThat(form.misfits(told.given())).extracting(Misfit::pointer).contains(pointer);
        return this;
    }

    /** The same interview as a device sends it. */
    FormInterview sent() {
        return new FormInterview(form, new Example(judged().cleaned(), told.missing(), told.context(), ""));
    }

    JsonNode value(String pointer) {
        return judged().value(pointer);
    }

    Interview judged() {
        return form.interview(told.given(), Context.of(told.context()));
    }

    private List<String> findings() {
        return judged().findings().stream().map(Finding::check).toList();
    }
}
