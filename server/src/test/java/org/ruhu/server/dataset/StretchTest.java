package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-, bytes 0-99/100", "bytes=10-19, bytes 10-19/100", "bytes=90-200, bytes 90-99/100",
        "bytes=-5, bytes 95-99/100", "bytes=-500, bytes 0-99/100", "bytes=100-, bytes */100", "bytes=-0, bytes */100",
        "bytes= 3 - 4 , bytes 3-4/100", "bytes=5-4, whole", "bytes=-, whole", "'bytes=0-1,3-4', whole",
        "lines=1-2, whole", "bytes=99999999999999999999-, whole", ", whole"})
    void aRangeIsAStretchOfTheFileOrAllOfIt(String range, String expected) {
        Optional<Stretch> stretch = Stretch.of(range, 100);

        assertThat(stretch.map(part -> part.in(100)).orElse("whole")).isEqualTo(expected);
    }
}
