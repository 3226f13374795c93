package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.settings.ModelWriter;
import org.ruhu.tools.link.settings.SettingsReader;

/** Likely doubles as a model finds them, which knows names and birthdays too. */
class ModelledTest extends LinkKit {

    private static final String SETTINGS = """
            {"settings": "ruhu-linkage/1", "blocking": ["id_no", "name_zh + sex"], "comparisons": [
              {"name": "name", "column": "name_zh", "levels": ["exact"]},
              {"name": "birth", "column": "birth_date", "levels": ["exact"]},
              {"name": "number", "column": "id_no", "levels": ["exact"]}]}""";
    /** Bits for the levels "exact" and "otherwise". */
    private static final List<List<Chance>> CHANCES = List.of(chances(0.9, 0.01), chances(0.95, 0.001),
            chances(0.95, 0.00001));

    private boolean modelled = true;

    private static List<Chance> chances(double m, double u) {
        return List.of(new Chance(m, u, "assumed", "assumed"), new Chance(1 - m, 1 - u, "assumed", "assumed"));
    }

    @Override
    protected Map<String, String> changedSettings() {
        return modelled ? Map.of("linkage_sample_percent", "0", "linkage_model", model(data).toString())
                : Map.of("linkage_sample_percent", "0");
    }

    private static Path model(Path folder) {
        try {
            Model model = new Model(SettingsReader.read(SettingsReader.json(SETTINGS)), 0.001, CHANCES, Map.of(),
                    new Model.Cuts(10, 0, 5), List.of());
            return Files.write(folder.resolve("model.json"), Json.bytes(ModelWriter.write(model)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneNumberNameAndBirthdayAreLinked() {
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(state()).isEqualTo("linked");
        JsonNode whole = get(Person.COUNTY, at(pair())).ok();
        assertThat(whole.at("/waterfall/steps")).hasSize(3);
        double sum = whole.at("/waterfall/prior").doubleValue();
        for (JsonNode step : whole.at("/waterfall/steps")) {
            sum += step.get("weight").doubleValue() + step.get("frequency").doubleValue();
        }
        assertThat(whole.at("/waterfall/weight").doubleValue()).isEqualTo(sum);
        assertThat(whole.get("fields").findParents("level")).extracting(field -> field.get("field").textValue())
                .containsExactlyInAnyOrder("name_zh", "birth_date", "id_no");
    }

    @Test
    void twoValidNumbersOfOneNameAreOnePersonOnlyForThePolice() {
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", OTHER_ID_NUMBER));
        JsonNode pair = pair();
        assertThat(pair.get("veto").booleanValue()).isTrue();
        assertThat(get(Person.ZHUOMA, at(pair)).ok().at("/ask/0/evidence").textValue()).isEqualTo("police-proof");
        judge(Person.ZHUOMA, pair, 1, "same").refused(409, "two-id-numbers");
        put(Person.ZHUOMA, at(pair) + "/judgements/1", says("same", "id-card", "police-proof")).ok(201);
        judge(Person.COUNTY, pair, 2, "same").refused(409, "two-id-numbers");
        put(Person.COUNTY, at(pair) + "/judgements/2", says("same", "police-proof")).ok(201);
        assertThat(state()).isEqualTo("same");
    }

    @Test
    void aCorrectionLooksAgainAndForgetsWhoWasThere() {
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        UUID second = stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(state()).isEqualTo("linked");
        revise(Person.ZHAXI, second, 2, alone(SECOND_UNIT, "多吉", OTHER_ID_NUMBER)).ok(201);
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        stored(Person.ZHAXI, alone(THIRD_UNIT, "多吉", OTHER_ID_NUMBER));
        JsonNode pair = pair();
        assertThat(List.of(pair.at("/left/submission").textValue(), pair.at("/right/submission").textValue()))
                .contains(second.toString());
        restart();
        assertThat(pair()).isEqualTo(pair);
    }

    /** Nobody's number is needed, and the index is built again from both. */
    @Test
    void theRegisterIsInTheLookUpAsInterviewsAre() {
        putUnits(RegisterTest.listed(SECOND_UNIT, "扎西", HEAD_ID_NUMBER), RegisterTest.listed(UNIT, "扎西",
                OTHER_ID_NUMBER));
        assertThat(state()).isEqualTo("waiting");
        restart();
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "?state=linked")).hasSize(1).allSatisfy(pair ->
                assertThat(pair.at("/right/unit").textValue()).isEqualTo(SECOND_UNIT));
        putUnits(unit(SECOND_UNIT, "team-1"));
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        stored(Person.ZHAXI, alone(THIRD_UNIT, "扎西", OTHER_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "?state=linked")).hasSize(1).allSatisfy(pair ->
                assertThat(pair.at("/right/record").textValue()).startsWith("unit:").contains(UNIT));
    }

    @Test
    void anotherModelLooksAtEverythingAgain() {
        modelled = false;
        restart();
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", OTHER_ID_NUMBER));
        stored(Person.ZHAXI, alone(THIRD_UNIT, "多吉", OTHER_ID_NUMBER));
        JsonNode before = pair();
        assertThat(before.get("model").textValue()).isEqualTo(EqualNumbers.MODEL);
        judge(Person.ZHUOMA, before, 1, "unsure").ok(201);
        modelled = true;
        restart();
        assertThat(pairs(Person.COUNTY, "")).hasSize(2)
                .allSatisfy(pair -> assertThat(pair.get("model").textValue()).startsWith("model "));
        assertThat(pairs(Person.COUNTY, "?state=judged")).extracting(pair -> pair.get("id"))
                .containsExactly(before.get("id"));
    }

    /** A digit of the number is another, and so are the characters of the name. */
    @Test
    void theModelThatComesWithRuhuFindsSlipsAndSpellings() {
        Likely likely = ModelFile.read(Path.of("census"));
        var one = ComparableTest.person(1, 1, Domain.STAT, "540302102201-0001", "扎西次仁",
                HEAD_ID_NUMBER);
        one.answers().put("sex", "1").put("birth_date", "1980-05-17");
        var two = ComparableTest.person(2, 1, Domain.STAT, "540302102201-0002", "札西泽仁",
                "549901198005170031");
        two.answers().put("sex", "1").put("birth_date", "1980-05-17");
        var other = ComparableTest.person(3, 1, Domain.ADMIN, "540302102201-0003", "扎西次仁",
                HEAD_ID_NUMBER);
        other.answers().put("sex", "1").put("birth_date", "1980-05-17");
        List.of(one, two, other).forEach(person -> likely.take(person.source(), List.of(person)));
        List<Likely.Candidate> found = likely.to(one);
        assertThat(found).extracting(candidate -> candidate.other()).containsExactly(two.id());
        assertThat(likely.between(one, two)).isPresent();
        assertThat(likely.between(one, other)).isEmpty();
        likely.take(two.source(), List.of());
        assertThat(likely.to(one)).isEmpty();
    }

    @Test
    void aFileThatIsNoModelStopsTheStartAndIsNamed() throws IOException {
        Path file = Files.writeString(data.resolve("settings.json"), SETTINGS);
        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(CannotRun.class)
                .hasMessageContaining("linkage_model").hasMessageContaining("settings.json");
        Path none = Files.writeString(data.resolve("none.json"), "{");
        assertThatThrownBy(() -> ModelFile.read(none)).isInstanceOf(CannotRun.class);
        assertThatThrownBy(() -> ModelFile.read(data.resolve("absent.json"))).isInstanceOf(CannotRun.class);
    }
}
