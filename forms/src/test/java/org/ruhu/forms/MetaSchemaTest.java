package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meta-schema judges every form, and forms with mistakes do not pass it. */
class MetaSchemaTest {

    private static final JsonNode META = FormSource.read("/meta/form.schema.json").orElseThrow();
    private static final Oracle FORM = Oracle.of(META);
    private static final Oracle SCHEMA = Oracle.ofSchemas();

    static List<FormVersion> forms() {
        return Catalogue.bundled().forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsAJsonSchemaOfOurKind(FormVersion form) {
        assertThat(SCHEMA.errors(form.schema())).isEmpty();
        assertThat(FORM.errors(form.schema())).isEmpty();
    }

    @Test
    void theMetaSchemaIsAJsonSchema() {
        assertThat(SCHEMA.errors(META)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'type': 'boolean', 'x-question': {'relevant': 'true', 'required': false, 'nonresponse': ['refused']}}",
        "{'type': 'number', 'x-question': {'calculate': '1', 'unit': 'yuan', 'sensitivity': 'personal'}}",
        "{'type': 'string', 'maxLength': 40, 'x-question': {'identifier': 'name', 'sensitivity': 'personal'}}",
        "{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['1']}}",
        "{'type': 'array', 'maxItems': 3, 'items': {'type': 'object', 'additionalProperties': false, "
            + "'properties': {'b': {'type': 'boolean'}}}, 'x-question': {'relevant': 'true'}}"})
    void aQuestionMayBeWrittenSo(String question) {
        assertThat(FORM.errors(FormSource.schema("{'a': " + question + "}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "{'type': 'null'}",
        "{'type': 'string'}",
        "{'type': 'string', 'enum': []}",
        "{'type': 'string', 'enum': ['1', '1']}",
        "{'type': 'string', 'enum': [1]}",
        "{'type': 'string', 'enum': ['1'], 'maxLength': 3}",
        "{'type': 'string', 'format': 'date-time'}",
        "{'type': 'string', 'maxLength': 3, 'const': 'x'}",
        "{'type': 'number', 'multipleOf': 2}",
        "{'type': 'number', 'x-question': {'relevent': 'true'}}",
        "{'type': 'number', 'x-question': {'relevant': true}}",
        "{'type': 'number', 'x-question': {'widget': 'slider'}}",
        "{'type': 'number', 'x-question': {'nonresponse': ['lost']}}",
        "{'type': 'number', 'x-question': {'calculate': '1', 'nonresponse': ['refused']}}",
        "{'type': 'number', 'x-question': {'calculate': '1', 'required': true}}",
        "{'type': 'string', 'maxLength': 40, 'x-question': {'identifier': 'name'}}",
        "{'type': 'string', 'maxLength': 40, 'x-question': {'identifier': 'name', 'sensitivity': 'plain'}}",
        "{'type': 'array', 'items': {'type': 'string', 'enum': ['1']}}",
        "{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'pattern': '^a$'}}",
        "{'type': 'array', 'items': {'type': 'object', 'additionalProperties': false, "
            + "'properties': {'b': {'type': 'boolean'}}}}",
        "{'type': 'array', 'maxItems': 3, 'items': {'type': 'object', 'properties': {'b': {'type': 'boolean'}}}}",
        "{'type': 'array', 'maxItems': 3, 'items': {'type': 'object', 'additionalProperties': false, "
            + "'properties': {'b': {'type': 'array', 'maxItems': 2, 'items': {'type': 'object', "
            + "'additionalProperties': false, 'properties': {}}}}}}"})
    void aQuestionMayNotBeWrittenSo(String question) {
        assertThat(FORM.errors(FormSource.schema("{'a': " + question + "}"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'required': ['a']",
        "'additionalProperties': true",
        "'$id': 'small'",
        "'x-sections': []",
        "'x-sections': [{'name': 'A', 'questions': ['/a'], 'roster': '/a'}]",
        "'x-checks': [{'code': 'H01', 'severity': 'mild', 'rule': 'true', 'refers': []}]",
        "'x-checks': [{'code': 'H01', 'severity': 'soft', 'refers': []}]",
        "'x-checks': [{'code': 'H01', 'severity': 'soft', 'rule': 'true', 'refers': ['a']}]",
        "'x-context': {'line': {'type': 'number', 'default': '4000'}}",
        "'x-context': {'line': {'type': 'codes'}}",
        "'x-chekcs': []"})
    void aFormMayNotSay(String keyword) {
        assertThat(FORM.errors(FormSource.schema("{'a': {'type': 'boolean'}}", keyword))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "1a", "a-b", "a/b", "a b", ""})
    void aQuestionMayNotBeCalled(String name) {
        assertThat(FORM.errors(FormSource.schema("{'a': {'type': 'boolean'}, '" + name + "': {'type': 'boolean'}}")))
                .isNotEmpty();
    }
}
