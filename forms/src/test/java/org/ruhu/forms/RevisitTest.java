package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.forms.outside.ContextSource;

class RevisitTest {

    private static final FormVersion FORM = Catalogue.bundled().form(new FormId("revisit", "1.0")).orElseThrow();
    private static final FormVersion FIRST =
            Catalogue.bundled().form(new FormId("household-census", "1.0")).orElseThrow();

    private static FormInterview revisit() {
        return FormInterview.of(FORM);
    }

    @Test
    void everyCheckIsThereWithItsSeverity() {
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.HARD).extracting(Check::code)
                .containsExactlyInAnyOrder("Q01", "Q02", "Q06", "Q10", "Q11", "Q12");
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.SOFT).extracting(Check::code)
                .containsExactlyInAnyOrder("Q03", "Q04", "Q05A", "Q05B", "Q05C", "Q05D", "Q05E", "Q07", "Q08", "Q09A", "Q09B",
                        "Q09C", "Q09D", "Q09E", "Q09F", "Q09G", "Q09H", "Q09I", "Q09J", "Q13");
    }

    @Test
    void theRevisitFitsAndNothingIsOddAboutIt() {
        revisit().expectToFit().expectNothingFound();
        revisit().sent().expectToFit().expectNothingFound();
    }

    /** First visit in April, revisit in August 2017. */
    @Test
    void fromAprilToAugustAreAboutFourMonths() {
        FormInterview august = revisit().where("orig_day", "2017-04-15").answer("/q_date", "2017-08-15");

        assertThat(august.value("/q_days").intValue()).isEqualTo(122);
        august.answer("/q_days", 122).expectNothingFound();
        august.answer("/q_date", "2018-05-20").expectHolds("Q07");
        august.answer("/q_date", "2018-05-21").expectFound("Q07");
        august.answer("/q_date", "2017-04-14").expectFound("Q07");
    }

    @Test
    void aLookBackIsMadeByTheFirstTeam() {
        revisit().where("unit_team", "540302-T02").expectFound("Q01");
        revisit().answer("/q_type", "3").where("unit_team", "540302-T02").expectNotFound("Q01");
    }

    @ParameterizedTest
    @CsvSource({"540302-T01, true, true", "5101-T09, false, true", "5101-T09, true, false"})
    void aQualityCheckNeedsAnotherTeamFromElsewhereAndBlind(String team, boolean elsewhere, boolean blind) {
        check(team, elsewhere, blind).expectFound("Q01");
    }

    @Test
    void aQualityCheckIsMadeByNobodyOfTheFirstInterview() {
        check("5101-T09", true, true).answer("/q_enum1", "5101-0007").answer("/q_enum2", "5101-0008")
                .expectNotFound("Q01", "Q11");
        check("5101-T09", true, true).answer("/q_enum1", "5101-0007").expectFound("Q11");
    }

    private static FormInterview check(String team, boolean elsewhere, boolean blind) {
        return revisit().answer("/q_type", "2").where("unit_team", team).answer("/q_cross_area", elsewhere)
                .answer("/q_blind", blind);
    }

    @ParameterizedTest(name = "{1} persons, {2} at first: {3}")
    @CsvSource({"4, 43320.5, 38989, holds", "4, 43320.5, 38988, found", "4, 6000, 5201, holds", "4, 6000, 5200, holds",
            "4, 6000, 5199, found", "4, 0, 800, holds", "4, 0, 801, found", "4, -1000, -1801, found"})
    void incomeDiffersByMoreThanATenthAndMoreThan200YuanAHead(int persons, double first, double now, String verdict) {
        FormInterview told = revisit().where("orig_n_share", persons).where("orig_net", first).answer("/q_net", now);
        if (verdict.equals("found")) {
            told.expectFound("Q05C");
        } else {
            told.expectHolds("Q05C");
        }
    }

    @Test
    void whereThereWasNoneAtFirstOneIsADifference() {
        revisit().where("orig_water_short", 0).answer("/q_water_short", 1).expectFound("Q05E");
        revisit().where("orig_water_short", 0).answer("/q_water_short", 0).expectHolds("Q05E");
    }

    @Test
    void theFieldsThatDifferAreNamedInOrder() {
        FormInterview told = revisit().answer("/q_n_hukou", 2).answer("/q_food", false)
                .answer("/q_members/3/q_sex", "1").missing("/q_net", "refused");

        assertThat(told.value("/q_diff").textValue()).isEqualTo("q_n_hukou q_members q_food ");
        told.expectAsked("/q_reconcile").expectFound("Q05A", "Q08", "Q09B");
        assertThat(revisit().value("/q_diff").textValue()).isEmpty();
        revisit().expectNotAsked("/q_reconcile");
    }

    @Test
    void aBlindDeviceFindsNothingAndSendsWhatTheServerThenFinds() {
        FormInterview onTheDevice = revisit().answer("/q_blind", true).answer("/q_food", false).answer("/q_n_hukou", 2);
        first().forEach(name -> onTheDevice.where(name, null));
        FormInterview onArrival = onTheDevice.sent();

        onTheDevice.expectNotFound("Q05A", "Q09B").expectNotAsked("/q_diff", "/q_days", "/q_same_team")
                .expectAsked("/q_reconcile");
        assertThat(onTheDevice.judged().required("/q_verdict")).isFalse();
        onArrival.expectToFit().where("orig_n_hukou", 4).where("orig_food", true)
                .where("orig_day", "2021-01-06").where("orig_team", "5101-T09").expectFound("Q01", "Q05A", "Q09B")
                .expectNotFound("calculated-differs", "not-relevant");
    }

    private static Set<String> first() {
        return ContextSource.of(FORM).keySet();
    }

    @Test
    void theFirstInterviewIsReadInTheWordsOfTheRevisit() {
        Example household = Example.of(FIRST.id(), "base");
        Interview interview = FIRST.interview(household.given(), Context.of(household.context()));

        assertThat(firstAnswers(interview)).containsEntry("orig_members", "4").containsEntry("orig_males", "2")
                .containsEntry("orig_clothes", "true").containsEntry("orig_school", "1")
                .containsEntry("orig_insured", "1").containsEntry("orig_net", "43320.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /members/2/no_school_reason | 4          | orig_school  | 2
            /members/2/no_school_reason | 1          | orig_school  | 1
            /members/2/birth_date       | 2001-01-01 | orig_school  | 9
            /members/0/med_ins          | 5          | orig_insured | 2
            """)
    void whatMembersSaidAtFirstBecomesOneAnswer(String pointer, String answer, String name, String read) {
        Example household = Example.of(FIRST.id(), "base");
        Example.put(household.answers(), "/members/2/school", TextNode.valueOf("00"));
        Example.put(household.answers(), pointer, TextNode.valueOf(answer));

        assertThat(firstAnswers(FIRST.interview(household.given(), Context.of(household.context()))))
                .containsEntry(name, read);
    }

    private static Map<String, String> firstAnswers(Interview interview) {
        Map<String, String> read = new TreeMap<>();
        ContextSource.of(FORM).forEach((name, source) -> {
            if (source instanceof ContextSource.Original original) {
                read.put(name, Derived.of(FIRST, original.of()).on(interview).asText());
            }
        });
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5"})
    void whereNobodyWasMetNothingIsComparedButTheHouseholdIsListed(String contact) {
        FormInterview nobody = revisit().answer("/q_contact", contact);

        nobody.expectNotAsked("/q_members", "/q_n_hukou", "/q_coached").expectAsked("/q_listed", "/q_verdict");
        nobody.sent().expectToFit().expectNothingFound();
    }

    @Test
    void aMissedHouseholdHadNoFirstInterview() {
        revisit().answer("/q_listed", "2").expectAsked("/q_new_unit").expectNotAsked("/q_first_visit", "/q_cadre_then")
                .expectFound("Q06");
        assertThat(revisit().answer("/q_listed", "2").judged().required("/orig_id")).isFalse();
    }

    @Test
    void theStatisticsOfACensusOpenNoProblems() {
        revisit().answer("/q_type", "2").expectNotAsked("/q_new_prob");
        revisit().answer("/q_type", "3").expectAsked("/q_new_prob");
    }

    @Test
    void ofAnIdNumberOnlyTheEndIsWritten() {
        revisit().answer("/q_members/0/q_id4", "549901198005170010").expectMisfit("/q_members/0/q_id4");
        revisit().answer("/q_members/0/q_id4", "012X").expectToFit();
    }
}
