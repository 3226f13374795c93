package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ruhu.forms.HouseholdInterview.FORM;
import static org.ruhu.forms.HouseholdInterview.ofFour;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the checks that their two examples do not show. */
class HouseholdChecksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            H02 | {"/end_time": "2021-01-06T13:06:00+08:00"}
            H05 | {"/consent": "2"}
            H05 | {"/members/1/labour": null}
            H05 | {"/members": null}
            H08 | {"/members/0/rel": "10"}
            H11 | {"/status": "2", "/exit_year": null}
            H11 | {"/status": "3", "/exit_year": 2018}
            H11 | {"/status": "3", "/exit_year": null, "/relapse_year": 2019}
            H14 | {"/cause_main": "01", "/members/3/health": ["1"]}
            H14 | {"/cause_main": "03", "/members/2/school": "00", "/members/2/no_school_reason": "1"}
            H14 | {"/cause_main": "08"}
            H21 | {"/house_grade": "A", "/house_defect": ["5"]}
            H22 | {"/house_area": 480.1}
            H24 | {"/water_lpd": 9}
            H25 | {"/power": "3", "/appliances": ["2", "5"]}
            H25 | {"/power": "3", "/appliances": ["3"]}
            H26 | {"/asset_flag": ["3"]}
            H26 | {"/vehicles": ["6"]}
            H31 | {"/inc_wage_out": 948, "/inc_wage_local": 18000}
            H31 | {"/inc_wage_local": 0}
            H32 | {"/inc_post": 0}
            H33 | {"/aid_social": ["1", "4"]}
            H33 | {"/inc_tekun": 900}
            H33 | {"/aid_social": ["2", "4"]}
            H33 | {"/inc_disab": 1200}
            H35 | {"/exp_stock": 6000.01}
            H37 | {"/inc_wage_local": 0, "/inc_stock": 0, "/inc_gather": 0, "/inc_eco": 0, "/inc_post": 0}
            H39 | {"/main_source": "2"}
            H39 | {"/main_source": "3"}
            M01 | {"/members/0/id_no": "54990119800517001"}
            M01 | {"/members/0/id_no": "54990119800517001310"}
            M01 | {"/members/0/id_no": "549901198002300018"}
            M01 | {"/members/0/id_no": "A49901198005170013"}
            M01 | {"/members/2/id_type": "2", "/members/2/id_no": "549901200903210014"}
            M07 | {"/members/3/birth_date": "1965-05-18"}
            M07 | {"/members/3/birth_date": "1990-05-18"}
            M07 | {"/members/2/birth_date": "1970-05-18"}
            M08 | {"/members/2/birth_date": "2003-12-31", "/members/2/school": "16"}
            M08 | {"/members/2/birth_date": "2016-01-01", "/members/2/school": "11"}
            M08 | {"/members/2/birth_date": "2000-12-31", "/members/2/school": "21"}
            M11 | {"/members/3/id_type": "3"}
            M12 | {"/members/2/labour": "2"}
            M12 | {"/members/0/health": ["4"], "/members/0/disab_grade": "2"}
            M14 | {"/members/0/wage_m": 120000.01}
            """)
    void anAnswerThatDoesNotAgreeIsFound(String check, String changes) {
        ofFour().changed(changes).expectFinding(check);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            H08 | {"/members/1/rel": "99"}
            H14 | {"/cause_main": "03"}
            H14 | {"/cause_main": "08", "/members/1/labour": "3"}
            H14 | {"/cause_main": "12", "/members/3/health": ["1"]}
            H17 | {"/house_own": "7", "/house_safe_how": "5"}
            H25 | {"/power": "2"}
            H26 | {"/hh_attr": "0", "/vehicles": ["4", "6"], "/asset_flag": ["1", "5"]}
            H31 | {"/inc_wage_out": 947, "/inc_wage_local": 18000}
            H33 | {"/aid_social": ["3", "4"]}
            H37 | {"/n_share": 21}
            M05 | {"/members/1/id_type": "9", "/members/2/id_type": "9"}
            """)
    void anAnswerThatAgreesIsNotFound(String check, String changes) {
        ofFour().changed(changes).expectNoFinding(check).expectHolds(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hh_change", "house_defect", "signal", "vehicles", "appliances", "asset_flag", "aid_batch",
        "aid_industry", "aid_job", "aid_health", "aid_edu", "aid_social"})
    void noneStandsAloneInEveryMultipleChoiceThatHasIt(String question) {
        ofFour().answer("/" + question, List.of("0", "2")).expectFinding("H40");
        ofFour().answer("/" + question, List.of("0")).expectNoFinding("H40");
    }

    @Test
    void everyMultipleChoiceWithANoneIsAmongThose() {
        assertThat(FORM.questions()).filteredOn(q -> q.kind() == Kind.CODES && q.codes().contains("0")).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"/food_enough\": false}",
        "{\"/food_short_months\": 1}",
        "{\"/protein_access\": \"3\", \"/protein_reason\": \"3\"}",
        "{\"/protein_access\": \"4\", \"/protein_reason\": \"4\"}",
        "{\"/clothes_season\": false}",
        "{\"/bedding_warm\": false}",
        "{\"/members/2/school\": \"00\", \"/members/2/no_school_reason\": \"4\"}",
        "{\"/members/2/school\": \"00\", \"/members/2/no_school_reason\": \"9\"}",
        "{\"/members/1/med_ins\": \"5\"}",
        "{\"/ill_untreated\": 1, \"/ill_reason\": \"1\"}",
        "{\"/house_safe_how\": \"5\"}",
        "{\"/house_grade\": \"C\", \"/house_safe_how\": \"3\"}",
        "{\"/water_lpd\": 34}",
        "{\"/water_quality\": \"2\"}",
        "{\"/water_quality\": \"4\"}",
        "{\"/water_inhouse\": false, \"/water_min\": 21, \"/water_hdist\": 801, \"/water_vdist\": 80}",
        "{\"/water_inhouse\": false, \"/water_min\": 21, \"/water_hdist\": 800, \"/water_vdist\": 81}",
        "{\"/water_short_days\": 37}",
        "{\"/n_share\": 11}"})
    void oneStandardNotMetIsASuspectedWrongExitOrAMissedHousehold(String changes) {
        ofFour().changed(changes).expectFinding("H42").expectNothingHard();
        ofFour().answer("/status", "7").changed(changes).expectFinding("H43").expectNoFinding("H42");
        ofFour().answer("/status", "1").changed(changes).expectNoFinding("H42").expectNoFinding("H43");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"/members/2/school\": \"00\", \"/members/2/school_name\": null, \"/members/2/no_school_reason\": \"1\"}",
        "{\"/members/2/school\": \"60\"}",
        "{\"/members/1/med_ins\": \"5\", \"/members/1/in_register\": false, \"/n_registered\": 3}",
        "{\"/ill_untreated\": 2, \"/ill_reason\": \"3\"}",
        "{\"/water_inhouse\": false, \"/water_min\": 20, \"/water_hdist\": 5000, \"/water_vdist\": 200}",
        "{\"/water_inhouse\": false, \"/water_min\": 60, \"/water_hdist\": 800, \"/water_vdist\": 80}"})
    void whatTheStandardAllowsIsNoSuspicion(String changes) {
        ofFour().changed(changes).expectNoFindings().expectHolds("H42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/food_enough", "/bedding_warm", "/water_lpd"})
    void whatIsNotKnownIsNeitherAPassNorASuspicion(String question) {
        ofFour().doesNotKnow(question).expectNoFinding("H42").expectUnanswered("H42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/n_hukou", "/n_registered", "/n_resident", "/n_share"})
    void oneTotalThatStillCountsTheDeadIsEnough(String total) {
        HouseholdInterview died = ofFour().changed("""
                {"/members/3/change": "4", "/members/3/change_date": "2020-06-01",
                 "/n_hukou": 3, "/n_registered": 3, "/n_resident": 3, "/n_share": 3}""");
        died.expectNoFinding("M18");
        died.answer(total, 4).expectFinding("M18");
    }

    @Test
    void aJumpOfIncomeIsMeasuredAgainstLastYearIfThatIsKnown() {
        ofFour().where("pc_net_last_year", 21660.27).expectOnly("H38");
        ofFour().where("pc_net_last_year", 21660.26).expectNoFindings();
        ofFour().without("pc_net_last_year").expectUnanswered("H38").expectNoFindings();
    }

    @Test
    void withoutTheAreaOfTheUnitNobodyKnowsWhetherTheVillageIsRight() {
        ofFour().without("unit_area").expectUnanswered("H01").expectNoFindings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exp_crop", "/inc_nonfarm", "/house_area", "/food_short_months", "/gps_acc_m"})
    void aRefusedAmountIsNoFinding(String question) {
        ofFour().refuses(question).expectToFit().sent().expectNoFindings();
    }

    @Test
    void identifiersAndSensitiveAnswersAreMarkedAsSuch() {
        assertThat(FORM.questions()).filteredOn(q -> q.identifier().isPresent()).extracting(Question::path)
                .containsExactlyInAnyOrder("/head_name", "/head_name_bo", "/phone", "/members/*/name_zh",
                        "/members/*/name_bo", "/members/*/name_alias", "/members/*/id_no");
        assertThat(FORM.questions()).filteredOn(q -> q.identifier().isPresent())
                .noneMatch(q -> q.sensitivity() == Sensitivity.PLAIN);
        assertThat(List.of("/gps_lat", "/gps_lon", "/ill_reason", "/med_total", "/inc_disab", "/members/*/health",
                "/members/*/disab_cat", "/members/*/disab_grade", "/members/*/school", "/members/*/ethnic"))
                .allMatch(path -> FORM.question(path).orElseThrow().sensitivity() == Sensitivity.SENSITIVE);
        assertThat(FORM.questions()).filteredOn(q -> q.path().matches("/(inc|exp|net|pc|debt)_.*"))
                .filteredOn(q -> q.kind() == Kind.NUMBER && !q.name().equals("inc_year"))
                .noneMatch(q -> q.sensitivity() == Sensitivity.PLAIN);
    }

    @Test
    void theCodesOfAQuestionAreThoseOfItsList() {
        assertThat(FORM.question("/members/*/ethnic").orElseThrow().codes()).hasSize(58).startsWith("01")
                .contains("56").endsWith("97", "98");
        assertThat(FORM.question("/members/*/school").orElseThrow().codes()).hasSize(22);
        assertThat(Map.of("04", "藏族", "08", "壮族", "54", "门巴族"))
                .allSatisfy((code, name) -> assertThat(FORM.optionLabel("/members/*/ethnic", code, "zh")).isEqualTo(name));
    }
}
