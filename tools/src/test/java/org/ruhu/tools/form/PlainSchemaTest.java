package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;

/** Somebody else's validator, given the plain schema, takes what the form takes and nothing else. */
class PlainSchemaTest {

    static Stream<FormId> bundled() {
        return Catalogue.bundled().forms().stream().map(form -> form.id());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void whatTheFormTakesItTakes(FormId id) {
        FormFiles files = FormFiles.bundled(id);
        Schema schema = schema(PlainSchema.of(files.version(), "en"));
        for (String name : files.examples().keySet()) {
            assertThat(errors(schema, answers(files, name))).as(name).isEmpty();
        }
    }

    /** Every value of an example in turn becomes something else; both must say the same about it. */
    @ParameterizedTest
    @MethodSource("bundled")
    void whatTheFormRefusesItRefuses(FormId id) {
        FormFiles files = FormFiles.bundled(id);
        FormVersion form = files.version();
        Schema schema = schema(PlainSchema.of(form, "zh"));
        ObjectNode answers = files.examples().keySet().stream().findFirst().map(name -> answers(files, name))
                .orElseGet(() -> (ObjectNode) Garden.json("{}"));
        for (String name : List.copyOf(form.schema().path("properties").properties().stream()
                .map(Map.Entry::getKey).toList())) {
            for (String odd : List.of("true", "-1", "999999999", "''", "'no such code'", "'2020-02-30'", "[]", "['x']",
                    "[{}]", "[{'nobody': 1}]", "{}", "null")) {
                ObjectNode changed = answers.deepCopy();
                changed.set(name, Garden.json(odd));
                assertThat(errors(schema, changed).isEmpty()).as("%s = %s", name, odd)
                        .isEqualTo(form.misfits(new Answers(changed, Map.of())).isEmpty());
            }
        }
    }

    @Test
    void whatIsNoQuestionItRefuses() {
        Schema schema = schema(PlainSchema.of(new Garden().version(), "en"));
        assertThat(errors(schema, Garden.json("{'ground': 1}"))).isEmpty();
        assertThat(errors(schema, Garden.json("{'nobody': 1}"))).isNotEmpty();
    }

    @Test
    void itSpeaksTheLanguageAskedForAndKeepsNothingOfOurs() {
        ObjectNode schema = PlainSchema.of(new Garden().version(), "zh");
        assertThat(schema.toString()).doesNotContain("x-");
        assertThat(schema.path("title").asText()).isEqualTo("菜园调查表");
        assertThat(schema.at("/properties/ground")).isEqualTo(Garden.json(
                "{'title': '面积', 'description': '不含道路. 单位：亩', 'type': 'number', 'minimum': 0, 'maximum': 500}"));
        assertThat(schema.at("/properties/kind/description").asText()).isEqualTo("1 = 露天; 2 = 大棚; 9 = 其他");
    }

    @Test
    void aSharedListIsWrittenOnceAndReferredTo() {
        FormVersion form = FormFiles.bundled(new FormId("household-census", "1.0")).version();
        ObjectNode schema = PlainSchema.of(form, "en");
        assertThat(schema.at("/properties/cause_main/$ref").asText()).isEqualTo("#/$defs/CL_CAUSE");
        assertThat(schema.at("/properties/cause_other/items/$ref").asText()).isEqualTo("#/$defs/CL_CAUSE");
        assertThat(schema.at("/$defs/CL_CAUSE/enum")).hasSizeGreaterThan(5);
    }

    private static ObjectNode answers(FormFiles files, String name) {
        return (ObjectNode) files.example(name).orElseThrow().path("answers");
    }

    private static Schema schema(JsonNode json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json.toString(), InputFormat.JSON);
    }

    private static List<com.networknt.schema.Error> errors(Schema schema, JsonNode json) {
        return schema.validate(json, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
