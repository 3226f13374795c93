package org.ruhu.tools.link.splink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.condition.ConditionPrinter;
import org.ruhu.tools.link.settings.Mistake;
import org.ruhu.tools.link.settings.SettingsProblem;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.settings.SettingsWriter;
import org.ruhu.tools.link.splink.SplinkReader.Imported;

/** The files library-N.json hold comparisons of the library of Splink 3.9.15, 4.0.17 and 5.0.0, as it wrote them. */
class SplinkReaderTest {

    @ParameterizedTest(name = "version {0}")
    @ValueSource(strings = {"3", "4", "5"})
    void theComparisonLibraryOfEveryVersionIsTakenOver(String version) throws IOException {
        JsonNode file = resource("library-" + version + ".json");
        assertThat(SplinkReader.recognises(file)).isTrue();
        Imported imported = SplinkReader.read(file);
        assertThat(imported.settings().comparisons()).hasSize(file.get("comparisons").size());
        assertThat(imported.settings().scope()).isEqualTo(Scope.BOTH);
        assertThat(imported.settings().id()).contains("rec_id");
        assertThat(imported.chances()).isEmpty();
        assertThat(SettingsReader.read(SettingsWriter.write(imported.settings())).comparisons())
                .isEqualTo(imported.settings().comparisons());
    }

    @Test
    void placesAreToldByTheFormulaTheyAreWrittenWith() throws IOException {
        Comparison place = SplinkReader.read(resource("library-5.json")).settings().comparisons().stream()
                .filter(comparison -> comparison.name().equals("lat_long")).findFirst().orElseThrow();
        assertThat(place.levels()).extracting(level -> ConditionPrinter.print(level.when()))
                .containsExactly("distance_km('lat long') <= 1", "distance_km('lat long') <= 10");
    }

    @Test
    void aTrainedModelBringsItsNumbers() throws IOException {
        Imported imported = SplinkReader.read(resource("febrl3-trained.json"));
        assertThat(imported.prior()).contains(0.0005602120424084817);
        assertThat(imported.chances().orElseThrow().get(5).get(0).m()).isEqualTo(0.8027098104230961);
        assertThat(imported.settings().comparisons().get(0).levels().get(0).frequency()).contains("given_name");
        assertThat(imported.settings().blocking().get(1).on()).containsExactly(
                new Rule.Key("given_name", List.of(), false), new Rule.Key("surname", List.of("first:3"), false));
    }

    @Test
    void allThatCannotBeTakenOverIsToldWithItsPlaceAndItsSql() throws IOException {
        JsonNode file = new JsonMapper().readTree("""
                {"link_type": "dedupe", "unique_id_column_name": "id",
                 "blocking_rules_to_generate_predictions": ["l.x = r.y", "NOT l.x = r.x"],
                 "comparisons": [{"output_column_name": "x", "comparison_levels": [
                   {"sql_condition": "x_l IS NULL OR x_r IS NULL", "is_null_level": true},
                   {"sql_condition": "cosine_similarity(x_l, x_r) > 0.5"},
                   {"sql_condition": "levenshtein(x_l, x_r) < 2", "tf_adjustment_column": "x"},
                   {"sql_condition": "ELSE"}]}]}""");
        SettingsProblem problem = catchThrowableOfType(() -> SplinkReader.read(file, List.of("id", "z")), SettingsProblem.class);
        assertThat(problem.mistakes()).extracting(Mistake::toString).containsExactly(
                "/link_type: is none of dedupe_only, link_only, link_and_dedupe",
                "/comparisons/0/comparison_levels/1/sql_condition: uses the function cosine_similarity, which has no measure"
                        + " here; compare the texts the vectors were made of, by words or bigrams: cosine_similarity(x_l, x_r) > 0.5",
                "/comparisons/0/comparison_levels/2/sql_condition: adjusts for term frequency where the values need not be"
                        + " equal; leave that to the level of equal values: levenshtein(x_l, x_r) < 2",
                "/blocking_rules_to_generate_predictions/0: a blocking rule can only compare the same part of both records;"
                        + " where values get exchanged, make a column of both with the cleaner words: l.x = r.y",
                "/blocking_rules_to_generate_predictions/1: a blocking rule can only ask that parts of both records are"
                        + " equal; leave the rest of it to the comparisons: NOT l.x = r.x",
                "the input has no column 'x'; there are id, z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '>', quoteCharacter = '#', value = {
        "l.a = r.a OR l.b = r.b                        > a; b",
        "l.c = r.c AND (l.a = r.a OR l.b = r.b)        > c + a; c + b",
        "l.a = r.a AND l.a IS NOT NULL                 > a",
        "l.a || left(l.b, 2) = r.a || left(r.b, 2) > a + b:first:2",
        "concat(l.a, l.b) = concat(r.a, r.b)           > a b joined",
        "substr(l.a, 13, 6) = substr(r.a, 13, 6)       > a:part:13-18",
        "unnest(l.a) = unnest(r.a)                     > a:each",
    })
    void aBlockingRuleBecomesOneOfOursOrSeveral(String sql, String expected) {
        List<Rule> rules = new SplinkRules(new Columns()).rules(sql, Set.of());
        assertThat(rules.stream().map(rule -> rule.on().stream().map(key -> key.column()
                + key.clean().stream().map(cleaner -> ":" + cleaner).collect(Collectors.joining())
                + (key.each() ? ":each" : "")).collect(Collectors.joining(" + "))).collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @Test
    void anArrayThatIsExplodedMakesABlockOfEachOfItsValues() {
        assertThat(new SplinkRules(new Columns()).rules("l.a = r.a", Set.of("a")).get(0).on())
                .containsExactly(new Rule.Key("a", List.of(), true));
    }

    @Test
    void aColumnOfIdsThatIsNotThereIsNamedOtherwise() throws IOException {
        JsonNode file = resource("febrl3-trained.json");
        List<String> input = List.of("number", "given_name", "surname", "date_of_birth", "postcode", "suburb", "state",
                "address_1", "soc_sec_id", "street_number");
        assertThat(catchThrowableOfType(() -> SplinkReader.read(file, input), SettingsProblem.class).mistakes())
                .anyMatch(mistake -> mistake.toString().contains("Say with --id COLUMN which one names the records"));
        assertThat(SplinkReader.read(file, Optional.of(input), Optional.of(Optional.of("number"))).settings().id())
                .contains("number");
        assertThat(SplinkReader.read(file, Optional.of(input), Optional.of(Optional.empty())).settings().id()).isEmpty();
    }

    @Test
    void settingsOfOursAreNotTakenForSplinks() throws IOException {
        assertThat(SplinkReader.recognises(new JsonMapper().readTree("{\"settings\": \"ruhu-linkage/1\"}"))).isFalse();
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = SplinkReaderTest.class.getResourceAsStream("/splink/" + name)) {
            return new JsonMapper().readTree(in);
        }
    }
}
