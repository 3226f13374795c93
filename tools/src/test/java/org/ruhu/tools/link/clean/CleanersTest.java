package org.ruhu.tools.link.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanersTest {

    @ParameterizedTest(name = "{0} makes [{1}] to [{2}]")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
        "trim            | '  a b\u3000\u00A0\uFEFF' | 'a b'",
        "lower           | 'ÉCOLE İ'        | 'école i̇'",
        "upper           | straße           | STRASSE",
        "nfkc            | ＡＢ１２　ｱ       | 'AB12 ア'",
        "strip-accents   | 'Łukasz Ñuñéz Müller Søren' | 'Lukasz Nunez Muller Soren'",
        "strip-accents   | བཀྲ་ཤིས          | བཀྲ་ཤིས",
        "letters         | 'O''Brien-Smith 3rd' | OBrienSmithrd",
        "letters         | བདེ་སྐྱིད།         | བདེསྐྱིད",
        "letters-digits  | 'Flat 3/12, Mill St.' | Flat312MillSt",
        "digits          | 'a１2-༣ ४'       | 1234",
        "collapse        | '  a \t\n b　c '  | 'a b c'",
        "no-space        | ' a b　c '        | abc",
        "words           | 'Smith, John  O''Hara' | 'John OHara Smith'",
        "first:3         | abcdef           | abc",
        "first:3         | ab               | ab",
        "first:1         | 𠀀卓              | 𠀀",
        "last:2          | abcdef           | ef",
        "last:1          | 卓𠀀              | 𠀀",
        "token:2         | ' a  b c'        | b",
        "token:-1        | 'a b c'          | c",
        "token:4         | 'a b c'          | ''",
        "part:3-5        | abcdefg          | cde",
        "part:3-5        | abcd             | cd",
        "part:3-5        | ab               | ''",
        "capture:No ([0-9]+) | 'No 12 b'    | 12",
        "drop:[^0-9]     | 'a1b2'           | 12",
        "soundex         | Robert           | R163",
        "soundex         | Rupert           | R163",
        "soundex         | Müller           | M460",
        "soundex         | 扎西              | ''",
        "metaphone       | Smith            | SM0",
        "metaphone       | Schmidt          | XMT",
        "metaphone:2     | Christopher      | KR",
        "metaphone       | 123              | ''",
        "phone           | '+86 139 0895 0001' | 13908950001",
        "phone           | 008613908950001  | 13908950001",
        "phone           | 8613908950001    | 13908950001",
        "phone           | １３９-０８９５-０００１ | 13908950001",
        "phone           | '0895-4821234转 5' | 8954821234",
        "phone           | '+86 895 4821234' | 8954821234",
        "phone:8         | '+61 3 9123 4567' | 91234567",
        "phone:8         | '(03) 9123 4567'  | 91234567",
        "phone           | 00000000000      | ''",
        "phone           | 11111111111      | ''",
        "phone           | none             | ''",
        "email           | ' Zhaxi+census@Example.ORG ' | zhaxi@example.org",
        "email           | zhaxi＠example.org | zhaxi@example.org",
        "email           | 'zhaxi at home'  | ''",
        "postcode        | 'sw1a 1aa'       | SW1A1AA",
        "postcode        | '８５４０００'     | 854000",
        "number          | 1,234.50         | 1234.5",
        "number          | '－００７'         | -7",
        "number          | 100              | 100",
        "number          | '5.'             | 5",
        "number          | 1,5              | ''",
        "number          | 1e999999999      | ''",
        "replace:st=street | 'mill st'      | 'mill street'",
        "replace:-=      | 12-34            | 1234",
        "'null:na|unknown|9999' | ' NA '    | ''",
        "'null:na|unknown|9999' | 9999      | ''",
        "'null:na|unknown|9999' | nadia     | nadia",
    })
    void cleansAsItsNameSays(String name, String value, String expected) {
        assertThat(Cleaners.named(name).clean(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} reads {1} as [{2}]")
    @CsvSource(delimiter = '|', value = {
        "yyyyMMdd             | 19900203            | 1990-02-03",
        "yyyyMMdd             | １９９００２０３      | 1990-02-03",
        "yyyyMMdd             | 19900230            | ''",
        "yyyyMMdd             | 19000229            | ''",
        "yyyyMMdd             | 20000229            | 2000-02-29",
        "yyyyMMdd             | 19901301            | ''",
        "yyyyMMdd             | 19900200            | 1990-02",
        "yyyyMMdd             | 19900000            | 1990",
        "yyyyMMdd             | 19900003            | ''",
        "yyyyMMdd             | 199002031           | ''",
        "yyyyMMdd             | 1990020             | ''",
        "yyyyMMdd             | 00000000            | ''",
        "yyyyMMdd¦yyyyMM¦yyyy | 199002              | 1990-02",
        "yyyyMMdd¦yyyyMM¦yyyy | 1990                | 1990",
        "dd/MM/yyyy¦yyyy-MM-dd | 03/02/1990         | 1990-02-03",
        "dd/MM/yyyy¦yyyy-MM-dd | 1990-02-03         | 1990-02-03",
        "d/M/yyyy             | 3/2/1990            | 1990-02-03",
        "yyyy年M月d日          | 1990年2月3日         | 1990-02-03",
        "dd MMM yyyy          | 03 Feb 1990         | 1990-02-03",
        "MMM d, yyyy          | September 3, 1990   | 1990-09-03",
        "dd MMM yyyy          | 03 Foo 1990         | ''",
        "yyMMdd               | 850101              | 1985-01-01",
        "yyMMdd               | 150101              | 2015-01-01",
        "yyyy-MM-dd*          | 1990-02-03T00:00:00 | 1990-02-03",
        "yyyyMMdd             | unknown             | ''",
    })
    void aDateIsWhatItsPatternsSay(String patterns, String value, String expected) {
        assertThat(Cleaners.named("date:" + patterns.replace('¦', '|')).clean(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} is [{2}]")
    @CsvSource({
        "year, 1990-02-03, 1990", "year, 1990-02, 1990", "year, 1990, 1990", "year, 19900203, 1990", "year, 199, ''",
        "year, 03/02/1990, ''", "month-day, 1990-02-03, 02-03", "month-day, 1990-02, ''", "month-day, 19900203, 02-03",
        "day, 1990-02-03, 03", "day, 1990, ''",
    })
    void partsOfADate(String name, String value, String expected) {
        assertThat(Cleaners.named(name).clean(value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "lowr         | there is no cleaner 'lowr'; there are",
        "lower:3      | cleaner 'lower:3' takes nothing behind it",
        "first        | cleaner 'first' needs a number, as in first:3",
        "first:x      | cleaner 'first:x' needs a number, as in first:3",
        "first:-1     | cleaner 'first:-1' needs a number from 1",
        "token:0      | cleaner 'token:0' counts from 1",
        "part:5-3     | cleaner 'part:5-3' needs two places counted from 1, as in part:13-18",
        "capture:a    | cleaner 'capture:a' needs parentheses around what to take, as in capture:No ([0-9]+)",
        "date         | cleaner 'date' needs a value behind a colon",
        "date:MM-dd   | date pattern 'MM-dd' has no year",
        "date:yyy     | date pattern 'yyy' has 'yyy'",
        "date:YYYY-MM-dd yyyy | known are yyyy yy MMM MM M dd d",
        "replace:x    | cleaner 'replace:x' needs what to replace and by what",
    })
    void whatIsWrittenWrongIsSaid(String name, String says) {
        assertThatThrownBy(() -> Cleaners.named(name))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
    }

    @Test
    void aChainEndsWhereNothingIsLeft() {
        Cleaner chain = Cleaners.chain(List.of("lower", "digits", "first:2"));
        assertThat(chain.clean("A12B3")).isEqualTo("12");
        assertThat(chain.clean("none")).isEmpty();
        assertThat(Cleaners.chain(List.of()).clean(" as it is ")).isEqualTo(" as it is ");
    }

    @Test
    void everyCleanerIsInItsTable() throws IOException {
        String page = Files.readString(Path.of("docs/cleaners.md"));
        assertThat(Cleaners.names()).allSatisfy(name ->
                assertThat(page).containsPattern("(?m)^\\|.*`" + name + "(`|:)"));
    }

    @Test
    void rubbishIsCleanedWithoutComplaint() {
        List<String> rubbish = List.of("", " ", "\u0000", "😀👨‍👩‍👧", "\uD83D", "\uDE00\uD83D", "a\uD83Db", "𝔄𝔅",
                "\u0301\u0301", "x".repeat(10_000), "扎".repeat(10_000), "1".repeat(10_000), " ".repeat(10_000),
                "\uD83D".repeat(10_000), "a@".repeat(5_000), "+86".repeat(3_000), "\u0F40\u0F72".repeat(5_000));
        for (String name : Cleaners.names()) {
            Cleaner cleaner = Cleaners.named(name + switch (name) {
                case "first", "last", "token" -> ":2";
                case "date" -> ":yyyy-MM-dd|yyyy";
                case "replace" -> ":a=b";
                case "match", "drop" -> ":a+";
                case "capture" -> ":(a+)";
                case "part" -> ":2-3";
                case "null" -> ":na";
                default -> "";
            });
            for (String value : rubbish) {
                assertThat(cleaner.clean(value)).as(name).isNotNull();
            }
            assertThat(cleaner.clean("")).as(name).isEmpty();
        }
    }
}
