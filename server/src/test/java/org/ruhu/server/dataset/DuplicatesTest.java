package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** One id number under two names in two households, and what clerks say about it. */
class DuplicatesTest extends ExportKit {

    private UUID first;
    private UUID second;

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("linkage_sample_percent", "0");
    }

    @BeforeEach
    void sendTwoHouseholds() {
        first = stored(Person.ZHAXI, alone(UNIT, "扎西"));
        second = stored(Person.ZHAXI, alone(SECOND_UNIT, "多吉"));
    }

    private static ObjectNode alone(String unit, String name) {
        ObjectNode sent = interview(unit);
        ObjectNode answers = (ObjectNode) sent.get("answers");
        ObjectNode member = (ObjectNode) answers.get("members").get(0);
        member.remove(List.of("name_bo", "name_alias"));
        answers.putArray("members").add(member.put("name_zh", name).put("id_no", HEAD_ID_NUMBER));
        return sent;
    }

    private void decide(String verdict) {
        JsonNode pair = get(Person.COUNTY, "/api/linkage/pairs").ok().at("/pairs/0");
        ObjectNode says = Json.object().put("verdict", verdict);
        says.putArray("evidence").add("id-card");
        String path = "/api/linkage/pairs/" + pair.get("id").textValue() + "/judgements/";
        put(Person.ZHUOMA, path + 1, says).ok(201);
        put(Person.COUNTY, path + 2, says).ok(201);
    }

    @Test
    void beforeClerksHaveDecidedNothingIsSaid() throws IOException {
        assertThat(members("flag")).hasSize(3).allMatch(row -> row.endsWith(",person_cluster,person_kept")
                || row.endsWith(",,"));
        assertThat(members("resolve")).hasSize(3);
        assertThat(members("keep").get(0)).doesNotContain("person_cluster");
    }

    @Test
    void whatClerksDecidedIsInColumnsOrLeavesTheOthersOut() throws IOException {
        JsonNode before = done(wish().put("duplicates", "flag"));
        decide("same");
        String cluster = List.of(first, second).stream().map(Object::toString).sorted().findFirst().orElseThrow();

        List<String> flagged = members("flag");
        assertThat(flagged.get(1)).startsWith(first.toString()).endsWith("," + cluster + "/members/1,0");
        assertThat(flagged.get(2)).startsWith(second.toString()).endsWith("," + cluster + "/members/1,1");
        assertThat(before.get("unchanged").booleanValue()).isFalse();
        assertThat(members("resolve")).hasSize(2).element(1).asString().startsWith(second.toString());
        assertThat(files(done(wish().put("duplicates", "resolve")))).containsKey("households.csv");
        assertThat(members("keep")).hasSize(3);
    }

    /** The later household waits for a photo since it was corrected, so it is in no file of what is received. */
    @Test
    void whoIsInNoFileStandsForNobody() throws IOException {
        decide("same");
        revise(Person.ZHAXI, second, 2, naming(alone(SECOND_UNIT, "多吉"), "0".repeat(64))).ok(201);

        assertThat(members(wish().put("duplicates", "resolve"))).hasSize(2).element(1).asString()
                .startsWith(second.toString());
        assertThat(members(wish().put("duplicates", "resolve").put("revision", "latest"))).hasSize(2).element(1)
                .asString().startsWith(first.toString()).endsWith(",1");
    }

    @Test
    void correctionsOfWhomAFileLeavesOutAreNotInItEither() throws IOException {
        revise(Person.ZHAXI, first, 2, corrected(UNIT, "扎西")).ok(201);
        revise(Person.ZHAXI, second, 2, corrected(SECOND_UNIT, "多吉")).ok(201);
        decide("same");

        assertThat(edits("keep")).containsExactlyInAnyOrder(first + ",2,1.0,/members/0/ethnic,", first + ",2,1.0,/n_share,",
                second + ",2,1.0,/members/0/ethnic,", second + ",2,1.0,/n_share,");
        assertThat(edits("resolve")).containsExactlyInAnyOrder(first + ",2,1.0,/n_share,",
                second + ",2,1.0,/members/0/ethnic,", second + ",2,1.0,/n_share,");
    }

    private static ObjectNode corrected(String unit, String name) {
        ObjectNode sent = alone(unit, name);
        ((ObjectNode) sent.at("/answers")).put("n_share", 9);
        ((ObjectNode) sent.at("/answers/members/0")).put("ethnic", "07");
        return sent;
    }

    /** Up to the name of the answer. */
    private List<String> edits(String duplicates) throws IOException {
        byte[] file = files(done(wish().put("duplicates", duplicates))).get("edits.csv");
        return new String(file, StandardCharsets.UTF_8).lines().skip(1)
                .map(row -> row.replaceFirst("^(([^,]*,){4}).*", "$1")).toList();
    }

    @Test
    void whoIsDecidedToBeAnotherStays() throws IOException {
        decide("different");

        assertThat(members("resolve")).hasSize(3);
    }

    private List<String> members(String duplicates) throws IOException {
        return members(wish().put("duplicates", duplicates));
    }

    private List<String> members(ObjectNode wish) throws IOException {
        byte[] file = files(done(wish)).get("members.csv");
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }
}
