package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** A server that has been sent households with one person, some of them twice. */
abstract class LinkKit extends FieldKit {

    static final String SECOND_ID_NUMBER = "549901198208090021";

    /** Somebody who is a household of one. */
    static ObjectNode alone(String unit, String name, String number) {
        return named(interview(unit), name, number);
    }

    static ObjectNode named(ObjectNode sent, String name, String number) {
        ObjectNode answers = (ObjectNode) sent.get("answers");
        ObjectNode member = (ObjectNode) answers.get("members").get(0);
        member.remove(List.of("name_bo", "name_alias"));
        answers.putArray("members").add(member.put("name_zh", name).put("id_no", number));
        return sent;
    }

    List<JsonNode> pairs(Person person, String query) {
        JsonNode answer = get(person, "/api/linkage/pairs" + query).ok();
        assertThat(answer.has("building")).isFalse();
        List<JsonNode> pairs = new ArrayList<>();
        answer.get("pairs").forEach(pairs::add);
        return pairs;
    }

    JsonNode pair(Person person) {
        List<JsonNode> pairs = pairs(person, "");
        assertThat(pairs).hasSize(1);
        return pairs.get(0);
    }

    String state() {
        return pair(Person.COUNTY).get("state").textValue();
    }

    static String at(JsonNode pair) {
        return "/api/linkage/pairs/" + pair.get("id").textValue();
    }

    Answer judge(Person person, JsonNode pair, int number, String verdict, String... evidence) {
        ObjectNode body = Json.object().put("verdict", verdict);
        var seen = body.putArray("evidence");
        List.of(evidence.length == 0 ? new String[] {"id-card"} : evidence).forEach(seen::add);
        return put(person, at(pair) + "/judgements/" + number, body);
    }

    Answer undo(Person person, JsonNode pair, int number) {
        return put(person, at(pair) + "/judgements/" + number,
                Json.object().put("kind", "undo").put("reason", "户口簿上另有其人"));
    }

    /** 扎西 in two households of the township, with one id number, under two names. */
    List<UUID> doubt() {
        return List.of(stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER)),
                stored(Person.ZHAXI, alone(SECOND_UNIT, "多吉", HEAD_ID_NUMBER)));
    }
}
