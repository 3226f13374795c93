package org.ruhu.server.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.forms.Identifier;

class MaskTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
            "ID_NUMBER, 549902199001011234, 549902**********34",
            "ID_NUMBER, 54990219900101123X, 549902**********3X",
            "ID_NUMBER, 549902900101123, 549902*******23",
            "ID_NUMBER, 5499021990, **********",
            "ID_NUMBER, 5499021990010112345678, **********",
            "ID_NUMBER, '', ''",
            "PHONE, 13900000012, 139******12",
            "PHONE, 0895-1234567, 089*******67",
            "PHONE, 1234567, *******",
            "NAME, 扎西, 扎*",
            "NAME, 扎西多吉, 扎***",
            "NAME, 𠮷田, 𠮷*",
            "NAME, 扎, 扎",
            "NAME, '', ''"})
    void isShownAs(Identifier identifier, String value, String shown) {
        assertThat(Mask.shown(identifier, value)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "his number is 54990219900101123X., his number is **********.",
            "call 13900000012 now, call ********** now",
            "号码 ５４９９０２１９９００１０１１２３Ｘ。, 号码 **********。",
            "12 members and 3500 yuan, 12 members and 3500 yuan",
            "2026-11-21, 2026-11-21"})
    void longRowsOfDigitsAreHiddenInAnyText(String text, String shown) {
        assertThat(Mask.digits(text)).isEqualTo(shown);
    }
}
