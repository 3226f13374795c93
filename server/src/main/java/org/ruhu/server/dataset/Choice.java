package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.submission.State;

/** Which revision of a submission goes into a dataset. */
@FunctionalInterface
interface Choice {

    /** Wherever a submission stands, its latest. */
    Choice LATEST = (history, until) -> history;

    /**
     * @param history revisions of one submission, the interview first
     * @param until   place in the change order at which the data are looked at
     * @return those up to and with the one that is taken; empty if none is
     */
    List<ObjectNode> of(List<ObjectNode> history, long until);

    static Choice of(Asked asked, Attachments attachments) {
        return (history, until) -> {
            for (int last = history.size(); last > 0; last--) {
                if (asked.states().contains(state(history.get(last - 1), attachments, until))) {
                    return history.subList(0, last);
                }
                if (asked.which() == Asked.Which.LATEST) {
                    return List.of();
                }
            }
            return List.of();
        };
    }

    private static State state(ObjectNode revision, Attachments attachments, long until) {
        for (JsonNode sha256 : revision.get("attachments")) {
            if (!attachments.present(sha256.textValue(), until)) {
                return State.WAITING;
            }
        }
        return State.RECEIVED;
    }
}
