package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormVersionTest {

    private static final String NUMBER = "{'type': 'number'}";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': {'type': 'number', 'x-question': {'relevant': 'a > 1'}}} | small 1 /a: its value depends on itself: /a -> /a
            {'a': {'type': 'number', 'x-question': {'calculate': 'b'}}, 'b': {'type': 'number', 'x-question': {'relevant': 'a > 1'}}} | small 1 /a: its value depends on itself: /a -> /b -> /a
            {'a': {'type': 'number', 'x-question': {'relevant': 'b'}}} | small 1 /a relevant: position 1: there is no question 'b' here
            {'a': {'type': 'number', 'x-question': {'relevant': '1 + 1'}}} | small 1 /a relevant: position 1: a boolean is expected here, this is a number
            {'a': {'type': 'number', 'x-question': {'calculate': '  true'}}} | small 1 /a calculate: position 3: a number is expected here, this is a boolean
            {'a': {'type': 'number', 'x-question': {'required': '1'}}} | small 1 /a required: position 1: a boolean is expected here, this is a number
            {'a': {'type': 'number', 'x-question': {'relevant': 'unanswered() == 0'}}} | small 1 /a relevant: position 1: unanswered() is for checks: relevance cannot depend on it
            {'not': {'type': 'number'}} | small 1 /not: this name is a word of the expression language
            {'a': {'type': 'string', 'pattern': '^(a+)+$', 'maxLength': 9}} | small 1 /a pattern: character 2 of the pattern: this repeats without bound what itself repeats without bound or has alternatives
            {'a': {'type': 'string', 'pattern': '^a+$'}} | small 1 /a pattern: it may match texts of any length, so maxLength must be given, 1000 at most
            {'a': {'type': 'number', 'x-question': {'codelist': 'CL_NONE'}}} | small 1 /a: there is no code list CL_NONE
            {'m': {'type': 'array', 'maxItems': 2, 'items': {'type': 'object', 'properties': {'b': {'type': 'number', 'x-question': {'relevant': 'any(m, p -> p.b > 1)'}}}}}} | small 1 /m/*/b: its value depends on itself: /m/*/b -> /m/*/b
            """)
    void aFormWithAMistakeIsRefusedByNameAndPlace(String properties, String problem) {
        assertThatExceptionOfType(FormProblem.class).isThrownBy(() -> FormSource.form(properties))
                .satisfies(refused -> assertThat(refused.problems()).containsExactly(problem));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'code': 'H01', 'rule': 'a >', 'refers': ['/a']} | small 1 check H01: position 4: the expression stops too early
            {'code': 'H01', 'rule': 'a > 1', 'refers': ['/b']} | small 1 check H01: there is no question /b to refer to
            {'code': 'H01', 'each': '/m', 'rule': 'a > 1', 'refers': []} | small 1 check H01: there is no roster /m
            {'code': 'H02', 'rule': 'a > 1', 'refers': []}, {'code': 'H02', 'rule': 'a > 2', 'refers': []} | small 1 check H02: this code is taken
            """)
    void aCheckWithAMistakeIsRefusedByItsCode(String checks, String problem) {
        assertThatExceptionOfType(FormProblem.class)
                .isThrownBy(() -> FormSource.form("{'a': {'type': 'number'}}", "'x-checks': [" + checks + "]"))
                .satisfies(refused -> assertThat(refused.problems()).containsExactly(problem));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThatExceptionOfType(FormProblem.class).isThrownBy(() -> FormSource.form(
                "{'a': {'type': 'number', 'x-question': {'relevant': 'b', 'calculate': 'c'}}}",
                "'x-checks': [{'code': 'H01', 'rule': 'd', 'refers': []}]"))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(3));
    }

    @Test
    void questionsAreInTheOrderOfTheFormAndTheProgramInThatOfTheirValues() {
        FormVersion form = FormSource.form("{'a': {'type': 'number', 'x-question': {'calculate': 'b + 1'}}, "
                + "'b': {'type': 'number', 'x-question': {'relevant': 'c'}}, 'c': {'type': 'boolean'}}");

        assertThat(form.questions()).extracting(Question::path).containsExactly("/a", "/b", "/c");
        assertThat(form.bundle().at("/program/questions").findValuesAsText("path")).containsExactly("/c", "/b", "/a");
    }

    @Test
    void aMisfitNeverRepeatsTheAnswer() {
        FormVersion form = Catalogue.bundled().latest("household-census").orElseThrow();
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        form.questions().stream().filter(q -> q.roster().isEmpty()).forEach(q -> answers.put(q.name(), "卓玛 13900000001"));

        assertThat(form.misfits(new Answers(answers, Map.of("/phone", "卓玛 13900000001")))).isNotEmpty()
                .allSatisfy(misfit -> assertThat(misfit.detail()).isNotBlank().doesNotContain("卓玛", "1390000"));
    }

    @Test
    void aHundredMisfitsAreEnough() {
        FormVersion form = FormSource.form("{'a': {'type': 'number'}}");
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 1000).forEach(i -> answers.put("x" + i, i));

        assertThat(form.misfits(new Answers(answers, Map.of()))).hasSize(100);
    }

    @Test
    void onePlaceMayHaveSeveralMisfitsOfDifferentKinds() {
        FormVersion form = FormSource.form("{'a': {'type': 'string', 'minLength': 3, 'maxLength': 9, 'pattern': '^[0-9]*$'}}");

        assertThat(form.misfits(new Answers(FormSource.json("{'a': 'x'}"), Map.of())))
                .extracting(Misfit::keyword).containsExactly("minLength", "pattern");
    }

    @Test
    void textsAreBorrowedFromTheNextLanguage() {
        ObjectNode schema = FormSource.schema("{'a': {'type': 'string', 'enum': ['1'], 'x-question': {'codelist': 'CL_X'}}}");
        Map<String, JsonNode> labels = Map.of(
                "zh", FormSource.json("{'title': '表', 'questions': {'/a': {'label': '甲'}}}"),
                "en", FormSource.json("{'questions': {'/a': {'hint': 'look', 'options': {'1': 'own'}}}, 'checks': {}}"),
                "bo", FormSource.json("{}"));
        FormVersion form = FormVersion.of(schema, labels,
                Map.of("CL_X", FormSource.json("{'codes': ['1'], 'labels': {'zh': {'1': '一'}, 'bo': {'1': '༡'}}}")));

        assertThat(List.of(form.title("bo"), form.title("en"), form.title("fr"))).containsOnly("表");
        assertThat(form.label("/a", "en")).isEqualTo("甲");
        assertThat(form.label("/b", "en")).isEqualTo("/b");
        assertThat(form.hint("/a", "bo")).isEqualTo(Optional.of("look"));
        assertThat(form.optionLabel("/a", "1", "bo")).isEqualTo("༡");
        assertThat(form.optionLabel("/a", "1", "zh")).isEqualTo("一");
        assertThat(form.optionLabel("/a", "1", "en")).isEqualTo("own");
        assertThat(form.optionLabel("/a", "9", "en")).isEqualTo("9");
        assertThat(form.checkMessage("H01", "zh")).isEqualTo("H01");
        assertThat(form.sectionTitle("A", "zh")).isEqualTo("A");
    }

    @Test
    void theDigestMindsTextsAndCodesButNotTheOrderOfKeys() {
        ObjectNode schema = FormSource.schema("{'a': " + NUMBER + "}");
        ObjectNode turned = JsonNodeFactory.instance.objectNode();
        schema.properties().stream().sorted((one, other) -> other.getKey().compareTo(one.getKey()))
                .forEach(e -> turned.set(e.getKey(), e.getValue()));
        FormVersion form = FormVersion.of(schema, Map.of(), Map.of());

        assertThat(FormVersion.of(turned, Map.of(), Map.of()).digest()).isEqualTo(form.digest());
        assertThat(FormVersion.of(schema, Map.of("zh", FormSource.json("{'title': '表'}")), Map.of()).digest())
                .isNotEqualTo(form.digest());
        assertThat(FormVersion.of(schema, Map.of(), Map.of("CL_UNUSED", FormSource.json("{}"))).digest())
                .isEqualTo(form.digest());
    }

    @Test
    void theBundleHasTheCountiesOnlyWhenTheyAreAskedFor() {
        String text = "{'type': 'string', 'maxLength': 18}";
        assertThat(FormSource.form("{'a': " + text + "}").bundle().has("counties")).isFalse();
        assertThat(FormSource.form("{'a': " + text + "}",
                "'x-checks': [{'code': 'H01', 'rule': 'known_county(a)', 'refers': []}]").bundle().path("counties"))
                .hasSizeGreaterThan(3000);
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        List<FormVersion> versions = List.of("1.9", "1.10", "1.2").stream().map(version -> FormVersion.of(
                FormSource.schema("{'a': " + NUMBER + "}").put("$id", "urn:ruhu:form:small:" + version),
                Map.of(), Map.of())).toList();
        assertThat(Catalogue.of(versions).latest("small").orElseThrow().id().version()).isEqualTo("1.10");
        assertThat(Catalogue.of(versions).latest("large")).isEmpty();
    }
}
