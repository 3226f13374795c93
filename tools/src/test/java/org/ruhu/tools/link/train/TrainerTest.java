package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Settings;

class TrainerTest {

    private static final double ALL_PAIRS = 2_000_000;
    private static final int MATCHES = 2_000;

    /** Two million pairs of which two thousand are the same; half a million are looked at at random. */
    private static Counted counted() {
        Village village = new Village(7);
        PatternCounts random = village.draw(MATCHES / 4, 499_500);
        return new Counted(random, List.of(
                Village.session(village.draw(1_700, 20_000, 0), 0),
                Village.session(village.draw(1_840, 100_000, 1), 1),
                Village.session(village.draw(1_800, 40_000, 2), 2)),
                village.candidates(MATCHES, 1_998_000, 0, 1, 2), ALL_PAIRS, Counted.Found.ALL);
    }

    @Test
    void whatIsTrueOfThePairsIsFoundAgain() {
        Learned learned = Trainer.learn(Village.settings(), counted());
        assertThat(learned.notes()).isEmpty();
        for (int c = 0; c < Village.M.length; c++) {
            for (int level = 1; level < Village.M[c].length; level++) {
                Chance chance = learned.chances().get(c).get(level - 1);
                assertThat(chance.m()).as("m %d %d", c, level).isCloseTo(Village.M[c][level], within(.02));
                assertThat(chance.u() / Village.U[c][level]).as("u %d %d", c, level).isCloseTo(1, within(.15));
            }
        }
        assertThat(learned.matches()).isCloseTo(MATCHES, within(.03 * MATCHES));
        assertThat(learned.prior()).isCloseTo(MATCHES / ALL_PAIRS, within(.03 * MATCHES / ALL_PAIRS));
    }

    @Test
    void matchesAmongTheRandomPairsAreTakenOutOfU() {
        double raw = Chances.ofDifferent(new Sample(Village.SHAPE, counted().random()).tally(ones(counted().random())))[3][1];
        double learned = Trainer.learn(Village.settings(), counted()).chances().get(3).get(0).u();
        assertThat(raw).as("before").isGreaterThan(2 * Village.U[3][1]);
        assertThat(learned).as("after").isCloseTo(Village.U[3][1], within(.2 * Village.U[3][1]));
    }

    @Test
    void whereHalfTheMatchesAreMissedThePriorIsAboutTwiceAsHigh() {
        Counted counted = counted();
        Learned whole = Trainer.learn(Village.settings(), counted);
        Learned half = Trainer.learn(Village.settings(), new Counted(counted.random(), counted.sessions(),
                counted.candidates(), counted.pairs(), chance -> .5));
        assertThat(half.prior()).isCloseTo(2 * whole.prior(), within(.25 * whole.prior()));
    }

    @Test
    void aPriorThatIsGivenIsKept() {
        Settings.Training given = new Settings.Training(1_000, List.of(), Optional.empty(), Optional.of(.001), 100, 1);
        assertThat(Trainer.learn(with(given), counted()).prior()).isEqualTo(.001);
    }

    @Test
    void moreMatchesThanTheRecordsCanHaveAreRefusedAndToldOf() {
        Counted counted = counted();
        Learned learned = Trainer.learn(Village.settings(), new Counted(counted.random(), counted.sessions(),
                counted.candidates(), counted.pairs(), 500, counted.found()));
        assertThat(learned.prior()).isEqualTo(500 / ALL_PAIRS);
        assertThat(learned.notes()).singleElement()
                .satisfies(note -> assertThat(note.in("en")).containsPattern("^[12],\\d\\d\\d matches .* the 500 that"));
    }

    @Test
    void onlyTheRulesNamedAreLearnedFrom() {
        Settings.Training named = new Settings.Training(1_000, List.of("rule [1]"), Optional.empty(), Optional.empty(), 100, 1);
        Learned learned = Trainer.learn(with(named), counted());
        assertThat(learned.chances().get(0).get(0).mFrom()).isEqualTo("learned from the pairs of rule [1]");
        assertThat(learned.chances().get(1).get(0).mFrom()).contains("all rules");
        assertThat(learned.notes()).singleElement().asString().startsWith("surname: every rule that could teach it");
    }

    @Test
    void twoPairsAndNothingElseIsAGuessThatSaysSo() {
        PatternCounts two = Village.counts(new TreeMap<>(java.util.Map.of(Village.SHAPE.pattern(1, 1, 1, 0), 2L)));
        Learned learned = Trainer.learn(Village.settings(), new Counted(two, List.of(Village.session(two, 0)), two, 2, Counted.Found.ALL));
        assertThat(learned.notes()).anyMatch(note -> note.message().equals("guess"));
        assertThat(learned.chances()).allSatisfy(levels -> assertThat(levels).allSatisfy(
                chance -> assertThat(chance.weight()).isFinite()));
    }

    private static Settings with(Settings.Training training) {
        Settings usual = Village.settings();
        return new Settings(usual.id(), usual.scope(), usual.oneToOne(), usual.columns(), usual.blocking(),
                usual.comparisons(), training, usual.thresholds(), usual.vetoes(), usual.most());
    }

    private static double[] ones(PatternCounts counts) {
        double[] ones = new double[counts.size()];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }
}
