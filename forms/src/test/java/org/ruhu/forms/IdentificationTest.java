package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.forms.outside.Contribution;
import org.ruhu.forms.outside.Gather;
import org.ruhu.forms.parameter.Parameters;

/** The score sheet of 18 categories and 98 items, from one household that {@code examples/base.json} tells about. */
class IdentificationTest {

    private static final FormVersion FORM =
            Catalogue.bundled().form(new FormId("identification", "1.0")).orElseThrow();

    @Test
    void theSheetHas18CategoriesAnd98ItemsOfAHundredPoints() {
        assertThat(FORM.questions()).filteredOn(q -> q.name().matches("x\\d\\d_\\d\\d")).hasSize(98);
        assertThat(FORM.questions()).filteredOn(q -> q.name().matches("cat_\\d\\d")).hasSize(18);
        assertThat(number(changed(""), "/weight_sum")).isEqualByComparingTo("100");
    }

    @Test
    void aWeightThatNobodyGaveIsTheNationalDraft() {
        Map<String, JsonNode> weights = new HashMap<>();
        FORM.schema().path("x-context").properties().stream().filter(e -> e.getKey().startsWith("w_"))
                .forEach(e -> weights.put(e.getValue().path("parameter").textValue(), e.getValue().path("default")));

        assertThat(weights).hasSize(98).allSatisfy((name, weight) -> assertThat(Parameters.bundled().parameter(name)
                .orElseThrow().values()).first().satisfies(value ->
                assertThat(value.value().decimalValue()).isEqualByComparingTo(weight.decimalValue())));
    }

