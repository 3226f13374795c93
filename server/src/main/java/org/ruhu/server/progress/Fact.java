package org.ruhu.server.progress;

import java.time.Instant;
import java.util.List;

/** What a stored document means for progress. */
sealed interface Fact {

    /** A unit is on the frame. */
    record Listed(Place place) implements Fact {}

    /**
     * Someone answered for a unit.
     *
     * @param sequence    its place in the change order; revisions never change, so it stays the same for ever
     * @param result      code of the visit's result, empty if the form has none or it is not answered
     * @param absent      SHA-256 of what it names and was not here when it was read: that can only come later in the order
     */
    record Answered(Place place, long sequence, Instant receivedAt, String result, List<String> absent)
            implements Fact {}

    /**
     * Somebody decided about an interview of a unit, or corrected one.
     *
     * @param newest by what the unit stands, as the store had it when this was read: it may be told of again
     * @param state  where that stands, whether or not it waits
     */
    record Settled(Answered newest, Standing.State state) implements Fact {}

    /** A photo or signature is here. */
    record Arrived(String sha256) implements Fact {}
}
