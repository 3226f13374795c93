package org.ruhu.tools.link.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Settings;

class ModelReaderTest {

    private static final Settings SETTINGS = SettingsReader.read(SettingsReader.json("""
            {"settings": "ruhu-linkage/1", "blocking": ["given", "year"],
             "comparisons": [
               {"name": "given name", "column": "given", "levels": ["exact", "jaro_winkler >= 0.9"], "frequency": true},
               {"name": "year", "column": "year", "levels": ["exact"]}]}
            """));
    private static final Model MODEL = new Model(SETTINGS, .001, List.of(
            List.of(chance(.8, .02), chance(.15, .08), chance(.05, .9)), List.of(chance(.9, .1), chance(.1, .9))),
            Map.of("given", new Frequencies(Map.of("扎西", .1, "卓玛", .05, "多吉", .02), .001, .03)),
            new Cuts(9.5, -2.25, 3.125), List.of(Note.written("a note"), Note.of("few-matches", "year", "3.2")));

    private static Chance chance(double m, double u) {
        return new Chance(m, u, "learned", "random pairs");
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLetter() {
        String written = ModelWriter.write(MODEL).toPrettyString();
        Model read = ModelReader.read(SettingsReader.json(written));
        assertThat(read).isEqualTo(MODEL);
        assertThat(ModelWriter.write(read).toPrettyString()).isEqualTo(written);
        assertThat(written).contains("\"weight\" : 5.32")
                .contains("rule year taught nothing: only 3.2 matches are expected among its pairs");
    }

    @Test
    void aNoteNobodyKnowsIsReadAsItsText() {
        String written = ModelWriter.write(MODEL).toString().replace("few-matches", "of-later");
        assertThat(ModelReader.read(SettingsReader.json(written)).notes()).last().extracting(note -> note.in("zh"))
                .isEqualTo("rule year taught nothing: only 3.2 matches are expected among its pairs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /model                       | "ruhu-linkage/9" | /model
            /prior                       | 0                | /prior
            /prior                       | "low"            | /prior
            /comparisons/0/name          | "surname"        | /comparisons/0/name
            /comparisons/1/levels        | []               | /comparisons/1/levels
            /comparisons/1/levels/0/m    | 0.5              | /comparisons/1/levels
            /comparisons/1/levels/0/u    | 1.5              | /comparisons/1/levels/0/u
            /comparisons/1/levels/0/typo | 1                | /comparisons/1/levels/0/typo
            /comparisons                 | []               | /comparisons
            /frequencies                 | {}               | /frequencies
            /frequencies/given/rest      | -1               | /frequencies/given/rest
            /cuts/automatic              | -3               | /cuts
            /cuts/match                  | null             | /cuts/match
            /settings/oneToOne           | 7                | /settings/oneToOne
            /spare                       | 1                | /spare
            """)
    void aMistakeIsToldWithItsPlace(String change, String value, String told) {
        JsonNode node = ModelWriter.write(MODEL);
        int cut = change.lastIndexOf('/');
        ((ObjectNode) node.at(change.substring(0, cut))).set(change.substring(cut + 1), SettingsReader.json(value));
        assertThatThrownBy(() -> ModelReader.read(node)).isInstanceOfSatisfying(SettingsProblem.class, problem ->
                assertThat(problem.mistakes().stream().map(Mistake::pointer).collect(Collectors.joining(" ")))
                        .isEqualTo(told));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        ObjectNode node = ModelWriter.write(MODEL);
        node.put("prior", 2);
        node.remove("cuts");
        assertThatThrownBy(() -> ModelReader.read(node)).isInstanceOfSatisfying(SettingsProblem.class, problem ->
                assertThat(problem.mistakes()).hasSize(2));
    }

    @Test
    void settingsAreNotAModel() {
        assertThat(ModelReader.isModel(SettingsWriter.write(SETTINGS))).isFalse();
        assertThatThrownBy(() -> ModelReader.read(SettingsReader.json("[]"))).isInstanceOf(SettingsProblem.class);
        assertThatThrownBy(() -> ModelReader.read(SettingsReader.json("{}"))).hasMessageContaining("needs \"settings\"");
    }
}
