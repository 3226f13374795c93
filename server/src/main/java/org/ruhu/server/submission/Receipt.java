package org.ruhu.server.submission;

/** What became of a revision that was to be appended. */
public sealed interface Receipt {

    /** It is on disk. */
    record Stored(Revision revision) implements Receipt {}

    /** The same had come before: devices repeat themselves when an acknowledgement is lost. */
    record Replayed(Revision existing) implements Receipt {}

    /** Its number holds other answers. */
    record Conflict(Revision existing) implements Receipt {}

    /** The submission is about another unit. */
    record OtherUnit(Revision existing) implements Receipt {}

    /** The one before it has not come. */
    record OutOfOrder(int next) implements Receipt {}
}
