package org.ruhu.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.FieldKit;

class ReviewTest extends FieldKit {

    private static final String ABSENT = "ab".repeat(32);

    private static ObjectNode asked(int number, int revision, String step, String... members) {
        ObjectNode asked = Json.object().put("number", number).put("revision", revision).put("step", step);
        for (int i = 0; i < members.length; i += 2) {
            asked.put(members[i], members[i + 1]);
        }
        return asked;
    }

    private Answer step(Person person, UUID submission, int number, int revision, String step, String... members) {
        return post(person, "/api/submissions/" + submission + "/steps", asked(number, revision, step, members));
    }

    private Answer returned(UUID submission, int number, int revision) {
        return step(Person.ZHUOMA, submission, number, revision, "return", "reason", "户主年龄与身份证不符");
    }

    private UUID accepted() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        step(Person.ZHUOMA, submission, 1, 1, "pass").ok(201);
        step(Person.COUNTY, submission, 2, 1, "accept").ok(201);
        return submission;
    }

    private JsonNode seen(Person person, UUID submission) {
        return get(person, "/api/submissions/" + submission).ok();
    }

    private List<String> listed(Person person, String query) {
        JsonNode rows = get(person, "/api/submissions" + query).ok().get("submissions");
        return rows.findParents("unit").stream().map(row -> row.get("unit").textValue()).toList();
    }

    private JsonNode assigned(String unit) {
        JsonNode units = get(Person.ZHAXI, "/api/assignments").ok().get("units");
        return units.findParents("areaName").stream().filter(one -> one.get("unit").textValue().equals(unit))
                .findFirst().orElseThrow();
    }

    private static ObjectNode corrected() {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).put("head_name", "多吉");
        return sent;
    }

    @Test
    void theInstructorPassesAndTheCountyAccepts() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        assertThat(seen(Person.ZHUOMA, submission).get("state").textValue()).isEqualTo("received");
        assertThat(step(Person.ZHUOMA, submission, 1, 1, "pass").ok(201).get("state").textValue())
                .isEqualTo("checked");
        JsonNode accepted = step(Person.COUNTY, submission, 2, 1, "accept").ok(201);
        assertThat(accepted.get("accepted").intValue()).isEqualTo(1);
        assertThat(faults("Reviewed", accepted)).isEmpty();
        JsonNode whole = seen(Person.COUNTY, submission);
        assertThat(whole.get("state").textValue()).isEqualTo("accepted");
        assertThat(whole.at("/revisions/0/state").textValue()).isEqualTo("accepted");
        assertThat(whole.get("moves").findValuesAsText("account")).containsExactly("zhuoma", "county");
        assertThat(faults("Submission", whole)).isEmpty();
        assertThat(audited("review-step")).containsExactly("zhuoma " + submission + "/review/1",
                "county " + submission + "/review/2");
    }

    @Test
    void everyoneIsToldWhatHeMayDecideNow() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        assertThat(seen(Person.ZHAXI, submission).get("steps")).isEmpty();
        assertThat(words(seen(Person.ZHUOMA, submission).get("steps"))).containsExactly("pass", "return");
        assertThat(words(seen(Person.COUNTY, submission).get("steps"))).containsExactly("pass", "return", "void");
        step(Person.COUNTY, submission, 1, 1, "pass").ok(201);
        assertThat(words(seen(Person.COUNTY, submission).get("steps"))).containsExactly("return", "void");
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void theSameStepAgainIsTakenOnce() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        returned(submission, 1, 1).ok(201);
        assertThat(returned(submission, 1, 1).ok().get("taken").intValue()).isEqualTo(1);
        step(Person.ZHUOMA, submission, 1, 1, "return", "reason", "另一个理由").refused(409, "changed-meanwhile");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWins() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        token(Person.ZHUOMA);
        token(Person.COUNTY);
        List<Integer> statuses = Stream.of(Person.ZHUOMA, Person.COUNTY).parallel()
                .map(person -> step(person, submission, 1, 1, "pass").status()).sorted().toList();
        assertThat(statuses).containsExactly(201, 409);
        assertThat(seen(Person.COUNTY, submission).get("moves")).hasSize(1);
    }

    @Test
    void whoHasNotSeenTheLatestRevisionDecidesNothing() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        revise(Person.ZHAXI, submission, 2, corrected()).ok(201);
        JsonNode problem = step(Person.ZHUOMA, submission, 1, 1, "pass").refused(409, "changed-meanwhile");
        assertThat(problem.get("revision").intValue()).isEqualTo(2);
    }

    @Test
    void nobodyDecidesAboutWhatHeSent() {
        app.staff().open("both", "卓玛", Optional.of("team-1"), Optional.of(PASSWORD),
                List.of(Grant.of(Role.ENUMERATOR, TOWNSHIP, CAMPAIGN), Grant.of(Role.INSTRUCTOR, TOWNSHIP, CAMPAIGN)));
        String token = signIn("both", PASSWORD).ok().get("token").textValue();
        UUID submission = UUID.randomUUID();
        send(request(path(submission, 1)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(interview(UNIT)))))
                .ok(201);
        send(request("/api/submissions/" + submission + "/steps").header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(asked(1, 1, "pass"))))).refused(403, "not-allowed");
        step(Person.ZHUOMA, submission, 1, 1, "pass").ok(201);
    }

    @Test
    void whoPassedItOnDoesNotAcceptIt() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        step(Person.COUNTY, submission, 1, 1, "pass").ok(201);
        step(Person.COUNTY, submission, 2, 1, "accept").refused(403, "not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"ZHAXI, pass, not-allowed", "ZHUOMA, accept, not-allowed", "ZHUOMA, void, not-allowed",
            "STATISTICIAN, pass, not-allowed", "OTHER_COUNTY, pass, foreign-area", "OTHER_COUNTY, void, foreign-area"})
    void onlyThoseOfThePlaceWithTheRoleDecide(Person person, String step, String refusal) {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        step(person, submission, 1, 1, step, "reason", "试一试").refused(403, refusal);
        assertThat(seen(Person.COUNTY, submission).get("moves")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"accept", "restore"})
    void aStepThatBeginsElsewhereIsRefused(String step) {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        JsonNode problem = step(Person.COUNTY, submission, 1, 1, step, "reason", "理由")
                .refused(409, "step-out-of-order");
        assertThat(problem.get("state").textValue()).isEqualTo("received");
    }

    @Test
    void returningNeedsAReason() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        step(Person.ZHUOMA, submission, 1, 1, "return").refused(422, "unreadable-body");
        step(Person.ZHUOMA, submission, 1, 1, "return", "reason", "  ").refused(422, "unreadable-body");
        ObjectNode fields = asked(1, 1, "return", "reason", "理由");
        fields.putArray("fields").add("members");
        post(Person.ZHUOMA, "/api/submissions/" + submission + "/steps", fields).refused(422, "unreadable-body");
    }

    @Test
    void aReturnedUnitComesBackToItsTeamWithTheReasonsAndItsNextRevisionIsNew() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        long before = get(Person.ZHAXI, "/api/assignments").ok().get("next").longValue();
        ObjectNode why = asked(1, 1, "return", "reason", "户主年龄与身份证不符");
        why.putArray("fields").add("/members/0/birth_date");
        post(Person.ZHUOMA, "/api/submissions/" + submission + "/steps", why).ok(201);

        JsonNode changes = get(Person.ZHAXI, "/api/assignments?since=" + before).ok();
        assertThat(changes.get("units")).hasSize(1);
        JsonNode unit = changes.at("/units/0");
        assertThat(unit.get("state").textValue()).isEqualTo("returned");
        assertThat(unit.at("/returned/submission").textValue()).isEqualTo(submission.toString());
        assertThat(unit.at("/returned/number").intValue()).isEqualTo(1);
        assertThat(unit.at("/returned/reason").textValue()).isEqualTo("户主年龄与身份证不符");
        assertThat(words(unit.at("/returned/fields"))).containsExactly("/members/0/birth_date");
        assertThat(faults("Assignments", changes)).isEmpty();

        revise(Person.ZHAXI, submission, 2, corrected()).ok(201);
        assertThat(assigned(UNIT).get("state").textValue()).isEqualTo("received");
        assertThat(seen(Person.ZHUOMA, submission).get("state").textValue()).isEqualTo("received");
        assertThat(listed(Person.ZHUOMA, "?state=received")).containsExactly(UNIT);
        step(Person.ZHUOMA, submission, 2, 2, "pass").ok(201);
    }

    @Test
    void afterAcceptanceANextRevisionWaitsForReasonEvidenceAndASecondPerson() {
        UUID submission = accepted();
        revise(Person.ZHAXI, submission, 2, corrected()).ok(201);
        JsonNode waiting = seen(Person.COUNTY, submission);
        assertThat(waiting.get("state").textValue()).isEqualTo("correction");
        assertThat(waiting.get("accepted").intValue()).isEqualTo(1);
        step(Person.ZHUOMA, submission, 3, 2, "accept", "reason", "理由", "evidence", "户口本").refused(403, "not-allowed");
        step(Person.COUNTY, submission, 3, 2, "accept").refused(422, "unreadable-body");
        step(Person.COUNTY, submission, 3, 2, "accept", "reason", "理由").refused(422, "unreadable-body");
        JsonNode accepted = step(Person.COUNTY, submission, 3, 2, "accept", "reason", "户主写错了", "evidence", "户口本")
                .ok(201);
        assertThat(accepted.get("state").textValue()).isEqualTo("accepted");
        assertThat(accepted.get("accepted").intValue()).isEqualTo(2);
    }

    @Test
    void aCorrectionThatIsReturnedLeavesWhatWasAccepted() {
        UUID submission = accepted();
        revise(Person.ZHAXI, submission, 2, corrected()).ok(201);
        JsonNode left = returned(submission, 3, 2).ok(201);
        assertThat(left.get("state").textValue()).isEqualTo("accepted");
        assertThat(left.get("accepted").intValue()).isEqualTo(1);
        assertThat(seen(Person.COUNTY, submission).at("/revisions/1/state").textValue()).isEqualTo("returned");
        assertThat(assigned(UNIT).get("state").textValue()).isEqualTo("received");
    }

    @Test
    void aVoidSubmissionLeavesItsUnitToBeVisitedUntilItIsRestored() {
        UUID submission = accepted();
        step(Person.COUNTY, submission, 3, 1, "void").refused(422, "unreadable-body");
        step(Person.COUNTY, submission, 3, 1, "void", "reason", "走错了门").ok(201);
        assertThat(assigned(UNIT).get("state").textValue()).isEqualTo("listed");
        assertThat(listed(Person.COUNTY, "?state=void")).containsExactly(UNIT);
        step(Person.COUNTY, submission, 4, 1, "restore", "reason", "没有走错").ok(201);
        assertThat(seen(Person.COUNTY, submission).get("state").textValue()).isEqualTo("accepted");
        assertThat(assigned(UNIT).get("state").textValue()).isEqualTo("received");
    }

    @Test
    void whatWaitsForAPhotoIsNotPassed() {
        UUID submission = stored(Person.ZHAXI, naming(interview(UNIT), ABSENT));
        step(Person.ZHUOMA, submission, 1, 1, "pass").refused(409, "step-out-of-order");
        assertThat(listed(Person.ZHUOMA, "?state=received")).isEmpty();
        assertThat(listed(Person.ZHUOMA, "?state=waiting")).containsExactly(UNIT);
        returned(submission, 1, 1).ok(201);
        assertThat(listed(Person.ZHUOMA, "?state=waiting")).isEmpty();
        assertThat(listed(Person.ZHUOMA, "?state=returned")).containsExactly(UNIT);
    }

    @Test
    void aPageOfSubmissionsIsPassedTogetherAndOneThatIsRefusedStopsNoOther() {
        List<UUID> all = Stream.of(UNIT, SECOND_UNIT, THIRD_UNIT).map(unit -> stored(Person.ZHAXI, interview(unit)))
                .toList();
        returned(all.get(1), 1, 1).ok(201);
        ObjectNode body = Json.object().put("step", "pass");
        all.forEach(one -> body.withArray("submissions").addObject().put("submission", one.toString())
                .put("number", 1).put("revision", 1));
        body.withArray("submissions").addObject().put("submission", UUID.randomUUID().toString())
                .put("number", 1).put("revision", 1);
        JsonNode results = post(Person.ZHUOMA, "/api/submissions/steps", body).ok().get("results");
        assertThat(IntStream.range(0, 4).mapToObj(i -> results.get(i).get("status").intValue()))
                .containsExactly(201, 409, 201, 404);
        assertThat(results.at("/1/problem/type").textValue()).isEqualTo("/problems/changed-meanwhile");
        assertThat(results.at("/2/state").textValue()).isEqualTo("checked");
        assertThat(listed(Person.COUNTY, "?state=checked")).containsExactly(UNIT, THIRD_UNIT);

        body.withArray("submissions").addObject().put("submission", all.get(0).toString()).put("number", 1)
                .put("revision", 1);
        post(Person.ZHUOMA, "/api/submissions/steps", body).refused(422, "unreadable-body");
        post(Person.ZHUOMA, "/api/submissions/steps", body.put("step", "void")).refused(422, "unreadable-body");
        post(Person.ZHAXI, "/api/submissions/steps", body).refused(403, "not-allowed");
    }

    @Test
    void thoseInAStateComePageByPageInTheOrderOfUnits() {
        List<UUID> all = Stream.of(UNIT, SECOND_UNIT, THIRD_UNIT).map(unit -> stored(Person.ZHAXI, interview(unit)))
                .toList();
        step(Person.ZHUOMA, all.get(1), 1, 1, "pass").ok(201);
        JsonNode first = get(Person.COUNTY, "/api/submissions?state=received&limit=1").ok();
        assertThat(first.at("/submissions/0/unit").textValue()).isEqualTo(UNIT);
        JsonNode second = get(Person.COUNTY, "/api/submissions?state=received&limit=1&after="
                + first.get("next").textValue()).ok();
        assertThat(second.at("/submissions/0/unit").textValue()).isEqualTo(THIRD_UNIT);
        assertThat(second.has("next")).isFalse();
        assertThat(listed(Person.OTHER_COUNTY, "?state=received")).isEmpty();
        assertThat(faults("SubmissionRow", first.at("/submissions/0"))).isEmpty();
        get(Person.COUNTY, "/api/submissions?state=lost").refused(400, "unreadable-request");
    }

    @Test
    void stepsOutliveTheServer() {
        UUID submission = accepted();
        restart();
        assertThat(seen(Person.COUNTY, submission).get("state").textValue()).isEqualTo("accepted");
        assertThat(listed(Person.COUNTY, "?state=accepted")).containsExactly(UNIT);
        assertThat(audited("review-step")).hasSize(2);
    }
}
