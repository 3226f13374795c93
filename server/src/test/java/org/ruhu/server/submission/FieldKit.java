package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.door.Json;

/** A server in the middle of a census: two teams in one township with units of their own, a unit in the next county. */
public abstract class FieldKit extends ServerKit {

    /** 扎西's team's. */
    protected static final String UNIT = VILLAGE + "-0007";
    protected static final String SECOND_UNIT = VILLAGE + "-0008";
    protected static final String THIRD_UNIT = OTHER_VILLAGE + "-0001";
    /** 多吉's team's. */
    protected static final String OTHER_TEAMS_UNIT = OTHER_VILLAGE + "-0002";
    protected static final String FOREIGN_UNIT = OTHER_COUNTY + "100201-0001";

    protected static final String HEAD_ID_NUMBER = "549901198005170013";
    protected static final String PHONE = "13900000001";

    @BeforeEach
    void putTheFrame() {
        putUnits(unit(UNIT, "team-1"), unit(SECOND_UNIT, "team-1"), unit(THIRD_UNIT, "team-1"),
                unit(OTHER_TEAMS_UNIT, "team-2"), unit(FOREIGN_UNIT, "team-9"));
    }

    protected static ObjectNode unit(String unit, String team) {
        ObjectNode json = Json.object().put("unit", unit).put("team", team).put("address", "村口第三户").put("order", 1);
        json.putObject("prefill").put("head_name", "扎西").put("phone", PHONE).put("pc_net_last_year", 9500)
                .put("ref_date", "2020-12-31");
        return json;
    }

    protected JsonNode putUnits(ObjectNode... units) {
        return lines(Person.ADMINISTRATOR, "/api/campaigns/" + CAMPAIGN + "/units", units).ok();
    }

    /** Posts NDJSON. */
    protected Answer lines(Person person, String path, ObjectNode... lines) {
        StringBuilder text = new StringBuilder();
        for (ObjectNode line : lines) {
            text.append(line).append('\n');
        }
        return ndjson(person, path, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    protected Answer ndjson(Person person, String path, byte[] bytes) {
        return send(request(person, path).header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** A household of four that fits the form and fails no hard check, as 扎西's tablet sends it. */
    protected static ObjectNode interview(String unit) {
        ObjectNode sent = Json.object();
        sent.putObject("form").put("name", "household-census").put("version", "1.0");
        sent.put("campaign", CAMPAIGN).put("unit", unit);
        sent.set("answers", answers().put("village_code", unit.replaceFirst("-.*", "")));
        sent.putObject("missing");
        sent.putArray("attachments");
        sent.putObject("paradata").put("language", "bo");
        return sent;
    }

    protected static ObjectNode answers() {
        try (InputStream in = FieldKit.class.getResourceAsStream("/forms/household-census/1.0/examples/base.json")) {
            return (ObjectNode) Json.own(in.readAllBytes()).get("answers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static ObjectNode interviewOf(String head) {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).put("head_name", head);
        return sent;
    }

    protected static ObjectNode naming(ObjectNode sent, String... attachments) {
        List.of(attachments).forEach(sent.withArray("attachments")::add);
        return sent;
    }

    protected static String path(UUID submission, int number) {
        return "/api/submissions/" + submission + "/revisions/" + number;
    }

    protected Answer revise(Person person, UUID submission, int number, ObjectNode sent) {
        return put(person, path(submission, number), sent);
    }

    protected UUID stored(Person person, ObjectNode sent) {
        UUID submission = UUID.randomUUID();
        revise(person, submission, 1, sent).ok(201);
        return submission;
    }

    /** As {@link #stored}, passed by the instructor and accepted by the county office. */
    protected UUID accepted(Person person, ObjectNode sent) {
        UUID submission = stored(person, sent);
        accept(submission, 1);
        return submission;
    }

    /** The latest revision of a submission of which none was accepted before. */
    protected void accept(UUID submission, int revision) {
        String steps = "/api/submissions/" + submission + "/steps";
        int taken = get(Person.COUNTY, "/api/submissions/" + submission).ok().get("taken").intValue();
        ObjectNode step = Json.object().put("number", taken + 1).put("revision", revision).put("step", "pass");
        post(Person.ZHUOMA, steps, step).ok(201);
        post(Person.COUNTY, steps, step.put("number", taken + 2).put("step", "accept")).ok(201);
    }

    /** First revisions that nobody has reviewed, a page together. */
    protected void acceptAll(List<UUID> submissions) {
        for (Person person : List.of(Person.ZHUOMA, Person.COUNTY)) {
            boolean first = person == Person.ZHUOMA;
            ObjectNode body = Json.object().put("step", first ? "pass" : "accept");
            submissions.forEach(one -> body.withArray("submissions").addObject().put("submission", one.toString())
                    .put("number", first ? 1 : 2).put("revision", 1));
            JsonNode results = post(person, "/api/submissions/steps", body).ok().get("results");
            assertThat(results.findValuesAsText("status")).containsOnly("201");
        }
    }

    /** How many revisions there are, as someone at the county office sees them. */
    protected int revisions(UUID submission) {
        return get(Person.COUNTY, "/api/submissions/" + submission).ok().get("revisions").size();
    }

    /** What the audit log says was done, oldest first. */
    protected List<String> audited(String action) {
        JsonNode entries = get(Person.AUDITOR, "/api/audit?limit=1000").ok().get("entries");
        assertThat(entries.isArray()).isTrue();
        return entries.findParents("action").stream().filter(entry -> entry.get("action").textValue().equals(action))
                .map(entry -> entry.get("actor").textValue() + " " + entry.get("subject").textValue()).toList();
    }
}
