package org.ruhu.tools.link.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The data sets of the Freely Extensible Biomedical Record Linkage project: 500 people twice, 4,000 people with 1,000
 * second records and 2,000 people with up to five further ones; all made up. Settings are those of docs/linkage-settings.md.
 */
class FebrlTest {

    @ParameterizedTest(name = "{0} with {1}: F1 {2} at least")
    @CsvSource({
        "febrl1, febrl,                1",
        "febrl2, febrl,                .999",
        "febrl3, febrl,                .9995",
        "febrl3, febrl-without-number, .998"
    })
    void peopleAreFoundAgain(String data, String settings, double best) throws IOException {
        Found found = Found.of("/linkage/" + settings + ".json", "/linkage/" + data + ".csv", "^rec-(\\d+)-");
        assertThat(found.best()).isGreaterThanOrEqualTo(best);
        assertThat(found.atMatch()).isGreaterThanOrEqualTo(found.best() - .002);
    }
}
