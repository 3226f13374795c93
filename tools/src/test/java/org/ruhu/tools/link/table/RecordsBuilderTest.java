package org.ruhu.tools.link.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.Settings.Thresholds;
import org.ruhu.tools.link.Settings.Training;

class RecordsBuilderTest {

    private static final Map<String, Derived> COLUMNS = Map.of(
            "given", new Derived(List.of("given_name"), " ", List.of("lower", "letters")),
            "full", new Derived(List.of("given_name", "surname"), " ", List.of("lower")));

    @Test
    void equalValuesShareACodeAndMissingOnesAreNought() {
        RecordsBuilder builder = new RecordsBuilder(settings("given", "full", "village"));
        assertThat(builder.sources()).containsExactlyInAnyOrder("given_name", "surname", "village");
        for (String[] row : new String[][] {
                {"a", "Zha-xi", "Duoji", " east "}, {"b", "zhaxi", null, "east"}, {"c", "", "duoji", ""}, {"d", "--", "", "west"}}) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("given_name", row[1]);
            values.put("surname", row[2]);
            values.put("village", row[3]);
            builder.add(row[0], builder.sources().stream().map(values::get).toArray(String[]::new));
        }
        Records records = builder.records();

        assertThat(texts(records, "given")).containsExactly("zhaxi", "zhaxi", "", "");
        assertThat(records.column("given").codes()).containsExactly(1, 1, 0, 0);
        assertThat(texts(records, "full")).containsExactly("zha-xi duoji", "zhaxi", "duoji", "--");
        assertThat(records.column("village").codes()).containsExactly(1, 1, 0, 2);
        assertThat(IntStream.range(0, 4).mapToObj(records::id)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void rowsOfTheSecondInputFollowAndMayHaveTheSameIds() {
        RecordsBuilder builder = new RecordsBuilder(settings("village"));
        builder.add("1", "east");
        builder.add("2", "west");
        builder.second();
        builder.add("2", "west");
        Records records = builder.records();

        assertThat(records.first()).isEqualTo(2);
        assertThat(records.size()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).mapToObj(records::second)).containsExactly(false, false, true);
        assertThat(records.id(2)).isEqualTo("2");
    }

    @Test
    void twoRecordsOfOneInputWithTheSameIdAreRefused() {
        RecordsBuilder builder = new RecordsBuilder(settings("village"));
        builder.add("1", "east");
        builder.second();
        builder.add("1", "east");
        assertThatThrownBy(() -> builder.add("1", "west")).hasMessage("record 2 has the same id as an earlier one");
        assertThatThrownBy(() -> builder.add("", "west")).hasMessage("record 2 has no id");
    }

    @Test
    void idsAreKeptWhateverTheirScriptAndNumber() {
        RecordsBuilder builder = new RecordsBuilder(settings("village"));
        List<String> ids = new ArrayList<>(List.of("a b", "扎西", "\uD83C\uDFD4", "\"#1\"", "x".repeat(5000), "0"));
        IntStream.range(0, 3000).forEach(i -> ids.add("549901/" + i));
        ids.forEach(id -> builder.add(id, "east"));
        ids.forEach(id -> assertThatThrownBy(() -> builder.add(id, "east")).hasMessageEndingWith("as an earlier one"));
        Records records = builder.records();
        assertThat(IntStream.range(0, records.size()).mapToObj(records::id)).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "a-1/2 | true", "1.5 | true", "扎西 | true", "a b | false", "a,b | false", "#a | false", "~a\"b~ | false", "扎 西 | false"})
    void idsArePlainIfNoneHasASignOfCsv(String id, boolean plain) {
        RecordsBuilder builder = new RecordsBuilder(settings("village"));
        builder.add("1", "east");
        builder.add(id, "east");
        assertThat(builder.records().ids().plain()).isEqualTo(plain);
    }

    @Test
    void aColumnThatIsOnlyWantedIsThereTrimmed() {
        RecordsBuilder builder = new RecordsBuilder(settings("village"), List.of("person"));
        builder.add("1", "east", " p7 ");
        assertThat(texts(builder.records(), "person")).containsExactly("p7");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        RecordsBuilder builder = new RecordsBuilder(settings("village"));
        assertThatThrownBy(() -> builder.add("1")).hasMessage("a row has 0 values, not 1");
    }

    /** Numbers that differ in a few digits are what String.hashCode does worst with. */
    @Test
    void idNumbersOfOneCountyAreToldApart() {
        Dictionary dictionary = new Dictionary();
        Set<String> numbers = new HashSet<>();
        for (int day = 0; day < 30_000; day++) {
            numbers.add("549901%08d00%d%s".formatted(19_000_000 + day, day % 10, day % 11 == 10 ? "X" : day % 11));
        }
        assertThat(numbers.stream().map(dictionary::code).distinct()).hasSize(numbers.size());
        assertThat(numbers).allMatch(number -> dictionary.text(dictionary.code(number)).equals(number));
        assertThat(dictionary.find("549901190001010011")).isZero();
    }

    @Test
    void aTextMayBeOfAnyLengthAndScript() {
        Dictionary dictionary = new Dictionary();
        for (String text : List.of("a", "扎西", "བཀྲ་ཤིས", "x".repeat(100_000), "x".repeat(99_999), "\uD800", "\u0000", "\u0000\u0000")) {
            int code = dictionary.code(text);
            assertThat(dictionary.code(text)).isEqualTo(code);
            assertThat(dictionary.values().text(code)).isEqualTo(text);
        }
        assertThat(dictionary.size()).isEqualTo(9);
    }

    private static List<String> texts(Records records, String column) {
        return IntStream.range(0, records.size()).mapToObj(records.column(column)::text).toList();
    }

    private static Settings settings(String... columns) {
        List<Rule.Key> keys = List.of(columns).stream().map(name -> new Rule.Key(name, List.of(), false)).toList();
        return new Settings(Optional.empty(), Scope.WITHIN, false, COLUMNS, List.of(new Rule("all", keys, Rule.MOST)),
                List.of(), Training.USUAL, Thresholds.CHOSEN, List.of(), 20);
    }
}
