package org.ruhu.server.progress;

import java.util.Locale;
import java.util.Optional;
import org.ruhu.server.progress.Fact.Answered;

/**
 * How far one unit is: the join of everything known of it, the same in whatever order it becomes known and however often.
 *
 * @param listed      whether it is on the frame; one that is not counts nowhere
 * @param sequence    place of its latest revision in the change order; 0 if nobody answered yet
 * @param result      of its latest revision
 * @param reviewed    what has been decided about its latest revision
 * @param waits       whether something its latest revision names has not arrived
 * @param firstDay    day of its first arrival, since 1970 in the campaign's zone
 * @param lastArrival of any of its revisions, milliseconds since 1970
 */
record Standing(boolean listed, long sequence, String result, State reviewed, boolean waits, int firstDay, long lastArrival) {

    static final Standing UNKNOWN = new Standing(false, 0, "", State.RECEIVED, false, Integer.MAX_VALUE, 0);

    enum State {
        LISTED, WAITING, RECEIVED, CHECKED, ACCEPTED, CORRECTION, RETURNED, VOID;

        static State of(org.ruhu.server.submission.State state) {
            return valueOf(state.name());
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is void does not count: somebody has to go there. */
    boolean enumerated() {
        return sequence > 0 && reviewed != State.VOID;
    }

    State state() {
        if (sequence == 0) {
            return State.LISTED;
        }
        boolean undecided = reviewed == State.RECEIVED || reviewed == State.CORRECTION;
        return waits && undecided ? State.WAITING : reviewed;
    }

    Standing onTheFrame() {
        return new Standing(true, sequence, result, reviewed, waits, firstDay, lastArrival);
    }

    Standing waiting(boolean waits) {
        return new Standing(listed, sequence, result, reviewed, waits, firstDay, lastArrival);
    }

    /** @param waits whether {@code answered} does, if it is the latest */
    Standing with(Answered answered, int day, boolean waits) {
        boolean latest = answered.sequence() > sequence;
        return new Standing(listed, latest ? answered.sequence() : sequence, latest ? answered.result() : result,
                latest ? State.RECEIVED : reviewed, latest ? waits : this.waits, Math.min(firstDay, day),
                Math.max(lastArrival, answered.receivedAt().toEpochMilli()));
    }

    /** @param waits whether what it stands by does */
    Standing settled(Fact.Settled now, boolean waits) {
        return new Standing(listed, now.newest().sequence(), now.newest().result(), now.state(), waits, firstDay,
                lastArrival);
    }

    Optional<String> resultCode() {
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }
}
