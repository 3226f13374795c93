package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;

/** Whatever is sent as a revision: the sender is told, nothing is stored, nothing breaks. */
class HostileTest extends FieldKit {

    private final UUID submission = UUID.randomUUID();

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("body_limit_bytes", "200000");
    }

    @Test
    void whatIsNoReadableJsonIsRefused() {
        String whole = interview(UNIT).toString();
        for (String body : List.of("", " ", whole.substring(0, whole.length() / 2),
                whole.substring(0, whole.length() - 1), "扎西", "{'form':1}", "{\"form\":}", whole + "x", whole + whole,
                "{\"a\":NaN}", "{\"a\":01}", "\"\\x\"",
                whole.replace("扎西", "\\u0000"), whole.replace("扎西", "\\ud800"), "{\"form\":1,\"form\":2}",
                whole.replace("\"n_hukou\":4", "\"n_hukou\":4,\"n_hukou\":5"),
                whole.replace("\"n_hukou\":4", "\"n_hukou\":1e400"),
                whole.replace("\"n_hukou\":4", "\"n_hukou\":1" + "0".repeat(400)),
                "[".repeat(65) + "]".repeat(65), "[".repeat(50_000), "{\"a\":".repeat(30_000))) {
            sent(body.getBytes(StandardCharsets.UTF_8)).refused(400, "unreadable-json");
        }
        nothingIsStored();
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        String whole = interview(UNIT).toString();
        sent(whole.getBytes(StandardCharsets.UTF_16)).refused(400, "unreadable-json");
        sent(whole.getBytes(StandardCharsets.UTF_16LE)).refused(400, "unreadable-json");
        sent(whole.getBytes(java.nio.charset.Charset.forName("GB18030"))).refused(400, "unreadable-json");
        sent(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}).refused(400, "unreadable-json");
        sent(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}).refused(400, "unreadable-json");
        sent(new byte[] {0, 0, 0, 0}).refused(400, "unreadable-json");
        nothingIsStored();
    }

    @Test
    void anotherMediaTypeOrCharsetIsRefused() {
        byte[] body = interview(UNIT).toString().getBytes(StandardCharsets.UTF_8);
        for (String type : List.of("text/plain", "application/xml", "application/json; charset=gb2312")) {
            send(request(Person.ZHAXI, path(submission, 1)).header("Content-Type", type)
                    .PUT(BodyPublishers.ofByteArray(body))).refused(415, "unsupported-media-type");
        }
        send(request(Person.ZHAXI, path(submission, 1)).header("Content-Type", "application/json")
                .header("Content-Encoding", "br").PUT(BodyPublishers.ofByteArray(body)))
                .refused(415, "unsupported-media-type");
        nothingIsStored();
    }

    @Test
    void whatIsTooLargeIsRefused() {
        ObjectNode large = interview(UNIT);
        large.putObject("paradata").put("x", "x".repeat(200_000));
        revise(Person.ZHAXI, submission, 1, large).refused(413, "too-large");
        send(request(Person.ZHAXI, path(submission, 1)).header("Content-Type", "application/json").PUT(
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[300_000]))))
                .refused(413, "too-large");
        nothingIsStored();
    }

    @Test
    void aGzipBombIsTooLarge() {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        sentGzip(bomb).refused(413, "too-large");
        nothingIsStored();
    }

    @Test
    void anInterviewMayComePacked() {
        byte[] packed = gzip(interview(UNIT).toString().getBytes(StandardCharsets.UTF_8));
        sentGzip(packed).ok(201);

        byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);
        sentGzip(cut).refused(400, "unreadable-request");
        sentGzip("no gzip at all".getBytes(StandardCharsets.UTF_8)).refused(400, "unreadable-request");
    }

    @Test
    void numbersAtTheEdgeAreTakenAsTheyAre() {
        String whole = interview(UNIT).toString();
        for (String number : List.of("-0.0", "4.0", "4e0", "1e308", "-1e308", "12345678901234567890", "0.1e-300")) {
            String body = whole.replace("\"n_hukou\":4", "\"n_hukou\":" + number);
            Answer answer = sent(body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(number).isIn(200, 201, 409, 422);
        }
    }

    @Test
    void answersOfAnyShapeNeverBreakTheServer() {
        for (String members : List.of("[[[[[]]]]]", "[null,null]", "[5]", "{}", "\"x\"", "[{\"age\":{\"age\":[1]}}]",
                "[" + "{},".repeat(5_000) + "{}]", "[{\"" + "x".repeat(500) + "\":1}]")) {
            String body = interview(UNIT).toString().replaceFirst("\"members\":\\[.*?\\}\\]", "\"members\":" + members);
            Answer answer = sent(body.getBytes(StandardCharsets.UTF_8));
            JsonNode problem = answer.refused(422, "unreadable-answers");
            assertThat(problem.get("errors")).isNotEmpty();
        }
    }

    @Test
    void aTextHiddenInPointersOrNamesIsNotRepeatedInTheDetail() {
        ObjectNode sent = interview(UNIT);
        ((ObjectNode) sent.get("answers")).put("phone", "secret-answer").put("n_hukou", "another-secret");

        assertThat(revise(Person.ZHAXI, submission, 1, sent).text()).doesNotContain("secret-answer", "another-secret");
    }

    /** The connection ends in the middle of the body: there is nobody to answer, and nothing is stored. */
    @Test
    void aBrokenConnectionStoresNothing() throws IOException {
        byte[] body = interview(UNIT).toString().getBytes(StandardCharsets.UTF_8);
        String head = String.join("\r\n", "PUT %s HTTP/1.1", "Host: localhost", "Authorization: Bearer %s",
                "Content-Type: application/json", "Content-Length: %d", "", "")
                .formatted(path(submission, 1), token(Person.ZHAXI), body.length);
        try (Socket socket = new Socket("127.0.0.1", app.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        nothingIsStored();
    }

    private Answer sent(byte[] body) {
        return send(request(Person.ZHAXI, path(submission, 1)).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    private Answer sentGzip(byte[] body) {
        return send(request(Person.ZHAXI, path(submission, 1)).header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip").PUT(BodyPublishers.ofByteArray(body)));
    }

    private void nothingIsStored() {
        get(Person.COUNTY, "/api/submissions/" + submission).refused(404, "not-found");
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
