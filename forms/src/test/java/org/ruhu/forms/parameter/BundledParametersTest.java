package org.ruhu.forms.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables on the class path say, where the forms rely on it. */
class BundledParametersTest {

    private static final String VILLAGE = "540302100201";
    private static final LocalDate DAY = LocalDate.parse("2020-12-31");

    @Test
    void theWeightsOfThe98ItemsAreAHundredPoints() {
        assertThat(weights("identification_x")).hasSize(98);
        assertThat(sum("identification_x")).isEqualByComparingTo("100");
    }

    @ParameterizedTest(name = "category {0} has at most {1} points")
    @CsvSource(textBlock = """
            01, 5.5
            02, 7
            03, 6
            04, 8
            05, 5
            06, 12
            07, 5
            08, 3
            09, 4
            10, 5.5
            11, 2.5
            12, 4
            13, 3
            14, 4
            15, 3
            16, 3.5
            17, 13
            18, 6
            """)
    void theWeightsOfACategoryAreItsPoints(String category, BigDecimal points) {
        assertThat(sum("identification_x" + category + "_")).isEqualByComparingTo(points);
    }

    /** It is drawn after the county has ranked its households. */
    @Test
    void noCountyHasACutOffBeforeItDrewOne() {
        assertThat(Parameters.bundled().resolve("identification_cutoff", VILLAGE, DAY)).isEmpty();
        assertThat(Parameters.bundled().resolve("identification_cutoff", "450328100201", DAY).orElseThrow().value())
                .hasToString("60");
    }

    @Test
    void eightVetoesOpenAReview() {
        assertThat(named("identification_veto_")).hasSize(8)
                .allSatisfy(veto -> assertThat(veto.type()).isEqualTo(ParameterType.BOOLEAN));
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(textBlock = """
            county_incidence_max, 540302100201, 3
            county_incidence_max, 410102100201, 2
            village_incidence_max, 510107100201, 3
            village_incidence_max, 340102100201, 2
            county_wrong_exit_max, 540302100201, 2
            county_missed_max, 410102100201, 2
            county_recognition_min, 540302100201, 90
            water_litres_min, 540302100201, 35
            water_short_days_max, 500229100201, 36
            """)
    void aLimitHoldsWhereItIsInForce(String name, String area, String value) {
        assertThat(Parameters.bundled().resolve(name, area, DAY).orElseThrow().value()).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count_inc_", "water_", "county_", "village_", "identification_", "poverty_line"})
    void everyValueSaysWhereItIsFrom(String group) {
        assertThat(named(group)).isNotEmpty().flatExtracting(Parameter::values)
                .allSatisfy(value -> assertThat(((ParameterValue) value).source().length()).isGreaterThan(4));
    }

    private static List<Parameter> named(String prefix) {
        return Parameters.bundled().parameters().stream().filter(p -> p.name().startsWith(prefix)).toList();
    }

    private static List<BigDecimal> weights(String prefix) {
        return named(prefix).stream().flatMap(p -> Stream.of(p.name()))
                .map(name -> Parameters.bundled().resolve(name, VILLAGE, DAY).orElseThrow().value().decimalValue()).toList();
    }

    private static BigDecimal sum(String prefix) {
        return weights(prefix).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
