package org.ruhu.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.SharedServerKit;

class PagesTest extends SharedServerKit {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/tablet", "/tablet/units/540302102201-0007",
            "/supervisor/areas/5403?view=map",
            "/datasets", "/permits", "/linkage", "/linkage/pairs/4f", "/indicators", "/supervisor"})
    void everyFaceOfTheClientIsTheOnePage(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.text()).contains("<title>kit</title>");
    }

    @Test
    void aNameWithAHashIsKeptForGoodAndTheWorkerIsAskedForAgain() {
        Answer hashed = get("/assets/kit-0a1b2c3d.js");
        assertThat(hashed.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(hashed.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(get("/sw.js").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aPageThatDidNotChangeIsOnlyConfirmed() {
        String tag = get("/tablet").header("ETag");
        Answer again = send(request("/tablet").header("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("Content-Security-Policy")).isNotEmpty();
    }

    @Test
    void textTravelsPackedToWhoCanUnpack() throws IOException {
        String plain = get("/assets/kit-0a1b2c3d.js").text();
        Answer packed = send(request("/assets/kit-0a1b2c3d.js").header("Accept-Encoding", "gzip, br"));
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(packed.response().body())).readAllBytes(),
                StandardCharsets.UTF_8)).isEqualTo(plain);
        assertThat(send(request("/assets/kit-0a1b2c3d.js").header("Accept-Encoding", "gzip;q=0"))
                .header("Content-Encoding")).isEmpty();
    }

    @Test
    void headTellsTheLengthAndSendsNothing() {
        Answer head = send(request("/tablet").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("" + get("/tablet").response().body().length);
        assertThat(head.text()).isEmpty();
    }
}
