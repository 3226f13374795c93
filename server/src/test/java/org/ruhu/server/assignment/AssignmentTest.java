package org.ruhu.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.submission.FieldKit;

/** The frame, and what of it reaches a tablet. */
class AssignmentTest extends FieldKit {

    @Test
    void aTeamGetsItsUnitsWithAllTheInterviewNeeds() {
        addVillages();

        JsonNode assigned = get(Person.ZHAXI, "/api/assignments").ok();

        assertThat(units(assigned)).containsExactlyInAnyOrder(UNIT, SECOND_UNIT, THIRD_UNIT);
        JsonNode unit = assigned.at("/units/0");
        assertThat(unit.get("campaign").textValue()).isEqualTo(CAMPAIGN);
        assertThat(unit.get("area").textValue()).isEqualTo(VILLAGE);
        assertThat(unit.get("areaName").textValue()).isEqualTo("村201");
        assertThat(unit.at("/form/version").textValue()).isEqualTo("1.0");
        assertThat(unit.at("/prefill/head_name").textValue()).isEqualTo("扎西");
        assertThat(unit.at("/prefill/phone").textValue()).isEqualTo(PHONE);
        assertThat(unit.at("/context/unit_area").textValue()).isEqualTo(VILLAGE);
        assertThat(unit.at("/context/poverty_line").intValue()).isEqualTo(4000);
        assertThat(unit.at("/context/pc_net_last_year").intValue()).isEqualTo(9500);
        assertThat(unit.get("state").textValue()).isEqualTo("listed");
        assertThat(assigned.get("more").booleanValue()).isFalse();
        assertThat(assigned.get("gone")).isEmpty();
    }

    @Test
    void laterOnlyWhatChangedIsSent() {
        long next = next(get(Person.ZHAXI, "/api/assignments").ok());
        assertThat(since(Person.ZHAXI, next).get("units")).isEmpty();

        putUnits(unit(SECOND_UNIT, "team-1").put("address", "新址"), unit(UNIT, "team-1"));

        JsonNode delta = since(Person.ZHAXI, next);
        assertThat(units(delta)).containsExactly(SECOND_UNIT);
        assertThat(delta.at("/units/0/address").textValue()).isEqualTo("新址");
        assertThat(since(Person.ZHAXI, next(delta)).get("units")).isEmpty();
    }

    @Test
    void aUnitGivenToAnotherTeamIsGone() {
        long zhaxis = next(get(Person.ZHAXI, "/api/assignments").ok());
        long duojis = next(get(Person.DUOJI, "/api/assignments").ok());

        putUnits(unit(UNIT, "team-2"));

        JsonNode lost = since(Person.ZHAXI, zhaxis);
        assertThat(lost.get("units")).isEmpty();
        assertThat(lost.get("gone")).extracting(JsonNode::textValue).containsExactly(UNIT);
        assertThat(units(since(Person.DUOJI, duojis))).containsExactly(UNIT);
        assertThat(units(get(Person.ZHAXI, "/api/assignments").ok())).doesNotContain(UNIT);

        putUnits(unit(UNIT, "team-1"));

        assertThat(units(since(Person.ZHAXI, next(lost)))).containsExactly(UNIT);
    }

    @Test
    void theStateOfAUnitFollowsWhatArrives() throws Exception {
        byte[] photo = "a house".getBytes(StandardCharsets.UTF_8);
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        long next = next(get(Person.ZHAXI, "/api/assignments").ok());

        stored(Person.ZHAXI, naming(interview(UNIT), sha256));

        JsonNode waiting = since(Person.ZHAXI, next);
        assertThat(units(waiting)).containsExactly(UNIT);
        assertThat(waiting.at("/units/0/state").textValue()).isEqualTo("waiting");

        send(request(Person.ZHAXI, "/api/attachments/" + sha256).PUT(BodyPublishers.ofByteArray(photo))).ok(201);

        JsonNode received = since(Person.ZHAXI, next(waiting));
        assertThat(units(received)).containsExactly(UNIT);
        assertThat(received.at("/units/0/state").textValue()).isEqualTo("received");
    }

