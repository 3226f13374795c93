package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Tie;
import org.ruhu.tools.link.train.Session.Follows;

class TiesTest {

    private static final double[][] M = {{0, .9, .05, .05}, {0, .9, .1}, {0, .9, .05, .05}, {0, .8, .2}};
    private static final double[][] U = {{0, .01, .01, .98}, {0, .05, .95}, {0, .02, .03, .95}, {0, .001, .999}};

    private static Session session(int when, int comparison, double m, double u) {
        Follows follows = new Follows(List.of(when), comparison, new double[] {0, m, 1 - m}, new double[] {0, u, 1 - u});
        return new Session("rule", new double[4][], new boolean[4], Optional.empty(), List.of(follows), Optional.empty(),
                List.of());
    }

    /** By hand: elsewhere 0.8 / 0.001, here 0.9 / 0.45, which is one bit; what disagrees is not touched. */
    @Test
    void whatIsSaidTwiceIsTakenAway() {
        Tie tie = Ties.of(List.of(session(1, 3, .9, .45)), M, U).list().get(0);
        assertThat(tie.when()).containsExactly(1);
        assertThat(tie.bits().get(0)).isCloseTo(1 - Math.log(800) / Math.log(2), within(1e-9));
        assertThat(tie.bits().get(1)).isZero();
    }

    @Test
    void nothingIsTakenTwiceForTheSameReason() {
        List<Session> both = List.of(session(1, 3, .9, .9), session(3, 1, .9, .9));
        assertThat(Ties.of(both, M, U).list()).singleElement().satisfies(tie ->
                assertThat(tie.comparison()).as("the stronger one").isEqualTo(3));
    }

    @Test
    void aPairIsWeighedWithTheTieOnlyWhereBothAgree() {
        List<List<Chance>> chances = List.of(List.of(), List.of(), List.of(), List.of());
        Model model = new Model(Village.settings(), .001, chances, java.util.Map.of(),
                List.of(new Tie(List.of(1), 3, List.of(-5.0, 0.0)), new Tie(List.of(0, 1), 3, List.of(-7.0, 0.0))),
                new Cuts(0, 0, 0), List.of());
        assertThat(model.tied(Village.SHAPE, Village.SHAPE.pattern(3, 1, 1, 1), 3)).isEqualTo(-5);
        assertThat(model.tied(Village.SHAPE, Village.SHAPE.pattern(1, 1, 1, 1), 3)).as("the larger of two").isEqualTo(-7);
        assertThat(model.tied(Village.SHAPE, Village.SHAPE.pattern(1, 2, 1, 1), 3)).as("first differs").isZero();
        assertThat(model.tied(Village.SHAPE, Village.SHAPE.pattern(1, 1, 1, 2), 3)).as("second differs").isZero();
        assertThat(model.tied(Village.SHAPE, Village.SHAPE.pattern(1, 1, 1, 0), 3)).as("second missing").isZero();
    }

    /** Two of three different pairs with one given name have one phone, being of one house. */
    @Test
    void aHouseholdIsNotOnePerson() {
        Village village = new Village(3);
        PatternCounts given = Village.sum(village.draw(1_700, 20_000, 0), village.draw(0, 40_000, 0, 3));
        Counted counted = new Counted(village.draw(500, 499_500), List.of(
                Village.session(given, 0), Village.session(village.draw(1_840, 100_000, 1), 1),
                Village.session(village.draw(1_800, 40_000, 2), 2)),
                Village.sum(village.candidates(2_000, 1_900_000, 0, 1, 2), village.draw(0, 40_000, 0, 3)), 2_000_000,
                Counted.Found.ALL);
        Learned learned = Trainer.learn(Village.settings(), counted);
        assertThat(learned.ties()).singleElement().satisfies(tie -> assertThat(tie.comparison()).isEqualTo(3));
        assertThat(learned.matches()).isCloseTo(2_000, within(400.0));
    }

    /** Of 800 pairs with one number 600 are the same; the other 200 are what chance does among two million. */
    @Test
    void aLevelThatChanceHardlyReachesIsCountedWhereAllPairsOfItAre() {
        Village village = new Village(3);
        PatternCounts phone = village.draw(600, 200, 3);
        SessionCounts counts = new SessionCounts("phone", phone, java.util.Set.of(3), phone.pairs(), Optional.of(3));
        Session session = new SessionGuard(Village.COMPARISONS, counts, new Sample(Village.SHAPE, phone), 300)
                .learn(Village.U, Ties.NONE);
        double[][] u = {{0, .01, .02, .97}, {0, .05, .95}, {0, .02, .03, .95}, {0, .002, .998}};
        double[][] seen = new Sample(Village.SHAPE, Village.counts(new TreeMap<>())).empty();
        seen[3] = new double[] {0, 50, 1e6};
        boolean[] corrected = Rare.correct(u, seen, List.of(counts), List.of(session), 2e6);
        assertThat(corrected).containsExactly(false, false, false, true);
        assertThat(u[3][1]).isCloseTo(200 / 2e6, within(15 / 2e6));
        assertThat(u[3][1] + u[3][2]).isCloseTo(1, within(1e-12));
    }
}
