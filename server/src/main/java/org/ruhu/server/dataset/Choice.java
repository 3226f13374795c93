package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ruhu.forms.FormId;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Review;
import org.ruhu.server.submission.State;
import org.ruhu.tools.dataset.Dataset;

/** Which revision of a submission goes into a dataset. */
@FunctionalInterface
public interface Choice {

    /**
     * @param history revisions of one submission, the interview first; told of each is afterwards where it stands, and
     *                of one that was accepted by whom and why
     * @param review  what was decided about it by then
     * @param until   place in the change order at which the data are looked at
     * @return those up to and with the one that is taken; empty if none is
     */
    List<ObjectNode> of(List<ObjectNode> history, Review review, long until);

    /** What is taken where nothing else is asked for: the latest that is accepted. */
    static Choice usual(Attachments attachments) {
        return of(EnumSet.of(State.ACCEPTED), false, attachments);
    }

    /**
     * @param states where a revision must stand
     * @param newest whether a submission is left out when its latest revision stands elsewhere
     */
    static Choice of(Set<State> states, boolean newest, Attachments attachments) {
        return (history, review, until) -> {
            history.forEach(revision -> tell(revision, review, attachments, until));
            for (int last = history.size(); last > 0; last--) {
                if (states.stream().map(State::word).anyMatch(stateOf(history.get(last - 1))::equals)) {
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
        return (history, review, until) -> {
            List<ObjectNode> chosen = of(history, review, until);
            return chosen.isEmpty() || holds(dataset, chosen.get(chosen.size() - 1)) ? chosen : List.of();
        };
    }

    static boolean holds(Dataset dataset, ObjectNode revision) {
        JsonNode form = revision.get("form");
        return dataset.holds(new FormId(form.get("name").textValue(), form.get("version").textValue()));
    }

    /** Where a revision stands that was looked at; empty if it was not. */
    static String stateOf(ObjectNode revision) {
        return revision.path("state").asText();
    }

    private static void tell(ObjectNode revision, Review review, Attachments attachments, long until) {
        int number = revision.get("number").intValue();
        State state = review.stateOf(number);
        boolean undecided = state == State.RECEIVED || state == State.CORRECTION;
        boolean waits = undecided && absent(revision, attachments, until);
        revision.put("state", (waits ? State.WAITING : state).word());
        review.acceptance(number).ifPresent(taken -> revision.set("acceptance", Json.object()
                .put("account", taken.account()).put("reason", taken.text("reason"))
                .put("evidence", taken.text("evidence"))));
    }

    private static boolean absent(ObjectNode revision, Attachments attachments, long until) {
        for (JsonNode sha256 : revision.get("attachments")) {
            if (!attachments.present(sha256.textValue(), until)) {
                return true;
            }
        }
        return false;
    }
}
