package org.ruhu.server.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** A census of households and in the same campaign a form about the village, and one that goes back to households. */
abstract class VillageKit extends FieldKit {

    static final String VILLAGE_UNIT = VILLAGE + "-0000";

    static final FormVersion OF_VILLAGES = form("of-villages", """
            'v_pop': {'type': 'integer'}, 'v_line': {'type': 'number'}""", """
            'people': {'type': 'number', 'gather': {'form': 'household-census', 'fold': 'sum', 'of': 'count(members)'}},
            'houses': {'type': 'number', 'gather': {'form': 'household-census', 'fold': 'count'}},
            'middle': {'type': 'number', 'gather': {'form': 'household-census', 'fold': 'median', 'of': 'count(members)'}},
            'ref_date': {'type': 'date', 'default': '2020-12-31'},
            'line': {'type': 'number', 'parameter': 'poverty_line', 'default': 1}""", """
            {'code': 'V1', 'severity': 'soft', 'rule': 'v_pop == $people', 'refers': ['/v_pop']},
            {'code': 'V2', 'severity': 'soft', 'rule': 'v_line == $line', 'refers': ['/v_line']}""");

    static final FormVersion GOING_BACK = form("going-back", """
            'members': {'type': 'integer'}, 'phone': {'type': 'string', 'maxLength': 20}""", """
            'members_first': {'type': 'number', 'original': {'form': 'household-census', 'of': 'count(members)'}},
            'phone_first': {'type': 'text', 'original': {'form': 'household-census', 'of': 'phone'}},
            'team_first': {'type': 'text', 'original': {'meta': 'team'}}""", """
            {'code': 'Q1', 'severity': 'soft', 'rule': 'members == $members_first', 'refers': ['/members']},
            {'code': 'Q2', 'severity': 'soft', 'rule': 'phone == $phone_first', 'refers': ['/phone']},
            {'code': 'Q3', 'severity': 'soft', 'rule': 'members < 30', 'refers': ['/members']}""");

    @Override
    protected Catalogue catalogue() {
        List<FormVersion> forms = new ArrayList<>(Catalogue.bundled().forms());
        forms.add(OF_VILLAGES);
        forms.add(GOING_BACK);
        return Catalogue.of(forms);
    }

    static FormVersion form(String name, String properties, String context, String checks) {
        String questions = Json.own(("{" + properties + "}").replace('\'', '"')).properties().stream()
                .map(question -> "'/" + question.getKey() + "'").reduce((a, b) -> a + "," + b).orElseThrow();
        return FormVersion.of(Json.own("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:%s:1.0',
                 'type': 'object', 'additionalProperties': false, 'properties': {%s},
                 'x-sections': [{'name': 'A', 'questions': [%s]}], 'x-context': {%s}, 'x-checks': [%s]}"""
                .formatted(name, properties, questions, context, checks).replace('\'', '"')), Map.of(), Map.of());
    }

    static ObjectNode sent(FormVersion form, String unit, ObjectNode answers) {
        ObjectNode sent = Json.object().put("campaign", CAMPAIGN).put("unit", unit);
        sent.putObject("form").put("name", form.id().name()).put("version", form.id().version());
        sent.set("answers", answers);
        return sent;
    }

    static ObjectNode unitOf(FormVersion form, String unit, String team) {
        ObjectNode line = Json.object().put("unit", unit).put("team", team);
        line.putObject("form").put("name", form.id().name()).put("version", form.id().version());
        return line;
    }

    /** A household with so many of the four members of the example. */
    static ObjectNode household(String unit, int members) {
        ObjectNode sent = interview(unit);
        JsonNode rows = sent.at("/answers/members");
        while (rows.size() > members) {
            ((ArrayNode) rows).remove(rows.size() - 1);
        }
        return sent;
    }

    ObjectNode village(int people) {
        return sent(OF_VILLAGES, VILLAGE_UNIT, Json.object().put("v_pop", people).put("v_line", 4000));
    }

    JsonNode shown(Person person, UUID submission) {
        return get(person, "/api/submissions/" + submission).ok();
    }

    static List<String> codes(JsonNode findings) {
        return findings.findValuesAsText("check");
    }

    JsonNode assigned(Person person, String unit) {
        for (JsonNode one : get(person, "/api/assignments").ok().get("units")) {
            if (one.get("unit").textValue().equals(unit)) {
                return one;
            }
        }
        throw new AssertionError(unit + " is not assigned");
    }
}
