package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the benchmark measures is the whole work: every question asked, every check judged. */
class LargeFormTest {

    @Test
    void theLargeFormHasFiveHundredQuestionsAllOfThemAnsweredInAnInterviewThatFits() {
        Interview interview = LargeForm.FORM.interview(LargeForm.answers(), Context.none());

        assertThat(LargeForm.FORM.questions()).hasSize(500);
        assertThat(LargeForm.FORM.misfits(LargeForm.answers())).isEmpty();
        assertThat(interview.findings()).isEmpty();
        assertThat(interview.unanswered()).isEmpty();
        assertThat(LargeForm.FORM.questions()).allSatisfy(question ->
                assertThat(interview.relevant(question.path().replace("*", "0"))).isTrue());
        assertThat(LargeForm.FORM.checks()).allSatisfy(check ->
                assertThat(interview.verdict(check.code())).isInstanceOf(Verdict.Holds.class));
    }
}
