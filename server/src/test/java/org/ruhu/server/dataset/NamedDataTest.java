package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Json;

/** Data in which people are named: for a purpose, when a second person says so, for some days, marked, on record. */
class NamedDataTest extends ExportKit {

    private final SetClock clock = new SetClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    private static ObjectNode request() {
        ObjectNode asked = Json.object().put("purpose", "match the census with school lists").put("days", 2);
        asked.set("asked", wish().put("campaign", CAMPAIGN).put("area", COUNTY).put("format", "ndjson"));
        return asked;
    }

    private String asked() {
        return post(Person.STATISTICIAN, "/api/permits", request()).ok(201).get("id").textValue();
    }

    private Answer decision(Person person, String id, boolean yes) {
        return post(person, "/api/permits/" + id + "/decision", Json.object().put("approve", yes).put("note", "seen"));
    }

    private String approved() {
        String id = asked();
        assertThat(decision(Person.COUNTY, id, true).ok().get("state").textValue()).isEqualTo("approved");
        assertThat(ended(id).get("state").textValue()).isEqualTo("done");
        return id;
    }

    private static List<JsonNode> rows(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8).lines()
                .map(line -> (JsonNode) Json.read(line.getBytes(StandardCharsets.UTF_8))).toList();
    }

    @Test
    void namesComeOutForWhomASecondPersonAllowedItAndAreMarked() throws IOException {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        String first = approved();
        Map<String, byte[]> files = files(one(first));

        JsonNode household = rows(files, "households.ndjson").get(0);
        JsonNode member = rows(files, "members.ndjson").get(0);
        JsonNode answers = interview(UNIT).get("answers");
        assertThat(household.get("head_name")).isEqualTo(answers.get("head_name"));
        assertThat(member.get("id_no")).isEqualTo(answers.at("/members/0/id_no"));
        String marked = household.get("submission").textValue();
        assertThat(marked).isNotEqualTo(submission.toString()).isEqualTo(member.get("submission").textValue())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        JsonNode provenance = Json.read(files.get("provenance.json"));
        assertThat(provenance.at("/permit/recipient").textValue()).isEqualTo("statistician");
        assertThat(provenance.at("/permit/approvedBy").textValue()).isEqualTo("county");
        assertThat(provenance.at("/permit/purpose").textValue()).isEqualTo("match the census with school lists");
        assertThat(provenance.has("masked")).isFalse();

        String second = approved();
        assertThat(rows(files(one(second)), "households.ndjson").get(0).get("submission").textValue())
                .isNotEqualTo(marked);
        ObjectNode found = Json.object().put("submission", marked);
        assertThat(post(Person.AUDITOR, "/api/permits/trace", found).ok().get("id").textValue()).isEqualTo(first);
        post(Person.AUDITOR, "/api/permits/trace", Json.object().put("submission", submission.toString()))
                .refused(404, "not-found");
        post(Person.STATISTICIAN, "/api/permits/trace", found).refused(403, "not-allowed");
        for (String step : List.of("named-data-asked", "named-data-approved", "named-data-read")) {
            assertThat(audited(step)).as(step).hasSize(2);
        }
        assertThat(audited("named-data-traced")).hasSize(2);
        assertThat(faults("Permit", get(Person.STATISTICIAN, "/api/permits").ok().at("/own/0"))).isEmpty();
    }

    @Test
    void withoutAPermitIdentifiersStayMasked() throws IOException {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        approved();
        Map<String, byte[]> files = files(done(wish().put("campaign", CAMPAIGN).put("area", COUNTY)
                .put("format", "ndjson")));
        assertThat(rows(files, "households.ndjson").get(0).get("submission").textValue())
                .isEqualTo(submission.toString());
        assertThat(rows(files, "members.ndjson").get(0).get("id_no").textValue()).isEqualTo("***");
    }

    @Test
    void onlyTheCountyOfficeOfAllOfItDecidesAndOnlyOnce() {
        String id = asked();
        decision(Person.STATISTICIAN, id, true).refused(403, "not-allowed");
        decision(Person.OTHER_COUNTY, id, true).refused(404, "not-found");
        decision(Person.ZHUOMA, id, true).refused(403, "not-allowed");
        get(Person.STATISTICIAN, "/api/exports/" + id).refused(404, "not-found");
        assertThat(get(Person.COUNTY, "/api/permits").ok().at("/waiting/0/id").textValue()).isEqualTo(id);
        assertThat(get(Person.OTHER_COUNTY, "/api/permits").ok().get("waiting")).isEmpty();

        assertThat(decision(Person.COUNTY, id, false).ok().get("state").textValue()).isEqualTo("refused");

        decision(Person.COUNTY, id, true).refused(409, "changed-meanwhile");
        get(Person.STATISTICIAN, "/api/exports/" + id).refused(404, "not-found");
        ObjectNode wide = request();
        ((ObjectNode) wide.get("asked")).put("area", "5403");
        String wider = post(Person.STATISTICIAN, "/api/permits", wide).ok(201).get("id").textValue();
        decision(Person.COUNTY, wider, true).refused(404, "not-found");
    }

    @Test
    void whoeverDecidesSeesWhatHoldsAndMayTakeItBack() {
        stored(Person.ZHAXI, interview(UNIT));
        String kept = approved();
        String taken = approved();
        assertThat(standing(Person.COUNTY)).containsExactlyInAnyOrder(kept, taken);
        assertThat(standing(Person.OTHER_COUNTY)).isEmpty();
        assertThat(standing(Person.STATISTICIAN)).isEmpty();

        send(request(Person.COUNTY, "/api/permits/" + taken).DELETE()).ok();
        assertThat(standing(Person.COUNTY)).containsExactly(kept);

        clock.pass(Duration.ofDays(2));
        String token = signIn("county", PASSWORD).ok().get("token").textValue();
        assertThat(send(request("/api/permits").header("Authorization", "Bearer " + token)).ok().get("standing"))
                .isEmpty();
    }

    private List<String> standing(Person person) {
        return get(person, "/api/permits").ok().get("standing").findValuesAsText("id");
    }

    @Test
    void whatAServerAllowedAndDidNotLiveToMakeTheNextOneMakes() throws IOException {
        stored(Person.ZHAXI, interview(UNIT));
        String id = asked();
        String late = asked();
        Permits permits = new Permits(store);
        permits.change(permits.find(id).orElseThrow(), found -> found.decided(true, "county", "seen", clock.instant()));
        permits.change(permits.find(late).orElseThrow(), found ->
                found.decided(true, "county", "seen", clock.instant().minus(Duration.ofDays(2))));

        restart();

        assertThat(ended(id).get("state").textValue()).isEqualTo("done");
        assertThat(rows(files(one(id)), "households.ndjson")).hasSize(1);
        assertThat(audited("named-data-approved")).containsExactly("county " + id);
        get(Person.STATISTICIAN, "/api/exports/" + late).refused(404, "not-found");
        restart();
        assertThat(audited("named-data-approved")).hasSize(1);
    }

    @Test
    void takenBackTheFileIsGone() {
        stored(Person.ZHAXI, interview(UNIT));
        String id = approved();
        String file = one(id).get("file").textValue();

        send(request(Person.COUNTY, "/api/permits/" + id).DELETE()).ok();

        get(Person.STATISTICIAN, file).refused(410, "gone");
        assertThat(audited("named-data-revoked")).hasSize(1);
    }

    @Test
    void afterItsDaysTheFileIsNotHandedOut() {
        stored(Person.ZHAXI, interview(UNIT));
        String file = one(approved()).get("file").textValue();
        clock.pass(Duration.ofDays(2));
        String token = signIn("statistician", PASSWORD).ok().get("token").textValue();
        send(request(file).header("Authorization", "Bearer " + token)).refused(410, "gone");
    }

    @Test
    void withoutPurposeAndEndNothingIsAsked() {
        Map<String, ObjectNode> wrong = Map.of("/purpose", request().put("purpose", "x"), "/days",
                request().put("days", 31), "", request().put("also", 1));
        wrong.forEach((place, body) -> assertThat(post(Person.STATISTICIAN, "/api/permits", body)
                .refused(422, "unreadable-body").at("/errors/0/pointer").textValue()).isEqualTo("#" + place));
        ObjectNode flagged = request();
        ((ObjectNode) flagged.get("asked")).put("duplicates", "flag");
        post(Person.STATISTICIAN, "/api/permits", flagged).refused(422, "unreadable-body");
        post(Person.COUNTY, "/api/permits", request()).refused(403, "not-allowed");
    }
}
