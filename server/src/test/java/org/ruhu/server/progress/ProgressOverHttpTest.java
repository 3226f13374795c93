package org.ruhu.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** What supervisors see of how far the work is. */
class ProgressOverHttpTest extends FieldKit {

    private static final int TRIES = 100_000;

    @Override
    protected Clock clock() {
        return new SetClock();
    }

    @BeforeEach
    void nameTheVillages() {
        addVillages();
    }

    private JsonNode progress(Person person, String area) {
        return get(person, "/api/progress?campaign=" + CAMPAIGN + "&area=" + area).ok();
    }

    /** Asked again until so many units are counted as enumerated; counting follows a moment behind. */
    private JsonNode progress(Person person, String area, int enumerated) {
        JsonNode seen = progress(person, area);
        for (int i = 0; i < TRIES && seen.at("/total/enumerated").intValue() != enumerated; i++) {
            seen = progress(person, area);
        }
        assertThat(seen.at("/total/enumerated").intValue()).isEqualTo(enumerated);
        return seen;
    }

    private static JsonNode child(JsonNode progress, String code) {
        for (JsonNode child : progress.get("children")) {
            if (child.get("code").textValue().equals(code)) {
                return child;
            }
        }
        throw new AssertionError("no " + code + " among " + progress.get("children").findValuesAsText("code"));
    }

    private JsonNode units(Person person, String query) {
        return get(person, "/api/units?campaign=" + CAMPAIGN + "&" + query).ok();
    }

    @Test
    void anInterviewRaisesTheCountOfItsVillageAndEverythingAbove() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode county = progress(Person.COUNTY, COUNTY, 1);
        assertThat(county.get("name").textValue()).isEqualTo("卡若区");
        assertThat(county.get("today").textValue()).isEqualTo("2026-11-21");
        assertThat(county.at("/total/units").intValue()).isEqualTo(4);
        assertThat(county.at("/total/target").intValue()).isEqualTo(4);
        assertThat(county.at("/total/expectedToday").intValue()).as("21 of 50 days").isEqualTo(2);
        assertThat(county.at("/total/results/01").intValue()).isEqualTo(1);
        assertThat(county.at("/total/states")).hasToString("{\"listed\":3,\"waiting\":0,\"received\":1,"
                + "\"checked\":0,\"accepted\":0,\"correction\":0,\"returned\":0,\"void\":0}");
        assertThat(county.at("/total/lastArrival").textValue()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(county.at("/total/days")).hasSize(14);
        assertThat(county.at("/total/days/13")).hasToString("{\"day\":\"2026-11-21\",\"arrived\":1}");
        assertThat(child(county, TOWNSHIP).get("units").intValue()).isEqualTo(4);
        assertThat(county.get("children").size()).as("townships without units too").isGreaterThan(10);

        JsonNode township = progress(Person.ZHUOMA, TOWNSHIP);
        assertThat(child(township, VILLAGE).get("enumerated").intValue()).isEqualTo(1);
        assertThat(child(township, VILLAGE).get("name").textValue()).isEqualTo("村201");
        assertThat(child(township, VILLAGE).get("level").textValue()).isEqualTo("village");
        assertThat(child(township, OTHER_VILLAGE).get("lastArrival").isNull()).isTrue();
        assertThat(progress(Person.COUNTY, VILLAGE).get("children")).isEmpty();
        assertThat(progress(Person.STATISTICIAN, "5403").at("/total/units").intValue()).isEqualTo(5);
    }

