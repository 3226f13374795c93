package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LimitsTest extends ServerKit {

    private static final int BODY_LIMIT = 100_000;
    private static final int STREAM_LIMIT = 1_000_000;
    private static final int A_SECOND = 20;

    private final SetClock clock = new SetClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("body_limit_bytes", "" + BODY_LIMIT, "stream_limit_bytes", "" + STREAM_LIMIT,
                "requests_per_second", "" + A_SECOND);
    }

    private HttpRequest.Builder campaign() {
        return request(Person.ADMINISTRATOR, "/api/campaigns").header("Content-Type", "application/json");
    }

    private HttpRequest.Builder regions() {
        return request(Person.ADMINISTRATOR, "/api/regions").header("Content-Type", "application/x-ndjson");
    }

    private static byte[] blanks(int count) {
        return " ".repeat(count).getBytes();
    }

    private static byte[] packed(byte[] plain, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(plain);
            }
        }
        return packed.toByteArray();
    }

    /** A body whose length nobody announces. */
    private static HttpRequest.BodyPublisher chunked(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    @Test
    void aBodyAsLargeAsAllowedIsReadAndALargerOneIsNot() {
        send(campaign().POST(BodyPublishers.ofByteArray(blanks(BODY_LIMIT)))).refused(400, "unreadable-json");
        assertThat(send(campaign().POST(BodyPublishers.ofByteArray(blanks(BODY_LIMIT + 1)))).refused(413, "too-large")
                .get("limit").intValue()).isEqualTo(BODY_LIMIT);
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIsReadNoFartherThanTheLimit() {
        send(campaign().POST(chunked(blanks(BODY_LIMIT + 1)))).refused(413, "too-large");
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsRefused() throws IOException {
        byte[] bomb = packed(blanks(1_000_000), 50);
        assertThat(bomb.length).isLessThan(BODY_LIMIT);
        send(campaign().header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(bomb)))
                .refused(413, "too-large");
        send(regions().header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(bomb)))
                .refused(413, "too-large");
    }

    @Test
    void aPackedBodyIsReadAndADamagedOneIsRefused() throws IOException {
        byte[] whole = packed("{}".getBytes(), 1);
        send(campaign().header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(whole)))
                .refused(422, "unreadable-body");
        byte[] cut = Arrays.copyOf(whole, whole.length - 6);
        send(campaign().header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(cut)))
                .refused(400, "unreadable-request");
    }

    @Test
    void aStreamMayBeLarger() {
        send(regions().POST(chunked(blanks(STREAM_LIMIT)))).ok();
        send(regions().POST(chunked(blanks(STREAM_LIMIT + 1)))).refused(413, "too-large");
    }

    @Test
    void whoAsksBeforeSendingAFloodIsRefusedWithoutIt() {
        String answer = RawRequest.answer(app.uri(), "POST /api/session HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 3000000000\r\n\r\n");
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(413);
    }

    @Test
    void whoSendsAFloodUnaskedIsToldWhyTheConnectionEnds() {
        byte[] head = ("POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 30000000\r\n\r\n").getBytes();
        byte[] flood = Arrays.copyOf(head, head.length + 30_000_000);
        String answer = RawRequest.answer(app.uri(), flood);
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(413);
    }

    @Test
    void whoAsksTooFastWaitsAndGoesOn() {
        get(Person.ZHAXI, "/api/session").ok();
        Answer answer = get(Person.ZHAXI, "/api/forms");
        for (int i = 0; i < 4 * A_SECOND && answer.status() == 200; i++) {
            answer = get(Person.ZHAXI, "/api/forms");
        }
        answer.refused(429, "too-many-requests");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        get(Person.DUOJI, "/api/forms").ok();
        clock.pass(Duration.ofSeconds(1));
        get(Person.ZHAXI, "/api/forms").ok();
    }
}
