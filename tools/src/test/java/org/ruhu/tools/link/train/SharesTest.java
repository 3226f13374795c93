package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.RecordsBuilder;

class SharesTest {

    private static Column given(Map<String, Integer> times) {
        RecordsBuilder builder = new RecordsBuilder(Village.settings());
        int row = 0;
        for (Map.Entry<String, Integer> each : times.entrySet()) {
            for (int i = 0; i < each.getValue(); i++) {
                builder.add("r" + row++, each.getKey(), "", "", "");
            }
        }
        return builder.records().column("given");
    }

    /** By hand: of 100 with a value 60 and 30 share one, ten have two values between them. */
    @Test
    void commonValuesAreNamedAndOthersShareWhatIsLeft() {
        Frequencies shares = Shares.of(given(Map.of("扎西", 60, "卓玛", 30, "多吉", 7, "次仁", 3, "", 50)));
        assertThat(shares.shares()).isEqualTo(Map.of("扎西", .6, "卓玛", .3));
        assertThat(shares.rest()).isCloseTo(.05, within(1e-12));
        assertThat(shares.agree()).isCloseTo((60 * 59 + 30 * 29 + 7 * 6 + 3 * 2) / 9900.0, within(1e-12));
        assertThat(shares.share("多吉")).isEqualTo(shares.rest());
    }

    @Test
    void aNumberThatIdentifiesIsNeverNamed() {
        Frequencies shares = Shares.of(given(Map.of("549901199001011236", 20, "13800000000", 20, "19900101", 20)));
        assertThat(shares.shares()).containsOnlyKeys("19900101");
    }

    @Test
    void aRareValueSaysMoreThanACommonOne() {
        assertThat(Frequencies.term(.08, .01, .02, true)).isCloseTo(2, within(1e-12));
        assertThat(Frequencies.term(.08, .32, .02, true)).isCloseTo(-2, within(1e-12));
        assertThat(Frequencies.term(.08, .01, .02, false)).as("similar").isCloseTo(1, within(1e-12));
    }

    @Test
    void aColumnWithoutValuesHasSharesThatCanBeReckonedWith() {
        Frequencies shares = Shares.of(given(Map.of("", 3)));
        assertThat(Frequencies.term(shares.agree(), shares.rest(), shares.rest(), true)).isFinite();
    }
}
