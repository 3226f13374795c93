package org.ruhu.server.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.State;

/** What has to be said with a step, read from a request. */
final class Ask {

    private static final int LONGEST = 2_000;
    private static final int MOST_FIELDS = 50;
    private static final int LONGEST_POINTER = 200;
    private static final String SOMETHING = "(?s).*\\S.*";

    private final Body body;
    private final ObjectNode said = Json.object();

    private Ask(Body body) {
        this.body = body;
    }

    /** @param state where the submission stands: what changes something that was accepted has to be shown */
    static ObjectNode said(Body body, Step step, State state) {
        Ask ask = new Ask(body);
        boolean changes = step == Step.ACCEPT && state == State.CORRECTION;
        ask.words("reason", step.needsReason() || changes, "say in at most 2000 characters why");
        ask.words("evidence", changes, "say in at most 2000 characters what shows it: a paper, a photo, who was asked");
        ask.fields();
        return ask.said;
    }

    private void words(String member, boolean needed, String expected) {
        if (needed || body.has(member)) {
            said.put(member, body.text(member, LONGEST, SOMETHING, expected).strip());
        }
    }

    private void fields() {
        if (!body.has("fields")) {
            return;
        }
        JsonNode fields = body.any("fields");
        if (!fields.isArray() || fields.size() > MOST_FIELDS) {
            throw body.refusedAt("fields", "send a list of at most 50 JSON pointers into the answers");
        }
        for (JsonNode field : fields) {
            if (!field.isTextual() || field.textValue().length() > LONGEST_POINTER
                    || !field.textValue().matches("(/[^\\p{Cntrl}/]+)+")) {
                throw body.refusedAt("fields", "send JSON pointers such as /members/0/birth");
            }
            said.withArray("fields").add(field.textValue());
        }
    }
}
