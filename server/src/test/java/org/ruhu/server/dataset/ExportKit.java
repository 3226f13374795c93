package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** Exports as a statistician asks for them and waits. */
abstract class ExportKit extends FieldKit {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** As it is usually asked for: what is accepted. */
    static ObjectNode usual() {
        return Json.object().put("form", FORM.name()).put("version", FORM.version());
    }

    /** Of what came in, before anybody has reviewed it. */
    static ObjectNode wish() {
        ObjectNode wish = usual();
        wish.putArray("states").add("received");
        return wish;
    }

    /** Asks for an export and waits for its end. */
    JsonNode exported(ObjectNode wish) {
        return ended(post(Person.STATISTICIAN, "/api/exports", wish).ok(202).get("id").textValue());
    }

    JsonNode ended(String id) {
        return until("done|failed|cancelled|expired", id);
    }

    /** Asks again and again until it is in such a state. */
    JsonNode until(String states, String id) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode export = one(id);
        while (!export.get("state").textValue().matches(states) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            export = one(id);
        }
        assertThat(export.get("state").textValue()).as(export.toString()).matches(states);
        return export;
    }

    JsonNode one(String id) {
        return get(Person.STATISTICIAN, "/api/exports/" + id).ok();
    }

    /** An export that is done. */
    JsonNode done(ObjectNode wish) {
        JsonNode export = exported(wish);
        assertThat(export.get("state").textValue()).as(export.toString()).isEqualTo("done");
        return export;
    }

    byte[] bytes(JsonNode export) {
        Answer answer = get(Person.STATISTICIAN, export.get("file").textValue());
        assertThat(answer.status()).as(export.toString()).isEqualTo(200);
        return answer.response().body();
    }

    Map<String, byte[]> files(JsonNode export) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(export)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
