package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Queue;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.FieldKit;

/** What is found when everything is read again, and what can be put right. */
class CheckTest extends FieldKit {

    private static final byte[] NOTHING = Json.bytes(Json.object());

    private List<String> found(boolean mend) {
        return Found.by(app.check(), mend);
    }

    private void write(Kind kind, Document document) {
        Stored before = store.find(kind, document.key()).orElseThrow();
        assertThat(store.replace(kind, document, before.version())).isTrue();
    }

    private List<String> units(String state) {
        return get(Person.COUNTY, "/api/submissions?state=" + state).ok().findValuesAsText("unit");
    }

    @Test
    void whatIsReviewedFitsTogether() {
        accepted(Person.ZHAXI, interview(UNIT));
        stored(Person.ZHAXI, interview(SECOND_UNIT));
        assertThat(found(false)).isEmpty();
    }

    @Test
    void aListThatSaysOtherwiseThanTheStepsIsFoundAndMadeAnew() {
        List<UUID> all = Stream.of(UNIT, SECOND_UNIT, THIRD_UNIT).map(unit -> stored(Person.ZHAXI, interview(unit)))
                .toList();
        acceptAll(all.subList(0, 2));
        assertThat(units("accepted")).hasSize(2);
        String wrong = VILLAGE + "/" + all.get(0);
        String unlisted = VILLAGE + "/" + all.get(1);
        String stray = VILLAGE + "/" + new UUID(0x4000L, 0x8000000000000000L);
        write(Queue.KIND, new Document(wrong, NOTHING,
                Map.of("campaign", CAMPAIGN, "unit", UNIT, "state", "received")));
        write(Queue.KIND, new Document(unlisted, NOTHING, Map.of()));
        store.insert(Queue.KIND, new Document(stray, NOTHING,
                Map.of("campaign", CAMPAIGN, "unit", UNIT, "state", "void")));

        assertThat(found(false)).containsExactlyInAnyOrder(
                "reviews: submission " + wrong + " is accepted by its steps and is not listed so",
                "reviews: submission " + unlisted + " is accepted by its steps and is not listed so",
                "reviews: submission " + stray + " is listed and is not there");
        assertThat(units("accepted")).isEmpty();
        assertThat(found(true)).hasSize(3);
        assertThat(found(false)).isEmpty();
        assertThat(units("accepted")).containsExactly(UNIT, SECOND_UNIT);
        assertThat(units("void")).isEmpty();
    }

    @Test
    void aDecisionThatWasChangedBehindTheServerIsFound() {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        assertThat(found(false)).isEmpty();
        Stored step = store.find(Reviews.STEPS, VILLAGE + "/" + submission + "/0002").orElseThrow();
        ObjectNode body = Json.own(step.body());
        ((ObjectNode) body.get("taken")).put("account", "zhaxi");
        write(Reviews.STEPS, new Document(step.key(), Json.bytes(body), Map.of("campaign", CAMPAIGN, "unit", UNIT,
                "team", "team-1")));
        assertThat(found(false)).contains(
                "reviews: step " + submission + "/review/2 is not the one the audit log tells of");
    }
}
