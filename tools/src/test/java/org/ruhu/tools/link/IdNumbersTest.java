package org.ruhu.tools.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdNumbersTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "as printed,               549901198501010019,    549901198501010019",
        "female,                   549901198501010027,    549901198501010027",
        "with blanks,              549901 19850101 0019,  549901198501010019",
        "small x,                  54990119491231019x,    54990119491231019X",
        "full-width digits,        ５４９９０１198501010019, 549901198501010019",
        "15 digits of old,         549901850101001,       549901198501010019",
        "disability card,          54990119850101001942,  549901198501010019",
        "bad check digit,          549901198501010018,    ''",
        "30 February,              549901198502300018,    ''",
        "too short,                54990119850101001,     ''",
        "x in the middle,          5499X1198501010019,    ''",
        "letters,                  none,                  ''",
        "masked,                   ***,                   ''",
        "nothing,                  '',                    ''",
    })
    void normalIs18DigitsOrNothing(String says, String written, String normal) {
        assertThat(IdNumbers.normal(written).orElse("")).isEqualTo(normal);
    }
}