    @Test
    void theTotalIsThatOfTheCategoriesAndThatOfTheSteps() {
        Interview interview = changed("");
        BigDecimal categories = IntStream.rangeClosed(1, 18)
                .mapToObj(i -> number(interview, String.format("/cat_%02d", i))).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal steps = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> number(interview, "/step_" + i)).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(number(interview, "/total")).isEqualByComparingTo("70.75").isEqualByComparingTo(categories)
                .isEqualByComparingTo(steps);
    }

    @ParameterizedTest(name = "{0}: {1} has {2}")
    @CsvSource(delimiter = '|', textBlock = """
            n_60=1 n_u16=0        | x01_01 | 1.5
            n_60=2 n_u16=0        | x01_01 | 0.75
            n_60=2 n_u16=1        | x01_01 | 0
            n_60=3 n_u16=1        | x01_01 | 0
            n_60=0                | x01_02 | 1
            n_60=1                | x01_02 | 0.5
            n_60=2                | x01_02 | 0
            n_u16=0               | x01_03 | 1
            n_u16=1               | x01_03 | 0.5
            n_u16=2               | x01_03 | 0
            lone_parent="2"       | x01_04 | 0
            elder_alone=true      | x01_05 | 0
            n_labour=1            | x02_01 | 1.5
            n_share=5 n_labour=1  | x02_01 | 0
            n_skilled=1           | x02_02 | 1
            worker_edu="3"        | x02_03 | 1
            worker_edu="1"        | x02_03 | 0
            n_labour_fit=1        | x02_04 | 0.5
            n_labour=0            | x02_04 | 0
            work_intent="3"       | x02_06 | 0
            n_labour=3            | x03_01 | 1
            n_working=0           | x03_02 | 0
            work_months=3         | x03_02 | 0.5
            work_months=2         | x03_02 | 0
            inc_wage=10000        | x03_03 | 0.5
            inc_wage=0 net_income=-100 | x03_03 | 0
            inc_wage=1 net_income=-100 | x03_03 | 1
            post_need="3"         | x03_05 | 0
            n_major=1             | x04_01 | 1.5
            n_major=2             | x04_01 | 0
            n_disab=2 n_disab_severe=0 | x04_03 | 1
            n_disab=2 n_disab_severe=1 | x04_03 | 0
            med_total=20000 med_reimb=10000 | x04_04 | 0.5
            med_total=0 net_income=-100 | x04_04 | 1
            med_total=10 med_reimb=0 net_income=-100 | x04_04 | 0
            clinic_min=29         | x04_05 | 0.5
            n_out=1               | x05_01 | 0
            n_6_15=0              | x05_05 | 0.5
            n_students=1          | x05_02 | 0.75
            edu_aid="2"           | x05_06 | 0
            house_struct="2"      | x06_01 | 4
            house_struct="5"      | x06_01 | 0
            house_area=99         | x06_02 | 1
            house_area=51         | x06_02 | 0
            house_grade="C"       | x06_03 | 1
            house_grade="D"       | x06_03 | 0
            house_own="7"         | x06_03 | 0
            house_year=2001       | x06_04 | 0
            house_year=2002       | x06_04 | 0.5
            house_other=true      | x06_08 | 1
            land_arable=10        | x07_01 | 2.5
            land_arable=5         | x07_01 | 1.25
            land_arable=4.9       | x07_01 | 0
            land_irrigated=4.25   | x07_02 | 1
            land_arable=0         | x07_05 | 0
            land_idle=0.85        | x07_05 | 0
            grassland=239         | x08_01 | 0
            land_forest=0         | x08_03 | 0.5
            grain_kg=799          | x09_01 | 0.5
            inc_crop=4100         | x09_03 | 1
            inc_crop=4099         | x09_03 | 0
            cattle_n=4            | x10_01 | 1.25
            stock_begin=0         | x10_04 | 0
            stock_loss=5          | x10_05 | 0
            machines=["1"]        | x11_01 | 1
            vehicles=["3"]        | x12_01 | 2
            vehicles=["0"]        | x12_04 | 0
            water_inhouse=false water_min=20 | x14_02 | 0.5
            water_inhouse=false water_min=21 | x14_02 | 0
            water_lpd=34          | x14_03 | 0
            water_short_days=19   | x14_05 | 0.25
            water_short_days=37   | x14_05 | 0
            power="3"             | x15_02 | 0
            power_kwh=80          | x15_03 | 0.5
            fuel=["6"]            | x15_04 | 0.5
            market_km=5           | x16_02 | 0.5
            net_income=32000      | x17_01 | 6
            net_income=24000      | x17_01 | 3
            net_income=16000      | x17_01 | 0
            net_income=15999      | x17_01 | 0
            inc_sources=["1","2"] | x17_03 | 0.5
            inc_sources=["0"]     | x17_03 | 0
            debt_total=30000      | x17_05 | 0.75
            debt_total=1 net_income=-5 | x17_05 | 0
            debt_total=1 debt_use=["1"] | x17_06 | 0
            debt_total=1 debt_use=["4"] | x17_06 | 1
            child_support="3"     | x18_03 | 0
            group_rank=16         | x18_04 | 4
            group_rank=24         | x18_04 | 2
            group_rank=25         | x18_04 | 0
            """)
    void anItemIsScoredByItsEvidence(String changes, String item, BigDecimal points) {
        assertThat(number(changed(changes), "/" + item)).isEqualByComparingTo(points);
    }

    @Test
    void aCountyMayGiveAnItemAnotherWeight() {
        assertThat(number(changed("", Map.of("w_x14_02", number("3"))), "/x14_02")).isEqualByComparingTo("3");
        assertThat(changed("", Map.of("w_x14_02", number("3"))).verdict("I17")).isInstanceOf(Verdict.Fails.class);
    }

    /** P20: a veto, like a score, only opens a review by people. */
    @ParameterizedTest
    @ValueSource(strings = {"v1=true", "vehicles=[\"1\",\"4\"]", "v3=true", "v4=true", "v5=true", "v6=true", "v7=true", "v8=true"})
    void aVetoOpensAReviewAndLeavesTheScoreAsItIs(String fact) {
        Interview interview = changed(fact);
        String code = fact.startsWith("vehicles") ? "V2" : "V" + fact.charAt(1);
        String others = fact.startsWith("vehicles") ? "72.75" : "70.75";

        assertThat(interview.verdict(code)).isInstanceOf(Verdict.Fails.class);
        assertThat(interview.relevant("/review_outcome")).isTrue();
        assertThat(number(interview, "/total")).isEqualByComparingTo(others);
        assertThat(FORM.checks()).filteredOn(check -> check.code().matches("V\\d"))
                .hasSize(8).allSatisfy(check -> assertThat(check.severity()).isEqualTo(Severity.SOFT));
    }

    @Test
    void aVetoTheCountyDoesNotUseOpensNothing() {
        Interview interview = changed("v3=true", Map.of("veto_3", BooleanNode.FALSE));

        assertThat(interview.verdict("V3")).isInstanceOf(Verdict.Holds.class);
        assertThat(number(interview, "/veto_count")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"med_arable, /x07_01", "med_power, /x15_03", "poverty_line, /x17_01", "water_litres_min, /x14_03"})
    void withoutWhatAnItemIsComparedWithThereIsNoTotal(String context, String item) {
        Example base = Example.of(FORM.id(), "base");
        base.context().remove(context);
        Interview interview = FORM.interview(base.given(), Context.of(base.context()));

        assertThat(List.of(interview.value(item), interview.value("/total"))).allMatch(JsonNode::isMissingNode);
        assertThat(number(interview, "/items_open")).isEqualByComparingTo("1");
        assertThat(interview.verdict("I16")).isInstanceOf(Verdict.Fails.class);
    }

    @Test
    void theMedianOfTheVillageIsThatOfItsHouseholds() {
        Gather gather = ((ContextSource.Gathered) ContextSource.of(FORM).get("med_arable")).gather();
        FormVersion census = Catalogue.bundled().latest(gather.form()).orElseThrow();
        List<BigDecimal> village = Stream.of("4", "8.5", "40").map(mu -> {
            Example household = Example.of(census.id(), "base");
            Example.put(household.answers(), "/land_arable", FormSource.json(mu));
            return Contribution.of(gather, census)
                    .of(census.interview(household.given(), Context.of(household.context()))).orElseThrow();
        }).toList();
        BigDecimal median = gather.fold().of(village).orElseThrow();

        assertThat(median).isEqualByComparingTo("2.125");
        assertThat(number(changed("", Map.of("med_arable", DecimalNode.valueOf(median))), "/x07_01"))
                .isEqualByComparingTo("2.5");
    }

    @Test
    void nobodyIsShortListedBeforeTheCountyHasDrawnItsLine() {
        Example base = Example.of(FORM.id(), "base");
        base.context().remove("cutoff");

        assertThat(FORM.interview(base.given(), Context.of(base.context())).value("/short_listed").isMissingNode()).isTrue();
        assertThat(changed("", Map.of("cutoff", number("71"))).value("/short_listed").booleanValue()).isTrue();
        assertThat(changed("", Map.of("cutoff", number("70.75"))).value("/short_listed").booleanValue()).isFalse();
    }

    private static Interview changed(String changes) {
        return changed(changes, Map.of());
    }

    private static Interview changed(String changes, Map<String, JsonNode> context) {
        Example base = Example.of(FORM.id(), "base");
        base.context().putAll(context);
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            Example.put(base.answers(), "/" + change.substring(0, change.indexOf('=')),
                    FormSource.json(change.substring(change.indexOf('=') + 1)));
        }
        return FORM.interview(base.given(), Context.of(base.context()));
    }

    private static JsonNode number(String digits) {
        return DecimalNode.valueOf(new BigDecimal(digits));
    }

    private static BigDecimal number(Interview interview, String pointer) {
        return interview.value(pointer).decimalValue();
    }
}
