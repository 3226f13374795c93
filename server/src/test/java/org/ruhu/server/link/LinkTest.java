package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Stored;

/** How a pair comes to be, is judged, undone and leaves again. */
class LinkTest extends LinkKit {

    private static final String FOLLOWED = Finder.FOLLOWED + EqualNumbers.MODEL;

    @Test
    void oneNumberUnderTwoNamesWaitsForClerks() {
        doubt();
        JsonNode pair = pair();
        assertThat(pair.get("state").textValue()).isEqualTo("waiting");
        assertThat(pair.get("zone").textValue()).isEqualTo("clerical");
        assertThat(pair.get("linked").booleanValue()).isFalse();
        assertThat(pair.toString()).doesNotContain("扎西").doesNotContain(HEAD_ID_NUMBER).doesNotContain("19800517");
    }

    @Test
    void oneNumberAndOneNameIsLinkedAndNobodyNeedLook() {
        certainty();
        JsonNode pair = pair();
        assertThat(pair.get("state").textValue()).isEqualTo("linked");
        assertThat(pair.get("linked").booleanValue()).isTrue();
        assertThat(pairs(Person.COUNTY, "?todo=true")).isEmpty();
    }

    @Test
    void personsWithOtherNumbersAreNoPair() {
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", OTHER_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
    }

    @Test
    void aNumberThatDoesNotCheckMakesNoPair() {
        stored(Person.ZHAXI, alone(UNIT, "扎西", "549901198005170014"));
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", "549901198005170014"));
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
    }

