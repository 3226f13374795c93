package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;

class JudgedTest {

    private static final Model MODEL = new Model(new Settings(Optional.empty(), Scope.WITHIN, false, Map.of(),
            List.of(), List.of(), Training.USUAL, Thresholds.CHOSEN, List.of(), 20), 0.001, List.of(), Map.of(),
            new Model.Cuts(5, -5, 0), List.of());

    /** Pairs near the thresholds only, as clerks see them, from a world in which the prior is off by so many bits. */
    @ParameterizedTest
    @CsvSource({"-3", "-1", "0", "1", "4"})
    void aPriorThatIsOffIsSetRightByPairsNearTheThresholds(double off) {
        Random dice = new Random(7);
        double[] weights = dice.doubles(5_000, -6, 6).toArray();
        boolean[] same = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            same[i] = dice.nextDouble() < Model.probability(weights[i] + off);
        }
        Model learned = Judged.learn(MODEL, labels(weights, same));
        assertThat(learned.priorWeight() - MODEL.priorWeight()).isCloseTo(off, within(0.2));
        assertThat(learned.notes()).singleElement().asString().contains("5000 pairs were judged");
    }

    @Test
    void aFewJudgementsTeachNothingAndSomeThatAllAgreeTeachWithinReason() {
        assertThat(Judged.learn(MODEL, labels(new double[3], new boolean[3])).prior()).isEqualTo(MODEL.prior());
        double moved = Judged.learn(MODEL, labels(new double[30], new boolean[30])).priorWeight() - MODEL.priorWeight();
        assertThat(moved).isBetween(-8.0, -2.0);
    }

    private static List<Label> labels(double[] weights, boolean[] same) {
        return IntStream.range(0, weights.length).mapToObj(i ->
                new Label(0, weights[i] - MODEL.priorWeight(), List.of(), same[i], 1, false)).toList();
    }
}
