package org.ruhu.tools.link.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SessionGuardTest {

    private static Session learn(PatternCounts counts, Integer... off) {
        return guard(200, counts, off).learn(Village.U, Ties.NONE);
    }

    private static SessionGuard guard(int most, PatternCounts counts, Integer... off) {
        return new SessionGuard(Village.COMPARISONS, Village.session(counts, off), new Sample(Village.SHAPE, counts), most);
    }

    @Test
    void aSoundSessionIsUsed() {
        Session session = learn(new Village(1).draw(1_000, 20_000, 0), 0);
        assertThat(session.refused()).isEmpty();
        assertThat(session.fit().orElseThrow().matches()).isCloseTo(1_000, within(40.0));
        assertThat(session.off()).containsExactly(true, false, false, false);
    }

    /** Nothing of what agrees by chance is among pairs that a number brings together: nearly all are the same. */
    @Test
    void aRuleWhosePairsAreAllTheSameIsUsedToo() {
        Session session = learn(new Village(1).draw(1_000, 0, 3), 3);
        assertThat(session.refused()).isEmpty();
        assertThat(session.fit().orElseThrow().share()).isGreaterThan(.99);
    }

    @Test
    void pairsWithoutAMatchTeachNothing() {
        assertThat(learn(new Village(1).draw(0, 20_000, 0), 0).refused()).isPresent();
    }

    @Test
    void fewMatchesTeachNothing() {
        assertThat(learn(new Village(1).draw(4, 100, 0), 0).refused().orElseThrow().message())
                .isEqualTo("few-matches");
    }

    @Test
    void oneComparisonAloneTeachesNothing() {
        assertThat(learn(new Village(1).draw(1_000, 2_000, 0, 1, 2), 0, 1, 2).refused().orElseThrow().message())
                .isEqualTo("few-comparisons");
    }

    @Test
    void stepsThatRunOutTeachNothing() {
        PatternCounts counts = new Village(1).draw(1_000, 20_000, 0);
        Session session = guard(3, counts, 0).learn(Village.U, Ties.NONE);
        assertThat(session.refused().orElseThrow().toString()).endsWith(": not settled after 3 steps");
    }

    /** Same records never agree on the year here, different ones do as everywhere. */
    @Test
    void aSessionWhereTheSameAgreeLessThanOthersTeachesNothing() {
        PatternCounts same = new Village(1).draw(40_000, 0, 0);
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < same.size(); i++) {
            int[] levels = levels(same.pattern(i));
            levels[2] = 3;
            counts.merge(Village.SHAPE.pattern(levels), same.count(i), Long::sum);
        }
        PatternCounts all = Village.sum(Village.counts(counts), new Village(2).draw(0, 40_000, 0));
        assertThat(learn(all, 0).refused().orElseThrow().toString())
                .endsWith(": records that are the same would agree on year no more often than others");
    }

    /** Whoever has the same given name here has the same surname: a clan. */
    @Test
    void aComparisonThatFollowsFromTheRuleIsLeftOut() {
        Session session = learn(new Village(1).draw(1_000, 20_000, 0, 1), 0);
        assertThat(session.refused()).isEmpty();
        assertThat(session.off()).containsExactly(true, true, false, false);
        assertThat(session.notes()).singleElement().asString().contains("surname was left out");
        assertThat(session.fit().orElseThrow().matches()).isCloseTo(1_000, within(60.0));
    }

    /** Most of whom a telephone brings together are the same; the others are of one house, and have its surname. */
    @Test
    void whatFollowsIsFoundAlsoWhereMostPairsAreTheSame() {
        Session session = learn(new Village(1).draw(1_000, 400, 1, 3), 3);
        assertThat(session.off()).containsExactly(false, true, false, true);
        assertThat(session.fit().orElseThrow().matches()).isCloseTo(1_000, within(40.0));
    }

    private static int[] levels(int pattern) {
        int[] levels = new int[Village.COMPARISONS.size()];
        Arrays.setAll(levels, c -> Village.SHAPE.level(pattern, c));
        return levels;
    }
}
