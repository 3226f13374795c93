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
    private static final JsonNode CODELIST = FormSource.read("/meta/codelist.schema.json").orElseThrow();
    private static final Oracle FORM = Oracle.of(META);
    private static final Oracle LISTS = Oracle.of(CODELIST);
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
    void theMetaSchemasAreJsonSchemas() {
        assertThat(SCHEMA.errors(META)).isEmpty();
        assertThat(SCHEMA.errors(CODELIST)).isEmpty();
    }

    @Test
    void aCodeListMayHaveColumns() {
        String list = "'name': 'CL_VILLAGE', 'codes': ['1', '2'], 'labels': {'zh': {'1': '一'}}";
        assertThat(LISTS.errors(FormSource.json("{" + list + ", 'columns': {'town': ['a', null]}}"))).isEmpty();
        assertThat(LISTS.errors(FormSource.json("{" + list + ", 'columns': {'code': ['a', 'b']}}"))).isNotEmpty();
        assertThat(LISTS.errors(FormSource.json("{" + list + ", 'columns': {'town': [1, 2]}}"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'type': 'boolean', 'x-question': {'relevant': 'true', 'required': false, 'nonresponse': ['refused']}}",
        "{'type': 'number', 'x-question': {'calculate': '1', 'unit': 'yuan', 'sensitivity': 'personal'}}",
        "{'type': 'string', 'maxLength': 40, 'x-question': {'identifier': 'name', 'sensitivity': 'personal'}}",
        "{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['1']}}",
        "{'type': 'array', 'maxItems': 3, 'items': {'type': 'object', 'additionalProperties': false, "
            + "'properties': {'b': {'type': 'boolean'}}}, 'x-question': {'relevant': 'true', 'rows': '2', 'opens': 'problem'}}",
        "{'type': 'string', 'x-question': {'codelist': 'CL_VILLAGE', 'filter': 'choice.town == town'}}",
        "{'type': 'string', 'enum': ['_a', '-99', 'x.y'], 'x-question': {'filter': 'choice.code != other'}}",
        "{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string'}, 'x-question': {'codelist': 'CL_REL'}}",
        "{'type': 'integer', 'x-question': {'choose': {'roster': '/r', 'value': 'line', 'label': ['n'], 'where': 'true'}}}",
        "{'type': 'array', 'uniqueItems': true, 'maxItems': 3, 'items': {'type': 'string', 'maxLength': 4}, "
            + "'x-question': {'choose': {'roster': '/r/*/s', 'value': 'no', 'label': ['n', 'm']}}}"})
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
        "{'type': 'string', 'x-question': {'filter': 'true'}}",
        "{'type': 'number', 'x-question': {'filter': 'true'}}",
        "{'type': 'number', 'x-question': {'rows': '2'}}",
        "{'type': 'string', 'maxLength': 4, 'x-question': {'filter': 'true'}}",
        "{'type': 'string', 'enum': ['1'], 'x-question': {'choose': {'roster': '/r', 'value': 'line', 'label': ['n']}}}",
        "{'type': 'number', 'x-question': {'choose': {'roster': '/r', 'value': 'line'}}}",
        "{'type': 'number', 'x-question': {'choose': {'roster': 'r', 'value': 'line', 'label': ['n']}}}",
        "{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string'}}",
        "{'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', 'enum': ['1']}, "
            + "'x-question': {'choose': {'roster': '/r', 'value': 'line', 'label': ['n']}}}"})
    void aQuestionMayNotBeWrittenSo(String question) {
        assertThat(FORM.errors(FormSource.schema("{'a': " + question + "}"))).isNotEmpty();
    }

    @Test
    void rostersNestThreeDeepAndNoDeeper() {
        assertThat(FORM.errors(FormSource.schema("{'a': " + nested(3) + "}"))).isEmpty();
        assertThat(FORM.errors(FormSource.schema("{'a': " + nested(4) + "}"))).isNotEmpty();
    }

    private static String nested(int levels) {
        String row = levels == 1 ? "{'B': {'type': 'boolean'}}" : "{'r': " + nested(levels - 1) + "}";
        return "{'type': 'array', 'maxItems': 3, 'items': {'type': 'object', 'additionalProperties': false, "
                + "'properties': " + row + "}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'x-unit': 'none'",
        "'x-checks': [{'code': 'H01', 'severity': 'soft', 'each': '/r/*/s', 'rule': 'true', 'refers': ['/r/*/s/*/T/*/a']}]",
        "'x-context': {'line': {'type': 'number', 'default': 4000, 'parameter': 'poverty_line'}}",
        "'x-context': {'n': {'type': 'number', 'gather': {'form': 'household-census', 'fold': 'count', 'of': '1', 'where': 'a'}}}",
        "'x-context': {'n': {'type': 'number', 'original': {'form': 'household-census', 'of': 'count(members)'}}}",
        "'x-context': {'n': {'type': 'text', 'original': {'meta': 'team'}}}"})
    void aFormMaySay(String keyword) {
        assertThat(FORM.errors(FormSource.schema("{'a': {'type': 'boolean'}}", keyword))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "'x-unit': 'person'",
        "'x-context': {'n': {'type': 'number', 'parameter': 'p', 'original': {'meta': 'team'}}}",
        "'x-context': {'n': {'type': 'text', 'gather': {'form': 'household-census', 'fold': 'count', 'of': '1'}}}",
        "'x-context': {'n': {'type': 'number', 'gather': {'form': 'household-census', 'fold': 'mean', 'of': '1'}}}",
        "'x-context': {'n': {'type': 'text', 'original': {'form': 'household-census'}}}",
        "'x-checks': [{'code': 'H01', 'severity': 'soft', 'each': '/r/*/s/*/t/*/u', 'rule': 'true', 'refers': []}]",
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
    @ValueSource(strings = {"1a", "a-b", "a/b", "a b", "", "__proto__"})
    void aQuestionMayNotBeCalled(String name) {
        assertThat(FORM.errors(FormSource.schema("{'a': {'type': 'boolean'}, '" + name + "': {'type': 'boolean'}}")))
                .isNotEmpty();
    }
}
