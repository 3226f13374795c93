package org.ruhu.tools.link.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.household.Households.Kind;
import org.ruhu.tools.link.household.Households.Pair;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.table.RecordsBuilder;

/** Villages of made-up households, in which everybody's number is known. */
class HouseholdsTest {

    private static final int VILLAGES = 40;

    private final Settings settings = SettingsReader.read(SettingsReader.json("""
            {"settings": "ruhu-linkage/1", "blocking": ["number"],
             "comparisons": [{"column": "number", "levels": ["exact"]}],
             "household": {"column": "household", "comparisons": [{"column": "address", "levels": ["exact"]}]}}"""));
    private final RecordsBuilder builder = new RecordsBuilder(settings);
    private final List<String> numbers = new ArrayList<>();

    @Test
    void aHouseholdThatMovedIsOneAndADaughterWhoMarriedMakesTwo() {
        for (int village = 0; village < VILLAGES; village++) {
            String v = "v" + village;
            household(v + " old", v + " 1", v + "a", v + "b", v + "c", v + "d");
            household(v + " new", v + " 9", v + "a", v + "b", v + "c", v + "d");
            household(v + " parents", v + " 2", v + "e", v + "f", v + "g", v + "h");
            household(v + " married", v + " 3", v + "h", v + "i", v + "j");
        }

        Map<String, Kind> kinds = kinds();

        assertThat(kinds).hasSize(2 * VILLAGES);
        assertThat(kinds.get("v0 old, v0 new")).isEqualTo(Kind.SAME);
        assertThat(kinds.get("v0 parents, v0 married")).isEqualTo(Kind.SHARES);
    }

    @Test
    void whoIsHeadDoesNotMatterButIsTold() {
        for (int village = 0; village < VILLAGES; village++) {
            String v = "v" + village;
            household(v + " before", v + " 1", v + "a", v + "b", v + "c", v + "d");
            household(v + " after", v + " 1", v + "b", v + "c", v + "d");
            household(v + " parents", v + " 2", v + "e", v + "f", v + "g");
            household(v + " married", v + " 3", v + "g", v + "h", v + "i");
        }

        Pair pair = found().pairs().get(0);

        assertThat(pair.kind()).isEqualTo(Kind.SAME);
        assertThat(pair.meeting()).isEqualTo(new Meeting(0, 1, 3, 3, 4, false));
        assertThat(pair.levels()).containsExactly("exact");
    }

    @Test
    void aHouseholdOfTheRegisterThatIsNowTwoIsSplit() {
        for (int village = 0; village < VILLAGES; village++) {
            String v = "v" + village;
            household(v + " was", v + " 1", v + "a", v + "b", v + "c", v + "d", v + "e", v + "f");
            household(v + " stayed", v + " 2", v + "g", v + "h", v + "i");
        }
        builder.second();
        for (int village = 0; village < VILLAGES; village++) {
            String v = "v" + village;
            household(v + " young", v + " 1", v + "a", v + "b", v + "x", v + "y", v + "z");
            household(v + " elder", v + " 5", v + "c", v + "d", v + "p", v + "q", v + "r");
            household(v + " now", v + " 2", v + "g", v + "h", v + "i");
        }

        Map<String, Kind> kinds = kinds();

        assertThat(kinds.get("v0 was, v0 young")).isEqualTo(Kind.SPLIT);
        assertThat(kinds.get("v0 was, v0 elder")).isEqualTo(Kind.SPLIT);
        assertThat(kinds.get("v0 stayed, v0 now")).isEqualTo(Kind.SAME);
    }

    private void household(String name, String address, String... members) {
        for (String number : members) {
            builder.add(name + " " + number, builder.sources().stream().map(source -> switch (source) {
                case "number" -> number;
                case "household" -> name;
                default -> address;
            }).toArray(String[]::new));
            numbers.add(number);
        }
    }

    /** Everybody with one number is linked. */
    private Households.Found found() {
        List<int[]> pairs = new ArrayList<>();
        for (int left = 0; left < numbers.size(); left++) {
            for (int right = left + 1; right < numbers.size(); right++) {
                if (numbers.get(left).equals(numbers.get(right))) {
                    pairs.add(new int[] {left, right});
                }
            }
        }
        float[] weights = new float[pairs.size()];
        return Households.of(settings.household().orElseThrow(), builder.records(), new Links(
                pairs.stream().mapToInt(pair -> pair[0]).toArray(), pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                weights));
    }

    private Map<String, Kind> kinds() {
        return found().pairs().stream().collect(Collectors.toMap(pair -> pair.left() + ", " + pair.right(), Pair::kind));
    }
}
