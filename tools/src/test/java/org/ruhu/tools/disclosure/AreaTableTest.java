package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.disclosure.AreaTable.Figure;
import org.ruhu.tools.disclosure.AreaTable.Place;

/** Figures by area at several levels: what is small cannot be had by subtraction from any level. */
class AreaTableTest {

    private static Figure figure(String area, String group, int households) {
        return new Figure(area, group, 3 * households, households);
    }

    @Test
    void aSmallTownTakesAnotherAlongSinceTheCountyWouldTell() {
        AreaTable.Protection protection = AreaTable.protect(List.of(figure("540300", "", 90),
                figure("540300101", "", 27), figure("540300102", "", 3), figure("540300103", "", 60)), 10);
        assertThat(protection.withheld()).containsExactlyInAnyOrder(new Place("540300102", ""),
                new Place("540300101", ""));
        assertThat(protection.open()).isEmpty();
    }

    @Test
    void aCountyThatTellsOfAnotherIsWithheldWithItsTowns() {
        List<Figure> figures = List.of(figure("", "", 300), figure("540300", "", 4), figure("540301", "", 96),
                figure("540302", "", 200), figure("540301101", "", 40), figure("540301102", "", 56));
        AreaTable.Protection protection = AreaTable.protect(figures, 10);
        assertThat(protection.withheld()).contains(new Place("540300", ""), new Place("540301", ""))
                .doesNotContain(new Place("", ""));
        assertThat(protection.withheld()).containsAnyOf(new Place("540301101", ""), new Place("540301102", ""));
        assertThat(protection.open()).isEmpty();
    }

    @Test
    void householdsOfNoTownAreHiddenToo() {
        AreaTable.Protection protection = AreaTable.protect(List.of(figure("540300", "", 104),
                figure("540300101", "", 40), figure("540300102", "", 60)), 10);
        assertThat(protection.withheld()).hasSize(1);
        assertThat(AreaTable.protect(List.of(figure("540300", "", 100), figure("540300101", "", 40),
                figure("540300102", "", 60)), 10).withheld()).isEmpty();
    }

    @Test
    void aTotalThatIsWithheldElsewhereIsWithheldHere() {
        List<Figure> figures = List.of(figure("540300", "", 90), figure("540300101", "", 40),
                figure("540300102", "", 20), figure("540300103", "", 30));
        assertThat(AreaTable.protect(figures, 10, Set.of(new Place("540300103", ""))).withheld()).hasSize(2)
                .contains(new Place("540300103", ""));
    }

    @Test
    void partsLargerThanTheirWholeAreAMistake() {
        assertThatThrownBy(() -> AreaTable.protect(List.of(figure("54", "", 10), figure("5403", "", 11)), 10))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("54 ");
        assertThatThrownBy(() -> AreaTable.protect(List.of(figure("54", "", 10), figure("54", "", 10)), 10))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("twice");
    }

    /** Provinces, counties and towns by three groups; an outsider solves for every small figure. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noSmallFigureOfALevelOrGroupCanBeWorkedOut(int seed) {
        Random random = new Random(seed);
        List<Figure> figures = new ArrayList<>();
        int[] everything = new int[4];
        for (int county = 0; county < 3; county++) {
            int[] sums = new int[4];
            for (int town = 0; town < 4; town++) {
                add(figures, "54030" + county + "10" + town, random, sums);
            }
            whole(figures, "54030" + county, sums);
            for (int i = 0; i < 4; i++) {
                everything[i] += sums[i];
            }
        }
        whole(figures, "", everything);
        AreaTable.Protection protection = AreaTable.protect(figures, 10);
        assertThat(protection.open()).isEmpty();
        assertThat(protection.withheld()).hasSizeLessThan(figures.size() / 2 + 10);
        figures.stream().filter(one -> one.households() > 0 && one.households() < 10)
                .forEach(one -> assertThat(protection.withheld()).contains(one.place()));
        noLineHasOneGap(figures, protection.withheld());
    }

    private static void add(List<Figure> figures, String area, Random random, int[] sums) {
        int[] its = new int[4];
        for (int group = 0; group < 3; group++) {
            its[group] = random.nextInt(5) == 0 ? random.nextInt(10) : 12 + random.nextInt(80);
            its[3] += its[group];
        }
        whole(figures, area, its);
        for (int i = 0; i < 4; i++) {
            sums[i] += its[i];
        }
    }

    private static void whole(List<Figure> figures, String area, int[] its) {
        for (int group = 0; group < 4; group++) {
            figures.add(new Figure(area, group == 3 ? "" : String.valueOf(group), its[group], its[group]));
        }
    }

    private static void noLineHasOneGap(List<Figure> figures, Set<Place> withheld) {
        List<Figure> open = figures.stream().filter(one -> one.count() > 0).toList();
        for (Figure one : figures) {
            long groups = open.stream().filter(other -> other.area().equals(one.area())
                    && withheld.contains(other.place())).count();
            long areas = open.stream().filter(other -> other.group().equals(one.group())
                    && (other.place().equals(one.place()) || child(one.area(), other.area()))
                    && withheld.contains(other.place())).count();
            assertThat(groups).as(one.area()).isNotEqualTo(1);
            assertThat(areas).as(one.area() + " " + one.group()).isNotEqualTo(
                    figures.stream().anyMatch(other -> child(one.area(), other.area())) ? 1 : -1);
        }
    }

    private static boolean child(String area, String other) {
        return other.startsWith(area) && (area.isEmpty() ? other.length() == 6 : area.length() == 6
                && other.length() == 9);
    }
}
