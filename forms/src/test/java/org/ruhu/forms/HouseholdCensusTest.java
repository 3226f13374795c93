package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ruhu.forms.HouseholdInterview.FORM;
import static org.ruhu.forms.HouseholdInterview.begun;
import static org.ruhu.forms.HouseholdInterview.ofFour;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdCensusTest {

    @Test
    void theFormAsks136QuestionsAboutTheHouseholdAnd35AboutEachMember() {
        assertThat(FORM.questions()).filteredOn(q -> q.roster().isEmpty() && q.kind() != Kind.ROSTER).hasSize(136);
        assertThat(FORM.questions()).filteredOn(q -> q.roster().isPresent()).hasSize(35);
    }

    @Test
    void everyCheckOfTheCensusIsThereWithItsSeverity() {
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.HARD).extracting(Check::code)
                .containsExactlyInAnyOrder("H01", "H03", "H05", "H06", "H07", "H08", "H10", "H11", "H12", "H13",
                        "H16", "H17", "H18", "H19", "H23", "H27", "H28", "H29", "H30", "H36", "H40", "H41", "H45",
                        "H49", "M01", "M02", "M03", "M09", "M10", "M11", "M13", "M15", "M18", "M20", "M22");
        assertThat(FORM.checks()).filteredOn(check -> check.severity() == Severity.SOFT).extracting(Check::code)
                .containsExactlyInAnyOrder("H02", "H04", "H09", "H14", "H15", "H20", "H21", "H22", "H24", "H25",
                        "H26", "H31", "H32", "H33", "H34", "H35", "H37", "H38", "H39", "H42", "H43", "H46", "H47",
                        "H48", "M04", "M05", "M06", "M07", "M08", "M12", "M14", "M16", "M17", "M19", "M21");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyQuestionOptionAndCheckSpeaksChineseAndEnglish(String language) {
        FORM.questions().forEach(question -> {
            assertThat(FORM.label(question.path(), language)).isNotEqualTo(question.path()).isNotEqualTo(question.name());
            question.codes().forEach(code ->
                    assertThat(FORM.optionLabel(question.path(), code, language)).isNotEqualTo(code));
        });
        FORM.checks().forEach(check ->
                assertThat(FORM.checkMessage(check.code(), language)).isNotEqualTo(check.code()));
        assertThat(FORM.label("/water_min", "en")).isEqualTo("Time to fetch water once");
        assertThat(FORM.label("/members/*/sex", "bo")).isEqualTo("ཕོ་མོ།");
    }

    @Test
    void theHouseholdOfFourFitsAndNothingIsOddAboutIt() {
        ofFour().expectToFit().expectNoFindings();
    }

    @Test
    void whatADeviceSendsOfTheHouseholdOfFourIsTheHouseholdOfFour() {
        ofFour().sent().expectToFit().expectNoFindings();
        assertThat(ofFour().judged().cleaned()).isEqualTo(ofFour().sent().judged().cleaned());
    }

    @Test
    void theExamplesReachEveryQuestion() {
        Set<String> reached = new HashSet<>();
        Stream<String> files = FORM.checks().stream()
                .flatMap(check -> Stream.of(check.code() + ".fits", check.code() + ".fails"));
        Stream.concat(Stream.of("base"), files).map(HouseholdInterview::example)
                .forEach(example -> reached.addAll(asked(example)));
        assertThat(reached).hasSize(171);
    }

    private static List<String> asked(HouseholdInterview interview) {
        Interview judged = interview.judged();
        return FORM.questions().stream().filter(question -> question.kind() != Kind.ROSTER)
                .map(Question::path)
                .filter(path -> IntStream.range(0, interview.members())
                        .anyMatch(row -> judged.relevant(path.replace("*", String.valueOf(row)))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /hh_attr        | 0    | 1     | /register_no /reg_std /entry_year /cause_main /cause_other /n_registered
            /hh_attr        | 0    | 3     | /helper_id /helper_visits /recog_measure
            /interview_lang | 1    | 3     | /interpreter
            /consent        | 2    | 1     | /resp_line
            /status         | 5    | 8     | /exit_year
            /status         | 2    | 3     | /relapse_year
            /protein_access | 2    | 3     | /protein_reason
            /house_own      | 7    | 4     | /house_struct /house_area /house_year /house_grade /grade_doc /house_defect
            /house_grade    | 0    | D     | /grade_doc
            /reloc_type     | 0    | 4     | /reloc_year /old_house
            /road_type      | 3    | 4     | /road_km
            /members/0/id_type   | 9  | 2  | /members/0/id_no
            /members/0/id_type   | 1  | 9  | /members/0/no_id_reason
            /members/2/school    | 00 | 60 | /members/2/school_name
            /members/2/school    | 11 | 00 | /members/2/no_school_reason
            /members/0/work_area | 0  | 1  | /members/0/work_months /members/0/wage_m
            /members/0/change    | 0  | 6  | /members/0/change_date
            """)
    void aCodeOpensAndClosesQuestions(String question, String closing, String opening, String questions) {
        ofFour().answer(question, closing).expectNotAsked(questions.split(" "));
        ofFour().answer(question, opening).expectAsked(questions.split(" "));
        ofFour().leaveOut(question).expectNotAsked(questions.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ill_untreated    | 0 | 1    | /ill_reason
            /med_total        | 0 | 0.01 | /med_reimb
            /water_short_days | 0 | 1    | /water_freeze
            /debt_total       | 0 | 500  | /debt_use
            """)
    void anAmountAboveZeroOpensAQuestion(String question, double closing, double opening, String opened) {
        ofFour().answer(question, closing).expectNotAsked(opened);
        ofFour().answer(question, opening).expectAsked(opened);
    }

    @Test
    void onlyWaterFromOutsideIsMeasured() {
        ofFour().answer("/water_inhouse", true).expectNotAsked("/water_min", "/water_hdist", "/water_vdist");
        ofFour().answer("/water_inhouse", false).expectAsked("/water_min", "/water_hdist", "/water_vdist");
        ofFour().leaveOut("/water_inhouse").expectNotAsked("/water_min", "/water_hdist", "/water_vdist");
    }

    @Test
    void aDisabilityIsDescribedOnlyWhereThereIsOne() {
        ofFour().answer("/members/0/health", List.of("2", "4"))
                .expectAsked("/members/0/disab_cat", "/members/0/disab_grade");
        ofFour().answer("/members/0/health", List.of("2", "3"))
                .expectNotAsked("/members/0/disab_cat", "/members/0/disab_grade");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2004-12-31 | 16 | /school /marital /pension_ins /work_area /trained /post_type | /no_school_reason
            2005-01-01 | 15 | /school /marital /no_school_reason | /pension_ins /work_area /trained /post_type
            2005-12-31 | 15 | /school /marital                   | /pension_ins
            2006-01-01 | 14 | /school                            | /marital
            2014-12-31 | 6  | /school /no_school_reason          | /marital
            2015-01-01 | 5  | /school                            | /no_school_reason
            2017-12-31 | 3  | /school                            | /marital
            2018-01-01 | 2  | /name_zh                           | /school
            1990-12-30 | 30 | /school                            | /no_school_reason
            1989-12-31 | 31 | /marital                           | /school /no_school_reason
            """)
    void ageDecidesWhatAMemberIsAsked(String born, int age, String asked, String notAsked) {
        ofFour().answer("/members/2/school", "00").answer("/members/2/birth_date", born)
                .expectCalculated("/members/2/age", String.valueOf(age))
                .expectAsked(ofThirdMember(asked)).expectNotAsked(ofThirdMember(notAsked));
    }

    private static String[] ofThirdMember(String questions) {
        return Arrays.stream(questions.split(" ")).map(question -> "/members/2" + question).toArray(String[]::new);
    }

    @Test
    void ageIsCountedAtTheReferenceDateOfTheCampaign() {
        ofFour().where("ref_date", "2020-03-20").expectCalculated("/members/2/age", "10");
        ofFour().where("ref_date", "2020-03-21").expectCalculated("/members/2/age", "11");
    }

    @Test
    void incomeIsAddedUpAsTheRegisterReckonsIt() {
        ofFour().answer("/inc_wage_local", 1000.10).answer("/inc_wage_out", 200).answer("/inc_post", 30)
                .answer("/inc_crop", 4000).answer("/inc_stock", 500).answer("/inc_gather", 60)
                .answer("/inc_nonfarm", 7).answer("/inc_kind", 3000)
                .answer("/exp_crop", 100).answer("/exp_stock", 20).answer("/exp_nonfarm", 3).answer("/exp_depr", 0.4)
                .answer("/exp_tax", 0.05)
                .answer("/inc_land", 1).answer("/inc_div", 2).answer("/inc_int", 3)
                .answer("/inc_pension", 10).answer("/inc_eco", 20).answer("/inc_agri", 0).answer("/inc_edu", 0)
                .answer("/exp_trans", 5).answer("/n_share", 3)
                .expectCalculated("/inc_wage", "1230.1").expectCalculated("/inc_biz", "4567")
                .expectCalculated("/exp_biz", "123.45").expectCalculated("/inc_prop", "6")
                .expectCalculated("/inc_trans", "30").expectCalculated("/net_income", "5704.65")
                .expectCalculated("/pc_net", "1901.55");
    }

    @Test
    void aHouseholdMayLoseMoneyInAYear() {
        ofFour().answer("/exp_nonfarm", 60000.01).expectCalculated("/net_income", "-16679.51")
                .expectCalculated("/pc_net", "-4169.88").expectToFit().sent().expectToFit();
    }

    @Test
    void aMissingComponentLeavesNoTotal() {
        ofFour().doesNotKnow("/inc_div").expectToFit()
                .expectNothingCalculated("/inc_prop", "/net_income", "/pc_net")
                .expectCalculated("/inc_wage", "21500")
                .expectUnanswered("H29").expectUnanswered("H30").expectUnanswered("H37").expectUnanswered("H39")
                .expectUnanswered("H42").sent().expectNoFindings();
    }

    @Test
    void everyMemberCarriesTheIdentifierOfTheHousehold() {
        assertThat(ofFour().leaveOut("/members/1/hh_id").sent().judged().value("/members/1/hh_id").textValue())
                .isEqualTo("7d0c2f1e-8a54-4b0e-9c1d-5499010000a1");
    }

    @ParameterizedTest
    @CsvSource({"/inc_wage, 21000", "/exp_biz, 0", "/inc_prop, 801", "/net_income, 4", "/pc_net, 10830.12"})
    void aSumThatWasTamperedWithIsFound(String sum, double tampered) {
        ofFour().answer(sum, tampered).expectOnly("calculated-differs");
    }

    @ParameterizedTest
    @CsvSource({
        "/hh_serial, 1, 9999, 0, 10000", "/gps_lat, 3, 54, 2.9999, 54.0001", "/gps_lon, 73, 136, 72.9, 136.1",
        "/gps_acc_m, 0, 500, -0.1, 500.1", "/visit_no, 1, 9, 0, 10", "/entry_year, 2013, 2020, 2012, 2021",
        "/exit_year, 2014, 2020, 2013, 2021", "/n_hukou, 1, 30, 0, 31", "/n_resident, 0, 30, -1, 31",
        "/n_share, 1, 30, 0, 31", "/food_short_months, 0, 12, -1, 13", "/med_total, 0, 1000000, -0.01, 1000000.01",
        "/house_area, 5, 1000, 4.99, 1000.01", "/house_year, 1900, 2021, 1899, 2022", "/water_lpd, 0, 300, -1, 301",
        "/water_short_days, 0, 365, -1, 366", "/road_km, 0, 100, -0.1, 100.1", "/land_arable, 0, 500, -1, 500.5",
        "/grassland, 0, 100000, -1, 100001", "/cattle_n, 0, 1000, -1, 1001", "/inc_year, 2013, 2021, 2012, 2022",
        "/inc_nonfarm, 0, 3000000, -1, 3000001", "/inc_dibao, 0, 100000, -1, 100001",
        "/debt_total, 0, 5000000, -1, 5000001", "/helper_visits, 0, 366, -1, 367",
        "/members/0/line_no, 1, 30, 0, 31", "/members/0/months_home, 0, 12, -1, 13",
        "/members/0/work_months, 1, 12, 0, 13", "/members/0/wage_m, 0, 500000, -1, 500001"})
    void aRangeHoldsItsEndsAndNothingBeyond(String question, String least, String most, String below, String above) {
        Stream.of(least, most).forEach(end -> ofFour().answer(question, number(end)).expectToFit());
        Stream.of(below, above).forEach(end -> ofFour().answer(question, number(end)).expectMisfit(question));
    }

    private static Number number(String text) {
        return text.contains(".") ? (Number) Double.valueOf(text) : (Number) Integer.valueOf(text);
    }

    @ParameterizedTest
    @CsvSource({
        "/village_code, 540302100201, 54030210020", "/phone, 13900000001, 1390000000a", "/phone, 0895-4821234, 0895/4821234",
        "/head_name, 扎西, 扎", "/head_name_bo, བཀྲ་ཤིས, zhaxi", "/hh_attr, 3, 4", "/house_grade, 0, E",
        "/members/0/ethnic, 56, 57", "/members/0/ethnic, 98, 99", "/members/0/ethnic, 01, 00", "/members/2/school, 16, 17",
        "/members/0/birth_date, 1980-02-29, 1981-02-29"})
    void aTextHasItsShape(String question, String fitting, String misfitting) {
        ofFour().answer(question, fitting).expectToFit();
        ofFour().answer(question, misfitting).expectMisfit(question);
    }

    @Test
    void listsAreNoLongerThanTheFormSays() {
        ofFour().answer("/cause_other", List.of("01", "02", "03")).expectMisfit("/cause_other");
        ofFour().answer("/fuel", List.of("1", "2", "3", "4")).expectMisfit("/fuel");
        ofFour().answer("/members/0/health", List.of()).expectMisfit("/members/0/health");
        ofFour().answer("/cause_other", List.of()).expectToFit().expectNoFindings();
        ofFour().answer("/sign_enum", List.of("a".repeat(64))).expectMisfit("/sign_enum");
        List<String> photos = IntStream.range(0, 9).mapToObj("%064x"::formatted).toList();
        ofFour().answer("/photos", photos.subList(0, 8)).expectToFit();
        ofFour().answer("/photos", photos).expectMisfit("/photos");
        ofFour().answer("/top_need", "路".repeat(200)).expectToFit();
        ofFour().answer("/top_need", "路".repeat(201)).expectMisfit("/top_need");
    }

    @Test
    void aQuestionAcceptsNonresponseUnlessAHardCheckNeedsIt() {
        ofFour().doesNotKnow("/toilet").refuses("/inc_wage_local").refuses("/members/0/name_zh").expectToFit()
                .expectNoFinding("H05");
        ofFour().doesNotKnow("/hh_attr").expectMustAnswer("/hh_attr");
        ofFour().refuses("/members/0/id_no").expectMustAnswer("/members/0/id_no");
        ofFour().doesNotKnow("/pc_net").expectMustAnswer("/pc_net");
    }

    @Test
    void unclearIsACodeOfRecognitionAndNotAMissingAnswer() {
        ofFour().answer("/recog_exit", "8").expectToFit();
        ofFour().doesNotKnow("/recog_exit").expectMustAnswer("/recog_exit");
        ofFour().refuses("/recog_exit").expectToFit();
    }

    @Test
    void anInterviewJustBegunLacksOnlyItsResult() {
        begun().expectOnly("H49");
        begun().answer("/n_hukou", 4).answer("/n_resident", 4).expectOnly("H49");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "04", "06", "07", "08", "09"})
    void aHouseholdThatCouldNotBeAskedIsNotStopped(String result) {
        begun().answer("/result_code", result).answer("/enum1_id", "5403-0011").answer("/enum2_id", "5403-0012")
                .expectNoFindings();
    }

    @Test
    void aPartialInterviewMayLackMembers() {
        ofFour().answer("/result_code", "02").answer("/n_hukou", 5).answer("/n_registered", 5).expectNothingHard();
    }

    @Test
    void aCompleteInterviewHasMembersAndAHead() {
        ofFour().leaveOut("/members").answer("/members", List.of()).expectFinding("H08").expectFinding("H06");
        ofFour().answer("/result_code", "05").leaveOut("/sign_resp").expectNoFindings();
    }

    @Test
    void whoDiedThisYearIsInNoTotal() {
        HouseholdInterview grandmotherDied = ofFour().answer("/members/3/change", "4")
                .answer("/members/3/change_date", "2020-12-31");
        grandmotherDied.expectFinding("M18").expectFinding("H06").expectFinding("H07").expectFinding("H09");
        grandmotherDied.answer("/n_hukou", 3).answer("/n_registered", 3).answer("/n_resident", 3).answer("/n_share", 3)
                .expectNothingHard().expectNoFinding("H09");
    }

    @Test
    void whoDiedAfterTheReferenceDateIsStillCounted() {
        ofFour().answer("/members/3/change", "4").answer("/members/3/change_date", "2021-01-01").expectNoFindings();
    }

    @Test
    void aPhotographOfTheDocumentLetsAnOddNumberThroughForTheInstructorToSee() {
        HouseholdInterview oddNumber = ofFour().answer("/members/0/id_no", "549901198005170014");
        oddNumber.expectOnly("M01");
        oddNumber.answer("/photos", List.of("0".repeat(64))).expectOnly("M21");
    }

    @Test
    void aBirthCertificateIsNotJudgedAsAnIdentityNumber() {
        ofFour().answer("/members/2/id_type", "4").answer("/members/2/id_no", "R540012345").expectNoFindings()
                .expectHolds("M01", 2);
    }

    @Test
    void aDisabilityCardOf20DigitsIsReadByItsFirst18() {
        ofFour().answer("/members/3/id_type", "3").answer("/members/3/id_no", "54990119511102002343")
                .answer("/members/3/health", List.of("4")).answer("/members/3/disab_cat", "4")
                .answer("/members/3/disab_grade", "3").expectNoFindings();
    }

    @Test
    void aHouseholdThatLeftButFailsAStandardIsRecordedAndOnlyFlagged() {
        ofFour().answer("/house_safe_how", "5").answer("/house_grade", "D").expectOnly("H42");
        ofFour().answer("/inc_wage_local", 0).answer("/inc_gather", 0).answer("/inc_stock", 0).answer("/main_source", "2")
                .expectNothingHard().expectFinding("H42");
    }

    @Test
    void anotherSafeHouseMakesUpForADangerousOne() {
        ofFour().answer("/house_safe_how", "2").answer("/house_grade", "D").expectNoFinding("H42");
        ofFour().answer("/house_safe_how", "3").answer("/house_grade", "D").expectFinding("H42");
    }

    @Test
    void theParametersOfWaterAndThePovertyLineBelongToTheCampaign() {
        ofFour().answer("/water_lpd", 25).expectFinding("H42");
        ofFour().answer("/water_lpd", 25).where("water_litres_min", 20).expectNoFinding("H42");
        ofFour().where("poverty_line", 10830.13).expectNoFinding("H42");
        ofFour().where("poverty_line", 10830.14).expectFinding("H42");
    }

    @Test
    void anAreaIsAnyPrefixOfAVillageCode() {
        ofFour().where("unit_area", "5403").expectNoFindings();
        ofFour().where("unit_area", "540303").expectOnly("H01");
    }

    @Test
    void aVisitWithNobodyThereNeedNotSayWhenTheHouseholdLeftPoverty() {
        begun().answer("/status", "2").answer("/result_code", "04").expectNoFinding("H11");
        begun().answer("/status", "2").answer("/result_code", "01").expectFinding("H11");
    }
}
