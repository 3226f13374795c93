package org.ruhu.tools.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "a-1 | a-1,a-1,a-1", "扎西 | 扎西,扎西,扎西", "a b | a b,a b,a b", "1,5 | ~\"1,5\",\"1,5\",\"1,5\"~",
        "a\"b | ~\"a\"\"b\",\"a\"\"b\",\"a\"\"b\"~", "#1 | ~\"#1\",#1,#1~", "=1 | =1,'=1,'=1", "~~ | ~,,~"})
    void textsAreQuotedWhereTheyMustAndIdsAreNotGuarded(String text, String line) throws IOException {
        assertThat(written(csv -> csv.id(text).text(text).cell(CsvFile.bytes(text)).end())).isEqualTo(line + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0.0000", "1.00005, 4, 1.0001", "-1.5, 4, -1.5000", "-0.00004, 4, 0.0000", "0.999999, 6, 0.999999",
        "0.9999999, 6, 1.000000", "1234567890123, 1, 1234567890123.0", "-12.03, 2, -12.03", "10, 1, 10.0", "NaN, 2, 0.00"})
    void numbersAreRounded(double number, int digits, String written) throws IOException {
        assertThat(written(csv -> csv.number(number, digits).end())).isEqualTo(written + "\r\n");
    }

    @Test
    void wholeNumbersAreWrittenWhole() throws IOException {
        assertThat(written(csv -> csv.number(0).number(9).number(10).number(Long.MAX_VALUE).end()))
                .isEqualTo("0,9,10,9223372036854775807\r\n");
    }

    @Test
    void filesLargerThanTheBufferAndCellsLargerThanItAreWhole() throws IOException {
        String long1 = "x".repeat(200_000);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            expected.append(i).append(",扎西").append(i).append("\r\n");
        }
        assertThat(written(csv -> {
            for (int i = 0; i < 50_000; i++) {
                csv.number(i).text("扎西" + i).end();
            }
            csv.text(long1).number(1).end();
        })).isEqualTo(expected + long1 + ",1\r\n");
    }

    private static String written(Consumer<CsvFile> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile csv = new CsvFile(out, List.of("a", "b,c"))) {
            lines.accept(csv);
        }
        String header = "a,\"b,c\"\r\n";
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(header);
        return out.toString(StandardCharsets.UTF_8).substring(header.length());
    }
}
