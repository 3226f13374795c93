package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ruhu.forms.FormId;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.submission.State;
import org.ruhu.tools.dataset.Dataset;

/** Which revision of a submission goes into a dataset. */
@FunctionalInterface
public interface Choice {

    /** Wherever a submission stands, its latest. */
    Choice LATEST = (history, until) -> history;

    /**
     * @param history revisions of one submission, the interview first
     * @param until   place in the change order at which the data are looked at
     * @return those up to and with the one that is taken; empty if none is
     */
    List<ObjectNode> of(List<ObjectNode> history, long until);

    /** What is taken where nothing else is asked for: the latest that is received as a whole. */
    static Choice usual(Attachments attachments) {
        return of(EnumSet.of(State.RECEIVED), false, attachments);
    }

    /**
     * @param states where a revision must stand
     * @param newest whether a submission is left out when its latest revision stands elsewhere
     */
    static Choice of(Set<State> states, boolean newest, Attachments attachments) {
        return (history, until) -> {
            for (int last = history.size(); last > 0; last--) {
                if (states.contains(state(history.get(last - 1), attachments, until))) {
                    return history.subList(0, last);
                }
                if (newest) {
                    return List.of();
                }
            }
            return List.of();
        };
    }

    /** The same, but of no submission that answers another form or version with the revision that is taken. */
    default Choice within(Dataset dataset) {
        return (history, until) -> {
            List<ObjectNode> chosen = of(history, until);
            if (chosen.isEmpty()) {
                return chosen;
            }
            JsonNode form = chosen.get(chosen.size() - 1).get("form");
            return dataset.holds(new FormId(form.get("name").textValue(), form.get("version").textValue())) ? chosen
                    : List.of();
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
