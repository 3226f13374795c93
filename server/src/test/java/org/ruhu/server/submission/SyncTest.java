package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** Many revisions at once: a result for each line, in the order of the lines. */
class SyncTest extends FieldKit {

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("stream_limit_bytes", "3000000");
    }

    @Test
    void everyLineGetsItsResultInOrder() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        List<JsonNode> results = sync(line(first, 1, interview(UNIT)), line(second, 1, interview(OTHER_TEAMS_UNIT)),
                line(first, 1, interview(UNIT)), line(first, 2, interviewOf("卓玛")), line(first, 2, interviewOf("多吉")),
                line(second, 3, interview(SECOND_UNIT)));

        assertThat(results).extracting(result -> result.get("line").intValue()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(results).extracting(result -> result.get("status").intValue())
                .containsExactly(201, 403, 200, 201, 409, 409);
        assertThat(results.get(0).get("submission").textValue()).isEqualTo(first.toString());
        assertThat(results.get(0).at("/receipt/number").intValue()).isEqualTo(1);
        assertThat(results.get(1).at("/problem/type").textValue()).isEqualTo("/problems/other-team");
        assertThat(results.get(4).at("/problem/type").textValue()).isEqualTo("/problems/revision-taken");
        assertThat(results.get(5).at("/problem/next").intValue()).isEqualTo(1);
        assertThat(revisions(first)).isEqualTo(2);
    }

    @Test
    void aBadLineStopsNoOther() {
        UUID first = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        String lines = line(first, 1, interview(UNIT)) + "\n{\"submission\":\n\n[]\n{}\n"
                + "{\"submission\":\"X\",\"number\":1}\n{\"submission\":\"" + first + "\",\"number\":0}\n"
                + "x".repeat(1_200_000) + "\n" + line(last, 1, interview(SECOND_UNIT)) + "\n";

        List<JsonNode> results = results(ndjson(Person.ZHAXI, "/api/sync", lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(results).extracting(result -> result.get("line").intValue() + " " + result.get("status").intValue())
                .containsExactly("1 201", "2 400", "4 422", "5 422", "6 422", "7 422", "8 413", "9 201");
    }

    @Test
    void hundredsOfLinesPackedAreStoredAndTheSameAgainIsNoNews() {
        List<UUID> households = IntStream.range(0, 300).mapToObj(i -> UUID.randomUUID()).toList();
        byte[] packed = packed(households.stream().map(household -> line(household, 1, interview(UNIT))).toList());

        assertThat(results(sendPacked(packed))).hasSize(300)
                .allMatch(result -> result.get("status").intValue() == 201);
        assertThat(results(sendPacked(packed))).allMatch(result -> result.get("status").intValue() == 200)
                .extracting(result -> result.get("submission").textValue())
                .containsExactlyElementsOf(households.stream().map(UUID::toString).toList());
    }

    @Test
    void whatHadComeWholeBeforeTheUploadBrokeOffIsStored() {
        List<ObjectNode> lines = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> lines.add(line(UUID.randomUUID(), 1, interview(UNIT))));
        byte[] packed = packed(lines);

        List<JsonNode> results = results(sendPacked(Arrays.copyOf(packed, packed.length * 2 / 3)));

        int whole = results.size() - 1;
        assertThat(whole).isBetween(20, 199);
        assertThat(results.subList(0, whole)).allMatch(result -> result.get("status").intValue() == 201);
        assertThat(results.get(whole).get("line").intValue()).isEqualTo(whole + 1);
        assertThat(results.get(whole).get("status").intValue()).isEqualTo(400);
        assertThat(results.get(whole).at("/problem/type").textValue()).isEqualTo("/problems/unreadable-request");
        assertThat(get(Person.COUNTY, "/api/submissions?limit=500").ok().get("submissions")).hasSize(whole);
    }

    @Test
    void anUploadThatGrowsTooLargeStopsThere() {
        List<ObjectNode> lines = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> lines.add(line(UUID.randomUUID(), 1, interview(UNIT))));

        List<JsonNode> results = results(sendPacked(packed(lines)));

        int whole = results.size() - 1;
        assertThat(whole).isBetween(300, 900);
        assertThat(results.subList(0, whole)).allMatch(result -> result.get("status").intValue() == 201);
        assertThat(results.get(whole).get("status").intValue()).isEqualTo(413);
    }

    @Test
    void anEmptyUploadHasNoResults() {
        assertThat(results(ndjson(Person.ZHAXI, "/api/sync", new byte[0]))).isEmpty();
        assertThat(results(ndjson(Person.ZHAXI, "/api/sync", "\n \n".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void onlyEnumeratorsSync() {
        ndjson(Person.COUNTY, "/api/sync", new byte[0]).refused(403, "not-allowed");
        post(Person.ZHAXI, "/api/sync", Json.object()).refused(415, "unsupported-media-type");
    }

    private static ObjectNode line(UUID submission, int number, ObjectNode sent) {
        ObjectNode line = Json.object().put("submission", submission.toString()).put("number", number);
        line.setAll(sent);
        return line;
    }

    private static byte[] packed(List<ObjectNode> lines) {
        String text = lines.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
        return HostileTest.gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> sync(ObjectNode... lines) {
        return results(lines(Person.ZHAXI, "/api/sync", lines));
    }

    private Answer sendPacked(byte[] packed) {
        return send(request(Person.ZHAXI, "/api/sync").header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(packed)));
    }

    private static List<JsonNode> results(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))).toList();
    }
}
