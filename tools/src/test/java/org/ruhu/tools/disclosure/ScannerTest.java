package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that may not go out, however they are written, and numbers that may. */
class ScannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            549901199001011234                     | id-18
            身份证549901199001011234号              | id-18
            54990119900101123x                     | id-18
            549901 19900101 123X                   | id-18
            549901-1990-01-01-1234                 | id-18
            ５４９９０１１９９００１０１１２３４     | id-18
            ༥༤༩༩༠༡༡༩༩༠༠༡༠༡༡༢༣༤                     | id-18
            5 4 9 9 0 1 1 9 9 0 0 1 0 1 1 2 3 4    | id-18
            54990119600908134243                   | id-18
            549901900101123                        | id-15
            13800138000                            | phone
            138 0013 8000                          | phone
            138-0013-8000                          | phone
            +86 138 0013 8000                      | phone
            008613800138000                        | phone
            １３８００１３８０００                   | phone
            13 80 01 38 00 0                       | phone
            一三八〇〇一三八〇〇〇                    | phone
            手机：壹叁捌零零壹叁捌零零零              | phone
            第一组13800138000                      | phone
            ①③⑧⓪⓪①③⑧⓪⓪⓪                        | phone
            1̶3̶8̶0̶0̶1̶3̶8̶0̶0̶0                        | phone
            138、0013、8000                        | phone
            138*0013*8000                          | phone
            (138)0013:8000                         | phone
            13800138000.0                          | phone
            1.3800138E10                           | phone
            5.49901199001011E+17                   | id-18
            549901,19900101,1234                   | id-18
            4539 1488 0343 6467                    | bank-card
            4539148803436467                       | bank-card
            4539148803436468                       | ''
            扎西 13800138000 549901199001011234     | id-18 phone
            540302100201                           | ''
            2026-11-22 2026-11-28                  | ''
            2026年11月22日至2026年11月28日            | ''
            0895-4821234                           | ''
            540302201410000000                     | ''
            12345 678 90                           | ''
            {00000000-0001-0000-0000-000000000000} | ''
            12, 345, 678, 90, 12, 34               | ''
            138,001,380,000 元                     | ''
            二〇二一年三月一日至二〇二一年三月七日    | ''
            一、二、三、四、五、六、七、八、九        | ''
            """)
    void whatIsFound(String text, String kinds) {
        assertThat(Scanner.kinds(text).stream().map(Scanner.Kind::word).collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }
}
