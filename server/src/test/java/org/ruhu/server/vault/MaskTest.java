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
            "ID_NUMBER, 54990219900101123412, 549902**********34**",
            "ID_NUMBER, 54990219900101123X43, 549902**********3X**",
            "ID_NUMBER, 549902199001011234b12, **********",
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
            "证号549901 19630701 7576。, 证号**********。",
            "138-0000-0000 or 138 0000 0000, ********** or **********",
            "0895-1234567, **********",
            "５４９９０１　１９６３０７０１　７５７Ｘ, **********",
            "549901－19630701－757 x, **********",
            "549901 – 19630701 – 7576 has six boxes, ********** has six boxes",
            "1380000 0000xylophones, **********xylophones",
            "from 2026-11-21 09 on, from 2026-11-21 09 on",
            "rooms 12 34 56 and 78, rooms 12 34 56 and 78",
            "see 12345678-1234-4234-8234-123456789012/members/1, see 12345678-1234-4234-8234-123456789012/members/1",
            "12345678-1234-9234-8234-123456789012, **********",
            "12 members and 3500 yuan, 12 members and 3500 yuan",
            "2026-11-21, 2026-11-21"})
    void longRowsOfDigitsAreHiddenInAnyText(String text, String shown) {
        assertThat(Mask.digits(text)).isEqualTo(shown);
    }
}
