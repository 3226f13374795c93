package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, the answer is a refusal that says so: never a 500, never a word about how the server is made. */
class HostileRequestsTest extends SharedServerKit {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    private static final String END = "\r\n";

    static Stream<Arguments> requests() {
        String post = "POST /api/session" + HOST;
        String json = "Content-Type: application/json\r\n";
        return Stream.of(
                Arguments.of("nonsense", "nonsense\r\n\r\n", 400),
                Arguments.of("another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n", 400),
                Arguments.of("TLS on a plain port", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003", 400),
                Arguments.of("a method nobody knows", "FROB /api/session" + HOST + END, 405),
                Arguments.of("a method in small letters", "get /health" + HOST + END, 405),
                Arguments.of("TRACE", "TRACE /api/session" + HOST + END, 405),
                Arguments.of("CONNECT", "CONNECT localhost:1" + HOST + END, 400),
                Arguments.of("no host", "GET /health HTTP/1.1\r\n\r\n", 400),
                Arguments.of("two hosts", "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
                Arguments.of("a host that is none", "GET /health HTTP/1.1\r\nHost: <script>\r\n\r\n", 400),
                Arguments.of("a host with a bad port", "GET /health HTTP/1.1\r\nHost: a:99999999\r\n\r\n", 400),
                Arguments.of("NUL in the path", "GET /api/forms/%00" + HOST + END, 400),
                Arguments.of("a raw NUL in the path", "GET /api/\u0000" + HOST + END, 400),
                Arguments.of("bad UTF-8 in the path", "GET /api/forms/%ff%fe/1.0" + HOST + END, 400),
                Arguments.of("an escape cut off", "GET /api/forms/%4" + HOST + END, 400),
                Arguments.of("an escape that is none", "GET /api/forms/%zz" + HOST + END, 400),
                Arguments.of("bad UTF-8 in the query", "GET /api/regions?parent=%ff" + HOST + END, 401),
                Arguments.of("a query cut off", "GET /health?a=%" + HOST + END, 400),
                Arguments.of("brackets in the query", "GET /health?a=[]{}|^`\\" + HOST + END, 200),
                Arguments.of("a way up", "GET /../../etc/passwd" + HOST + END, 400),
                Arguments.of("a way up in disguise", "GET /%2e%2e/%2e%2e/etc/passwd" + HOST + END, 400),
                Arguments.of("a slash in disguise", "GET /api%2fforms" + HOST + END, 400),
                Arguments.of("a backslash", "GET /api\\forms" + HOST + END, 400),
                Arguments.of("a path parameter", "GET /api/forms;a=b" + HOST + END, 401),
                Arguments.of("two slashes", "GET //health" + HOST + END, 400),
                Arguments.of("an address with another host", "GET http://elsewhere/health" + HOST + END, 400),
                Arguments.of("a very long path", "GET /" + "a".repeat(20_000) + HOST + END, 414),
                Arguments.of("a very long header", "GET /health" + HOST + "X-A: " + "a".repeat(20_000) + "\r\n" + END, 431),
                Arguments.of("a header without a name", "GET /health" + HOST + ": a\r\n" + END, 400),
                Arguments.of("a header folded", "GET /health" + HOST + "X-A: a\r\n b\r\n" + END, 400),
                Arguments.of("NUL in a header", "GET /health" + HOST + "X-A: \u0000\r\n" + END, 400),
                Arguments.of("a length that is none", post + json + "Content-Length: x\r\n" + END, 400),
                Arguments.of("a length below zero", post + json + "Content-Length: -1\r\n" + END, 400),
                Arguments.of("a length beyond counting", post + json + "Content-Length: 99999999999999999999\r\n" + END, 400),
                Arguments.of("two lengths", post + json + "Content-Length: 2\r\nContent-Length: 3\r\n" + END + "{}", 400),
                Arguments.of("length and chunks", post + json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n" + END + "{}", 400),
                Arguments.of("an encoding nobody knows", post + json + "Transfer-Encoding: frob\r\n" + END, 400),
                Arguments.of("a chunk that is none", post + json + "Transfer-Encoding: chunked\r\n" + END + "zz\r\n{}\r\n0\r\n\r\n", 400),
                Arguments.of("a chunk cut off", post + json + "Transfer-Encoding: chunked\r\n" + END + "ff\r\n{", 400),
                Arguments.of("a body cut off", post + json + "Content-Length: 100\r\n" + END + "{\"a\"", 400),
                Arguments.of("an announced flood", post + json + "Content-Length: 3000000000\r\n" + END, 413),
                Arguments.of("no type", post + "Content-Length: 2\r\n" + END + "{}", 415),
                Arguments.of("a type that is none", post + "Content-Type: ;;;\r\nContent-Length: 2\r\n" + END + "{}", 400),
                Arguments.of("text", post + "Content-Type: text/plain\r\nContent-Length: 2\r\n" + END + "{}", 415),
                Arguments.of("a form", post + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n" + END + "a=b", 415),
                Arguments.of("another charset", post + "Content-Type: application/json; charset=gbk\r\nContent-Length: 2\r\n" + END + "{}", 415),
                Arguments.of("a charset that is none", post + "Content-Type: application/json; charset=\u00ff\r\nContent-Length: 2\r\n" + END + "{}", 400),
                Arguments.of("a packing nobody knows", post + json + "Content-Encoding: br\r\nContent-Length: 2\r\n" + END + "{}", 415),
                Arguments.of("packed but not", post + json + "Content-Encoding: gzip\r\nContent-Length: 2\r\n" + END + "{}", 400),
                Arguments.of("no body", post + json + "Content-Length: 0\r\n" + END, 400),
                Arguments.of("no body and no type", post + "Content-Length: 0\r\n" + END, 400),
                Arguments.of("no body, no type and no length", post + END, 400),
                Arguments.of("an answer nobody makes", "GET /health" + HOST + "Accept: image/png\r\n" + END, 406),
                Arguments.of("an Accept that is none", "GET /health" + HOST + "Accept: ///\r\n" + END, 400),
                Arguments.of("a cookie that is none", "GET /api/session" + HOST + "Cookie: ruhu=\u00e4; ;=;\u0001\r\n" + END, 400),
                Arguments.of("a cookie of a version that is none", "GET /api/session" + HOST + "Cookie: $Version=x; ruhu=\"\r\n" + END, 400),
                Arguments.of("a bearer that is none", "GET /api/session" + HOST + "Authorization: Bearer\r\n" + END, 401),
                Arguments.of("a bearer beyond ASCII", "GET /api/session" + HOST + "Authorization: Bearer \u00e4\u00f6\r\n" + END, 401),
                Arguments.of("a date that is none", "GET /health" + HOST + "If-Modified-Since: yesterday\r\n" + END, 200),
                Arguments.of("a tag that is none", "GET /health" + HOST + "If-None-Match: \"\"\"\r\n" + END, 200),
                Arguments.of("a range nobody serves", "GET /health" + HOST + "Range: bytes=9-1\r\n" + END, 200),
                Arguments.of("an upgrade", "GET /health" + HOST.replace("close", "Upgrade") + "Upgrade: websocket\r\n" + END, 200),
                Arguments.of("an expectation nobody meets", post + json + "Expect: miracles\r\nContent-Length: 2\r\n" + END + "{}", 417),
                Arguments.of("the protocol of tomorrow", "GET /health HTTP/9.9\r\nHost: a\r\n\r\n", 505),
                Arguments.of("the protocol of yesterday", "GET /health HTTP/0.9\r\n\r\n", 505));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedInOurOwnWords(String what, String request, int status) {
        String answer = RawRequest.answer(app.uri(), request);
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(status);
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("jersey")
                .doesNotContain("Exception").doesNotContain("java.").doesNotContain("<html").doesNotContain("at org.");
        if (status >= 400 && status != 414 && status != 431) {
            assertThat(answer).contains("application/problem+json").contains("\"type\":\"/problems/");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api", "/api/", "/api/nothing", "/api/forms/household-census", "/api/forms/household-census/99.0",
            "/api/forms/x/y", "/nothing.js", "/assets/nothing-1234.js", "/.git/config", "/web/index.html", "/tablet.exe"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(Person.ZHAXI, path).refused(404, "not-found").get("detail").textValue()).isNotEmpty();
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        Answer answer = send(request(Person.ZHAXI, "/api/forms").DELETE());
        answer.refused(405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET");
        Answer page = send(request("/tablet").POST(BodyPublishers.noBody()));
        page.refused(405, "method-not-allowed");
        assertThat(page.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void headTellsWhatGetWouldAndOptionsTheMethods() {
        Answer head = send(request("/health").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        Answer options = send(request(Person.ZHAXI, "/api/forms").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.status()).isIn(200, 204);
        assertThat(options.header("Allow")).contains("GET");
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() {
        for (Answer answer : new Answer[] {get("/health"), get("/api/session"), get("/nothing.js"), get("/api/nothing"),
                get("/health?a=%25"), get("//")}) {
            assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self'").contains("frame-ancestors 'none'")
                    .contains("object-src 'none'").doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void manyRequestsOnOneConnectionAreAnsweredInOrderEvenBehindARefusal() {
        String two = "GET /api/session HTTP/1.1\r\nHost: a\r\n\r\nGET /health" + HOST + END;
        String answer = RawRequest.answer(app.uri(), two.getBytes(StandardCharsets.US_ASCII));
        assertThat(RawRequest.status(answer)).isEqualTo(401);
        assertThat(answer.substring(answer.indexOf("HTTP/1.1", 1))).startsWith("HTTP/1.1 200");
    }
}
