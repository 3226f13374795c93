package org.ruhu.tools.link.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.settings.SettingsReader;

/** What others of a household have is a clue to who somebody is. */
class CompanyTest {

    private static final Settings SETTINGS = SettingsReader.read(SettingsReader.json("""
            {"settings": "ruhu-linkage/1",
             "columns": {"id": {"from": "id_no", "clean": ["digits"]},
                         "kin": {"others": "id", "household": "house", "own": "parents"}},
             "blocking": ["kin:each"], "comparisons": [{"column": "name", "kind": "name"}]}"""));

    private final RecordsBuilder builder = new RecordsBuilder(SETTINGS);

    private void person(String house, String number, String parents) {
        List<String> columns = List.of("house", "id_no", "parents", "name");
        List<String> values = List.of(house, number, parents, "x");
        builder.add(String.valueOf(builder.rows()),
                builder.sources().stream().map(columns::indexOf).map(values::get).toArray(String[]::new));
    }

    /** Which numbers each has around it, by the words that stand for them. */
    private static int common(Records records, int left, int right) {
        Set<String> words = new HashSet<>(words(records, left));
        words.retainAll(words(records, right));
        return words.size();
    }

    private static List<String> words(Records records, int row) {
        return Stream.of(records.column("kin").text(row).split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void theOthersOfAHouseholdAreKnownByTheirValuesWhereverTheyStand() {
        person("a", "n-1", "");
        person("b", "2", "");
        person("a", "3", "");
        person("b", "1", "");
        person("a", "4", "");
        person("b", "3", "");
        person("b", "", "");
        Records records = builder.records();
        assertThat(IntStream.range(0, 7).map(row -> words(records, row).size())).containsExactly(2, 2, 2, 2, 2, 2, 3);
        assertThat(common(records, 0, 3)).as("1 in a and 1 in b: 3 is in both").isEqualTo(1);
        assertThat(common(records, 4, 1)).as("4 in a and 2 in b: 1 and 3 are in both").isEqualTo(2);
        assertThat(common(records, 0, 5)).as("1 in a and 3 in b are others").isZero();
    }

    @Test
    void whoIsAloneOrInNoHouseholdOrInALargeOneIsInNoCompany() {
        person("a", "1", "");
        person("", "2", "");
        person("", "3", "");
        IntStream.rangeClosed(0, Settings.Others.MOST).forEach(i -> person("barracks", String.valueOf(100 + i), ""));
        Records records = builder.records();
        assertThat(records.column("kin").codes()).containsOnly(Column.MISSING);
    }

    @Test
    void whomARecordNamesItselfBelongsToItsCompany() {
        person("home", "1", "");
        person("home", "2", "");
        person("home", "3", "");
        person("school", "9", "1 2");
        person("school", "8", "777 1");
        Records records = builder.records();
        assertThat(common(records, 2, 3)).as("a child and the pupil who has its parents").isEqualTo(2);
        assertThat(common(records, 2, 4)).isEqualTo(1);
        assertThat(words(records, 4)).hasSize(3);
    }

    @Test
    void householdsOfTwoInputsAreTwoThoughTheyAreCalledAlike() {
        person("a", "1", "");
        person("a", "2", "");
        builder.second();
        person("a", "2", "");
        person("a", "3", "");
        Records records = builder.records();
        assertThat(words(records, 0)).hasSize(1);
        assertThat(common(records, 0, 3)).as("both are with 2").isEqualTo(1);
        assertThat(common(records, 0, 2)).as("one is with 2, the other with 3").isZero();
    }
}
