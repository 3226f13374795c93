package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Choices whose codes stand in a code list, as many as all villages of a prefecture. */
class ChoiceTest {

    private static final int VILLAGES = 15_000;
    private static final FormVersion FORM = FormVersion.of(FormSource.schema("""
            {'town': {'type': 'string', 'maxLength': 9},
             'village': {'type': 'string', 'x-question': {'codelist': 'CL_VILLAGE',
               'filter': 'choice.town == town and choice.code != other'}},
             'near': {'type': 'array', 'uniqueItems': true, 'items': {'type': 'string'},
               'x-question': {'codelist': 'CL_VILLAGE', 'filter': 'starts(choice.code, town)'}},
             'other': {'type': 'string', 'x-question': {'codelist': 'CL_VILLAGE'}}}"""), Map.of(),
            Map.of("CL_VILLAGE", villages()));

    private static ObjectNode villages() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("name", "CL_VILLAGE");
        ArrayNode codes = list.putArray("codes");
        ArrayNode towns = list.putObject("columns").putArray("town");
        IntStream.range(0, VILLAGES).mapToObj(i -> "5499%08d".formatted(i)).forEach(code -> {
            codes.add(code);
            towns.add(code.substring(0, 9));
        });
        list.putObject("labels").putObject("zh").put("549900000000", "扎西村");
        return list;
    }

    private static Interview interview(String answers) {
        return FORM.interview(new Answers(FormSource.json(answers), Map.of()), Context.none());
    }

    @Test
    void theCodesOfAListAreTheCodesOfTheQuestion() {
        assertThat(FORM.question("/village").orElseThrow().kind()).isEqualTo(Kind.CODE);
        assertThat(FORM.question("/village").orElseThrow().codes()).hasSize(VILLAGES);
        assertThat(FORM.question("/near").orElseThrow().codes()).hasSize(VILLAGES);
        assertThat(FORM.schema().at("/properties/village").has("enum")).isFalse();
        assertThat(FORM.standalone().at("/properties/village/enum")).hasSize(VILLAGES);
        assertThat(FORM.standalone().at("/properties/near/items/enum")).hasSize(VILLAGES);
        assertThat(FORM.optionLabel("/village", "549900000000", "bo")).isEqualTo("扎西村");
    }

    @Test
    void onlyWhatTheFilterLetsThroughIsOnOffer() {
        Interview interview = interview("{'town': '549900007', 'other': '549900007001'}");
        assertThat(interview.offered("/village")).hasSize(999).startsWith("549900007000", "549900007002");
        assertThat(interview.offered("/near")).hasSize(1000).contains("549900007001");
        assertThat(interview("{'town': '549900007'}").offered("/village")).isEmpty();
        assertThat(interview("{'town': '549900099', 'other': '549900007001'}").offered("/village")).isEmpty();
    }

    @Test
    void everyVillageIsJudged() {
        for (int i = 0; i < VILLAGES; i += 37) {
            String code = "5499%08d".formatted(i);
            String answers = "{'town': '%s', 'village': '%s', 'other': '549900014999'}";
            assertThat(interview(answers.formatted(code.substring(0, 9), code)).findings()).isEmpty();
            assertThat(interview(answers.formatted("549900099", code)).findings())
                    .extracting(Finding::check).containsExactly("not-offered");
        }
    }

    @Test
    void aRuleMayNotCompareWithACodeThatIsNotInTheList() {
        ObjectNode schema = FORM.schema();
        schema.withArray("/x-checks").addObject().put("code", "H01").put("severity", "hard")
                .put("rule", "village == '1'").putArray("refers");
        assertThatExceptionOfType(FormProblem.class)
                .isThrownBy(() -> FormVersion.of(schema, Map.of(), Map.of("CL_VILLAGE", villages())))
                .satisfies(refused -> assertThat(refused.getMessage()).contains("'1' is not among the codes").endsWith("...")
                        .hasSizeLessThan(1000));
    }

    @Test
    void aColumnHasATextForEachCode() {
        ObjectNode list = villages();
        ((ArrayNode) list.at("/columns/town")).remove(0);
        assertThatExceptionOfType(FormProblem.class)
                .isThrownBy(() -> FormVersion.of(FORM.schema(), Map.of(), Map.of("CL_VILLAGE", list)))
                .satisfies(refused -> assertThat(refused.problems()).containsExactly("small 1 /village: "
                        + "column town of CL_VILLAGE must have a text for each code, and a name of its own"));
    }

    @Test
    void theBundleCarriesTheListAndTheFilterAsATree() {
        JsonNode bundle = FORM.bundle();
        assertThat(bundle.at("/codelists/CL_VILLAGE/columns/town")).hasSize(VILLAGES);
        JsonNode village = bundle.at("/program/questions/1");
        assertThat(village.path("filter").path("args").path(0)).isEqualTo(FormSource.json(
                "{'call': '==', 'args': [{'column': 'town'}, {'field': 'town', 'of': 'form'}]}"));
        assertThat(village.path("reads")).isEqualTo(FormSource.json("['/other', '/town']"));
    }

    @Test
    void anEnumOfAPartOfTheListHasTheColumnsOfItsCodes() {
        FormVersion form = FormVersion.of(FormSource.schema("""
                {'a': {'type': 'string', 'enum': ['549900001000', 'none', '549900000000'],
                  'x-question': {'codelist': 'CL_VILLAGE', 'filter': 'choice.town == town'}},
                 'town': {'type': 'string', 'maxLength': 9}}"""), Map.of(), Map.of("CL_VILLAGE", villages()));
        assertThat(form.interview(new Answers(FormSource.json("{'town': '549900001'}"), Map.of()), Context.none())
                .offered("/a")).isEqualTo(List.of("549900001000"));
    }
}
