package org.ruhu.tools.indicator.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.parameter.ParameterFile;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.lines.Revision;

/** What is read of one household: 扎西's, whose interview is the example of the form, with something else answered. */
class HouseholdReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleBook BUILT_IN = new RuleBook(Parameters.bundled());

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                        | FOOD               | PASS
            {'food_enough': false}                                    | FOOD               | FAIL
            {'food_enough': null}                                     | FOOD               | UNKNOWN
            {'food_enough': null, 'food_short_months': 1}             | FOOD               | FAIL
            {'protein_access': '3', 'protein_reason': '1'}            | FOOD               | PASS
            {'protein_access': '3', 'protein_reason': '3'}            | FOOD               | FAIL
            {'protein_access': '3', 'protein_reason': null}           | FOOD               | UNKNOWN
            {'protein_access': null, 'protein_reason': null}          | FOOD               | UNKNOWN
            {'bedding_warm': false}                                   | CLOTHING           | FAIL
            {'clothes_season': null}                                  | CLOTHING           | UNKNOWN
            {'ill_untreated': 1, 'ill_reason': '1'}                   | HEALTH             | FAIL
            {'ill_untreated': 1, 'ill_reason': '3'}                   | HEALTH             | PASS
            {'ill_untreated': 1, 'ill_reason': null}                  | HEALTH             | UNKNOWN
            {'ill_untreated': null, 'ill_reason': null}               | HEALTH             | UNKNOWN
            {'house_safe_how': '1', 'house_grade': 'C'}               | HOUSING            | FAIL
            {'house_safe_how': '2', 'house_grade': 'D'}               | HOUSING            | PASS
            {'house_safe_how': '4', 'house_grade': null}              | HOUSING            | UNKNOWN
            {'house_safe_how': '2', 'house_grade': null}              | HOUSING            | PASS
            {'house_own': '7', 'house_safe_how': '3', 'house_grade': null} | HOUSING       | PASS
            {'house_safe_how': '5', 'house_grade': null}              | HOUSING            | FAIL
            {'water_lpd': 34}                                         | WATER              | FAIL
            {'water_lpd': 35}                                         | WATER_QUANTITY     | PASS
            {'water_lpd': null}                                       | WATER              | UNKNOWN
            {'water_lpd': null, 'water_quality': '2'}                 | WATER              | FAIL
            {'water_quality': '3'}                                    | WATER_QUALITY      | PASS
            {'water_inhouse': false, 'water_min': 21, 'water_hdist': 800, 'water_vdist': 80} | WATER_CONVENIENCE | PASS
            {'water_inhouse': false, 'water_min': 21, 'water_hdist': 801, 'water_vdist': 80} | WATER_CONVENIENCE | FAIL
            {'water_inhouse': false, 'water_min': 20, 'water_hdist': null}                   | WATER_CONVENIENCE | PASS
            {'water_inhouse': false, 'water_min': 21, 'water_hdist': null, 'water_vdist': 1} | WATER_CONVENIENCE | UNKNOWN
            {'water_inhouse': null}                                   | WATER_CONVENIENCE  | UNKNOWN
            {'water_short_days': 37}                                  | WATER_RELIABILITY  | FAIL
            {'n_share': null}                                         | INCOME             | UNKNOWN
            {'n_share': 0}                                            | INCOME             | UNKNOWN
            {'inc_relief': null}                                      | INCOME             | UNKNOWN
            {'exp_crop': 900000}                                      | INCOME             | FAIL
            """)
    void aPartIsMetNotMetOrNotKnown(String change, Part part, Mark mark) {
        assertThat(read(change).parts().at(part)).isEqualTo(mark);
    }

    @ParameterizedTest(name = "{0}: education {1}, insurance {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {'age': 5, 'school': '00'}                                     | PASS    | PASS
            {'age': 6, 'school': '00', 'no_school_reason': '4'}            | FAIL    | PASS
            {'age': 15, 'school': '00', 'no_school_reason': '1'}           | PASS    | PASS
            {'age': 15, 'school': '00', 'no_school_reason': null}          | UNKNOWN | PASS
            {'age': 15, 'school': null}                                    | UNKNOWN | PASS
            {'age': 16, 'school': '00'}                                    | PASS    | PASS
            {'age': null, 'birth_date': null, 'school': '11'}              | PASS    | PASS
            {'age': null, 'birth_date': null, 'school': '00'}              | UNKNOWN | PASS
            {'age': null, 'birth_date': '2010-05-01', 'school': '00', 'no_school_reason': '4'} | FAIL | PASS
            {'age': 9, 'school': '00', 'no_school_reason': '4', 'change': '4', 'change_date': '2020-03-01'} | PASS | PASS
            {'age': 9, 'school': '00', 'no_school_reason': '4', 'change': '4', 'change_date': '2021-03-01'} | FAIL | PASS
            {'age': 30, 'in_register': true, 'med_ins': '5'}               | PASS    | FAIL
            {'age': 30, 'in_register': false, 'med_ins': '5'}              | PASS    | PASS
            {'age': 30, 'in_register': true, 'med_ins': null}              | PASS    | UNKNOWN
            {'age': 30, 'in_register': null, 'med_ins': '5'}               | PASS    | UNKNOWN
            """)
    void everyMemberCounts(String member, Mark education, Mark health) {
        ObjectNode answers = base();
        ((ObjectNode) answers.withArray("members").get(0)).setAll(json("{'school': '11', 'age': 50}"));
        set((ObjectNode) answers.withArray("members").get(0), json(member));
        Household household = read(answers, BUILT_IN);
        assertThat(household.parts().at(Part.EDUCATION)).isEqualTo(education);
        assertThat(household.parts().at(Part.HEALTH)).isEqualTo(health);
    }

    @Test
    void outsideTheRegisterEverybodyIsToBeInsured() {
        ObjectNode answers = base().put("hh_attr", "0");
        ((ObjectNode) answers.withArray("members").get(0)).put("in_register", false).put("med_ins", "5");
        assertThat(read(answers, BUILT_IN).parts().at(Part.HEALTH)).isEqualTo(Mark.FAIL);
    }

    @Test
    void ofAHouseholdWithEverythingMissingNothingIsKnownAndNothingCountsAsMet() {
        Household household = read(JSON.createObjectNode(), BUILT_IN);
        assertThat(Arrays.stream(Part.values()).map(household.parts()::at)).containsOnly(Mark.UNKNOWN);
        assertThat(Arrays.stream(Deprivation.values()).map(household.lacks()::at)).containsOnly(Mark.UNKNOWN);
        assertThat(household.registerPerHead()).isNaN();
        assertThat(household.disposablePerHead()).isNaN();
        assertThat(household.year()).isEqualTo(2020);
        assertThat(household.area()).isEqualTo("540302204201");
    }

    @Test
    void answersOfAnotherKindAreNotKnown() {
        assertThat(read("{'food_enough': 'yes', 'water_lpd': 'much', 'n_share': '4', 'fuel': 'dung'}").parts()
                .at(Part.WATER_QUANTITY)).isEqualTo(Mark.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1"})
    void incomeIsReckonedAlikeInEveryVersionOfTheForm(String version) {
        ObjectNode answers = base();
        Household household = reader(BUILT_IN).read(revision(version, answers));
        double wage = sum(answers, "inc_wage_local", "inc_wage_out", "inc_post");
        double business = sum(answers, "inc_crop", "inc_stock", "inc_gather", "inc_nonfarm")
                - sum(answers, "exp_crop", "exp_stock", "exp_nonfarm", "exp_depr", "exp_tax");
        assertThat(household.income().wage()).isEqualTo(wage);
        assertThat(household.income().business()).isEqualTo(business);
        assertThat(household.income().register()).isEqualTo(answers.get("net_income").doubleValue());
        assertThat(household.registerPerHead()).isEqualTo(answers.get("pc_net").doubleValue());
        assertThat(household.disposablePerHead()).isEqualTo(household.registerPerHead());
    }

    @Test
    void whatALocalRuleDoesNotCountIsNeitherAddedNorNeeded() {
        RuleBook rules = new RuleBook(Parameters.bundled().with(ParameterFile.read("here.json", """
                {"name": "count_inc_relief", "type": "boolean", "title": {"zh": "临时救助", "en": "Relief"}, "values": [
                 {"area": "5403", "from": "2020-01-01", "value": false, "source": "a county", "verified": false}]}"""
                .getBytes(StandardCharsets.UTF_8))));
        ObjectNode answers = base().put("inc_relief", 1200);
        Household household = read(answers, rules);
        assertThat(household.income().disposable() - household.income().register()).isCloseTo(1200, within(1e-9));

        answers.remove("inc_relief");
        assertThat(read(answers, rules).income().register()).isEqualTo(household.income().register());
        assertThat(read(answers, rules).income().disposable()).isNaN();
    }

    @Test
    void incomeMayBeNegative() {
        Household household = read("{'exp_stock': 200000}");
        assertThat(household.registerPerHead()).isNegative();
        assertThat(household.parts().at(Part.INCOME)).isEqualTo(Mark.FAIL);
    }

    @ParameterizedTest(name = "{0} yuan for {1}: {2}")
    @CsvSource({"10000, 3, 3333.33", "-10000, 3, -3333.33", "0.05, 2, 0.03", "-0.05, 2, -0.03"})
    void perHeadIsRoundedToTheFenAwayFromNought(double total, int heads, double perHead) {
        assertThat(Income.perHead(total, heads)).isEqualTo(perHead);
    }

    @Test
    void withoutHeadsThereIsNothingPerHead() {
        assertThat(Income.perHead(5, 0)).isNaN();
    }

    @Test
    void deprivationsAreReadFromTheHouseholdAndItsMembers() {
        Household household = read("""
                {'toilet': '4', 'power': '1', 'fuel': ['1', '2'], 'appliances': ['1'], 'vehicles': ['0'],
                 'members': [{'age': 40, 'edu': '1', 'med_ins': '5', 'health': ['1']},
                             {'age': 12, 'edu': '2', 'med_ins': '1', 'health': ['3'], 'school': '00'}]}""");
        Map<Deprivation, Mark> lacks = Arrays.stream(Deprivation.values())
                .collect(Collectors.toMap(lack -> lack, household.lacks()::at));
        assertThat(lacks).containsEntry(Deprivation.SCHOOLING, Mark.PASS)
                .containsEntry(Deprivation.ATTENDANCE, Mark.UNKNOWN).containsEntry(Deprivation.INSURANCE, Mark.PASS)
                .containsEntry(Deprivation.ILLNESS, Mark.PASS).containsEntry(Deprivation.TOILET, Mark.PASS)
                .containsEntry(Deprivation.POWER, Mark.FAIL).containsEntry(Deprivation.FUEL, Mark.PASS)
                .containsEntry(Deprivation.DURABLES, Mark.PASS).containsEntry(Deprivation.HOUSING, Mark.FAIL);
    }

    @Test
    void thePartsOfDeprivationsAddUp() {
        assertThat(Arrays.stream(Deprivation.values()).mapToInt(Deprivation::parts).sum()).isEqualTo(Deprivation.TOTAL);
    }

    private static Household read(String change) {
        return read(set(base(), json(change)), BUILT_IN);
    }

    private static Household read(ObjectNode answers, RuleBook rules) {
        return reader(rules).read(revision("1.1", answers));
    }

    private static HouseholdReader reader(RuleBook rules) {
        return new HouseholdReader(Catalogue.bundled(), rules);
    }

    private static Revision revision(String version, ObjectNode answers) {
        return new Revision("s", 1, new FormId("household-census", version), "c", "540302204201-0001", "540302204201",
                "", new Answers(answers, Map.of()), Map.of());
    }

    private static double sum(ObjectNode answers, String... names) {
        return List.of(names).stream().mapToDouble(name -> answers.get(name).doubleValue()).sum();
    }

    /** Null takes an answer away. */
    private static ObjectNode set(ObjectNode answers, ObjectNode change) {
        change.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                answers.remove(entry.getKey());
            } else {
                answers.set(entry.getKey(), entry.getValue());
            }
        });
        return answers;
    }

    private static ObjectNode base() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/forms/household-census/1.1/examples/base.json")) {
            JsonNode base = JSON.readTree(in);
            return (ObjectNode) base.get("answers");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.reader().with(JsonReadFeature.ALLOW_SINGLE_QUOTES).readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
