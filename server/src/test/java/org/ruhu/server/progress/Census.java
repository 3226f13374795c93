package org.ruhu.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.review.StoredSteps;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Submissions;

/** Writes the documents of a census as the server does, without the server. */
final class Census {

    static final String CAMPAIGN = "census-2026";
    static final List<Kind> KINDS = List.of(Units.KIND, Submissions.KIND, Attachments.KIND, Reviews.STEPS, Progress.KIND);

    private final Store store;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<UUID, Integer> steps = new HashMap<>();

    Census(Store store) {
        this.store = store;
    }

    static UUID submission(int number) {
        return new UUID(0x4000L, 0x8000000000000000L | number);
    }

    static String sha256(int number) {
        return "%064x".formatted(number);
    }

    private static Document unitDocument(String unit) {
        String key = unit.substring(0, 12) + "/" + CAMPAIGN + "/" + unit;
        return new Document(key, Json.bytes(Json.object().put("unit", unit).put("campaign", CAMPAIGN)),
                Map.of("campaign", CAMPAIGN, "unit", unit));
    }

    void list(String... units) {
        assertThat(store.insertAll(Units.KIND, List.of(units).stream().map(Census::unitDocument).toList())).doesNotContain(false);
    }

    /** As when another team gets the unit. */
    void listAgain(String unit) {
        Document document = unitDocument(unit);
        store.replace(Units.KIND, document, store.find(Units.KIND, document.key()).orElseThrow().version());
    }

    /** The next revision of a submission. */
    void answer(UUID submission, String unit, String result, String receivedAt, int... attachments) {
        int number = numbers.merge(submission, 1, Integer::sum);
        ObjectNode body = Json.object().put("submission", submission.toString()).put("number", number);
        body.putObject("form").put("name", "household-census").put("version", "1.0");
        body.put("campaign", CAMPAIGN).put("unit", unit).put("area", unit.substring(0, 12)).put("team", "team-1")
                .put("receivedAt", Instant.parse(receivedAt).toString());
        body.putArray("findings").addObject().put("check", "H01").putArray("refers");
        for (int attachment : attachments) {
            body.withArray("attachments").add(sha256(attachment));
        }
        ObjectNode answers = body.putObject("answers").put("hh_attr", "0");
        answers.putArray("members").addObject().put("result_code", "of nobody");
        if (!result.isEmpty()) {
            answers.put("result_code", result);
        }
        String key = unit.substring(0, 12) + "/" + submission + "/" + "%06d".formatted(number);
        assertThat(store.insert(Submissions.KIND, new Document(key, Json.bytes(body), Map.of("submission", submission.toString(),
                "number", (long) number, "campaign", CAMPAIGN, "unit", unit)))).isTrue();
    }

    /** As somebody decides about the latest revision of a submission. */
    void decide(UUID submission, String unit, String step) {
        int taken = steps.merge(submission, 1, Integer::sum);
        assertThat(store.insert(Reviews.STEPS, StoredSteps.of(CAMPAIGN, unit.substring(0, 12) + "/" + submission, unit,
                taken, numbers.get(submission), step))).isTrue();
    }

    void arrive(int attachment) {
        store.insert(Attachments.KIND, new Document(sha256(attachment), Json.bytes(Json.object()), Map.of("team", "team-1")));
    }

    static Progress progress(Store store, Clock clock) {
        return new Progress(store, Catalogue.bundled(), clock);
    }
}
