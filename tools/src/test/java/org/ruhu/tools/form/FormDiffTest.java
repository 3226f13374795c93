package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.forms.Catalogue;

/** A garden that changes, one thing at a time. */
class FormDiffTest {

    private final Garden after = new Garden();

    /** What is changed: file, pointer, value; what is said: code, place, whether it breaks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "form | /properties/kind_other | null | question-removed | /kind_other | true",
        "form | /properties/fresh | {'type': 'boolean'} | question-added | /fresh | false",
        "form | /properties/ground/type | 'integer' | narrowed | /ground | false",
        "form | /properties/ground/maximum | 400 | narrowed | /ground | false",
        "form | /properties/ground/maximum | 600 | widened | /ground | false",
        "form | /properties/ground/maximum | null | widened | /ground | false",
        "form | /properties/plants/maxItems | 4 | narrowed | /plants | false",
        "form | /properties/owner/maxLength | 20 | narrowed | /owner | false",
        "form | /properties/owner/pattern | '^[a-z]*$' | narrowed | /owner | false",
        "form | /properties/ground/x-question/nonresponse | null | narrowed | /ground | false",
        "form | /properties/ground/x-question/unit | 'm2' | unit-changed | /ground | true",
        "form | /properties/owner/x-question/sensitivity | 'sensitive' | sensitivity-changed | /owner | false",
        "form | /properties/owner/x-question/identifier | null | identifier-changed | /owner | true",
        "form | /properties/owner/x-question/required | false | required-changed | /owner | false",
        "form | /properties/plants/items/properties/plant | {'type': 'boolean'} | kind-changed | /plants/*/plant | true",
        "form | /properties/kind/enum | ['1', '9'] | code-removed | /kind | false",
        "form | /properties/kind/enum | ['1', '2', '3', '9'] | code-added | /kind | false",
        "form | /properties/kind/enum | ['2', '1', '9'] | codes-reordered | /kind | false",
        "form | /properties/fenced/x-question/relevant | 'ground > 1' | relevance-changed | /fenced | false",
        "form | /properties/plants/items/properties/years/x-question/calculate | 'days(planted, visited)' | calculation-changed | /plants/*/years | false",
        "form | /properties/plants/items/properties/years/x-question | null | calculation-removed | /plants/*/years | true",
        "form | /x-context/day/default | '2027-11-01' | context-changed | $day | false",
        "form | /x-sections/1/name | 'Q' | section-changed | /plants | false",
        "form | /x-checks/1/severity | 'hard' | check-severity-changed | G02 | false",
        "form | /x-checks/1/rule | 'visited < $day' | check-changed | G02 | false",
        "form | /x-unit | 'village' | unit-of-form-changed | `` | true",
        "labels.en | /questions/~1kind/options/2 | 'With a roof of glass' | | | false",
        "labels.en | /questions/~1kind/label | 'Sort of garden' | text-changed | /kind label | false",
        "labels.zh | /checks/G01 | '改正' | text-changed | check G01 | false",
    })
    void aChangeIsNamedAndJudged(String file, String pointer, String value, String code, String place, boolean breaks) {
        after.with(file, pointer, value);
        List<Change> changes = changes();
        if (code == null) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes).anySatisfy(change -> {
                assertThat(change.code()).isEqualTo(code);
                assertThat(change.place()).isEqualTo(place);
                assertThat(change.breaking()).isEqualTo(breaks);
                assertThat(change.says()).isNotBlank();
            });
        }
        assertThat(changes.stream().anyMatch(Change::breaking)).isEqualTo(breaks);
    }

    @Test
    void aCodeThatMeansSomethingElseInEveryLanguageBreaks() {
        after.with("labels.en", "/questions/~1kind/options/2", "'On water'")
                .with("labels.zh", "/questions/~1kind/options/2", "'水上'");
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.code()).isEqualTo("code-relabelled");
            assertThat(change.breaking()).isTrue();
        });
    }

    @Test
    void aQuestionThatEntersARosterMovesItsColumn() {
        after.with("form", "/properties/kind_other", "null").with("form",
                "/properties/plants/items/properties/kind_other", "{'type': 'string', 'maxLength': 60}");
        assertThat(changes()).filteredOn(change -> change.code().equals("question-moved")).singleElement()
                .satisfies(change -> {
                    assertThat(change.breaking()).isTrue();
                    assertThat(change.export()).isEqualTo("units.csv:kind_other moves to plants.csv:kind_other");
                });
    }

    @Test
    void aNewQuestionThatTakesTheNameOfAColumnShiftsIt() {
        after.with("form", "/properties", "{'tools_1': {'type': 'boolean'}, 'tools': {'type': 'array',"
                + " 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['0', '1', '2']}}}")
                .with("form", "/x-sections", "[{'name': 'A', 'questions': ['/tools_1', '/tools']}]")
                .with("form", "/x-checks", "[]");
        assertThat(changes()).filteredOn(change -> change.code().equals("column-shifted")).singleElement()
                .satisfies(change -> assertThat(change.says()).isEqualTo("units.csv:tools_1 now holds /tools_1"));
    }

    @Test
    void aRosterThatGoesTakesItsRowsWithItInOneChange() {
        after.with("form", "/properties/plants", "null").with("form", "/x-checks/3", "null")
                .with("form", "/x-checks", "[]").with("form", "/x-sections/1", "null");
        assertThat(changes()).filteredOn(change -> change.code().equals("question-removed")).singleElement()
                .satisfies(change -> assertThat(change.export()).isEqualTo(
                        "plants.csv:plant, plants.csv:planted, plants.csv:years, plants.csv:yields"
                        + " only from interviews of 1.0"));
    }

    @Test
    void answersInAnotherUnitStandApartInADatasetOfBothVersions() {
        after.with("form", "/$id", "'urn:ruhu:form:garden:1.1'")
                .with("form", "/properties/ground/x-question/unit", "'m2'");
        assertThat(changes()).singleElement().satisfies(change -> assertThat(change.export()).isEqualTo("the column has"
                + " another unit; in a dataset of both versions new answers stand in units.csv:ground_v1_1,"
                + " units.csv:ground_v1_1_missing"));
    }

    @Test
    void aFormIsTheSameAsItself() {
        Catalogue.bundled().forms().forEach(form -> assertThat(FormDiff.changes(form, form)).isEmpty());
    }

    private List<Change> changes() {
        return FormDiff.changes(new Garden().version(), after.version());
    }
}
