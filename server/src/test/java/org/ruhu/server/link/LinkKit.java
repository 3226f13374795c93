package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.submission.FieldKit;

/** A server that has been sent households of one person, some of them twice. */
abstract class LinkKit extends FieldKit {

    static final String OTHER_ID_NUMBER = "549901198208090021";

    /** None drawn by lot, unless a test is about that. */
    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("linkage_sample_percent", "0");
    }

    /** A household of one. */
    static ObjectNode alone(String unit, String name, String number) {
        ObjectNode sent = interview(unit);
        ObjectNode answers = (ObjectNode) sent.get("answers");
        ObjectNode member = (ObjectNode) answers.get("members").get(0);
        member.remove(List.of("name_bo", "name_alias"));
        answers.putArray("members").add(member.put("name_zh", name).put("id_no", number));
        return sent;
    }

    /** One id number under two names, in two households of a village: nobody can tell without looking. */
    List<UUID> doubt() {
        return List.of(stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER)),
                stored(Person.ZHAXI, alone(SECOND_UNIT, "多吉", HEAD_ID_NUMBER)));
    }

    /** One id number and one name in two households. */
    List<UUID> certainty() {
        return List.of(stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER)),
                stored(Person.ZHAXI, alone(SECOND_UNIT, "扎 西", HEAD_ID_NUMBER)));
    }

    List<JsonNode> pairs(Person person, String query) {
        return rows(get(person, "/api/linkage/pairs" + query).ok());
    }

    static List<JsonNode> rows(JsonNode answer) {
        assertThat(answer.has("building")).isFalse();
        List<JsonNode> pairs = new ArrayList<>();
        answer.get("pairs").forEach(pairs::add);
        return pairs;
    }

    /** The only one there is. */
    JsonNode pair() {
        List<JsonNode> pairs = pairs(Person.COUNTY, "");
        assertThat(pairs).hasSize(1);
        return pairs.get(0);
    }

    String state() {
        return pair().get("state").textValue();
    }

    static String at(JsonNode pair) {
        return "/api/linkage/pairs/" + pair.get("id").textValue();
    }

    static ObjectNode says(String verdict, String... evidence) {
        ObjectNode body = Json.object().put("verdict", verdict);
        var seen = body.putArray("evidence");
        List.of(evidence.length == 0 ? new String[] {"id-card"} : evidence).forEach(seen::add);
        return body;
    }

    Answer judge(Person person, JsonNode pair, int number, String verdict) {
        return put(person, at(pair) + "/judgements/" + number, says(verdict));
    }

    Answer undo(Person person, JsonNode pair, int number) {
        return put(person, at(pair) + "/judgements/" + number,
                Json.object().put("kind", "undo").put("reason", "户口簿上另有其人"));
    }

    /** Somebody besides the usual persons, signed in. */
    String token(String account, Optional<String> team, Grant... grants) {
        app.staff().open(account, account, team, Optional.of(PASSWORD), List.of(grants));
        return signIn(account, PASSWORD).ok().get("token").textValue();
    }

    Answer get(String token, String path) {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    Answer put(String token, String path, Object json) {
        return send(request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(json))));
    }
}
