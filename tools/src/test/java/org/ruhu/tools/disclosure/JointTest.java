package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.page.Words;

/** Tables with unlike columns that together tell what each withholds. */
class JointTest {

    private static Figures figures(String table, Object... aboutAndValue) {
        List<Figures.Figure> all = new ArrayList<>();
        for (int i = 0; i < aboutAndValue.length; i += 2) {
            Map<String, Condition> about = new TreeMap<>();
            for (String one : ((String) aboutAndValue[i]).split(" ")) {
                if (one.contains("=")) {
                    about.put(one.split("=")[0], new Condition.OneOf(Set.of(one.split("=")[1]), false));
                }
            }
            int value = Math.abs((Integer) aboutAndValue[i + 1]);
            all.add(new Figures.Figure(about, (Integer) aboutAndValue[i + 1] < 0 ? Optional.empty()
                    : Optional.of((double) value), value));
        }
        return new Figures(table, "t", "people", false, 10, all);
    }

    private static final Figures OLD = figures("a-b", "", 120, "a=1", 54, "a=2", 66, "b=1", 50, "b=2", 50, "b=3", 20,
            "a=1 b=1", -4, "a=1 b=2", -40, "a=1 b=3", 10, "a=2 b=1", -46, "a=2 b=2", -10, "a=2 b=3", 10);

    private static final Figures NEW = figures("a-c", "", 120, "a=1", 54, "a=2", 66, "c=1", 70, "c=2", 50,
            "a=1 c=1", 14, "a=1 c=2", 40, "a=2 c=1", 56, "a=2 c=2", 10);

    /** Everybody of b = 1 and b = 3 is of c = 1 and nobody else, so a by c less a by b tells what is withheld. */
    @Test
    void aColumnThatIsAnotherInDisguiseOpensWhatWasWithheld() {
        Figures same = figures("b-c", "", 120, "b=1", 50, "b=2", 50, "b=3", 20, "c=1", 70, "c=2", 50,
                "b=1 c=1", 50, "b=1 c=2", 0, "b=2 c=1", 0, "b=2 c=2", 50, "b=3 c=1", 20, "b=3 c=2", 0);
        assertThat(Joint.of(same, List.of(OLD))).isEqualTo(Joint.Found.NOTHING);
        assertThat(Joint.of(NEW, List.of(OLD))).isEqualTo(Joint.Found.NOTHING);
        assertThat(Joint.of(NEW, List.of(OLD, same)).told()).extracting(Words::en).singleElement().asString()
                .contains("what is withheld of a 1, b 1 can be told too closely");
        assertThat(Differences.of(NEW, OLD)).isEmpty();
        assertThat(Differences.of(NEW, same)).isEmpty();
        assertThat(Combined.told(NEW, List.of(OLD, same))).isEmpty();
        assertThat(Joint.of(NEW, List.of(OLD, same, NEW)).told()).as("told already").isEmpty();
    }

    @Test
    void columnsThatHaveNothingToDoWithEachOtherTellNothing() {
        Figures other = figures("b-d", "", 120, "b=1", 50, "b=2", 50, "b=3", 20, "d=1", 60, "d=2", 60,
                "b=1 d=1", 25, "b=1 d=2", 25, "b=2 d=1", 25, "b=2 d=2", 25, "b=3 d=1", 10, "b=3 d=2", 10);
        assertThat(Joint.of(other, List.of(OLD))).isEqualTo(Joint.Found.NOTHING);
    }

    @Test
    void whatIsTooMuchIsSaid() {
        List<Object> many = new ArrayList<>(List.of("", 1000));
        IntStream.range(0, 300).forEach(i -> many.addAll(List.of("a=" + i, 20)));
        List<Object> others = new ArrayList<>(List.of("", 1000));
        IntStream.range(0, 300).forEach(i -> others.addAll(List.of("b=" + i, 20)));
        assertThat(Joint.of(figures("now", others.toArray()), List.of(figures("old", many.toArray()))).unseen())
                .isPresent();
    }

    /** Whatever is found must hold for all tables that an outsider may think of. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void widthsAreThoseOfAllNumbersThatFit(int seed) {
        Random random = new Random(seed);
        int[] truth = IntStream.range(0, 5).map(i -> random.nextInt(5)).toArray();
        Equations equations = new Equations(5, true);
        List<int[]> sums = new ArrayList<>(List.of(new int[] {0, 1, 2, 3, 4}));
        for (int i = 0; i < 2; i++) {
            sums.add(IntStream.range(0, 5).filter(at -> random.nextBoolean()).toArray());
        }
        sums.forEach(terms -> equations.add(terms, IntStream.of(terms).map(at -> truth[at]).sum(), false));
        equations.settle();
        int least = Integer.MAX_VALUE;
        int most = -1;
        int total = IntStream.of(truth).sum();
        for (long tried = 0; tried < Math.pow(total + 1, 5); tried++) {
            int[] of = new int[5];
            long left = tried;
            for (int i = 0; i < 5; i++) {
                of[i] = (int) (left % (total + 1));
                left /= total + 1;
            }
            if (sums.stream().allMatch(terms -> IntStream.of(terms).map(at -> of[at]).sum()
                    == IntStream.of(terms).map(at -> truth[at]).sum())) {
                least = Math.min(least, of[0] + of[1]);
                most = Math.max(most, of[0] + of[1]);
            }
        }
        assertThat(equations.width(new int[] {0, 1})).isGreaterThanOrEqualTo(most - least - 1e-6)
                .isLessThan(most - least + 1);
    }
}