    @Test
    void aLoginSeesItsOwnAreasOnly() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode all = progress(Person.COUNTY, "", 1);
        assertThat(progress(Person.ZHUOMA, COUNTY).get("children").findValuesAsText("code")).containsExactly(TOWNSHIP);
        assertThat(all.get("children").findValuesAsText("code")).containsExactly(COUNTY);
        assertThat(all.at("/total/units").intValue()).isEqualTo(4);
        get(Person.COUNTY, "/api/progress?area=" + OTHER_COUNTY).refused(403, "foreign-area");
        get(Person.COUNTY, "/api/units?area=" + OTHER_COUNTY + "100201").refused(403, "foreign-area");
        assertThat(audited("refused-foreign-area")).containsExactly("county progress/" + CAMPAIGN + "/" + OTHER_COUNTY,
                "county progress/" + CAMPAIGN + "/" + OTHER_COUNTY + "100201");
        for (Person person : List.of(Person.ZHAXI, Person.AUDITOR, Person.ADMINISTRATOR)) {
            get(person, "/api/progress?area=" + COUNTY).refused(403, "not-allowed");
        }
        get(Person.STATISTICIAN, "/api/units?area=" + VILLAGE).refused(403, "not-allowed");
        get("/api/progress").refused(401, "not-signed-in");
    }

    @Test
    void whatIsAskedForMustBeAnAreaOfACampaign() {
        for (String area : List.of("x", "54030", "5403021022010", "5403%00")) {
            get(Person.COUNTY, "/api/progress?area=" + area).refused(400, "unreadable-request");
        }
        get(Person.COUNTY, "/api/progress?campaign=no-such").refused(404, "not-found");
        get(Person.COUNTY, "/api/units?area=" + COUNTY).refused(400, "unreadable-request");
        for (String wrong : List.of("limit=0", "limit=x", "after=x", "after=" + VILLAGE)) {
            get(Person.COUNTY, "/api/units?area=" + VILLAGE + "&" + wrong).refused(400, "unreadable-request");
        }
        assertThat(get(Person.COUNTY, "/api/progress").ok().get("campaign").textValue()).isEqualTo(CAMPAIGN);
    }

    @Test
    void theUnitsOfAVillageTellWhatCameFromEach() {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).put("head_name", "多吉");
        UUID submission = stored(Person.ZHAXI, sent);
        JsonNode rows = units(Person.ZHUOMA, "area=" + VILLAGE).get("units");
        assertThat(rows.findValuesAsText("unit")).containsExactly(UNIT, SECOND_UNIT);
        assertThat(rows.at("/0/state").textValue()).isEqualTo("received");
        assertThat(rows.at("/0/submission").textValue()).isEqualTo(submission.toString());
        assertThat(rows.at("/0/head").textValue()).isEqualTo("多吉");
        assertThat(rows.at("/0/result").textValue()).isEqualTo("01");
        assertThat(rows.at("/0/findings/hard").isInt()).isTrue();
        assertThat(rows.at("/1")).hasToString("{\"unit\":\"%s\",\"address\":\"村口第三户\",\"head\":\"扎西\",\"state\":\"listed\"}"
                .formatted(SECOND_UNIT));
    }

    @Test
    void aVillageIsReadPageByPage() {
        List<ObjectNode> more = new ArrayList<>();
        for (int n = 100; n < 105; n++) {
            more.add(unit(VILLAGE + "-0" + n, "team-1"));
        }
        putUnits(more.toArray(ObjectNode[]::new));
        List<String> seen = new ArrayList<>();
        String after = "";
        for (JsonNode page = null; page == null || page.has("next"); ) {
            page = units(Person.COUNTY, "area=" + VILLAGE + "&limit=3&after=" + after);
            seen.addAll(page.get("units").findValuesAsText("unit"));
            after = page.path("next").asText();
        }
        assertThat(seen).hasSize(7).isSorted().startsWith(UNIT, SECOND_UNIT);
    }

    @Test
    void aUnitWaitsForItsPhotoAndIsThenReceived() throws Exception {
        byte[] photo = "a photo".getBytes();
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        stored(Person.ZHAXI, naming(interview(UNIT), sha256));
        assertThat(progress(Person.COUNTY, VILLAGE, 1).at("/total/states/waiting").intValue()).isEqualTo(1);
        assertThat(units(Person.COUNTY, "area=" + VILLAGE).at("/units/0/state").textValue()).isEqualTo("waiting");
        send(request(Person.ZHAXI, "/api/attachments/" + sha256).header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(photo))).ok(201);
        JsonNode seen = progress(Person.COUNTY, VILLAGE);
        for (int i = 0; i < TRIES && seen.at("/total/states/waiting").intValue() > 0; i++) {
            seen = progress(Person.COUNTY, VILLAGE);
        }
        assertThat(seen.at("/total/states/received").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsDecidedIsCountedWhereItIsAndWhatIsVoidIsNotEnumerated() {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        JsonNode seen = progress(Person.COUNTY, COUNTY);
        for (int i = 0; i < TRIES && seen.at("/total/states/accepted").intValue() == 0; i++) {
            seen = progress(Person.COUNTY, COUNTY);
        }
        assertThat(child(seen, TOWNSHIP).at("/states/accepted").intValue()).isEqualTo(1);
        post(Person.COUNTY, "/api/submissions/" + submission + "/steps", Json.object().put("number", 3)
                .put("revision", 1).put("step", "void").put("reason", "走错了门")).ok(201);
        assertThat(progress(Person.COUNTY, COUNTY, 0).at("/total/states/void").intValue()).isEqualTo(1);
        assertThat(units(Person.COUNTY, "area=" + VILLAGE).at("/units/0/state").textValue()).isEqualTo("void");
        UUID again = stored(Person.ZHAXI, interview(UNIT));
        JsonNode unit = units(Person.COUNTY, "area=" + VILLAGE).at("/units/0");
        assertThat(unit.get("state").textValue()).isEqualTo("received");
        assertThat(unit.get("submission").textValue()).isEqualTo(again.toString());
        progress(Person.COUNTY, COUNTY, 1);
    }

    @Test
    void countsOutliveARestart() {
        stored(Person.ZHAXI, interview(UNIT));
        progress(Person.COUNTY, COUNTY, 1);
        restart();
        stored(Person.ZHAXI, interview(SECOND_UNIT));
        progress(Person.COUNTY, COUNTY, 2);
    }
}
