package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;

/** What was refused is not lost. */
class QuarantineTest extends FieldKit {

    private final UUID submission = UUID.randomUUID();

    @Test
    void whatDoesNotFitIsKeptForTheTeamAndItsSupervisors() {
        String id = kept(unfit("x"));

        for (Person reader : List.of(Person.ZHAXI, Person.ZHUOMA, Person.COUNTY)) {
            JsonNode items = get(reader, "/api/quarantine").ok().get("items");
            assertThat(items).hasSize(1);
            assertThat(items.at("/0/id").textValue()).isEqualTo(id);
            assertThat(items.at("/0/submission").textValue()).isEqualTo(submission.toString());
            assertThat(items.at("/0/unit").textValue()).isEqualTo(UNIT);
            assertThat(items.at("/0/area").textValue()).isEqualTo(VILLAGE);
            assertThat(items.at("/0/team").textValue()).isEqualTo("team-1");
            assertThat(items.at("/0/problem/errors/0/pointer").textValue()).isEqualTo("#/n_hukou");
        }
        assertThat(get(Person.DUOJI, "/api/quarantine").ok().get("items")).isEmpty();
        assertThat(get(Person.OTHER_COUNTY, "/api/quarantine").ok().get("items")).isEmpty();
        get(Person.OTHER_COUNTY, "/api/quarantine/" + id).refused(404, "not-found");
        get(Person.STATISTICIAN, "/api/quarantine").refused(403, "not-allowed");
    }

    @Test
    void theBodyIsShownWithoutIdentifiers() {
        ObjectNode sent = unfit("x");
        ((ObjectNode) sent.get("answers")).put("note " + HEAD_ID_NUMBER, "his number is " + HEAD_ID_NUMBER);
        String id = kept(sent);

        Answer answer = get(Person.COUNTY, "/api/quarantine/" + id);

        assertThat(answer.ok().at("/body/answers/head_name").textValue()).isEqualTo("扎西");
        assertThat(answer.json().at("/body/answers/n_hukou").textValue()).isEqualTo("x");
        assertThat(answer.text()).doesNotContain(HEAD_ID_NUMBER, PHONE);
        assertThat(get(Person.COUNTY, "/api/quarantine").text()).doesNotContain(HEAD_ID_NUMBER, PHONE);
    }

    @Test
    void theSameIsKeptOnce() {
        String first = revise(Person.ZHAXI, submission, 1, unfit("x")).json().get("quarantine").textValue();
        String again = revise(Person.ZHAXI, submission, 1, unfit("x")).json().get("quarantine").textValue();
        String other = revise(Person.ZHAXI, submission, 1, unfit("X")).json().get("quarantine").textValue();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(get(Person.COUNTY, "/api/quarantine").ok().get("items")).hasSize(2);
    }

    @Test
    void everythingThatCouldBeReadButNotStoredIsKept() {
        stored(Person.ZHAXI, interview(UNIT));
        revise(Person.ZHAXI, submission, 1, interview(UNIT).put("campaign", "census-1953"))
                .refused(422, "unknown-campaign");
        revise(Person.ZHAXI, submission, 1, interview(VILLAGE + "-9999")).refused(422, "unknown-unit");
        revise(Person.ZHAXI, submission, 1, interview(FOREIGN_UNIT)).refused(403, "foreign-area");
        revise(Person.ZHAXI, submission, 1, interview(OTHER_TEAMS_UNIT)).refused(403, "other-team");
        revise(Person.ZHAXI, submission, 2, interview(UNIT)).refused(409, "revision-out-of-order");
        revise(Person.ZHAXI, submission, 1, (ObjectNode) interview(UNIT).without("form"))
                .refused(422, "unreadable-body");

        JsonNode items = get(Person.ZHAXI, "/api/quarantine").ok().get("items");

        assertThat(items.findValuesAsText("type")).containsExactlyInAnyOrder("/problems/unknown-campaign",
                "/problems/unknown-unit", "/problems/foreign-area", "/problems/other-team",
                "/problems/revision-out-of-order", "/problems/unreadable-body");
    }

    @Test
    void aForeignUnitIsKeptWhereItsSenderWorks() {
        revise(Person.ZHAXI, submission, 1, interview(FOREIGN_UNIT)).refused(403, "foreign-area");

        assertThat(get(Person.OTHER_COUNTY, "/api/quarantine").ok().get("items")).isEmpty();
        assertThat(get(Person.COUNTY, "/api/quarantine").ok().at("/items/0/area").textValue()).isEqualTo(TOWNSHIP);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 7; i++) {
            revise(Person.ZHAXI, UUID.randomUUID(), 1, unfit("x" + i));
        }
        List<String> met = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            JsonNode answer = get(Person.COUNTY, "/api/quarantine?limit=2&after=" + after).ok();
            met.addAll(answer.get("items").findValuesAsText("id"));
            assertThat(answer.has("next")).isEqualTo(page < 3);
            after = answer.path("next").asText();
        }

        assertThat(met).hasSize(7).doesNotHaveDuplicates();
        get(Person.COUNTY, "/api/quarantine?after=x").refused(400, "unreadable-request");
    }

    @Test
    void depthThatIsStillReadableIsKept() {
        ObjectNode sent = interview(UNIT);
        ObjectNode deep = (ObjectNode) sent.get("answers");
        for (int depth = 0; depth < 61; depth++) {
            deep = deep.putObject("deep");
        }
        String id = kept(sent);

        JsonNode body = get(Person.COUNTY, "/api/quarantine/" + id).ok().get("body");
        assertThat(body.at("/answers/deep/deep/deep").isObject()).isTrue();
    }

    private String kept(ObjectNode unfit) {
        return revise(Person.ZHAXI, submission, 1, unfit).refused(422, "unreadable-answers")
                .get("quarantine").textValue();
    }

    private static ObjectNode unfit(String hukou) {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).put("n_hukou", hukou);
        return sent;
    }
}
