package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountyCensusTest {

    private static final FormVersion FORM =
            Catalogue.bundled().form(new FormId("county-census", "1.0")).orElseThrow();

    private static FormInterview county() {
        return FormInterview.of(FORM);
    }

    @Test
    void theShortFormAsks18Questions() {
        assertThat(FORM.questions()).hasSize(18);
    }

    @Test
    void theCountyFitsAndNothingIsOddAboutIt() {
        county().expectToFit().expectNothingFound();
        county().sent().expectToFit().expectNothingFound();
    }

    @Test
    void registeredHouseholdsAreComparedWithTheVillageFormsOnceThereAreAny() {
        county().nothingFromOutside().expectUnanswered("K01", "K04", "K05");
        county().where("village_households", 0).where("village_persons", 0).expectUnanswered("K04");
        county().where("village_households", 3000).expectFound("K04");
    }

    @Test
    void anAssignmentForAPlaceInTheCountyIsOneForTheCounty() {
        county().where("unit_area", "540302000000").expectHolds("K01");
        county().where("unit_area", "5403").expectFound("K01");
    }

    @Test
    void aCountyThatNeverWasOnTheListHasNoYearOfLeavingIt() {
        county().leaveOut("/cap_removed_year").expectToFit().expectNothingFound();
    }

    @Test
    void aGuaranteeGivenPerMonthIsFound() {
        county().answer("/min_guarantee_std", 500).expectFound("K06");
    }
}
