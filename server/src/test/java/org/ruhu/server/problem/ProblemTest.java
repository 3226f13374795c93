package org.ruhu.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

class ProblemTest extends FieldKit {

    private static final String TRIAL = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:ruhu:form:household-census:1.0",
             "type":"object","additionalProperties":false,"properties":{
              "head":{"type":"string","maxLength":40},
              "problems":{"type":"array","maxItems":20,"x-question":{"opens":"problem","required":false},
               "items":{"type":"object","additionalProperties":false,"properties":{
                "prob_line":{"type":"integer","x-question":{"widget":"line-number"}},
                "prob_domain":{"type":"string","enum":["05","06"]},
                "prob_item":{"type":"string","maxLength":40},
                "prob_desc":{"type":"string","maxLength":500},
                "prob_phone":{"type":"string","maxLength":20,
                 "x-question":{"identifier":"phone","sensitivity":"personal","required":false}},
                "prob_sev":{"type":"string","enum":["1","2","3"]},
                "due_date":{"type":"string","format":"date","x-question":{"required":false}}}}}},
             "x-sections":[{"name":"A","questions":["/head"]},{"name":"P","roster":"/problems"}],"x-checks":[]}""";
    private static final byte[] PHOTO = {1, 2, 3};

    @Override
    protected Catalogue catalogue() {
        return Catalogue.of(List.of(FormVersion.of((ObjectNode) Json.own(TRIAL.getBytes(StandardCharsets.UTF_8)), Map.of(), Map.of())));
    }

    private UUID door;

    @BeforeEach
    void aDoorWithALeakAndABadRoof() {
        door = stored(Person.ZHAXI, visit(row(1, "06", "3"), row(2, "05", "1")));
    }

    private static ObjectNode visit(ObjectNode... rows) {
        ObjectNode sent = interview(UNIT);
        ObjectNode answers = Json.object().put("head", "扎西");
        for (ObjectNode row : rows) {
            answers.withArray("problems").add(row);
        }
        sent.set("answers", answers);
        return sent;
    }

    private static ObjectNode row(int line, String domain, String severity) {
        return Json.object().put("prob_line", line).put("prob_domain", domain).put("prob_item", "k_wqty")
                .put("prob_desc", "冬天取水要走四十分钟").put("prob_phone", PHONE).put("prob_sev", severity);
    }

    private String at(int line) {
        return "/api/problems/" + door + "/" + line;
    }

    private Answer step(Person person, int number, String step, Object... members) {
        ObjectNode body = Json.object().put("number", number).put("step", step);
        for (int i = 0; i < members.length; i += 2) {
            body.set((String) members[i], Json.own(Json.bytes(Map.of("it", members[i + 1]))).get("it"));
        }
        return post(person, at(1) + "/steps", body);
    }

    private Answer verify(Person person, int number) {
        return step(person, number, "verify", "how", List.of("3"));
    }

    private Answer assign(int number, String person) {
        return step(Person.COUNTY, number, "assign", "level", "4", "department", "水利局", "person", person,
                "measure", "接通管道");
    }

    private String photo(Person person) {
        try {
            String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PHOTO));
            send(request(person, "/api/attachments/" + sha256)
                    .PUT(BodyPublishers.ofByteArray(PHOTO))).ok(201);
            return sha256;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String today() {
        return LocalDate.now(Problem.ZONE).toString();
    }

    private void mended() {
        verify(Person.ZHUOMA, 1).ok(201);
        assign(2, "水利局长").ok(201);
        step(Person.ZHUOMA, 3, "fix", "done", today(), "proofs", List.of(photo(Person.ZHUOMA))).ok(201);
    }

    private List<String> listed(Person person, String query) {
        JsonNode rows = get(person, "/api/problems" + query).ok().get("problems");
        return rows.findParents("line").stream()
                .map(row -> row.get("line").intValue() + " " + row.get("state").textValue()).toList();
    }

    @Test
    void everyRowOfTheProblemListOpensAProblem() {
        assertThat(listed(Person.COUNTY, "")).containsExactly("1 found", "2 found");
        JsonNode roof = get(Person.ZHUOMA, at(2)).ok();
        assertThat(roof.get("domain").textValue()).isEqualTo("05");
        assertThat(roof.at("/answers/prob_desc").textValue()).isEqualTo("冬天取水要走四十分钟");
        assertThat(roof.at("/answers/prob_phone").textValue()).doesNotContain(PHONE.substring(3));
        assertThat(roof.get("due").textValue())
                .isEqualTo(LocalDate.now(Problem.ZONE).plusDays(7).toString());
    }

    @Test
    void rowsWithOneNumberAreTwoProblems() {
        ObjectNode unnumbered = row(1, "06", "3").without(List.of("prob_line"));
        revise(Person.ZHAXI, door, 2, visit(row(1, "06", "3"), row(1, "05", "1"), unnumbered)).ok(201);
        assertThat(listed(Person.COUNTY, "")).containsExactly("1 found", "2 found", "3 found");
        assertThat(get(Person.ZHUOMA, at(2)).ok().get("withdrawn").booleanValue()).isFalse();
        assertThat(get(Person.ZHUOMA, at(3)).ok().get("domain").textValue()).isEqualTo("06");
    }

    @Test
    void theSameRevisionAgainOpensNothingTwice() {
        revise(Person.ZHAXI, door, 1, visit(row(1, "06", "3"), row(2, "05", "1"))).ok();
        restart();
        assertThat(listed(Person.COUNTY, "")).containsExactly("1 found", "2 found");
    }

    @Test
    void aCorrectionAddsToTheLedgerAndTakesNothingOut() {
        verify(Person.ZHUOMA, 1).ok(201);
        revise(Person.ZHAXI, door, 2, visit(row(2, "05", "2"), row(3, "06", "3"))).ok(201);
        assertThat(listed(Person.COUNTY, "")).containsExactly("1 verified", "2 found", "3 found");
        assertThat(get(Person.COUNTY, at(1)).ok().get("withdrawn").booleanValue()).isTrue();
        assertThat(get(Person.COUNTY, at(2)).ok().get("severity").textValue()).isEqualTo("2");
    }

    @Test
    void aProblemGoesFromFoundToCancelled() {
        mended();
        JsonNode over = step(Person.COUNTY, 4, "cancel").ok(201);
        assertThat(over.get("state").textValue()).isEqualTo("cancelled");
        assertThat(over.get("moves")).hasSize(4);
        assertThat(over.get("steps").findValuesAsText("")).isEmpty();
        assertThat(listed(Person.COUNTY, "?state=cancelled")).containsExactly("1 cancelled");
        assertThat(listed(Person.COUNTY, "?state=found&domain=05")).containsExactly("2 found");
        restart();
        assertThat(listed(Person.COUNTY, "?severity=3")).containsExactly("1 cancelled");
    }

    @Test
    void whoSaysItIsMendedDoesNotCancelIt() {
        verify(Person.ZHUOMA, 1).ok(201);
        assign(2, "水利局长").ok(201);
        step(Person.COUNTY, 3, "fix", "done", today(), "proofs", List.of(photo(Person.COUNTY))).ok(201);
        step(Person.COUNTY, 4, "cancel").refused(403, "not-allowed");
        assertThat(get(Person.COUNTY, at(1)).ok().get("steps")).isEmpty();
    }

    @Test
    void whoIsResponsibleDoesNotCancelIt() {
        verify(Person.ZHUOMA, 1).ok(201);
        assign(2, Person.COUNTY.account()).ok(201);
        step(Person.ZHUOMA, 3, "fix", "done", today(), "proofs", List.of(photo(Person.ZHUOMA))).ok(201);
        step(Person.COUNTY, 4, "cancel").refused(403, "not-allowed");
    }

    @Test
    void nothingIsMendedWithoutProofThatHasArrived() {
        verify(Person.ZHUOMA, 1).ok(201);
        assign(2, "水利局长").ok(201);
        JsonNode refused = step(Person.ZHUOMA, 3, "fix", "done", today(), "proofs", List.of("a".repeat(64)))
                .refused(422, "unreadable-body");
        assertThat(refused.at("/errors/0/pointer").textValue()).isEqualTo("#/proofs");
        step(Person.ZHUOMA, 3, "fix", "done", "2019-01-01", "proofs", List.of(photo(Person.ZHUOMA)))
                .refused(422, "unreadable-body");
    }

    @Test
    void whatSomebodyElseSentIsNoProofForWhoOnlyKnowsItsName() {
        verify(Person.ZHUOMA, 1).ok(201);
        assign(2, "水利局长").ok(201);
        String others = photo(Person.DUOJI);
        step(Person.ZHUOMA, 3, "fix", "done", today(), "proofs", List.of(others)).refused(422, "unreadable-body");
        assertThat(send(request(Person.ZHUOMA, "/api/attachments/" + others).GET()).status()).isEqualTo(404);

        send(request(Person.ZHUOMA, "/api/attachments/" + others).PUT(BodyPublishers.ofByteArray(PHOTO))).ok(200);
        step(Person.ZHUOMA, 3, "fix", "done", today(), "proofs", List.of(others)).ok(201);
    }

    @Test
    void aStepThatDoesNotBeginHereIsRefused() {
        JsonNode refused = assign(1, "水利局长").refused(409, "step-out-of-order");
        assertThat(refused.get("state").textValue()).isEqualTo("found");
    }

    @Test
    void theSameStepSentTwiceIsTakenOnceAndAnotherUnderItsNumberNotAtAll() {
        verify(Person.ZHUOMA, 1).ok(201);
        verify(Person.ZHUOMA, 1).ok(200);
        step(Person.COUNTY, 1, "dismiss", "how", List.of("1"), "reason", "档案不符")
                .refused(409, "changed-meanwhile");
        assertThat(get(Person.COUNTY, at(1)).ok().get("moves")).hasSize(1);
    }

    @Test
    void aMendedProblemThatIsThereAgainBouncesAndIsAssignedAnew() {
        mended();
        step(Person.COUNTY, 4, "cancel").ok(201);
        step(Person.COUNTY, 5, "bounce", "reason", "管道又冻裂").ok(201);
        assertThat(assign(6, "水利局长").ok(201).get("state").textValue()).isEqualTo("assigned");
    }

    @Test
    void theTeamThatFoundItReadsItAndOthersDoNot() {
        assertThat(listed(Person.ZHAXI, "")).hasSize(2);
        assertThat(listed(Person.DUOJI, "")).isEmpty();
        get(Person.DUOJI, at(1)).refused(403, "foreign-area");
        get(Person.OTHER_COUNTY, at(1)).refused(403, "foreign-area");
        get(Person.STATISTICIAN, at(1)).refused(403, "not-allowed");
        verify(Person.ZHAXI, 1).refused(403, "not-allowed");
        get(Person.COUNTY, "/api/problems/" + UUID.randomUUID() + "/1").refused(404, "not-found");
    }

    @Test
    void aProofIsShownToThoseWhoMayReadTheProblem() {
        mended();
        String photo = photo(Person.ZHUOMA, 200);
        assertThat(send(request(Person.COUNTY, "/api/attachments/" + photo).GET()).status()).isEqualTo(200);
        assertThat(send(request(Person.ZHAXI, "/api/attachments/" + photo).GET()).status()).isEqualTo(200);
        assertThat(send(request(Person.OTHER_COUNTY, "/api/attachments/" + photo).GET()).status()).isEqualTo(404);
    }

    private String photo(Person person, int status) {
        String sha256 = get(person, at(1)).ok().at("/moves/2/said/proofs/0").textValue();
        send(request(person, "/api/attachments/" + sha256)
                .PUT(BodyPublishers.ofByteArray(PHOTO))).ok(status);
        return sha256;
    }

    @Test
    void theSummaryCountsByAreaAndState() {
        verify(Person.ZHUOMA, 1).ok(201);
        JsonNode summary = get(Person.COUNTY, "/api/problems/summary?area=" + COUNTY).ok();
        assertThat(summary.at("/total/verified").intValue()).isEqualTo(1);
        assertThat(summary.at("/total/found").intValue()).isEqualTo(1);
        assertThat(summary.at("/total/overdue").intValue()).isZero();
        assertThat(summary.at("/children/0/code").textValue()).isEqualTo(TOWNSHIP);
        assertThat(summary.at("/children/0/found").intValue()).isEqualTo(1);
        assertThat(get(Person.OTHER_COUNTY, "/api/problems/summary").ok().get("children")).isEmpty();
    }

    @Test
    void aListIsReadPageByPage() {
        revise(Person.ZHAXI, door, 2, visit(row(1, "06", "3"), row(2, "05", "1"), row(3, "06", "3"))).ok(201);
        JsonNode first = get(Person.COUNTY, "/api/problems?limit=2").ok();
        assertThat(first.get("problems")).hasSize(2);
        JsonNode second = get(Person.COUNTY, "/api/problems?limit=2&after=" + first.get("next").textValue()).ok();
        assertThat(second.get("problems")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        get(Person.COUNTY, "/api/problems?after=x").refused(400, "unreadable-request");
        for (String query : List.of("state=lost", "overdue=banana", "overdue=", "severity=9", "severity=urgent")) {
            get(Person.COUNTY, "/api/problems?" + query).refused(400, "unreadable-request");
        }
    }

    @Test
    void everyStepIsInTheAuditLog() {
        verify(Person.ZHUOMA, 1).ok(201);
        restart();
        assertThat(audited("problem-step")).containsExactly("zhuoma " + door + "/1/1");
    }
}
