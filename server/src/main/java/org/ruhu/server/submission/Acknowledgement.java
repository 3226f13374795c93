package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.door.Refusal.Kind;

/** What a device is told: after this it may delete its copy. */
record Acknowledgement(int status, ObjectNode receipt) {

    /** @throws Refusal if the revision was not stored, now or before */
    static Acknowledgement of(Receipt receipt, String digest, Submissions submissions) {
        if (receipt instanceof Receipt.Stored stored) {
            return new Acknowledgement(201, json(stored.revision(), digest, submissions));
        }
        if (receipt instanceof Receipt.Replayed replayed) {
            return new Acknowledgement(200, json(replayed.existing(), digest, submissions));
        }
        throw refusal(receipt);
    }

    private static ObjectNode json(Revision revision, String digest, Submissions submissions) {
        List<String> absent = submissions.absentAttachments(revision);
        State state = absent.isEmpty() ? State.RECEIVED : State.WAITING;
        ObjectNode json = Json.object().put("submission", revision.id().submission().toString())
                .put("number", revision.id().number()).put("digest", digest)
                .put("receivedAt", revision.receivedAt().toString()).put("state", state.word());
        absent.forEach(json.putArray("missingAttachments")::add);
        json.set("findings", Revision.written(revision.findingsForInterviewer()));
        return json;
    }

    private static Refusal refusal(Receipt receipt) {
        if (receipt instanceof Receipt.OutOfOrder outOfOrder) {
            return new Refusal(Kind.REVISION_OUT_OF_ORDER, "Send revision %d first".formatted(outOfOrder.next()))
                    .with("next", outOfOrder.next());
        }
        if (receipt instanceof Receipt.OtherUnit) {
            return new Refusal(Kind.UNIT_MISMATCH, "Send what is about another unit as a submission of its own");
        }
        return new Refusal(Kind.REVISION_TAKEN, "Fetch the submission and send yours as its next revision");
    }
}
