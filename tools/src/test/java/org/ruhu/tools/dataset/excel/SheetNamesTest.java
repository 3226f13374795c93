package org.ruhu.tools.dataset.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetNamesTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "members|Members, members|Members (2)",
        "a/b|a:b|[a]*, a_b|a_b (2)|_a__",
        "'quoted'|History, _quoted_|History (2)",
        "abcdefghijklmnopqrstuvwxyz0123456789|abcdefghijklmnopqrstuvwxyz0123456,"
                + "abcdefghijklmnopqrstuvwxyz01234|abcdefghijklmnopqrstuvwxyz0 (2)",
        "户户户户户户户户户户户户户户户户户户户户户户户户户户户户户户😀, 户户户户户户户户户户户户户户户户户户户户户户户户户户户户户户"})
    void namesAreWhatExcelTakesAndDiffer(String wanted, String names) {
        SheetNames sheets = new SheetNames();
        assertThat(Arrays.stream(wanted.split("\\|")).map(sheets::free)).containsExactly(names.split("\\|"));
    }
}
