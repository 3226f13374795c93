package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorCheckTest {

    private static final FormVersion FORM = Catalogue.bundled().form(new FormId("door-check", "1.0")).orElseThrow();

    private static FormInterview check() {
        return FormInterview.of(FORM);
    }

    /** Every item that can fail: all of them but satisfaction, where 2 says fairly satisfied. */
    static List<String> items() {
        return FORM.questions().stream().map(Question::name)
                .filter(name -> name.startsWith("k_") && !name.equals("k_satisfied")).toList();
    }

    @Test
    void thereAre26ItemsThatCanFail() {
        assertThat(items()).hasSize(26);
    }

    @Test
    void everyCheckIsThereWithItsSeverity() {
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.HARD).extracting(Check::code)
                .containsExactlyInAnyOrder("C01", "C02", "C03", "C04", "C05", "C06", "C11", "C12", "C13");
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.SOFT).extracting(Check::code)
                .containsExactlyInAnyOrder("C07", "C08", "C09", "C10", "C14", "C15");
    }

    @Test
    void theCheckFitsAndNothingIsOddAboutIt() {
        check().expectToFit().expectNothingFound();
        check().sent().expectToFit().expectNothingFound();
    }

    @Test
    void problemsOpenInTheLedger() {
        assertThat(FORM.schema().at("/properties/problems/x-question/opens").asText()).isEqualTo("problem");
    }

    @ParameterizedTest
    @MethodSource("items")
    void anItemThatFailsNeedsARowOfItsOwnAndAPhotograph(String item) {
        sound().answer("/" + item, "2").expectFound("C03");
        sound().answer("/" + item, "2").answer("/problems", List.of(problem(item))).expectFound("C03");
        sound().answer("/" + item, "2").answer("/problems", List.of(problem("none")))
                .answer("/evidence", List.of("0".repeat(64))).expectFound("C03");
        sound().answer("/" + item, "2").answer("/problems", List.of(problem(item))).nothingFromOutside()
                .answer("/evidence", List.of("0".repeat(64))).expectToFit().expectNothingFound();
    }

    @Test
    void aRowWithoutItsItemIsNotTheRowOfAnItem() {
        sound().answer("/k_food", "2").answer("/evidence", List.of("0".repeat(64)))
                .answer("/problems", List.of(Map.of("prob_id", 1))).expectFound("C03");
    }

    @Test
    void fairlySatisfiedIsNoFailure() {
        sound().answer("/k_satisfied", "2").expectNothingFound();
    }

    @Test
    void byTelephoneOrWhenItIsRefusedThereIsNoPhotographButSomebodyLooksAgain() {
        check().leaveOut("/evidence").expectFound("C03", "C10");
        check().leaveOut("/evidence").answer("/contact", "3").expectFound("C10").expectNotFound("C03");
        check().missing("/evidence", "refused").expectToFit().expectFound("C10").expectNotFound("C03");
    }

    @ParameterizedTest
    @MethodSource("items")
    void anItemToBeVerifiedMayBeAProblemAndNeedNotBe(String item) {
        FormInterview told = sound().nothingFromOutside().answer("/" + item, "3").expectNothingFound();
        told.answer("/problems", List.of(problem(item))).expectNothingFound();
    }

    @Test
    void aProblemIsAboutAnItemThatWasNotMet() {
        sound().answer("/problems", List.of(problem("k_grade"))).expectFound("not-offered");
        sound().answer("/problems", List.of(problem("k_satisfied"))).expectFound("not-offered");
        sound().answer("/k_satisfied", "3").answer("/problems", List.of(problem("k_satisfied"))).expectNothingFound();
        sound().answer("/problems", List.of(problem("none"))).expectNothingFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5"})
    void whereNobodyWasMetNoItemIsAskedAndWhatWasSeenFromOutsideIsKept(String contact) {
        FormInterview nobody = FormInterview.of(FORM, "C04.fits").answer("/contact", contact);

        nobody.expectNotAsked("/k_food", "/k_satisfied", "/suspect").expectAsked("/evidence", "/problems");
        nobody.answer("/problems", List.of(problem("none"))).expectToFit().expectNothingFound();
    }

    @Test
    void byTelephoneNoPlaceIsAskedFor() {
        assertThat(check().answer("/contact", "3").leaveOut("/gps_lat", "/gps_lon", "/gps_acc_m").judged().findings())
                .noneMatch(finding -> finding.severity() == Severity.HARD);
    }

    @ParameterizedTest(name = "suspicion {0} goes with kinds {1}")
    @CsvSource({"0, 123456", "1, 45", "2, 1236", "3, 16", "4, 2", "5, 123456"})
    void aSuspicionGoesWithTheKindOfHousehold(String suspicion, String kinds) {
        for (String kind : List.of("1", "2", "3", "4", "5", "6")) {
            FormInterview told = check().answer("/suspect", List.of(suspicion)).answer("/hh_kind", kind);
            if (kinds.contains(kind)) {
                told.expectHolds("C05");
            } else {
                told.expectFound("C05");
            }
        }
    }

    @Test
    void whatTheOfficeDecidesIsNotDemandedAtTheDoor() {
        FormInterview atTheDoor = sound().answer("/k_grade", "3").answer("/problems", List.of(problem("k_grade")));

        atTheDoor.expectAsked("/problems/0/prob_verify").expectNotAsked("/problems/0/verify_how",
                "/problems/0/measures", "/problems/0/fix_proof", "/problems/0/reviewer_id", "/problems/0/prob_state");
        assertThat(List.of("prob_verify", "prob_nature", "prob_hh")).noneMatch(name ->
                atTheDoor.judged().required("/problems/0/" + name));
        assertThat(List.of("prob_item", "prob_domain", "prob_desc", "prob_sev")).allMatch(name ->
                atTheDoor.judged().required("/problems/0/" + name));
    }

    @Test
    void aProblemThatIsNoFactGetsNoMeasures() {
        check().answer("/problems/0/prob_verify", "3").expectNotAsked("/problems/0/measures")
                .expectFound("C15", "C06", "not-relevant");
    }

    @ParameterizedTest(name = "severity {0}: within {1} days")
    @CsvSource({"1, 7", "2, 30", "3, 90"})
    void aDueDateKeepsToTheDaysOfItsSeverity(String severity, int days) {
        check().answer("/problems/0/prob_sev", severity).answer("/problems/0/measures/1/due_date", day(days))
                .expectNotFound("C08");
        check().answer("/problems/0/prob_sev", severity).answer("/problems/0/measures/1/due_date", day(days + 1))
                .expectFound("C08");
        check().answer("/problems/0/prob_sev", severity).where("due_days_urgent", 200).where("due_days_important", 200)
                .where("due_days_general", 200).answer("/problems/0/measures/1/due_date", day(days + 1))
                .expectNotFound("C08");
    }

    @Test
    void theDoorReadsTheLimitsOfItsCounty() {
        assertThat(check().where("due_days_important", 14).judged().hint("/problems/0/measures/0/due_date", "en"))
                .contains("Urgent within 7 days, important 14, ordinary 90");
        assertThat(check().where("water_minutes_max", 30).judged().hint("/k_wconv", "zh")).contains("入户，或取水往返不超过30分钟");
    }

    private static String day(int days) {
        return LocalDate.parse("2019-09-02").plusDays(days).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix_proof", "fix_review", "reviewer_id", "measures"})
    void aProblemIsNotCancelledWithout(String question) {
        check().leaveOut("/problems/0/" + question).expectFound("C06");
    }

    @Test
    void aProblemIsNotCancelledBeforeEveryMeasureIsDone() {
        check().leaveOut("/problems/0/measures/1/fix_date").expectFound("C06");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5403-0310", "5403-0311", "5403-0101", "5403-0102"})
    void whoIsResponsibleOrFoundAProblemDoesNotCancelIt(String reviewer) {
        check().answer("/problems/0/reviewer_id", reviewer).expectFound("C06");
    }

    private static FormInterview sound() {
        return FormInterview.of(FORM, "C10.fits").leaveOut("/evidence");
    }

    private static Map<String, Object> problem(String item) {
        return Map.of("prob_id", 1, "prob_item", item, "prob_domain", "99", "prob_sev", "3",
                "prob_desc", "入户时看到的情况与标准不符。");
    }
}
