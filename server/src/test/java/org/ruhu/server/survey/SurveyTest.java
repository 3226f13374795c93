package org.ruhu.server.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;

class SurveyTest extends ServerKit {

    private static final String SURVEY = "staff-2026";
    private static final String ADDRESS = "/api/surveys/" + SURVEY;

    @BeforeEach
    void openTheSurvey() {
        ObjectNode campaign = Json.object().put("id", SURVEY).put("domain", "STAT").put("area", "5403")
                .put("starts", "2020-01-01").put("ends", "2099-12-31").put("target", 1.0);
        campaign.putObject("name").put("zh", "基层干部问卷").put("en", "Staff survey");
        campaign.putObject("form").put("name", "staff-survey").put("version", "1.0");
        post(Person.ADMINISTRATOR, "/api/campaigns", campaign).ok(201);
    }

    private List<String> ballots(int count, String area) {
        JsonNode issued = post(Person.ADMINISTRATOR, "/api/campaigns/" + SURVEY + "/ballots",
                Map.of("count", count, "area", area)).ok(201).get("ballots");
        List<String> ballots = new ArrayList<>();
        issued.forEach(ballot -> ballots.add(ballot.textValue()));
        return ballots;
    }

    private Answer give(String ballot, String hours) {
        return give(body(ballot, hours));
    }

    private static ObjectNode body(String ballot, String hours) {
        ObjectNode body = Json.object().put("ballot", ballot);
        body.putObject("form").put("name", "staff-survey").put("version", "1.0");
        body.putObject("answers").put("hours_week", hours);
        return body;
    }

