package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @CsvSource({
        "a_name_that_is_longer_than_32_characters, column-too-long",
        "float, column-reserved",
        "using, column-reserved",
        "str12, column-reserved",
        "to, column-reserved",
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

    private List<Flaw> flaws() {
        return Lint.flaws(FormFiles.in(garden.writtenTo(folder)));
    }
}
