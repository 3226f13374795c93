package org.ruhu.forms;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published numbers of households and people, held against the checks of the forms that ask for such numbers. */
class PublishedSizesTest {

    private static final FormVersion VILLAGE =
            Catalogue.bundled().form(new FormId("village-census", "1.0")).orElseThrow();
    private static final FormVersion COUNTY =
            Catalogue.bundled().form(new FormId("county-census", "1.0")).orElseThrow();

    @Test
    void tenThousandsOfPersonsWrittenAsPersonsAreFound() {
        village(7568, 26749L * 10000).expectFound("V02");
        county(7568, 26749L * 10000).expectFound("K03").expectMisfit("/reg_pop");
    }

    @ParameterizedTest(name = "{1} persons in {0} households")
    @CsvSource({"7568, 26749", "38400, 194600", "1146, 7211"})
    void householdsOfThreeToSixPersonsAreNothingOdd(long households, long persons) {
        village(households, persons).expectHolds("V02");
        county(households, persons).expectHolds("K02").expectHolds("K03");
    }

    /** 1,146 households are 62 % of a task of about 1,848 households; 7,211 persons are no part of that. */
    @Test
    void whatIsCountedInPersonsIsNoPartOfAWholeInHouseholds() {
        village(1848, 1848 * 6).answer("/v_reloc_hh", 1146).expectHolds("V13");
        village(1848, 1848 * 6).answer("/v_reloc_hh", 7211).expectFound("V13");
    }

    private static FormInterview village(long households, long persons) {
        return told(VILLAGE, Map.of("/v_hh", households, "/v_pop", persons));
    }

    private static FormInterview county(long households, long persons) {
        return told(COUNTY, Map.of("/reg_hh", households, "/reg_pop", persons, "/rural_pop", Math.max(persons, 600_000)));
    }

    private static FormInterview told(FormVersion form, Map<String, Long> numbers) {
        FormInterview interview = FormInterview.of(form);
        numbers.forEach(interview::answer);
        return interview;
    }
}