    @Test
    void manyUnitsComeInPages() {
        List<ObjectNode> frame = new ArrayList<>();
        for (int i = 100; i < 123; i++) {
            frame.add(unit(VILLAGE + "-0" + i, "team-1"));
        }
        putUnits(frame.toArray(ObjectNode[]::new));
        List<String> met = new ArrayList<>();
        long since = 0;
        boolean more = true;
        while (more) {
            JsonNode page = get(Person.ZHAXI, "/api/assignments?limit=10&since=" + since).ok();
            met.addAll(units(page));
            since = next(page);
            more = page.get("more").booleanValue();
        }

        assertThat(met).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void nobodyElseHasAssignments() {
        get(Person.COUNTY, "/api/assignments").refused(403, "not-allowed");
        get("/api/assignments").refused(401, "not-signed-in");
        get(Person.ZHAXI, "/api/assignments?since=x").refused(400, "unreadable-request");
        get(Person.ZHAXI, "/api/assignments?limit=0").refused(400, "unreadable-request");
    }

    @Test
    void theSameFrameAgainChangesNothing() {
        JsonNode again = putUnits(unit(UNIT, "team-1"), unit(SECOND_UNIT, "team-1"));

        assertThat(again.get("stored").intValue()).isZero();
        assertThat(again.get("same").intValue()).isEqualTo(2);
        assertThat(again.get("refused")).isEmpty();
    }

    @Test
    void aLineThatIsNoUnitOfTheCampaignIsToldAndTheOthersAreStored() {
        JsonNode answer = putUnits(unit(VILLAGE + "-0011", "team-1"), unit("540302-1", "team-1"), unit(UNIT, "team 1"),
                unit("110101001001-0001", "team-1"), unit(VILLAGE + "-0012", "team-1").put("area", OTHER_VILLAGE),
                unit(VILLAGE + "-0012", "team-1").put("campaign", "another"),
                unit(VILLAGE + "-0012", "team-1").put("teem", "x"), unit(VILLAGE + "-0013", "team-1"));

        assertThat(answer.get("stored").intValue()).isEqualTo(2);
        assertThat(answer.get("refused").findValuesAsText("line")).containsExactly("2", "3", "4", "5", "6", "7");
        assertThat(answer.at("/refused/0/detail").textValue()).isNotEmpty();
    }

    @Test
    void aSurveyThatIsAnsweredWithBallotsHasNoUnits() {
        ObjectNode staff = unit(VILLAGE + "-0011", "team-1");
        staff.putObject("form").put("name", "staff-survey").put("version", "1.0");
        JsonNode answer = putUnits(staff);
        assertThat(answer.get("stored").intValue()).isZero();
        assertThat(answer.at("/refused/0/errors/0/pointer").textValue()).isEqualTo("#/form");
    }

    @Test
    void onlyAnAdministratorPutsUnitsOnACampaignThereIs() {
        lines(Person.COUNTY, "/api/campaigns/" + CAMPAIGN + "/units", unit(UNIT, "team-1")).refused(403, "not-allowed");
        lines(Person.ADMINISTRATOR, "/api/campaigns/census-1953/units", unit(UNIT, "team-1")).refused(404, "not-found");
        post(Person.ADMINISTRATOR, "/api/campaigns/" + CAMPAIGN + "/units", unit(UNIT, "team-1"))
                .refused(415, "unsupported-media-type");
    }

    private JsonNode since(Person person, long since) {
        return get(person, "/api/assignments?since=" + since).ok();
    }

    private static long next(JsonNode answer) {
        return answer.get("next").longValue();
    }

    private static List<String> units(JsonNode answer) {
        return answer.get("units").findValuesAsText("unit");
    }
}
