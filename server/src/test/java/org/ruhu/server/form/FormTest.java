package org.ruhu.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.Person;
import org.ruhu.server.SharedServerKit;
import org.ruhu.server.door.Json;

class FormTest extends SharedServerKit {

    private static final String CENSUS = "/api/forms/household-census/1.0";

    @Test
    void theListTellsTitleAndDigestOfEveryVersion() {
        JsonNode form = get(Person.ZHAXI, "/api/forms").ok().at("/forms/0");
        assertThat(form.get("name").textValue()).isEqualTo("household-census");
        assertThat(form.at("/title/zh").textValue()).isNotEmpty();
        assertThat(form.get("digest").textValue()).hasSize(64);
    }

    @Test
    void aBundleIsSentOnceAndThenOnlyConfirmed() {
        Answer first = get(Person.ZHAXI, CENSUS);
        JsonNode bundle = first.ok();
        String digest = bundle.get("digest").textValue();
        assertThat(first.header("ETag")).isEqualTo('"' + digest + '"');
        assertThat(bundle.fieldNames()).toIterable().contains("form", "schema", "labels", "codelists", "program");
        Answer again = send(request(Person.ZHAXI, CENSUS).header("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(send(request(Person.ZHAXI, CENSUS).header("If-None-Match", "\"older\"")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "If-Match"})
    void aTagThatIsNoneIsRefused(String header) {
        send(request(Person.ZHAXI, CENSUS).header(header, "unquoted")).refused(400, "unreadable-request");
    }

    @Test
    void aBundleTravelsPackedToWhoCanUnpack() throws IOException {
        Answer packed = send(request(Person.ZHAXI, CENSUS).header("Accept-Encoding", "gzip"));
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.response().body())).readAllBytes();
        assertThat(Json.read(plain)).isEqualTo(get(Person.ZHAXI, CENSUS).json());
        assertThat(packed.response().body().length).isLessThan(plain.length / 4);
        Answer again = send(request(Person.ZHAXI, CENSUS).header("Accept-Encoding", "gzip")
                .header("If-None-Match", packed.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
    }
}
