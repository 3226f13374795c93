package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.CannotRun;

/** What stays hidden, judged by trying every table of whole numbers that fits what is published. */
class WithheldTest {

    private static final String TWO = "{'population': 'test', 'seed': 1, 'tables': {'t': {'threshold': 3, 'by':"
            + " [{'from': 'a'}, {'from': 'b'}]}}}";
    private static final String THREE = TWO.replace("{'from': 'b'}", "{'from': 'b'}, {'from': 'c'}");

    @Test
    void aSmallCellTakesACheapRectangleAlong() throws IOException {
        Cells cells = table(new int[][] {{20, 50, 10}, {8, 19, 22}, {17, 32, 12}}, "10");
        Withheld.Pattern pattern = Withheld.of(Amounts.of(cells));
        assertThat(words(cells, cells.risky())).containsExactly("b p");
        assertThat(words(cells, pattern.cells())).hasSize(4).contains("b p");
        assertThat(pattern.open()).isEmpty();
        Audit.Bounds bounds = pattern.bounds().get(0);
        assertThat(bounds.exact()).isTrue();
        assertThat(bounds.width()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void emptyCellsHideNothingSinceTheyCanBeKnown() throws IOException {
        Cells cells = table(new int[][] {{2, 0, 30}, {0, 25, 40}, {20, 30, 50}}, "3");
        assertThat(words(cells, Withheld.of(Amounts.of(cells)).cells())).hasSize(4).contains("a p")
                .doesNotContain("a q", "b p");
    }

    /** The one of {@code a p} knows its 500, and would know the 700 of {@code a q} if nothing else were withheld. */
    @Test
    void oneHouseholdCannotWorkOutAnother() throws IOException {
        List<String> rows = new ArrayList<>(List.of("0 a p 500", "1 a q 700"));
        for (String place : List.of("a r", "b p", "b q", "b r", "c p", "c q", "c r")) {
            for (int n = 0; n < 12; n++) {
                rows.add(rows.size() + " " + place + " " + (90 + n));
            }
        }
        Cells cells = Invented.tally(Invented.tables(TWO.replace("'threshold'", "'sum': 'v', 'threshold'")), rows)
                .cells().get(0);
        Withheld.Pattern pattern = Withheld.of(Amounts.of(cells));
        assertThat(words(cells, cells.risky())).containsExactly("a p", "a q");
        assertThat(pattern.open()).isEmpty();
        assertThat(words(cells, pattern.cells())).containsAnyOf("a r", "a _T");
        boolean[] rectangle = cells.risky().clone();
        rectangle[cells.cube().cell(1, 0)] = true;
        rectangle[cells.cube().cell(1, 1)] = true;
        assertThat(new Audit(Amounts.of(cells), rectangle).of(cells.cube().cell(0, 1)).width()).isZero();
    }

    /**
     * Two households have nearly all of {@code a p} and {@code a q}: whoever knows one of them and what the row lacks
     * knows the other, though each cell by itself may be anything.
     */
    @Test
    void whatIsWithheldOfARowIsNotDominatedTogether() throws IOException {
        List<String> rows = new ArrayList<>(List.of("0 a p 5000", "1 a q 5000"));
        for (String place : List.of("a p", "a q", "a r", "a s", "b p", "b q", "b r", "b s", "c p", "c q", "c r",
                "c s")) {
            for (int n = 0; n < 12; n++) {
                rows.add(rows.size() + " " + place + " " + (place.matches("a [pq]") ? 1 : 90 + n));
            }
        }
        Cells cells = Invented.tally(sums(10), rows).cells().get(0);
        Withheld.Pattern pattern = Withheld.of(Amounts.of(cells));
        assertThat(words(cells, cells.risky())).contains("a p", "a q");
        assertThat(pattern.bare()).isEmpty();
        int[] row = {cells.cube().cell(0, 0), cells.cube().cell(0, 1)};
        assertThat(cells.unions().unsafe(List.of(row[0], row[1]))).isTrue();
        for (Cube.Line line : cells.cube().lines()) {
            List<Integer> together = Unions.of(line, pattern.cells());
            assertThat(together.isEmpty() || !cells.unions().unsafe(together)).as(together.toString()).isTrue();
        }
        assertThat(words(cells, pattern.cells())).containsAnyOf("a r", "a s", "a _T");
    }

    /** A household in both cells counts once, with all it gave. */
    @Test
    void aHouseholdInTwoCellsIsOneOfThem() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            rows.add(n % 20 + " a " + "pq".charAt(n / 20) + " " + (n % 20 == 0 ? 40 : 2));
        }
        Cells cells = Invented.tally(sums(10), rows).cells().get(0);
        List<Integer> both = List.of(cells.cube().cell(0, 0), cells.cube().cell(0, 1));
        assertThat(cells.unions().unsafe(both)).isFalse();
        assertThat(Invented.tally(sums(21), rows).cells().get(0).unions().unsafe(both)).isTrue();
    }

