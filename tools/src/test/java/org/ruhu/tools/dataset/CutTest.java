package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

    @ParameterizedTest
    @CsvSource({"卓玛,6,卓玛", "卓玛多吉,9,卓玛…", "卓玛多吉,8,卓…", "plain,5,plain", "plainer,6,pla…", "😀😀😀,8,😀…"})
    void bytesAreCutBetweenLetters(String text, int most, String cut) {
        assertThat(new String(Cut.bytes(text, most), StandardCharsets.UTF_8)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({"卓玛,6,6", "卓玛,5,3", "卓玛,3,3", "卓玛,2,0", "a😀,4,1", "abc,2,2"})
    void onlyWholeLettersFit(String text, int most, int bytes) {
        assertThat(Cut.fitting(text.getBytes(StandardCharsets.UTF_8), most)).isEqualTo(bytes);
    }

    @Test
    void lettersAreCountedByCodePoint() {
        assertThat(Cut.letters("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(Cut.letters("😀😀😀", 2)).isEqualTo("😀…");
    }
}