    private Answer give(ObjectNode body) {
        return send(request(ADDRESS + "/answers").header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private String statistician() {
        post(Person.ADMINISTRATOR, "/api/accounts", Map.of("account", "zhuoma-stat", "name", "卓玛",
                "password", PASSWORD, "grants",
                List.of(Map.of("role", "STATISTICIAN", "area", "5403", "campaign", SURVEY)))).ok(201);
        return signIn("zhuoma-stat", PASSWORD).ok().get("token").textValue();
    }

    private Answer read(String token, String path) {
        return send(request(ADDRESS + path).header("Authorization", "Bearer " + token));
    }

    @Test
    void whoHasABallotAnswersOnceWithoutSigningIn() {
        String ballot = ballots(1, "540302").get(0);
        assertThat(get(ADDRESS).ok().at("/form/form/name").textValue()).isEqualTo("staff-survey");
        give(ballot, "2").ok(201);
        give(ballot, "2").ok(200);
        give(ballot, "3").refused(409, "ballot-used");
        JsonNode count = get(Person.ADMINISTRATOR, ADDRESS + "/count").ok();
        assertThat(count.get("issued").intValue()).isEqualTo(1);
        assertThat(count.get("answered").intValue()).isEqualTo(1);
    }

    @Test
    void aBallotIsReadAsPeopleTypeIt() {
        String ballot = ballots(1, "540302").get(0);
        give(ballot.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o').replace('1', 'l'), "2").ok(201);
        give(ballot, "2").ok(200);
    }

    @Test
    void aBallotThatWasNeverIssuedIsRefused() {
        give("AAAA-AAAA-AAAA", "2").refused(422, "unknown-ballot");
        assertThat(give("AAAA", "2").refused(422, "unreadable-body").at("/errors/0/pointer").textValue())
                .isEqualTo("#/ballot");
    }

    @Test
    void answersThatDoNotFitLeaveTheBallotUnused() {
        String ballot = ballots(1, "540302").get(0);
        assertThat(give(ballot, "9").refused(422, "unreadable-answers").at("/errors/0/pointer").textValue())
                .isEqualTo("#/hours_week");
        give(ballot, "2").ok(201);
    }

    @Test
    void whatIsStoredTellsNeitherWhoNorWhenNorWithWhichBallot() {
        String ballot = ballots(1, "540302").get(0);
        give(ballot, "2").ok(201);
        try (Cursor cursor = store.range(Surveys.ANSWERS, Range.of("given", SURVEY))) {
            ObjectNode stored = Json.own(cursor.next().body());
            assertThat(stored.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrder("form", "campaign", "area", "answers",
                    "missing");
        }
        try (Cursor cursor = store.range(Surveys.BALLOTS, Range.of("issued", SURVEY))) {
            var stored = cursor.next();
            assertThat(stored.key() + new String(stored.body(), StandardCharsets.UTF_8))
                    .doesNotContain(ballot.replace("-", ""));
        }
    }

    @Test
    void theFileDoesNotTellInWhichOrderAnswersCame() throws SQLException {
        ballots(3, "540302").forEach(ballot -> give(ballot, "2").ok(201));
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ruhu.db"));
                ResultSet rows = file.createStatement().executeQuery("SELECT min(id) FROM survey_answers")) {
            assertThat(rows.getLong(1)).isGreaterThan(1_000_000);
        }
    }

    @Test
    void fewAnswersAreNotHandedOutAndFewFromACountyNotByCounty() {
        String token = statistician();
        List<String> many = ballots(Surveys.FEWEST, "540302");
        many.subList(0, Surveys.FEWEST - 1).forEach(ballot -> give(ballot, "2").ok(201));
        read(token, "/answers.ndjson").refused(403, "not-allowed");
        give(many.get(Surveys.FEWEST - 1), "2").ok(201);
        give(ballots(1, "540321").get(0), "3").ok(201);
        List<String> lines = read(token, "/answers.ndjson").text().lines().toList();
        assertThat(lines).hasSize(Surveys.FEWEST + 1);
        assertThat(lines).filteredOn(line -> line.contains("\"area\":\"\"")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("\"area\":\"540302\"")).hasSize(Surveys.FEWEST);
    }

    @Test
    void aCountyThatFewNameInTheirAnswersIsNotHandedOutEither() {
        List<String> many = ballots(Surveys.FEWEST + 1, "540302");
        for (int i = 0; i < many.size(); i++) {
            ObjectNode body = body(many.get(i), "2");
            ((ObjectNode) body.get("answers")).put("county", i == 0 ? "540321" : "540302");
            give(body).ok(201);
        }
        assertThat(read(statistician(), "/answers.ndjson").text()).contains("\"county\":\"540302\"")
                .doesNotContain("540321");
    }

    @Test
    void onlyTheAdministratorIssuesBallotsAndOnlyForASurveyAboutNoUnit() {
        post(Person.COUNTY, "/api/campaigns/" + SURVEY + "/ballots", Map.of("count", 1, "area", "540302"))
                .refused(403, "not-allowed");
        post(Person.ADMINISTRATOR, "/api/campaigns/" + CAMPAIGN + "/ballots", Map.of("count", 1, "area", "540302"))
                .refused(404, "not-found");
        post(Person.ADMINISTRATOR, "/api/campaigns/" + SURVEY + "/ballots", Map.of("count", 1, "area", "540302102"))
                .refused(422, "unreadable-body");
        post(Person.ADMINISTRATOR, "/api/campaigns/" + SURVEY + "/ballots", Map.of("count", 0, "area", "540302"))
                .refused(422, "unreadable-body");
        get("/api/surveys/" + CAMPAIGN).refused(404, "not-found");
        read(statistician(), "/count").ok();
        get(Person.COUNTY, ADDRESS + "/count").refused(403, "not-allowed");
    }

    @Test
    void aClosedSurveyTakesNothing() {
        ObjectNode campaign = Json.object().put("id", "past-survey").put("domain", "STAT").put("area", "5403")
                .put("starts", "2020-01-01").put("ends", "2020-12-31").put("target", 1.0);
        campaign.putObject("name").put("zh", "旧问卷");
        campaign.putObject("form").put("name", "staff-survey").put("version", "1.0");
        post(Person.ADMINISTRATOR, "/api/campaigns", campaign).ok(201);
        assertThat(get("/api/surveys/past-survey").ok().get("open").booleanValue()).isFalse();
        ObjectNode body = Json.object().put("ballot", Ballot.draw(new SecureRandom()).printed());
        body.putObject("form").put("name", "staff-survey").put("version", "1.0");
        body.putObject("answers");
        send(request("/api/surveys/past-survey/answers").header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(body)))).refused(403, "not-allowed");
    }
}
