package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Canonical;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** How one revision comes in. */
class RevisionTest extends FieldKit {

    private final UUID submission = UUID.randomUUID();

    @Test
    void anInterviewIsStoredAndAcknowledged() {
        JsonNode receipt = revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);

        assertThat(receipt.get("submission").textValue()).isEqualTo(submission.toString());
        assertThat(receipt.get("number").intValue()).isEqualTo(1);
        assertThat(receipt.get("state").textValue()).isEqualTo("received");
        assertThat(receipt.get("missingAttachments")).isEmpty();
        assertThat(receipt.get("findings")).isEmpty();
        assertThat(receipt.get("receivedAt").textValue()).endsWith("Z");
    }

    @Test
    void theDigestIsThatOfWhatWasSentAndIsFoundAgainInWhatIsStored() {
        ObjectNode sent = interview(UNIT);
        ObjectNode digested = sent.deepCopy();
        digested.remove("paradata");

        JsonNode receipt = revise(Person.ZHAXI, submission, 1, sent).ok(201);

        assertThat(receipt.get("digest").textValue()).isEqualTo(Canonical.digest(digested));
        assertThat(get(Person.COUNTY, "/api/submissions/" + submission).ok().at("/revisions/0/digest"))
                .isEqualTo(receipt.get("digest"));
    }

    @Test
    void theSameAgainIsStoredOnce() {
        JsonNode first = revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);
        ObjectNode again = interview(UNIT);
        again.putObject("paradata").put("attempt", 2);

        assertThat(revise(Person.ZHAXI, submission, 1, again).ok(200)).isEqualTo(first);
        assertThat(revisions(submission)).isEqualTo(1);
    }

    @Test
    void theSameAgainAfterARestartIsStoredOnce() {
        JsonNode first = revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);

        restart();

        assertThat(revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(200)).isEqualTo(first);
        assertThat(revisions(submission)).isEqualTo(1);
    }

    @Test
    void otherAnswersUnderATakenNumberAreAConflict() {
        revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);

        revise(Person.ZHAXI, submission, 1, interviewOf("多吉")).refused(409, "revision-taken");

        assertThat(revisions(submission)).isEqualTo(1);
        assertThat(get(Person.COUNTY, "/api/submissions/" + submission).ok().at("/answers/head_name").textValue())
                .isEqualTo("扎西");
    }

    @Test
    void aCorrectionIsTheNextRevision() {
        revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);
        revise(Person.ZHAXI, submission, 2, interviewOf("多吉")).ok(201);

        JsonNode whole = get(Person.COUNTY, "/api/submissions/" + submission).ok();
        assertThat(whole.get("revisions")).hasSize(2);
        assertThat(whole.at("/answers/head_name").textValue()).isEqualTo("多吉");
    }

    @Test
    void aRevisionBeforeItsTurnIsToldWhichIsNext() {
        assertThat(nextAfterSeven()).isEqualTo(1);

        revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);

        assertThat(nextAfterSeven()).isEqualTo(2);
    }

    private int nextAfterSeven() {
        return revise(Person.ZHAXI, submission, 7, interview(UNIT)).refused(409, "revision-out-of-order")
                .get("next").intValue();
    }

    @Test
    void aSubmissionStaysWithItsUnit() {
        revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);

        revise(Person.ZHAXI, submission, 1, interview(SECOND_UNIT)).refused(409, "unit-mismatch");
        revise(Person.ZHAXI, submission, 2, interview(SECOND_UNIT)).refused(409, "unit-mismatch");
    }

    @Test
    void fiveCopiesSentAtTheSameMomentAreOneRevision() throws Exception {
        ExecutorService devices = Executors.newFixedThreadPool(5);
        token(Person.ZHAXI);
        for (int round = 0; round < 30; round++) {
            UUID household = UUID.randomUUID();
            CyclicBarrier start = new CyclicBarrier(5);
            List<Future<Answer>> answers = new ArrayList<>();
            for (int copy = 0; copy < 5; copy++) {
                answers.add(devices.submit(() -> {
                    start.await();
                    return revise(Person.ZHAXI, household, 1, interview(UNIT));
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200, 200);
            assertThat(revisions(household)).isEqualTo(1);
        }
        devices.shutdown();
    }

    @Test
    void whatFailsAHardCheckIsAFindingAndNoRefusal() {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).set("enum2_id", sent.at("/answers/enum1_id"));

        JsonNode receipt = revise(Person.ZHAXI, submission, 1, sent).ok(201);

        assertThat(receipt.get("findings").findValuesAsText("check")).contains("H03");
        assertThat(receipt.get("findings").findValuesAsText("severity")).contains("hard");
    }

    @Test
    void whatDoesNotFitIsRefusedWithEveryPlace() {
        ObjectNode sent = interview(UNIT);
        ObjectNode answers = (ObjectNode) sent.get("answers");
        answers.put("n_hukou", "four");
        ((ObjectNode) answers.at("/members/1")).put("sex", "7");
        answers.put("nobody_asked", 1);

        JsonNode problem = revise(Person.ZHAXI, submission, 1, sent).refused(422, "unreadable-answers");

        assertThat(problem.get("errors").findValuesAsText("pointer"))
                .contains("#/n_hukou", "#/members/1/sex").hasSize(3);
        get(Person.COUNTY, "/api/submissions/" + submission).refused(404, "not-found");
    }

    @Test
    void whatIsNotKnownHereIsRefusedByName() {
        ObjectNode form = interview(UNIT);
        form.putObject("form").put("name", "household-census").put("version", "9.9");
        revise(Person.ZHAXI, submission, 1, form).refused(422, "unknown-form");
        form.putObject("form").put("name", "../../etc").put("version", "1.0");
        revise(Person.ZHAXI, submission, 1, form).refused(422, "unknown-form");
        revise(Person.ZHAXI, submission, 1, interview(UNIT).put("campaign", "census-1953"))
                .refused(422, "unknown-campaign");
        revise(Person.ZHAXI, submission, 1, interview(VILLAGE + "-9999")).refused(422, "unknown-unit");
        revise(Person.ZHAXI, submission, 1, interview("扎西家")).refused(422, "unknown-unit");
    }

    @Test
    void onlyTheTeamOfTheUnitMaySend() {
        revise(Person.ZHAXI, submission, 1, interview(OTHER_TEAMS_UNIT)).refused(403, "other-team");
        revise(Person.ZHAXI, submission, 1, interview(FOREIGN_UNIT)).refused(403, "foreign-area");
        revise(Person.ZHAXI, submission, 1, interview(OTHER_COUNTY + "100201-9999")).refused(403, "foreign-area");
        revise(Person.COUNTY, submission, 1, interview(UNIT)).refused(403, "not-allowed");
        send(request(path(submission, 1)).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{}"))).refused(401, "not-signed-in");

        assertThat(audited("refused-other-team")).containsExactly("zhaxi " + OTHER_TEAMS_UNIT);
        assertThat(audited("refused-foreign-area")).hasSize(2);
    }

    @Test
    void anAddressThatNamesNoRevisionIsNotThere() {
        for (String place : List.of(submission + "/revisions/0", submission + "/revisions/-1",
                submission + "/revisions/x", submission + "/revisions/9999999",
                submission.toString().toUpperCase() + "/revisions/1",
                "5/revisions/1", submission + "/revisions/1/2")) {
            put(Person.ZHAXI, "/api/submissions/" + place, interview(UNIT)).refused(404, "not-found");
        }
        send(request(Person.ZHAXI, path(submission, 1)).DELETE()).refused(405, "method-not-allowed");
    }

    @Test
    void everyStoredRevisionIsInTheAuditLog() {
        revise(Person.ZHAXI, submission, 1, interview(UNIT)).ok(201);

        assertThat(audited("revision-stored")).containsExactly("zhaxi " + submission + "/1");
    }

    @Test
    void paradataThatIsTooLongIsLeftOutAndNotTheInterview() {
        ObjectNode sent = interview(UNIT);
        sent.putObject("paradata").put("steps", "x".repeat(200_000));

        revise(Person.ZHAXI, submission, 1, sent).ok(201);
    }

    @Test
    void aMisspeltMemberIsRefused() {
        ObjectNode sent = interview(UNIT);
        sent.set("mising", sent.remove("missing"));

        revise(Person.ZHAXI, submission, 1, sent).refused(422, "unreadable-body");
    }

    @Test
    void whatIsNotTheShapeOfARevisionIsRefused() {
        for (String body : List.of("[]", "5", "null", "\"x\"", "{}", "{\"form\":5}",
                "{\"form\":{\"name\":5,\"version\":1}}", "{\"form\":{},\"campaign\":{},\"unit\":[],\"answers\":5}")) {
            send(request(Person.ZHAXI, path(submission, 1)).header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body))).refused(422, "unreadable-body");
        }
        ObjectNode sent = interview(UNIT);
        for (JsonNode missing : List.of(Json.object().arrayNode().add(1), Json.object().put("/pc_net", 5))) {
            sent.set("missing", missing);
            revise(Person.ZHAXI, submission, 1, sent).refused(422, "unreadable-body");
        }
        revise(Person.ZHAXI, submission, 1, interview(UNIT).put("attachments", "photo"))
                .refused(422, "unreadable-body");
        revise(Person.ZHAXI, submission, 1, naming(interview(UNIT), "../../../etc/passwd"))
                .refused(422, "unreadable-body");
    }

    @Test
    void answersThatAreNoObjectDoNotFit() {
        ObjectNode nodes = Json.object();
        for (JsonNode answers : List.of(nodes.arrayNode(), nodes.textNode("x"), nodes.numberNode(5))) {
            ObjectNode sent = interview(UNIT);
            sent.set("answers", answers);
            revise(Person.ZHAXI, submission, 1, sent).refused(422, "unreadable-answers");
        }
    }
}
