package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Thresholds;

class CutChoiceTest {

    /** Chances 0.9999, 0.99, 0.8, 0.4, 0.1, 0.001. */
    private static final Weights WEIGHTS = Weights.of(
            new double[] {bits(.1), bits(.9999), bits(.8), bits(.99), bits(.4), bits(.001)},
            new double[] {100, 1_000, 10, 100, 50, 10_000});

    private static double bits(double probability) {
        return CutChoice.weight(probability);
    }

    private static double middle(double one, double other) {
        return Math.max(bits(one) - 1, (bits(one) + bits(other)) / 2);
    }

    /** 1146.9 matches in all. Above 0.8 F1 is highest: 2 * 1106.9 / (1110 + 1146.9); the cut is at half of it. */
    @Test
    void theOneCutIsWhereTheExpectedF1IsHighest() {
        Cuts cuts = CutChoice.choose(WEIGHTS, Thresholds.CHOSEN);
        assertThat(cuts.match()).isCloseTo(bits(1106.9 / 2256.9), within(1e-9));
    }

    /** Above 0.99 there would be 1.1 errors in 1100 pairs; with 0.98 asked that is enough, but not for a pair of 0.9. */
    @Test
    void everyPairOfTheAutomaticZoneIsAsSureAsIsAskedOfTheZone() {
        assertThat(CutChoice.choose(WEIGHTS, Thresholds.CHOSEN).automatic()).isCloseTo(middle(.9999, .99), within(1e-9));
        Thresholds looser = new Thresholds(Optional.empty(), Optional.empty(), Optional.empty(), .98);
        assertThat(CutChoice.choose(WEIGHTS, looser).automatic()).isCloseTo(bits(.98), within(1e-6));
    }

    @Test
    void pairsThatPeopleLookAtAnywayDoNotRaiseTheThreshold() {
        Street street = new Street(6_000);
        Model model = street.plain();
        List<List<Integer>> kin = List.of(List.of(2, 3), List.of(), List.of(2, 3), List.of(1));
        Settings usual = model.settings();
        Model reviewing = new Model(new Settings(usual.id(), usual.scope(), usual.oneToOne(), usual.columns(),
                usual.blocking(), usual.comparisons(), usual.training(), usual.thresholds(), usual.vetoes(), usual.most(),
                Optional.empty(), List.of(new Settings.Review(kin))), model.prior(), model.chances(), Map.of(),
                model.ties(), model.cuts(), List.of());
        Cuts plain = CutChoice.choose(model, street.candidates(), Model::probability);
        Cuts cuts = CutChoice.choose(reviewing, street.candidates(), Model::probability);
        assertThat(cuts.match()).isEqualTo(plain.match());
        assertThat(cuts.clerical()).isEqualTo(plain.clerical());
        assertThat(cuts.automatic()).isLessThanOrEqualTo(plain.automatic()).isGreaterThanOrEqualTo(cuts.match());
    }

    /** Thousands of sure pairs would carry a few doubtful ones; their own chance must do as well. */
    @Test
    void manySurePairsDoNotMakeADoubtfulOneSure() {
        Weights carried = Weights.of(new double[] {20, bits(.9), -10}, new double[] {100_000, 10, 100});
        assertThat(CutChoice.choose(carried, Thresholds.CHOSEN).automatic()).isCloseTo(bits(.999), within(1e-6));
    }

    /** Below 0.1 ten matches lie, more than two of a thousand: clerks look at everything. */
    @Test
    void belowTheClericalZoneHardlyAMatchIsExpected() {
        assertThat(CutChoice.choose(WEIGHTS, Thresholds.CHOSEN).clerical()).isCloseTo(bits(.001) - 1, within(1e-9));
        Weights clear = Weights.of(new double[] {10, 1, -10}, new double[] {1_000, 10, 100});
        assertThat(CutChoice.choose(clear, Thresholds.CHOSEN).clerical()).isCloseTo(0, within(.01));
    }

    @Test
    void whatIsGivenIsKept() {
        Thresholds given = new Thresholds(Optional.of(.99), Optional.of(.2), Optional.of(.6), .999);
        assertThat(CutChoice.choose(WEIGHTS, given)).isEqualTo(new Cuts(bits(.99), bits(.2), bits(.6)));
    }

    @Test
    void withoutPairsThereAreCutsToo() {
        Cuts cuts = CutChoice.choose(Weights.of(new double[0], new double[0]), Thresholds.CHOSEN);
        assertThat(cuts.automatic()).isGreaterThanOrEqualTo(cuts.match());
        assertThat(cuts.match()).isGreaterThanOrEqualTo(cuts.clerical());
    }

    @Test
    void weightsAndChancesAreTwoWritingsOfOne() {
        assertThat(Model.probability(bits(.37))).isCloseTo(.37, within(1e-12));
    }
}
