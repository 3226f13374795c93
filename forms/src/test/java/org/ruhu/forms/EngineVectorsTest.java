package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.expression.Numbers;

/** Whole interviews are understood as the vectors say; what a vector does not mention is not looked at. */
class EngineVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Vectors.Case> cases() {
        return Vectors.in("/vectors/engine");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void anInterviewIsUnderstoodAsTheVectorSays(Vectors.Case vector) {
        JsonNode told = vector.told();
        Interview interview = vector.form().interview(vector.answers(), vector.context());

        told.path("relevant").properties().forEach(e -> assertThat(interview.relevant(e.getKey()))
                .as("relevant " + e.getKey()).isEqualTo(e.getValue().asBoolean()));
        told.path("required").properties().forEach(e -> assertThat(interview.required(e.getKey()))
                .as("required " + e.getKey()).isEqualTo(e.getValue().asBoolean()));
        told.path("calculated").properties().forEach(e ->
                assertThat(shown(vector.form(), interview, e.getKey())).as(e.getKey()).isEqualTo(e.getValue()));
        ifTold(told, "unanswered", interview.unanswered());
        if (told.has("findings")) {
            assertThat(findings(interview, told.get("findings"))).as("findings").isEqualTo(told.get("findings"));
        }
        told.path("offered").properties().forEach(e -> assertThat((JsonNode) JSON.valueToTree(
                interview.offered(e.getKey()))).as("offered " + e.getKey()).isEqualTo(e.getValue()));
        eachText(told.path("texts"), (pointer, language, text) -> assertThat(interview.text(pointer, language))
                .as(pointer + " " + language).isEqualTo(text.textValue()));
        eachText(told.path("hints"), (pointer, language, text) -> assertThat(interview.hint(pointer, language))
                .as(pointer + " " + language).isEqualTo(Optional.ofNullable(text.textValue())));
        ifTold(told, "misfits",
                vector.form().misfits(vector.answers()).stream().map(Misfit::pointer).distinct().toList());
        if (told.has("cleaned")) {
            ObjectNode sent = JSON.createObjectNode();
            sent.set("answers", interview.cleaned());
            sent.set("missing", JSON.valueToTree(interview.reasons()));
            assertThat(Canonical.text(sent)).isEqualTo(Canonical.text(told.get("cleaned")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsSentIsUnderstoodTheSameAgainWithoutRemarks(Vectors.Case vector) {
        Interview first = vector.form().interview(vector.answers(), vector.context());
        Interview again = vector.form().interview(new Answers(first.cleaned(), first.reasons()), vector.context());

        assertThat(Canonical.text(again.cleaned())).isEqualTo(Canonical.text(first.cleaned()));
        assertThat(again.findings()).extracting(Finding::check).doesNotContain("not-relevant", "calculated-differs");
    }

    @Test
    void theProgramInAFileIsTheOneCompiledFromItsSchema() {
        Map<JsonNode, FormVersion> forms = cases().collect(Collectors.toMap(
                vector -> vector.file().get("form"), Vectors.Case::form, (one, other) -> one));
        forms.forEach((told, form) -> assertThat(Canonical.text(form.bundle().get("program")))
                .isEqualTo(Canonical.text(told.get("program"))));
    }

    private static void ifTold(JsonNode told, String key, List<?> found) {
        if (told.has(key)) {
            List<?> expected = StreamSupport.stream(told.get(key).spliterator(), false)
                    .map(node -> node.isTextual() ? node.textValue() : JSON.convertValue(node, Map.class)).toList();
            assertThat(found).as(key).isEqualTo(expected);
        }
    }

    /** As vectors write them; what a finding refers to only where the vector says it. */
    private static JsonNode findings(Interview interview, JsonNode told) {
        ArrayNode findings = JSON.createArrayNode();
        for (Finding finding : interview.findings()) {
            ObjectNode shown = findings.addObject().put("check", finding.check())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("pointer", finding.pointer());
            if (told.path(findings.size() - 1).has("refers")) {
                shown.set("refers", JSON.valueToTree(finding.refers()));
            }
        }
        return findings;
    }

    private interface TextCase {
        void is(String pointer, String language, JsonNode text);
    }

    private static void eachText(JsonNode told, TextCase text) {
        told.properties().forEach(at -> at.getValue().properties()
                .forEach(e -> text.is(at.getKey(), e.getKey(), e.getValue())));
    }

    private static JsonNode shown(FormVersion form, Interview interview, String pointer) {
        JsonNode value = interview.value(pointer);
        if (value.isNumber()) {
            return JSON.createObjectNode().put("number", Numbers.plain(value.decimalValue()));
        }
        if (value.isArray()) {
            return JSON.createObjectNode().set("codes", value);
        }
        Kind kind = form.question(pointer.replaceAll("/\\d+(?=/)", "/*")).orElseThrow().kind();
        boolean day = kind == Kind.DATE && value.isTextual();
        return value.isMissingNode() ? JSON.nullNode()
                : day ? JSON.createObjectNode().put("date", value.textValue()) : value;
    }
}
