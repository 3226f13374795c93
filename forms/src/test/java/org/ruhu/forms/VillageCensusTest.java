package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VillageCensusTest {

    private static final FormVersion FORM =
            Catalogue.bundled().form(new FormId("village-census", "1.0")).orElseThrow();

    private static FormInterview village() {
        return FormInterview.of(FORM);
    }

    @Test
    void theFormAsks62QuestionsAboutTheVillage() {
        assertThat(FORM.questions()).hasSize(62);
    }

    @Test
    void everyCheckIsThereWithItsSeverity() {
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.HARD).extracting(Check::code)
                .containsExactlyInAnyOrder("V01", "V03", "V10", "V11", "V12", "V16");
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.SOFT).extracting(Check::code)
                .containsExactlyInAnyOrder("V02", "V04", "V05", "V06", "V07", "V08", "V09", "V13", "V14", "V15", "V17");
    }

    @Test
    void theVillageFitsAndNothingIsOddAboutIt() {
        village().expectToFit().expectNothingFound();
        village().sent().expectToFit().expectNothingFound();
    }

    @Test
    void aQuestionBehindAHardCheckMustBeAnswered() {
        FORM.checks().stream().filter(check -> check.severity() == Severity.HARD)
                .flatMap(check -> check.refers().stream()).distinct()
                .forEach(path -> village().missing(path, "dont-know").expectMisfit("/missing/" + path.replace("/", "~1")));
        village().missing("/v_migrant", "dont-know").missing("/altitude", "refused").expectToFit().expectNothingFound();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v_road       | 1     | 3    | /v_road_km
            /poor_village | false | true | /v_exit_year
            /v_clinic     | 3     | 1    | /v_clinic_area
            """)
    void anAnswerOpensAndClosesAQuestion(String question, String closing, String opening, String opened) {
        village().answer(question, typed(closing)).expectNotAsked(opened);
        village().answer(question, typed(opening)).expectAsked(opened);
    }

    private static Object typed(String answer) {
        return answer.equals("true") || answer.equals("false") ? Boolean.valueOf(answer) : answer;
    }

    @Test
    void aPoorVillageThatHasNotLeftHasNoYearOfLeaving() {
        village().leaveOut("/v_exit_year").expectHolds("V16").expectHolds("V05");
    }

    @Test
    void withoutHouseholdFormsNothingIsComparedWithThem() {
        village().nothingFromOutside().answer("/v_hh_reg", 60).answer("/v_kids", 1)
                .expectUnanswered("V04", "V05", "V06", "V09", "V11").expectNotFound("V04", "V06", "V09");
        village().where("register_households", 0).where("register_persons", 0).expectUnanswered("V04", "V09");
    }

    @Test
    void moreChildrenInTheHouseholdsThanInTheVillageAreFoundBeforeAllHouseholdsAreIn() {
        village().where("counted_households", 20).where("counted_children", 97).expectFound("V06");
        village().where("counted_households", 20).where("counted_dropouts", 2).expectFound("V06");
    }

    @Test
    void fewerChildrenInTheHouseholdsAreFoundOnceAllHouseholdsAreIn() {
        village().where("counted_households", 116).where("counted_children", 33).expectNotFound("V06");
        village().where("counted_households", 117).where("counted_children", 33).expectFound("V06");
        village().where("counted_households", 117).where("counted_children", 96).expectHolds("V06");
    }

    @Test
    void dividendsOfHouseholdsStillToComeAreNotMissed() {
        village().where("register_households", 20).where("counted_dividends", 12000).expectHolds("V09").expectFound("V04");
        village().where("register_households", 20).where("counted_dividends", 36301).expectFound("V09");
        village().where("counted_dividends", 0).expectFound("V09");
        village().where("counted_dividends", 0).answer("/v_div_total", 0).expectHolds("V09");
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 2.5})
    void theIncidenceOfAVillageThatLeftIsBelowTheLimitOfItsProvince(double limit) {
        village().where("village_incidence_max", 3).answer("/v_pop_poor", 16).expectHolds("V05");
        village().where("village_incidence_max", limit).answer("/v_pop_poor", 16).expectFound("V05");
    }

    @Test
    void aVillageWithoutRegisteredHouseholdsHasNoRegisteredPersons() {
        village().answer("/v_hh_reg", 0).answer("/v_pop_reg", 0).answer("/v_pop_poor", 0).answer("/v_hh_mon", 0)
                .answer("/v_coop_reg_hh", 0).expectHolds("V14");
        village().answer("/v_hh_reg", 0).answer("/v_hh_mon", 0).expectFound("V14");
    }

    @Test
    void aSealStandsUnderAFormThatIsComplete() {
        village().missing("/v_helpers", "dont-know").expectHolds("V16");
        village().leaveOut("/v_helpers").expectFound("V16");
        village().leaveOut("/v_helpers", "/v_seal").expectNotFound("V16");
    }

    @Test
    void onlyWhoAnsweredIsAPersonsName() {
        assertThat(FORM.questions()).filteredOn(question -> question.identifier().isPresent())
                .singleElement().satisfies(question -> {
                    assertThat(question.path()).isEqualTo("/v_respondent");
                    assertThat(question.identifier()).isEqualTo(Optional.of(Identifier.NAME));
                });
    }
}
