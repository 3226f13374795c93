package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounded tables stay near, add up, and are right on average. */
class RoundingTest {

    private static final int[][] COUNTS = {{1, 5, 7, 12}, {3, 2, 11, 4}, {8, 1, 1, 20}};

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void everyCellIsANeighbouringMultipleAndEveryLineAddsUp(int base) throws IOException {
        Cells cells = cells(base);
        for (int seed = 0; seed < 20; seed++) {
            Rounding.Rounded rounded = Rounding.of(cells, base, chances(cells, seed));
            assertThat(rounded.additive()).isTrue();
            for (int cell = 0; cell < rounded.values().length; cell++) {
                assertThat(rounded.values()[cell] % base).isZero();
                assertThat(Math.abs(rounded.values()[cell] - cells.values()[cell])).isLessThan(base);
            }
            for (Cube.Line line : cells.cube().lines()) {
                double sum = 0;
                for (int inner : line.inner()) {
                    sum += rounded.values()[inner];
                }
                assertThat(sum).isEqualTo(rounded.values()[line.total()]);
            }
        }
    }

    @Test
    void roundingEachAloneIsRightOnAverage() throws IOException {
        Cells cells = Invented.tally(Invented.tables(plan(3).replace("'base': 3", "'base': 3, 'additive': 'false'")),
                Invented.rows(COUNTS)).cells().get(0);
        double[] mean = new double[cells.values().length];
        Random random = new Random(1);
        for (int time = 0; time < 20_000; time++) {
            double[] rounded = Rounding.of(cells, 3, random.doubles(mean.length).toArray()).values();
            for (int cell = 0; cell < mean.length; cell++) {
                mean[cell] += rounded[cell] / 20_000;
            }
        }
        for (int cell = 0; cell < mean.length; cell++) {
            assertThat(mean[cell]).isEqualTo(cells.values()[cell], within(0.05));
        }
    }

    @Test
    void theSameFigureIsRoundedAlikeInEveryTable() throws IOException {
        TablePlan.Several two = Invented.tables("{'population': 't', 'seed': 4, 'tables': {"
                + "'ab': {'protect': 'round', 'round': {'base': 3, 'additive': 'false'}, 'by': [{'from': 'a'},"
                + " {'from': 'b'}]}, 'a': {'protect': 'round', 'round': {'base': 3, 'additive': 'false'},"
                + " 'by': [{'from': 'a'}]}}}");
        Publication publication = new Publication(two, List.of(Invented.tally(two, Invented.rows(COUNTS))),
                Optional.empty());
        for (List<String> row : publication.sheets().get(1).rows().subList(1, 5)) {
            assertThat(publication.sheets().get(0).rows())
                    .contains(List.of(row.get(0), "_T", row.get(1), "F"));
        }
    }

    private static String plan(int base) {
        return "{'population': 't', 'seed': 1, 'tables': {'t': {'protect': 'round', 'round': {'base': %d},"
                .formatted(base) + " 'by': [{'from': 'a'}, {'from': 'b'}]}}}";
    }

    private static Cells cells(int base) throws IOException {
        return Invented.tally(Invented.tables(plan(base)), Invented.rows(COUNTS)).cells().get(0);
    }

    private static double[] chances(Cells cells, int seed) {
        return new Random(seed).doubles(cells.values().length).toArray();
    }
}
