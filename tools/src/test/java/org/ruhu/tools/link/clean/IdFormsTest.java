package org.ruhu.tools.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.IdNumbers;

class IdFormsTest {

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "equal,                         549901198501010019, 549901198501010019, SAME",
        "equal and wrong,               549901198501010018, 549901198501010018, SAME",
        "check digit,                   549901198501010019, 549901198501010018, ONE_DIGIT",
        "check digit X,                 549901198501010019, 54990119850101001X, ONE_DIGIT",
        "first digit,                   549901198501010019, 649901198501010019, ONE_DIGIT",
        "day and month swapped digit,   549901198501120019, 549901198501210019, NEIGHBOURS_SWAPPED",
        "last two swapped,              549901198501010019, 549901198501010091, NEIGHBOURS_SWAPPED",
        "sixteenth and seventeenth,     549901198501010019, 549901198501010109, NEIGHBOURS_SWAPPED",
        "twins,                         549901198501010019, 549901198501010027, OTHER_SEQUENCE",
        "another of that day,           549901198501010019, 549901198501011249, OTHER_SEQUENCE",
        "of that day but not valid,     549901198501010019, 549901198501011248, DIFFERENT",
        "two digits,                    549901198501010019, 549902198501010018, TWO_EDITS",
        "two places far apart,          549901198501010019, 549901185501010019, TWO_EDITS",
        "a digit left out early,        549901198501010019, 549011985010100193, TWO_EDITS",
        "a digit put in early,          549901198501010019, 549990119850101001, TWO_EDITS",
        "three digits,                  549901198501010019, 549902197501010018, DIFFERENT",
        "a pseudonym,                   #7f3a,              #7f3a,              SAME",
        "another pseudonym,             #7f3a,              #7f3b,              DIFFERENT",
        "a number and a pseudonym,      549901198501010019, #7f3b,              DIFFERENT",
        "missing,                       '',                 '',                 DIFFERENT",
        "eighteen letters,              abcdefghijklmnopqr, abcdefghijklmnopqr, SAME",
    })
    void twoNumbers(String says, String left, String right, IdLikeness expected) {
        IdForms forms = IdForms.of(List.of("", left, right));
        assertThat(forms.compare(1, 2)).isEqualTo(expected);
        assertThat(forms.compare(2, 1)).isEqualTo(expected);
        assertThat(forms.likeness(1, 2)).isEqualTo(expected.likeness());
    }

    @ParameterizedTest(name = "{0} may be {1}")
    @CsvSource({
        "549901198501010091, 549901198501010019, NEIGHBOURS_SWAPPED, 17",
        "549901198501010018, 549901198501010019, ONE_DIGIT,          18",
        "549901198501100019, 549901198501010019, NEIGHBOURS_SWAPPED, 13",
        "549901198513010012, 549901198503010012, ONE_DIGIT,          11",
        "54990119491231019o, '',                 ONE_DIGIT,           1",
    })
    void aRepairIsAValidNumberOneSlipAway(String written, String number, IdRepairs.Slip slip, int position) {
        List<IdRepairs.Repair> repairs = IdRepairs.of(written);
        assertThat(repairs).allMatch(repair -> IdNumbers.valid(repair.number()));
        assertThat(repairs).allSatisfy(repair -> {
            IdForms forms = IdForms.of(List.of(written, repair.number()));
            assertThat(forms.compare(0, 1).name()).isEqualTo(repair.slip().name());
        });
        if (number.isEmpty()) {
            assertThat(repairs).isEmpty();
        } else {
            assertThat(repairs).contains(new IdRepairs.Repair(number, slip, position));
        }
    }

    @Test
    void onlyRepairsOfTheRightSexAreProposed() {
        List<IdRepairs.Repair> all = IdRepairs.of("54990119850101001X");
        List<IdRepairs.Repair> women = IdRepairs.of("54990119850101001X", Optional.of("2"));
        assertThat(women).isNotEmpty().hasSizeLessThan(all.size())
                .allMatch(repair -> (repair.number().charAt(16) - '0') % 2 == 0);
    }

    @Test
    void whatIsValidOrNoNumberNeedsNoRepair() {
        assertThat(IdRepairs.of("549901198501010019")).isEmpty();
        assertThat(IdRepairs.of("549901850101001")).isEmpty();
        assertThat(IdRepairs.of("")).isEmpty();
        assertThat(IdRepairs.of("#7f3a")).isEmpty();
        assertThat(IdRepairs.of("X".repeat(18))).isEmpty();
        assertThat(IdRepairs.of("9".repeat(10_000))).isEmpty();
    }
}
