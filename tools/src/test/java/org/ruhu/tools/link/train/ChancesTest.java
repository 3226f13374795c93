package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChancesTest {

    /** 3 and 96 pairs have a value; half a pair more on each level makes 3.5 and 96.5 of 100. */
    @Test
    void sharesAreOfPairsThatHaveAValue() {
        double[] u = Chances.ofDifferent(new double[][] {{900, 3, 96}})[0];
        assertThat(u).containsExactly(0, .035, .965);
    }

    @Test
    void aLevelNeverSeenIsNotImpossible() {
        double[] u = Chances.ofDifferent(new double[][] {{0, 0, 999_999}})[0];
        assertThat(u[1]).isCloseTo(5e-7, within(1e-9));
    }

    /** 1000 matches, none on the middle level: chance would have put 100 there, or next to none. */
    @Test
    void aLevelWithoutAMatchWeighsAsMuchAsItsAbsenceIsNews() {
        double[] often = Chances.ofSame(new double[][] {{0, 900, 0, 100}}, new double[][] {{0, .1, .1, .8}})[0];
        double[] hardly = Chances.ofSame(new double[][] {{0, 900, 0, 100}}, new double[][] {{0, .1, 1e-6, .9}})[0];
        assertThat(often[2]).isCloseTo(.5 / 1_000, within(1e-5));
        assertThat(hardly[2] / 1e-6).isCloseTo(1, within(.01));
    }

    /** By hand: two comparisons of two levels, weights 2 and -3, 1 and -1. */
    @Test
    void evidenceIsTheLogarithmOfTheRatio() {
        double[][] evidence = Chances.evidence(new double[][] {{0, .8, .2}}, new double[][] {{0, .2, .8}}, new boolean[1]);
        assertThat(evidence[0]).containsExactly(new double[] {0, Math.log(4), -Math.log(4)}, within(1e-12));
        assertThat(Chances.evidence(new double[][] {{0, .8, .2}}, new double[][] {{0, .2, .8}}, new boolean[] {true})[0])
                .containsExactly(0, 0, 0);
    }

    @Test
    void closerLevelsOfFewPairsDoNotWeighLessThanFartherOnes() {
        double[] u = {0, .001, .001, .998};
        double[] m = {0, .02, .1, .88};
        double[] few = Order.put(m, u, new double[] {0, 2, 10, 88}, new double[] {0, 1, 1, 998});
        double[] many = Order.put(m, u, new double[] {0, 2e4, 1e5, 8.8e5}, new double[] {0, 1e6, 1e6, 998e6});
        assertThat(few).containsExactly(new double[] {0, .06, .06, .88}, within(1e-12));
        assertThat(many).containsExactly(new double[] {0, .02, .1, .88}, within(1e-12));
    }

    /** By hand: 29.7 (1 - .99 x) = .693 (1 + 99 x). */
    @Test
    void theShareOfMatchesIsWhereItStandsStill() {
        assertThat(Mixture.posterior(new double[] {Math.log(3)}, .25)[0]).isCloseTo(.5, within(1e-12));
        double share = Mixture.share(new double[] {Math.log(100), Math.log(.01)}, new double[] {300, 700}, 1_000, .5);
        assertThat(share).isCloseTo(29.007 / 98.01, within(1e-8));
    }
}
