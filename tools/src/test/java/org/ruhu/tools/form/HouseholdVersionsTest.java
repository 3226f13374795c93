package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;

/** What the second version of the household census does to data of the first. */
class HouseholdVersionsTest {

    private static final List<Change> CHANGES = FormDiff.changes(version("1.0"), version("1.1"));

    private static FormVersion version(String version) {
        return Catalogue.bundled().form(new FormId("household-census", version)).orElseThrow();
    }

    @Test
    void nothingInItBreaksWhatWasCollected() {
        assertThat(CHANGES).filteredOn(Change::breaking).isEmpty();
    }

    @Test
    void oneOptionIsGoneAndStaysLabelledWhereItWasChosen() {
        assertThat(CHANGES).filteredOn(change -> change.code().equals("code-removed")).singleElement()
                .satisfies(change -> {
                    assertThat(change.place()).isEqualTo("/members/*/change");
                    assertThat(change.answers()).contains("keep it, with the label of 1.0");
                });
    }

    @Test
    void jobsAreNew() {
        assertThat(CHANGES).filteredOn(change -> change.code().equals("question-added")).extracting(Change::place)
                .contains("/members/*/jobs", "/members/*/boards", "/inc_uncounted");
    }
}
