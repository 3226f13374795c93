package org.ruhu.tools.link.splink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                 "blocking_rules_to_generate_predictions": ["l.x = r.y", "l.x = r.x OR l.y = r.y"],
                 "comparisons": [{"output_column_name": "x", "comparison_levels": [
                   {"sql_condition": "x_l IS NULL OR x_r IS NULL", "is_null_level": true},
                   {"sql_condition": "cosine_similarity(x_l, x_r) > 0.5"},
                   {"sql_condition": "levenshtein(x_l, x_r) < 2", "tf_adjustment_column": "x"},
                   {"sql_condition": "ELSE"}]}]}""");
        SettingsProblem problem = catchThrowableOfType(() -> SplinkReader.read(file, List.of("id", "z")), SettingsProblem.class);
        assertThat(problem.mistakes()).extracting(Mistake::toString).containsExactly(
                "/link_type: is none of dedupe_only, link_only, link_and_dedupe",
                "/comparisons/0/comparison_levels/1/sql_condition: uses the function cosine_similarity, which has no measure"
                        + " here: cosine_similarity(x_l, x_r) > 0.5",
                "/comparisons/0/comparison_levels/2/sql_condition: adjusts for term frequency where the values need not be"
                        + " equal: levenshtein(x_l, x_r) < 2",
                "/blocking_rules_to_generate_predictions/0: a blocking rule can only compare the same part of both records:"
                        + " l.x = r.y",
                "/blocking_rules_to_generate_predictions/1: a blocking rule can only ask that parts of both records are"
                        + " equal, joined by AND: l.x = r.x OR l.y = r.y",
                "the input has no column 'x'; there are id, z");
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
