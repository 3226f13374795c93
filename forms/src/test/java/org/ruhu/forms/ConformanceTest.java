package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our judge of shapes, a general validator and the JSON-Schema-Test-Suite agree on what a form may say. */
class ConformanceTest {

    private static final ConformanceReport REPORT = new ConformanceReport();
    private static final Keywords KEYWORDS = new Keywords();
    private static final Oracle META = Oracle.of(FormSource.read("/meta/form.schema.json").orElseThrow());

    /** Questions that a keyword can be added to, by type. */
    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "boolean", List.of("{'type': 'boolean'}"),
            "number", List.of("{'type': 'number'}"),
            "integer", List.of("{'type': 'integer'}"),
            "string", List.of("{'type': 'string'}", "{'type': 'string', 'maxLength': 9}"),
            "array", List.of("{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['1']}}"));

    /** Something that every keyword of the draft may say. */
    private static final Map<String, String> SAYS = new HashMap<>(Map.of("enum", "['1', '2']", "format", "'date'",
            "pattern", "'^[0-9]{3}$'", "uniqueItems", "true", "items", "{'type': 'string', 'enum': ['1']}",
            "properties", "{'b': {'type': 'boolean'}}", "additionalProperties", "false"));

    static {
        Stream.of("minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
                "exclusiveMaximum", "multipleOf", "minContains", "maxContains", "minProperties", "maxProperties",
                "const", "default").forEach(keyword -> SAYS.put(keyword, "1"));
        Stream.of("allOf", "anyOf", "oneOf", "prefixItems").forEach(keyword -> SAYS.put(keyword, "[{}]"));
        Stream.of("not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems",
                "unevaluatedProperties", "patternProperties", "dependentSchemas", "dependentRequired", "$defs")
                .forEach(keyword -> SAYS.put(keyword, "{}"));
        Stream.of("$ref", "$dynamicRef", "$anchor", "$dynamicAnchor", "title", "description", "contentEncoding",
                "contentMediaType").forEach(keyword -> SAYS.put(keyword, "'a'"));
        Stream.of("required", "examples").forEach(keyword -> SAYS.put(keyword, "['a']"));
        Stream.of("deprecated", "readOnly", "writeOnly").forEach(keyword -> SAYS.put(keyword, "true"));
    }

    static Stream<String> keywords() {
        return SAYS.keySet().stream().sorted();
    }

    @Test
    void weJudgeAsTheSuiteSays() {
        assertThat(REPORT.judged().stream().filter(one -> fits(one) != one.valid()).map(Suite.Case::place)).isEmpty();
    }

    @Test
    void aGeneralValidatorJudgesAsTheSuiteSays() {
        assertThat(REPORT.judged().stream().filter(one -> general(one) != one.valid()).map(Suite.Case::place))
                .isEmpty();
    }

    @Test
    void thereAreCasesAboutEveryKeywordThatAFormMayUse() {
        Set<String> judged = new TreeSet<>();
        REPORT.judged().forEach(one -> judged.addAll(one.keywords()));
        assertThat(judged).containsAll(KEYWORDS.all());
    }

    @Test
    void theReportSaysWhatIsFoundHere() throws IOException {
        assertThat(REPORT.text()).isEqualTo(Files.readString(ConformanceReport.FILE));
    }

    @ParameterizedTest
    @MethodSource("keywords")
    void theMetaSchemaTakesTheKeywordsOnTheList(String keyword) {
        QUESTIONS.forEach((type, questions) -> assertThat(questions.stream().anyMatch(one -> isTaken(one, keyword)))
                .as(keyword + " beside " + type).isEqualTo(KEYWORDS.on(type).contains(keyword)));
    }

    @Test
    void theMetaSchemaTakesAtTheTopWhatIsOnTheListForFormsAndNothingElse() {
        Set<String> top = new TreeSet<>(KEYWORDS.on("object"));
        top.addAll(KEYWORDS.listed("anywhere"));
        top.addAll(KEYWORDS.listed("form"));
        top.remove("x-question");

        assertThat(FormSource.read("/meta/form.schema.json").orElseThrow().path("properties").fieldNames())
                .toIterable().containsExactlyInAnyOrderElementsOf(top);
    }

    @Test
    void aNumberIsTheDoubleThatABrowserReads() {
        Shape age = Shape.of(FormSource.json("{'type': 'integer', 'maximum': 120}"));

        assertThat(misfits(age, DecimalNode.valueOf(new BigDecimal("120.00000000000000001")))).isEmpty();
        assertThat(misfits(age, DecimalNode.valueOf(new BigDecimal("1e400")))).extracting(Misfit::keyword)
                .containsExactly("type");
    }

    private static boolean isTaken(String question, String keyword) {
        ObjectNode schema = FormSource.schema("{'a': " + question + "}");
        ((ObjectNode) schema.at("/properties/a")).set(keyword, FormSource.json(SAYS.get(keyword)));
        return META.errors(schema).isEmpty();
    }

    private static boolean fits(Suite.Case one) {
        return misfits(Shape.of(one.schema()), one.value()).isEmpty();
    }

    private static List<Misfit> misfits(Shape shape, JsonNode value) {
        Misfits misfits = new Misfits();
        shape.judge(value, "", misfits);
        return misfits.sorted();
    }

    private static boolean general(Suite.Case one) {
        return Oracle.of(one.schema()).errors(one.value()).isEmpty();
    }
}
