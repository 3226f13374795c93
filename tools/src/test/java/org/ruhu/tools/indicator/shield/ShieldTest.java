package org.ruhu.tools.indicator.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Place;

class ShieldTest {

    private static final int THRESHOLD = 10;
    private static final String TOWNSHIP = "549901101";

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody is few            | 10 20 30   | s s s
            one is few               | 4 20 30    | h h s
            two are few, not enough  | 4 5 20 30  | h h h s
            two are few, and enough  | 6 7 20 30  | h h s s
            nobody lives there       | 0 20 30    | s s s
            nobody else to hide with | 4 0        | h s
            """)
    void theSmallestVillageIsHeldBackWithOneThatIsFew(String what, String households, String expected) {
        int[] villages = Arrays.stream(households.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
        Shield shield = new Shield(THRESHOLD);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < villages.length; i++) {
            figures.add(figure(TOWNSHIP + "20" + i, "", "", villages[i]));
        }
        shield.add(figure(TOWNSHIP, "", "", Math.max(THRESHOLD, Arrays.stream(villages).sum())));
        figures.forEach(shield::add);
        shield.settle();
        assertThat(figures.stream().map(figure -> shield.holds(figure) ? "h" : "s")).as(what)
                .containsExactly(expected.trim().split(" "));
    }

    @Test
    void belowAnAreaThatIsHeldBackNothingIsShown() {
        Shield shield = new Shield(THRESHOLD);
        List.of(figure("", "", "", 104), figure("549901", "", "", 4), figure("549902", "", "", 40),
                figure("549903", "", "", 60), figure("549902101", "", "", 40), figure("549903101", "", "", 60))
                .forEach(shield::add);
        shield.settle();
        assertThat(shield.holds(figure("549902101", "", "", 40))).isTrue();
        assertThat(shield.holds(figure("549903101", "", "", 60))).isFalse();
    }

    @Test
    void anIndicatorOfFewerHouseholdsIsHeldBackWhereOthersOfTheAreaAreShown() {
        Shield shield = new Shield(THRESHOLD);
        Figure few = figure("recognition.measure.yes", "549901", 3);
        Figure other = figure("recognition.measure.yes", "549902", 30);
        Figure many = figure("compliance.exit.pass", "549901", 50);
        List.of(few, other, many, figure("recognition.measure.yes", "", 33), figure("compliance.exit.pass", "", 50))
                .forEach(shield::add);
        shield.settle();
        assertThat(List.of(few, other, many).stream().map(shield::holds)).containsExactly(true, true, false);
    }

    /** Every sum of cells is tried; what follows from what is shown is told by elimination. */
    @Test
    void noSumOfFewerHouseholdsFollowsFromWhatIsShown() {
        Random random = new Random(20201231);
        for (int round = 0; round < 300; round++) {
            Table table = Table.of(random);
            Shield shield = new Shield(THRESHOLD);
            table.places.forEach((place, cells) -> shield.add(table.figure(place)));
            shield.settle();
            List<double[]> shown = table.places.entrySet().stream()
                    .filter(entry -> !shield.holds(table.figure(entry.getKey()))).map(Map.Entry::getValue).toList();
            List<double[]> span = eliminated(shown);
            for (int set = 1; set < 1 << table.households.length; set++) {
                double[] sum = new double[table.households.length];
                int households = 0;
                for (int cell = 0; cell < sum.length; cell++) {
                    sum[cell] = set >> cell & 1;
                    households += sum[cell] * table.households[cell];
                }
                if (households > 0 && households < THRESHOLD) {
                    assertThat(follows(sum, span)).as("round %d, %s", round, Arrays.toString(sum)).isFalse();
                }
            }
        }
    }

    /** Two townships of two villages each, with three groups in each township. */
    private record Table(int[] households, Map<Place, double[]> places) {

        private static final int GROUPS = 3;

        static Table of(Random random) {
            int[] households = IntStream.range(0, 9)
                    .map(cell -> random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 8 : 40)).toArray();
            Map<Place, double[]> places = new TreeMap<>();
            for (int cell = 0; cell < households.length; cell++) {
                String township = "54990110" + cell / GROUPS;
                String group = "" + cell % GROUPS;
                for (String area : List.of("", township)) {
                    mark(places, area, "", "", cell);
                    mark(places, area, "hh_attr", group, cell);
                }
            }
            return new Table(households, places);
        }

        private static void mark(Map<Place, double[]> places, String area, String by, String group, int cell) {
            places.computeIfAbsent(new Place(area, 2020, by, group), place -> new double[9])[cell] = 1;
        }

        Figure figure(Place place) {
            double[] cells = places.get(place);
            int sum = IntStream.range(0, cells.length).map(cell -> (int) cells[cell] * households[cell]).sum();
            return ShieldTest.figure(place.area(), place.by(), place.group(), sum);
        }
    }

    /** Rows of which each has a column of its own. */
    private static List<double[]> eliminated(List<double[]> rows) {
        List<double[]> span = new ArrayList<>();
        for (double[] row : rows) {
            double[] left = reduced(row, span);
            if (lead(left) >= 0) {
                span.add(left);
            }
        }
        return span;
    }

    private static double[] reduced(double[] row, List<double[]> span) {
        double[] left = row.clone();
        for (double[] other : span) {
            double factor = left[lead(other)] / other[lead(other)];
            for (int i = 0; i < left.length; i++) {
                left[i] -= factor * other[i];
            }
        }
        return left;
    }

    private static int lead(double[] row) {
        return IntStream.range(0, row.length).filter(i -> Math.abs(row[i]) > 1e-9).findFirst().orElse(-1);
    }

    private static boolean follows(double[] sum, List<double[]> span) {
        double[] left = reduced(sum, span);
        return IntStream.range(0, left.length).noneMatch(i -> Math.abs(left[i]) > 1e-9);
    }

    private static Figure figure(String indicator, String area, int households) {
        return new Figure(indicator, new Place(area, 2020, "", ""), OptionalDouble.of(1), "",
                new Base(households, 0, households, 0), Optional.empty(), List.of());
    }

    private static Figure figure(String area, String by, String group, int households) {
        return new Figure("compliance.exit.pass", new Place(area, 2020, by, group), OptionalDouble.of(1), "",
                new Base(households, 0, households, 0), Optional.empty(), List.of());
    }
}
