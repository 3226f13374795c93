package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;

/** A wrong form for every kind of flaw. */
class LintTest {

    @TempDir
    Path folder;

    private final Garden garden = new Garden();

    static Stream<FormId> bundled() {
        return Catalogue.bundled().forms().stream().map(form -> form.id());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aBundledFormHasNoFlaw(FormId id) {
        assertThat(Lint.flaws(FormFiles.bundled(id))).filteredOn(Flaw::error).isEmpty();
    }

    @Test
    void theGardenHasNone() {
        assertThat(flaws()).filteredOn(Flaw::error).isEmpty();
    }

    /** What is spoiled: file, pointer, value; what is found: code, file, place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "form | /properties/ground/multipleOf | 2 | meta-schema | form.json | /properties/ground",
        "form | /properties/kind/x-question | {'relevent': 'true'} | meta-schema | form.json | /properties/kind/x-question",
        "form | /properties/kind/x-question | {'relevant': 'aera > 0'} | expression | form.json | /kind relevant",
        "form | /properties/ground/x-question | {'relevant': 'fenced > 1'} | circle | form.json | /ground",
        "form | /properties/visited/format | 'date-time' | keyword | form.json | /properties/visited/format",
        "form | /$id | 'urn:ruhu:form:household-census:1.0' | published-changed | form.json | /$id",
        "form | /x-context/day/parameter | 'no_such_table' | parameter-missing | form.json | /x-context/day",
        "labels.en | /questions/~1ground/label | 'Area of {{owner}}' | placeholders-differ | labels.en.json | /ground label",
        "form | /x-sections/0/questions/- | '/nowhere' | section-of-nothing | form.json | /x-sections/0",
        "form | /x-sections/- | {'name': 'B', 'questions': ['/kind']} | in-two-sections | form.json | /kind",
        "form | /x-sections/- | {'name': 'A', 'questions': ['/kind']} | section-twice | form.json | /x-sections/2",
        "form | /properties/more | {'type': 'boolean'} | in-no-section | form.json | /more",
        "labels.en | /title | null | missing-text | labels.en.json | title",
        "labels.en | /sections/A | null | missing-text | labels.en.json | section A",
        "labels.zh | /questions/~1kind | {'label': '种类'} | missing-text | labels.zh.json | /kind option 1",
        "labels.zh | /checks/G01 | '  ' | missing-text | labels.zh.json | check G01",
        "labels.en | /checks/G01 | 'Too much fence' | message-without-advice | labels.en.json | check G01",
        "labels.en | /questions/~1kind/label | 'Area' | same-label | labels.en.json | /ground",
        "labels.en | /questions/~1kind/options/2 | 'Open' | same-label | labels.en.json | /kind option 2",
        "labels.bo | /questions/~1kin | {'label': 'x'} | text-of-nothing | labels.bo.json | /kin",
        "labels.en | /questions/~1kind/options/7 | 'Roof' | text-of-nothing | labels.en.json | /kind option 7",
    })
    void aFormSpoiledIsFound(String file, String pointer, String value, String code, String in, String place) {
        garden.with(file, pointer, value);
        assertThat(flaws()).anySatisfy(flaw -> {
            assertThat(flaw.code()).isEqualTo(code);
            assertThat(flaw.file()).isEqualTo(in);
            assertThat(flaw.place()).isEqualTo(place);
            assertThat(flaw.error()).isTrue();
            assertThat(flaw.says()).isNotBlank();
            assertThat(flaw.todo()).isNotBlank();
        });
    }

    /** A code list of the form's own, spoiled: pointer, value; what is found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "/name | 'CL_OTHER' | codelist-name",
        "/codes | ['1', '2', '2'] | code-twice",
        "/codes | ['1'] | label-without-code",
        "/codes | ['1', '2', '3'] | code-without-label",
        "/columns | {'group': ['a']} | column-uneven",
        "/labels/en/2 | null | code-without-label",
        "/label | {} | meta-schema",
    })
    void aCodeListSpoiledIsFound(String pointer, String value, String code) {
        listed().asking("soil", "{'type': 'string', 'x-question': {'codelist': 'CL_SOIL'}}")
                .with("codelists/CL_SOIL", pointer, value);
        assertThat(flaws()).filteredOn(Flaw::error).extracting(Flaw::code).contains(code);
    }

    @Test
    void aCodeListNobodyUsesIsFoundAndOneThatIsUsedIsNot() {
        listed();
        assertThat(flaws()).filteredOn(Flaw::error).extracting(Flaw::code).containsExactly("codelist-unused");
        garden.asking("soil", "{'type': 'string', 'x-question': {'codelist': 'CL_SOIL'}}");
        assertThat(flaws()).filteredOn(Flaw::error).isEmpty();
    }

    @Test
    void aQuestionWhoseCodesAreNotThoseOfItsListIsFound() {
        listed().asking("soil", "{'type': 'string', 'enum': ['1', '3'], 'x-question': {'codelist': 'CL_SOIL'}}");
        assertThat(flaws()).filteredOn(Flaw::error).extracting(Flaw::code).contains("codes-differ");
    }

    private Garden listed() {
        return garden.with("codelists/CL_SOIL", "/name", "'CL_SOIL'").with("codelists/CL_SOIL", "/codes", "['1', '2']")
                .with("codelists/CL_SOIL", "/labels", "{'zh': {'1': '沙', '2': '黏土'}, 'en': {'1': 'Sand', '2': 'Clay'}}");
    }

    @Test
    void whatIsOnlyWorthKnowingIsARemark() {
        garden.with("form", "/properties/plants/items/properties/owner", "{'type': 'string', 'maxLength': 9}")
                .with("labels.zh", "/questions/~1plants~1*~1owner", "{'label': '主人'}")
                .with("labels.en", "/questions/~1plants~1*~1owner", "{'label': 'Owner'}")
                .with("form", "/x-context/night", "{'type': 'date'}");
        assertThat(flaws()).noneMatch(Flaw::error).extracting(Flaw::code)
                .contains("borrowed-texts", "shadowed-name", "context-unused");
    }

    @Test
    void whatIsNoJsonIsFoundWithItsLineAndTheRestIsJudged() throws IOException {
        Path written = garden.writtenTo(folder);
        Files.writeString(written.resolve("labels.en.json"), "{\n  \"title\": \"Gardens\",\n  \"title\": 1\n}");
        assertThat(Lint.flaws(FormFiles.in(written))).filteredOn(flaw -> flaw.code().equals("not-json"))
                .singleElement().satisfies(flaw -> {
                    assertThat(flaw.file()).isEqualTo("labels.en.json");
                    assertThat(flaw.line()).contains(3);
                });
        Files.writeString(written.resolve("form.json"), "{ \"properties\": ");
        assertThat(Lint.flaws(FormFiles.in(written))).extracting(Flaw::code).contains("not-json");
    }

    @ParameterizedTest
    @CsvSource({
        "a_name_that_is_longer_than_32_characters, column-too-long",
        "float, column-reserved",
        "using, column-reserved",
        "str12, column-reserved",
        "to, column-reserved",
        "Owner, column-renamed",
        "tools_1, column-renamed",
        "unit, column-renamed",
    })
    void aNameThatStatisticalPackagesWillNotTakeIsFound(String name, String code) {
        garden.asking(name, "{'type': 'boolean'}");
        assertThat(flaws()).extracting(Flaw::code).contains(code);
    }

    @Test
    void namesThatAreOneAfterThirtyTwoCharactersAreFound() {
        garden.asking("what_the_owner_of_the_garden_thinks_1", "{'type': 'boolean'}")
                .asking("what_the_owner_of_the_garden_thinks_2", "{'type': 'boolean'}");
        assertThat(flaws()).extracting(Flaw::code).contains("columns-collide");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind == '1' and kind == '2' | no answers to /kind",
        "ground > 600 | no answers to /ground",
        "ground < 3 and not (ground < 3.5) | no answers to /ground",
        "fenced >= 0 and ground == 0 | no answers to /fenced, /ground",
        "1 > 2 | it is the same for everybody",
        "len(owner) > 40 | it was asked in none of",
    })
    void aQuestionNobodyIsEverAskedIsFound(String relevant, String says) {
        garden.asking("extra", "{'type': 'boolean', 'x-question': {'relevant': \"" + relevant.replace("'", "\\u0027")
                + "\"}}");
        assertThat(flaws()).filteredOn(Flaw::error).singleElement().satisfies(flaw -> {
            assertThat(flaw.code()).isEqualTo("never-asked");
            assertThat(flaw.place()).isEqualTo("/extra relevant");
            assertThat(flaw.says()).contains(says);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ground >= 0 | check-never-fires",
        "ground < 0 | check-always-fires",
        "if(kind == '1', len(kind_other) > 0, null) | check-never-known",
    })
    void aCheckThatTellsNothingIsFound(String rule, String code) {
        garden.checking("G09", rule);
        assertThat(flaws()).filteredOn(Flaw::error).extracting(Flaw::code).containsExactly(code);
    }

    /** By chance alone, none of these would come out both ways in a thousand interviews. */
    @ParameterizedTest
    @ValueSource(strings = {
        "not (kind == '9' and ground == 137 and tools contains '2')",
        "fenced != ground - 17.25",
        "fenced != round(ground * 0.837, 2)",
        "not (kind_other == 'roof of tin')",
        "visited != date('2024-02-29')",
        "not (owner == kind_other)",
        "count(plants) != 5",
        "not any(plants, p -> p.years == 93)",
        "not matches(kind_other, '[A-Z]{2}-[0-9]{4}')",
        "visited == $day",
    })
    void aCheckThatIsSeldomTrueOrFalseIsNotTakenForDead(String rule) {
        garden.checking("G09", rule);
        assertThat(flaws()).filteredOn(Flaw::error).isEmpty();
    }

    @Test
    void anExampleThatIsMissingOrDoesNotDoWhatItsNameSaysIsFound() {
        for (String code : List.of("G01", "G02", "G03", "P01")) {
            garden.with("examples/" + code + ".fits", "/answers", "{'ground': 3, 'fenced': 2, 'visited': '2026-10-01',"
                            + " 'tools': ['1'], 'plants': [{'planted': '2020-05-01'}]}")
                    .with("examples/" + code + ".fails", "/answers", "{'ground': 3, 'fenced': 4, 'visited': '2026-12-01',"
                            + " 'tools': ['0', '1'], 'plants': [{'planted': '2027-05-01'}]}");
        }
        assertThat(flaws()).filteredOn(Flaw::error).isEmpty();
        garden.with("examples/G01.fails", "/answers/fenced", "1").with("examples/G01.fits", "/answers/ground", "1")
                .with("examples/G02.fits", "/answers/visited", "null").with("examples/G03.fits", "/answers/kind", "'8'")
                .with("examples/G02.fails", "/answers", "null").with("examples/G02.fails", "/base", "'nowhere.json'");
        assertThat(flaws()).filteredOn(Flaw::error).extracting(flaw -> flaw.code() + " " + flaw.file())
                .containsExactly("example-wrong examples/G01.fits.json", "example-wrong examples/G01.fails.json",
                        "example-wrong examples/G02.fits.json", "example-missing examples/G02.fails.json",
                        "example-wrong examples/G03.fits.json");
    }

    @Test
    void aNameNearlyRightIsGuessed() {
        garden.with("form", "/properties/kind/x-question", "{'relevant': 'gruond > 0'}");
        assertThat(flaws()).filteredOn(flaw -> flaw.code().equals("expression")).singleElement()
                .satisfies(flaw -> assertThat(flaw.todo()).isEqualTo("perhaps ground is meant"));
    }

    @Test
    void anExampleShowsWhatNoChanceWould() {
        String rule = "not (kind_other == 'a' and len(owner) == 29 and starts(owner, 'zhaxi of the'))";
        garden.with("form", "/x-checks", "[]").with("labels.zh", "/checks", "{}").with("labels.en", "/checks", "{}")
                .checking("G09", rule).with("examples/G09.fits", "/answers", "{'owner': 'b', 'kind_other': 'b', 'kind': '9'}")
                .with("examples/G09.fails", "/answers", "{'owner': 'zhaxi of the seven villages..', 'kind': '9',"
                        + " 'kind_other': 'a'}");
        assertThat(flaws()).filteredOn(Flaw::error).isEmpty();
    }

    private List<Flaw> flaws() {
        return Lint.flaws(FormFiles.in(garden.writtenTo(folder)));
    }
}