    /** A sum of three fours is four people's; a sum of yes is a count, and is refused as a sum. */
    @Test
    void householdsWithNothingToAddDoNotHideThoseWithSomething() throws IOException {
        TablePlan.Several sums = Invented.tables(TWO.replace("'threshold': 3", "'sum': 'v', 'threshold': 10"));
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            rows.add(n + " " + "ab".charAt(n % 2) + " " + "pq".charAt(n / 2 % 2) + " "
                    + (n % 4 == 0 && n > 12 ? 0 : 4));
        }
        Cells cells = Invented.tally(sums, rows).cells().get(0);
        assertThat(words(cells, cells.risky())).containsExactly("a p");
        List<String> yes = rows.stream().map(row -> row.replaceFirst("4$", "1")).toList();
        assertThatThrownBy(() -> Invented.tally(sums, yes).cells()).isInstanceOf(CannotRun.class)
                .hasMessageContaining("make it a breakdown");
    }

    @Test
    void boundsOfAHandWorkedRectangleAreExact() throws IOException {
        Cells cells = table(new int[][] {{2, 8}, {9, 4}}, "3");
        boolean[] withheld = new boolean[cells.values().length];
        for (int cell : new int[] {cells.cube().cell(0, 0), cells.cube().cell(0, 1), cells.cube().cell(1, 0),
            cells.cube().cell(1, 1)}) {
            withheld[cell] = true;
        }
        Audit.Bounds bounds = new Audit(Amounts.of(cells), withheld).of(cells.cube().cell(0, 0));
        assertThat(bounds.least()).isEqualTo(0, within(1e-9));
        assertThat(bounds.most()).isEqualTo(10, within(1e-9));
    }

    @Test
    void ofATableThatIsTooSmallAsAWholeNothingIsPublished() throws IOException {
        Cells cells = table(new int[][] {{1}}, "3");
        assertThat(words(cells, Withheld.of(Amounts.of(cells)).cells()))
                .containsExactly("a p", "a _T", "_T p", "_T _T");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nobodyCanWorkOutASmallCellOfATable(int seed) throws IOException {
        Random random = new Random(seed);
        int[][] counts = new int[3][3];
        for (int[] row : counts) {
            Arrays.setAll(row, i -> random.nextInt(3) == 0 ? random.nextInt(3) : 3 + random.nextInt(5));
        }
        judge(table(counts, "3"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void norOfOneInThreeDimensions(int seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int cell = 0; cell < 12; cell++) {
            int people = random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 3 + random.nextInt(5);
            for (int n = 0; n < people; n++) {
                rows.add(rows.size() + " " + "ab".charAt(cell / 6) + " " + "xy".charAt(cell / 3 % 2) + " "
                        + "pqr".charAt(cell % 3));
            }
        }
        judge(Invented.tally(Invented.tables(THREE), rows).cells().get(0));
    }

    /** Goes through all tables that an outsider must hold possible. */
    private static void judge(Cells cells) {
        Withheld.Pattern pattern = Withheld.of(Amounts.of(cells));
        double[] least = new double[cells.values().length];
        double[] most = new double[least.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        int[] inner = IntStream.range(0, least.length).filter(cell -> inner(cells, cell)).toArray();
        double[] tried = new double[least.length];
        possible(cells, pattern.cells(), inner, 0, tried, least, most);
        List<Integer> open = pattern.open().stream().map(Audit.Bounds::cell).toList();
        for (Audit.Bounds bounds : pattern.bounds()) {
            double width = most[bounds.cell()] - least[bounds.cell()];
            assertThat(bounds.least()).isLessThanOrEqualTo(least[bounds.cell()] + 1e-6);
            assertThat(bounds.most()).isGreaterThanOrEqualTo(most[bounds.cell()] - 1e-6);
            if (!open.contains(bounds.cell())) {
                assertThat(width).as(cells.words(bounds.cell()).toString()).isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static boolean inner(Cells cells, int cell) {
        int[] at = cells.cube().at(cell);
        return IntStream.range(0, at.length).noneMatch(i -> cells.cube().total(i, at[i]));
    }

    private static void possible(Cells cells, boolean[] withheld, int[] inner, int next, double[] tried, double[] least,
                                 double[] most) {
        if (next == inner.length) {
            take(cells, withheld, tried, least, most);
            return;
        }
        int cell = inner[next];
        boolean known = !withheld[cell] || cells.households()[cell] == 0;
        double from = known ? cells.values()[cell] : 0;
        double to = known ? cells.values()[cell] : 12;
        for (double value = from; value <= to; value++) {
            tried[cell] = value;
            if (!tooMuch(cells, withheld, inner, next, tried)) {
                possible(cells, withheld, inner, next + 1, tried, least, most);
            }
        }
    }

    /** Whether some published row is beyond its total already. */
    private static boolean tooMuch(Cells cells, boolean[] withheld, int[] inner, int next, double[] tried) {
        for (Cube.Line line : cells.cube().lines()) {
            double sum = 0;
            boolean ours = true;
            boolean whole = true;
            for (int cell : line.inner()) {
                int place = Arrays.binarySearch(inner, cell);
                ours &= place >= 0;
                whole &= place <= next;
                sum += place >= 0 && place <= next ? tried[cell] : 0;
            }
            double total = cells.values()[line.total()];
            if (ours && !withheld[line.total()] && (sum > total || whole && sum != total)) {
                return true;
            }
        }
        return false;
    }

    private static void take(Cells cells, boolean[] withheld, double[] tried, double[] least, double[] most) {
        double[] full = tried.clone();
        List<Cube.Line> lines = new ArrayList<>(cells.cube().lines());
        lines.sort((a, b) -> Long.compare(totals(cells, a.total()), totals(cells, b.total())));
        for (Cube.Line line : lines) {
            double sum = 0;
            for (int cell : line.inner()) {
                sum += full[cell];
            }
            full[line.total()] = sum;
            if (!withheld[line.total()] && sum != cells.values()[line.total()]) {
                return;
            }
        }
        for (int cell = 0; cell < full.length; cell++) {
            least[cell] = Math.min(least[cell], full[cell]);
            most[cell] = Math.max(most[cell], full[cell]);
        }
    }

    private static long totals(Cells cells, int cell) {
        int[] at = cells.cube().at(cell);
        return IntStream.range(0, at.length).filter(i -> cells.cube().total(i, at[i])).count();
    }

    private static TablePlan.Several sums(int threshold) throws IOException {
        return Invented.tables(TWO.replace("'threshold': 3", "'sum': 'v', 'threshold': " + threshold));
    }

    private static Cells table(int[][] counts, String threshold) throws IOException {
        return Invented.tally(Invented.tables(TWO.replace("'threshold': 3", "'threshold': " + threshold)),
                Invented.rows(counts)).cells().get(0);
    }

    private static List<String> words(Cells cells, boolean[] which) {
        return IntStream.range(0, which.length).filter(cell -> which[cell])
                .mapToObj(cell -> String.join(" ", cells.words(cell))).toList();
    }
}
