package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a campaign meets that moves from household-census 1.0 to 1.1 while tablets still hold 1.0. */
class HouseholdMidSurveyTest {

    private static final FormVersion BEFORE = version("1.0");
    private static final FormVersion AFTER = version("1.1");

    private static FormVersion version(String version) {
        return Catalogue.bundled().form(new FormId("household-census", version)).orElseThrow();
    }

    static Stream<String> checks() {
        return BEFORE.checks().stream().map(Check::code);
    }

    /** The new questions are open then, and calculated values are missing; neither is hard. */
    @ParameterizedTest
    @MethodSource("checks")
    void aDraftOfTheOldVersionFitsTheNewOneAndMeetsNoNewHardCheck(String code) {
        Example draft = Example.of(BEFORE.id(), code + ".fits");

        assertThat(AFTER.misfits(draft.given())).isEmpty();
        assertThat(hard(AFTER, draft)).isSubsetOf(hard(BEFORE, draft));
    }

    private static List<String> hard(FormVersion form, Example draft) {
        return form.confront(draft.given(), Context.of(draft.context())).stream()
                .filter(finding -> finding.severity() == Severity.HARD).map(Finding::check).toList();
    }

    @Test
    void everyQuestionOfTheOldVersionIsAskedStillAndInTheSameOrder() {
        assertThat(AFTER.questions().stream().map(Question::path)).containsSubsequence(
                BEFORE.questions().stream().map(Question::path).toList());
        assertThat(AFTER.questions()).allSatisfy(question -> BEFORE.question(question.path())
                .ifPresent(old -> assertThat(question.kind()).isEqualTo(old.kind())));
    }

    /** A row entered by mistake is removed; as a member it was counted in the totals of the household. */
    @Test
    void aMistakenMemberIsNoLongerAKindOfChange() {
        assertThat(BEFORE.question("/members/*/change").orElseThrow().codes()).contains("8");
        assertThat(AFTER.question("/members/*/change").orElseThrow().codes()).doesNotContain("8");
    }

    @Test
    void whoAnsweredIsOneOfTheMembersWhoLive() {
        Example household = base();
        Example.put(household.answers(), "/members/3/change", TextNode.valueOf("4"));

        assertThat(interview(household).offered("/resp_line")).containsExactly("1", "2", "3");
        Example.put(household.answers(), "/resp_line", FormSource.json("4"));
        assertThat(interview(household).findings()).extracting(Finding::check).contains("not-offered");
    }

    @Test
    void anOrdinaryHouseholdWithSomebodyNotInsuredIsSuspectedToBeMissed() {
        Example household = base();
        Map.of("/status", "'7'", "/hh_attr", "'0'", "/members/1/in_register", "false", "/members/1/med_ins", "'5'")
                .forEach((pointer, value) -> Example.put(household.answers(), pointer, FormSource.json(value)));

        assertThat(BEFORE.interview(household.given(), Context.of(household.context())).verdict("H43"))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(interview(household).verdict("H43")).isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void whatDoesNotCountInACountyIsLeftOutOfNetIncomeAndNotOfDisposableIncome() {
        Example household = base();
        household.context().put("count_inc_edu", BooleanNode.FALSE);
        household.context().put("count_inc_post", BooleanNode.FALSE);
        Interview interview = interview(household);

        assertThat(number(interview, "/inc_uncounted")).isEqualByComparingTo("4500");
        assertThat(number(interview, "/net_income")).isEqualByComparingTo("38820.5");
        assertThat(number(interview, "/pc_net")).isEqualByComparingTo("9705.13");
        assertThat(number(interview, "/disp_income")).isEqualByComparingTo("43320.5");
        assertThat(interview.verdict("H30")).isInstanceOf(Verdict.Holds.class);
    }

    /** A line or a standard of another year or county is worse than none. */
    @ParameterizedTest
    @MethodSource("standards")
    void withoutALineOrAStandardNothingIsJudgedByIt(String standard) {
        Example household = base();
        household.context().remove(standard);

        assertThat(interview(household).verdict("H42")).isInstanceOf(Verdict.Unanswered.class);
    }

    static Stream<String> standards() {
        return Stream.of("poverty_line", "water_litres_min", "water_short_days_max");
    }

    @Test
    void thirtyMembersWithSixJobsEachAreJudgedInFull() {
        Example household = base();
        ArrayNode members = (ArrayNode) household.answers().path("members");
        ObjectNode worker = (ObjectNode) members.get(0);
        ArrayNode jobs = worker.withArray("jobs");
        while (jobs.size() < 6) {
            jobs.add(jobs.get(0).deepCopy());
        }
        while (members.size() < 30) {
            members.add(worker.deepCopy().put("line_no", members.size() + 1));
        }

        assertThat(AFTER.question("/members/*/jobs/*/job_pay")).isPresent();
        assertThat(AFTER.questionsOf("/members")).hasSizeGreaterThanOrEqualTo(36);
        assertThat(AFTER.misfits(household.given())).isEmpty();
        assertThat(AFTER.confront(household.given(), Context.of(household.context()))).extracting(Finding::check)
                .contains("M27", "H31").doesNotContain("broken-check", "M24");
        assertThat(interview(household).verdict("M26", "/members/29/jobs/5")).isInstanceOf(Verdict.Holds.class);
    }

    private static Example base() {
        return Example.of(AFTER.id(), "base");
    }

    private static Interview interview(Example household) {
        return AFTER.interview(household.given(), Context.of(household.context()));
    }

    private static BigDecimal number(Interview interview, String pointer) {
        return interview.value(pointer).decimalValue();
    }
}