    @Test
    void anotherInterviewOfOneUnitIsNoDouble() {
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"same, same, same, true", "different, different, different, false", "same, different, disputed, false",
            "unsure, unsure, disputed, false", "same, unsure, disputed, false"})
    void twoClerksDecideOrAThirdIsNeeded(String first, String second, String state, boolean linked) {
        doubt();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, first).ok(201);
        assertThat(state()).isEqualTo("judged");
        judge(Person.COUNTY, pair, 2, second).ok(201);
        assertThat(state()).isEqualTo(state);
        assertThat(pair().get("linked").booleanValue()).isEqualTo(linked);
    }

    @Test
    void theThirdDecidesWhoIsSure() {
        doubt();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        judge(Person.COUNTY, pair, 2, "different").ok(201);
        String third = token("third", Optional.empty(), Grant.of(Role.COUNTY, COUNTY, CAMPAIGN));
        put(third, at(pair) + "/judgements/3", says("unsure")).ok(201);
        assertThat(state()).isEqualTo("disputed");
        judge(Person.STATISTICIAN, pair, 4, "same").ok(201);
        assertThat(state()).isEqualTo("same");
    }

    @Test
    void nobodyLearnsWhatOthersSaidBeforeHavingJudged() {
        doubt();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        JsonNode blind = get(Person.COUNTY, at(pair)).ok().at("/history/0");
        assertThat(blind.get("hidden").booleanValue()).isTrue();
        assertThat(blind.has("verdict") || blind.has("account")).isFalse();
        assertThat(get(Person.ZHUOMA, at(pair)).ok().at("/mine/verdict").textValue()).isEqualTo("same");
        judge(Person.COUNTY, pair, 2, "different").ok(201);
        assertThat(get(Person.COUNTY, at(pair)).ok().at("/history/0/verdict").textValue()).isEqualTo("same");
        assertThat(get(Person.STATISTICIAN, at(pair)).ok().at("/history/1/hidden").booleanValue()).isTrue();
    }

    @Test
    void nobodyJudgesTwice() {
        doubt();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        assertThat(judge(Person.ZHUOMA, pair, 2, "same").refused(403, "not-allowed").get("why").textValue())
                .isEqualTo("judged-already");
        assertThat(pairs(Person.ZHUOMA, "?todo=true")).isEmpty();
        assertThat(pairs(Person.COUNTY, "?todo=true")).hasSize(1);
    }

    @Test
    void nobodyJudgesTheOwnInterview() {
        Grant walks = Grant.of(Role.ENUMERATOR, TOWNSHIP, CAMPAIGN);
        String both = token("both", Optional.of("team-1"), walks, Grant.of(Role.INSTRUCTOR, TOWNSHIP, CAMPAIGN));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        put(both, path(UUID.randomUUID(), 1), alone(SECOND_UNIT, "多吉", HEAD_ID_NUMBER)).ok(201);
        assertThat(put(both, at(pair()) + "/judgements/1", says("same")).refused(403, "not-allowed").get("why")
                .textValue()).isEqualTo("own-interview");
    }

    @Test
    void theSameJudgementAgainIsTakenOnce() {
        doubt();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        judge(Person.ZHUOMA, pair, 1, "same").ok(200);
        judge(Person.ZHUOMA, pair, 1, "different").refused(409, "changed-meanwhile");
        assertThat(pair().get("taken").intValue()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoTakeOneNumberAtOnceOneIsToldToReadAgain() {
        doubt();
        JsonNode pair = pair();
        token(Person.ZHUOMA);
        token(Person.COUNTY);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> answers = Stream.of(Person.ZHUOMA, Person.COUNTY).map(person ->
                CompletableFuture.supplyAsync(() -> {
                    awaited(together);
                    return judge(person, pair, 1, "same").status();
                })).toList().stream().map(CompletableFuture::join).sorted().toList();
        assertThat(answers).containsExactly(201, 409);
        assertThat(pair().get("judged").intValue()).isEqualTo(1);
    }

    @Test
    void theSameSentTwiceAtOnceIsTakenOnceAndNobodyIsToldOfAnother() {
        doubt();
        JsonNode pair = pair();
        token(Person.ZHUOMA);
        int times = 8;
        CyclicBarrier together = new CyclicBarrier(times);
        List<Integer> answers = Stream.generate(() -> Person.ZHUOMA).limit(times).map(person ->
                CompletableFuture.supplyAsync(() -> {
                    awaited(together);
                    return judge(person, pair, 1, "same").status();
                }, task -> new Thread(task).start())).toList().stream().map(CompletableFuture::join).sorted().toList();
        assertThat(answers).containsOnly(200, 201).filteredOn(status -> status == 201).hasSize(1);
        assertThat(pair().get("judged").intValue()).isEqualTo(1);
    }

    private static void awaited(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDecisionIsUndoneWithAReasonAndOthersJudgeAgain() {
        doubt();
        JsonNode pair = pair();
        undo(Person.COUNTY, pair, 1).refused(409, "pair-decided");
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        judge(Person.COUNTY, pair, 2, "same").ok(201);
        judge(Person.STATISTICIAN, pair, 3, "same").refused(409, "pair-decided");
        undo(Person.ZHUOMA, pair, 3).refused(403, "not-allowed");
        undo(Person.COUNTY, pair, 3).ok(201);
        undo(Person.COUNTY, pair, 3).ok(200);
        JsonNode open = pair();
        assertThat(open.get("state").textValue()).isEqualTo("waiting");
        assertThat(open.get("reopened").booleanValue()).isTrue();
        assertThat(open.get("linked").booleanValue()).isFalse();
        judge(Person.ZHUOMA, pair, 4, "same").refused(403, "not-allowed");
        judge(Person.STATISTICIAN, pair, 4, "different").ok(201);
        JsonNode history = get(Person.STATISTICIAN, at(pair)).ok().get("history");
        assertThat(history).extracting(said -> said.get("round").intValue()).containsExactly(1, 1, 2, 2);
        assertThat(history.at("/2/reason").textValue()).isEqualTo("户口簿上另有其人");
    }

    @Test
    void whatTheModelLinkedCanBeUndoneToo() {
        certainty();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "different").refused(409, "pair-decided");
        undo(Person.COUNTY, pair, 1).ok(201);
        assertThat(state()).isEqualTo("waiting");
        assertThat(pair().get("linked").booleanValue()).isFalse();
        assertThat(judge(Person.COUNTY, pair, 2, "same").refused(403, "not-allowed").get("why").textValue())
                .isEqualTo("undone-by-you");
        judge(Person.ZHUOMA, pair, 2, "different").ok(201);
        judge(Person.STATISTICIAN, pair, 3, "different").ok(201);
        assertThat(state()).isEqualTo("different");
    }

    @Test
    void aCorrectionTakesAPairAwayAndBringsItBack() {
        UUID second = doubt().get(1);
        judge(Person.ZHUOMA, pair(), 1, "same").ok(201);
        revise(Person.ZHAXI, second, 2, alone(SECOND_UNIT, "多吉", OTHER_ID_NUMBER)).ok(201);
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        assertThat(pairs(Person.COUNTY, "?state=gone")).hasSize(1);
        revise(Person.ZHAXI, second, 3, alone(SECOND_UNIT, "多吉", HEAD_ID_NUMBER)).ok(201);
        assertThat(state()).isEqualTo("judged");
    }

    @Test
    void whatIsVoidNamesNobodyUntilItIsRestored() {
        UUID second = doubt().get(1);
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        step(second, 1, "void");
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        assertThat(pairs(Person.COUNTY, "?todo=true")).isEmpty();
        assertThat(pairs(Person.COUNTY, "?state=gone")).hasSize(1);
        assertThat(get(Person.COUNTY, at(pair)).ok().get("state").textValue()).isEqualTo("gone");
        assertThat(get(Person.COUNTY, "/api/submissions/" + second).ok().get("likelyDoubles")).isEmpty();
        restart();
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        step(second, 2, "restore");
        assertThat(state()).isEqualTo("judged");
        assertThat(pair().get("id")).isEqualTo(pair.get("id"));
    }

    private void step(UUID submission, int number, String step) {
        post(Person.COUNTY, "/api/submissions/" + submission + "/steps", Json.object().put("number", number)
                .put("revision", 1).put("step", step).put("reason", "走错了门")).ok(201);
    }

    @Test
    void aCorrectionChangesNoDecisionButSaysSo() {
        UUID second = doubt().get(1);
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        judge(Person.COUNTY, pair, 2, "same").ok(201);
        revise(Person.ZHAXI, second, 2, alone(SECOND_UNIT, "多吉", OTHER_ID_NUMBER)).ok(201);
        assertThat(state()).isEqualTo("same");
        assertThat(pair().get("changed").booleanValue()).isTrue();
        ObjectNode nobody = alone(SECOND_UNIT, "多吉", OTHER_ID_NUMBER);
        ((ObjectNode) nobody.at("/answers/members/0")).put("line_no", 2);
        revise(Person.ZHAXI, second, 3, nobody).ok(201);
        assertThat(pairs(Person.COUNTY, "?state=gone")).hasSize(1);
        assertThat(pairs(Person.COUNTY, "?state=gone").get(0).get("linked").booleanValue()).isFalse();
    }

    @Test
    void aRestartLosesNothingAndDoublesNothing() {
        doubt();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        restart();
        assertThat(pair().get("id")).isEqualTo(pair.get("id"));
        assertThat(pair().get("foundAt")).isEqualTo(pair.get("foundAt"));
        assertThat(state()).isEqualTo("judged");
        stored(Person.ZHAXI, alone(THIRD_UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "")).hasSize(3);
    }

    @Test
    void whoeverIsToldTwiceFindsTheSamePairs() {
        UUID second = doubt().get(1);
        revise(Person.ZHAXI, second, 2, alone(SECOND_UNIT, "多吉", HEAD_ID_NUMBER)).ok(201);
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        JsonNode before = pair();
        Stored place = store.find(Follower.KIND, FOLLOWED).orElseThrow();
        byte[] beginning = Json.bytes(Json.object().put("sequence", 0));
        assertThat(store.replace(Follower.KIND, new Document(FOLLOWED, beginning, Map.of()), place.version())).isTrue();
        restart();
        assertThat(pair()).isEqualTo(before);
    }

    @Test
    void theInterviewsAreNotTouched() {
        List<UUID> submissions = doubt();
        JsonNode before = get(Person.COUNTY, "/api/submissions/" + submissions.get(0)).ok();
        JsonNode pair = pair();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        judge(Person.COUNTY, pair, 2, "same").ok(201);
        JsonNode after = get(Person.COUNTY, "/api/submissions/" + submissions.get(0)).ok();
        assertThat(after.get("revisions")).isEqualTo(before.get("revisions"));
        assertThat(after.get("answers")).isEqualTo(before.get("answers"));
        assertThat(after.at("/likelyDoubles/0/state").textValue()).isEqualTo("same");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{} | #/verdict", "{\"verdict\":\"maybe\",\"evidence\":[\"kin\"]} | #/verdict",
            "{\"verdict\":\"same\"} | #/evidence", "{\"verdict\":\"same\",\"evidence\":[]} | #/evidence",
            "{\"verdict\":\"same\",\"evidence\":[\"hearsay\"]} | #/evidence",
            "{\"verdict\":\"same\",\"evidence\":\"kin\"} | #/evidence",
            "{\"verdict\":\"same\",\"evidence\":[\"kin\"],\"note\":7} | #/note",
            "{\"kind\":\"undo\"} | #/reason", "{\"kind\":\"undo\",\"reason\":\"  \"} | #/reason",
            "{\"kind\":\"merge\"} | #/kind", "{\"kind\":\"undo\",\"reason\":\"x\",\"verdict\":\"same\"} | #"})
    void whatIsNoJudgementIsRefusedWithItsPlace(String body, String pointer) {
        doubt();
        JsonNode refused = put(Person.COUNTY, at(pair()) + "/judgements/1", Json.own(body))
                .refused(422, "unreadable-body");
        assertThat(refused.at("/errors/0/pointer").textValue()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"549901198005170013", "549901 19800517 0013", "１３８－００００－００００"})
    void aNumberInANoteIsHidden(String number) {
        doubt();
        JsonNode pair = pair();
        put(Person.ZHUOMA, at(pair) + "/judgements/1", says("same").put("note", "证号 " + number)).ok(201);
        assertThat(get(Person.ZHUOMA, at(pair)).ok().at("/mine/note").textValue()).isEqualTo("证号 **********");
    }

    @ParameterizedTest
    @CsvSource({"state=open", "zone=reject", "sort=name", "limit=0", "after=elsewhere", "area=x",
            "todo=banana", "todo=", "todo=TRUE"})
    void aQueryThatIsNotUnderstoodIsRefused(String query) {
        get(Person.COUNTY, "/api/linkage/pairs?" + query).refused(400, "unreadable-request");
    }

    @ParameterizedTest
    @CsvSource({"/api/linkage/pairs/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/api/linkage/pairs/AAAA"})
    void whatIsNotThereIsNotFound(String path) {
        get(Person.COUNTY, path).refused(404, "not-found");
    }

    @Test
    void aListIsReadPageByPage() {
        doubt();
        stored(Person.ZHAXI, alone(THIRD_UNIT, "扎西", HEAD_ID_NUMBER));
        for (String sort : List.of("uncertain", "weight", "found")) {
            JsonNode first = get(Person.COUNTY, "/api/linkage/pairs?limit=2&sort=" + sort).ok();
            String query = "?limit=2&sort=" + sort + "&after=" + first.get("next").textValue();
            JsonNode second = get(Person.COUNTY, "/api/linkage/pairs" + query).ok();
            assertThat(second.has("next")).isFalse();
            assertThat(Stream.concat(rows(first).stream(), rows(second).stream()).map(row -> row.get("id")).distinct())
                    .hasSize(3);
            assertThat(first.at("/counts/waiting").intValue()).isEqualTo(2);
            assertThat(first.at("/counts/linked").intValue()).isEqualTo(1);
        }
    }

    @Test
    void whereAPageEndedIsNobodysToReadOrToUseElsewhere() {
        doubt();
        stored(Person.ZHAXI, alone(THIRD_UNIT, "扎西", HEAD_ID_NUMBER));
        String pairs = "/api/linkage/pairs?limit=2&sort=";
        JsonNode first = get(Person.COUNTY, pairs + "weight").ok();
        String next = first.get("next").textValue();
        assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1))
                .doesNotContain(first.at("/pairs/1/id").textValue());
        get(Person.COUNTY, pairs + "weight&after=" + next).ok();
        get(Person.COUNTY, pairs + "found&after=" + next).refused(400, "unreadable-request");
        get(Person.COUNTY, pairs + "weight&todo=true&after=" + next).refused(400, "unreadable-request");
        get(Person.ZHUOMA, pairs + "weight&after=" + next).refused(400, "unreadable-request");
        String other = (next.startsWith("A") ? "B" : "A") + next.substring(1);
        get(Person.COUNTY, pairs + "weight&after=" + other).refused(400, "unreadable-request");
    }
}
