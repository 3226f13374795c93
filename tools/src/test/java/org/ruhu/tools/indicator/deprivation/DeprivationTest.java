package org.ruhu.tools.indicator.deprivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.deprivation.Lacks.State;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;
import org.ruhu.tools.indicator.deprivation.Scheme.Indicator;

class DeprivationTest {

    private static final Cutoff HALF = new Cutoff(1, 2);
    private static final Scheme FOUR = scheme(1, 1, 1, 1);

    private static Scheme scheme(int... parts) {
        return new Scheme(IntStream.range(0, parts.length)
                .mapToObj(i -> new Indicator("d" + (i + 1), parts[i])).toList());
    }

    /** One letter per indicator: x deprived, - not, ? unknown. */
    private static Lacks lacks(String letters) {
        return Lacks.of(letters.chars().mapToObj(letter -> letter == 'x' ? State.DEPRIVED
                : letter == '-' ? State.NOT_DEPRIVED : State.UNKNOWN).toList());
    }

    private static DeprivationTally tally(Scheme scheme, String... households) {
        DeprivationTally tally = new DeprivationTally(scheme);
        for (String household : households) {
            tally.add(1, 1, lacks(household));
        }
        return tally;
    }

    /** The matrix g0 of Alkire and Foster's own example, four persons in four dimensions, k = 2 of 4. */
    @Test
    void alkireAndFostersExample() {
        Multidimensional found = tally(FOUR, "----", "-x-x", "xxxx", "-x--").measures(HALF, Unknowns.LEFT_OUT);
        assertThat(found.headcount().value()).hasValue(0.5);
        assertThat(found.intensity().value()).hasValue(0.75);
        assertThat(found.adjusted().value()).hasValue(0.375);
        assertThat(found.parts().stream().map(part -> part.censored().value().orElseThrow()))
                .containsExactly(0.25, 0.5, 0.25, 0.5);
        assertThat(found.parts().stream().map(part -> part.uncensored().value().orElseThrow()))
                .containsExactly(0.25, 0.75, 0.25, 0.5);
        assertThat(found.parts().get(1).contribution().value().orElseThrow()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(found.parts().stream().mapToDouble(part -> part.contribution().value().orElseThrow()).sum())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void whoIsOnTheCutOffIsPoorThoughSixEighteenthsAreNotAThirdInDoubles() {
        Scheme national = scheme(3, 3, 3, 3, 1, 1, 1, 1, 1, 1);
        Cutoff third = new Cutoff(1, 3);
        assertThat(tally(national, "----xxxxxx").measures(third, Unknowns.LEFT_OUT).headcount().value()).hasValue(1);
        assertThat(tally(national, "x---xxx---").measures(third, Unknowns.LEFT_OUT).headcount().value()).hasValue(1);
        assertThat(tally(national, "x---xx----").measures(third, Unknowns.LEFT_OUT).headcount().value()).hasValue(0);
    }

    @Test
    void whatIsUnknownIsLeftOutOrBoundsTheTruth() {
        DeprivationTally tally = tally(FOUR, "----", "-x-x", "x--?");
        tally.add(2, 3, lacks("???x"));
        Multidimensional known = tally.measures(HALF, Unknowns.LEFT_OUT);
        assertThat(known.headcount().value()).hasValue(0.5);
        assertThat(known.leftOut()).isEqualTo(2);
        assertThat(known.leftOutShare().value().orElseThrow()).isCloseTo(7 / 9.0, within(1e-15));
        assertThat(tally.measures(HALF, Unknowns.AS_NOT_DEPRIVED).headcount().value().orElseThrow())
                .isCloseTo(1 / 9.0, within(1e-15));
        assertThat(tally.measures(HALF, Unknowns.AS_DEPRIVED).headcount().value().orElseThrow())
                .isCloseTo(8 / 9.0, within(1e-15));
    }

    @Test
    void groupsAddUpToTheWhole() {
        TreeMap<String, DeprivationTally> groups = new TreeMap<>();
        groups.put("hills", tally(FOUR, "xx--", "xxx-", "----"));
        groups.put("town", tally(FOUR, "x---", "xxxx"));
        groups.put("valley", tally(FOUR, "---?"));
        Decomposition found = Decomposition.of(FOUR, groups, HALF, Unknowns.LEFT_OUT);
        assertThat(found.whole().adjusted().value().orElseThrow()).isCloseTo(2.25 / 5, within(1e-15));
        assertThat(found.groups().stream().mapToDouble(share -> share.contribution().value().orElseThrow()).toArray())
                .containsExactly(new double[] {1.25 / 2.25, 1 / 2.25, 0}, within(1e-15));
        assertThat(found.groups().stream().mapToDouble(share -> share.persons().value().orElseThrow()).sum())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void withoutAnybodyOrAnyPoorThereIsAReason() {
        Multidimensional nobody = tally(FOUR).measures(HALF, Unknowns.AS_DEPRIVED);
        assertThat(nobody.headcount().lack()).contains(Lack.NO_BASE);
        assertThat(nobody.parts().get(0).contribution().lack()).contains(Lack.NO_BASE);
        Multidimensional rich = tally(FOUR, "----").measures(HALF, Unknowns.LEFT_OUT);
        assertThat(rich.adjusted().value()).hasValue(0);
        assertThat(rich.intensity().lack()).contains(Lack.NO_BASE);
        assertThat(rich.parts().get(0).contribution().lack()).contains(Lack.ZERO_DIVISOR);
    }

    @Test
    void whatDoesNotFitTheSchemeIsRefused() {
        assertThatThrownBy(() -> tally(FOUR, "----x")).hasMessageContaining("4 indicators");
        assertThatThrownBy(() -> new Lacks(1, 1)).hasMessageContaining("not known");
        assertThatThrownBy(() -> scheme(1, 0)).hasMessageContaining("at least one part");
        assertThatThrownBy(() -> new Cutoff(3, 2)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> new Scheme(List.of())).hasMessageContaining("indicators");
    }
}
