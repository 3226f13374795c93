package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who answers this one is nobody's business. */
class StaffSurveyTest {

    private static final FormVersion FORM = Catalogue.bundled().form(new FormId("staff-survey", "1.0")).orElseThrow();

    @Test
    void itBelongsToNoUnit() {
        assertThat(FORM.schema().path("x-unit").textValue()).isEqualTo("none");
        assertThat(FORM.schema().path("x-context").properties()).isEmpty();
    }

    @Test
    void nothingInItTellsWhoAnswered() {
        assertThat(FORM.questions()).allSatisfy(question -> {
            assertThat(question.identifier()).isEmpty();
            assertThat(question.sensitivity()).isEqualTo(Sensitivity.PLAIN);
            assertThat(question.kind()).isNotIn(Kind.NUMBER, Kind.DATE, Kind.DATETIME, Kind.ROSTER);
        });
        assertThat(FORM.questions()).filteredOn(question -> question.kind() == Kind.TEXT).extracting(Question::path)
                .containsExactly("/county");
        assertThat(FORM.questions()).filteredOn(question -> !question.codes().isEmpty())
                .allSatisfy(question -> assertThat(question.codes()).hasSizeLessThanOrEqualTo(8));
    }

    @Test
    void everyQuestionMayBeSkipped() {
        assertThat(FORM.schema().path("properties")).hasSize(FORM.questions().size()).allSatisfy(question -> {
            assertThat(question.at("/x-question/required").isBoolean()).isTrue();
            assertThat(question.at("/x-question/required").booleanValue()).isFalse();
        });
    }
}
