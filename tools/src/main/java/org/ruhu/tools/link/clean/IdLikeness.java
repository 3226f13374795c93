package org.ruhu.tools.link.clean;

/** How two id numbers of 18 characters lie to each other; the first that is true. */
public enum IdLikeness {

    SAME(1.0),
    /** Two neighbours stand the other way round. */
    NEIGHBOURS_SWAPPED(0.95),
    ONE_DIGIT(0.9),
    /**
     * Both are valid and of people born on the same day and registered in the same county: another sequence number, as
     * twins have. Asked before two edits, since the check digit changes along with the sequence.
     */
    OTHER_SEQUENCE(0.5),
    /** Two digits, or one left out and one put in elsewhere. */
    TWO_EDITS(0.8),
    DIFFERENT(0.0);

    /** How much they are alike from 0 to 1: a slip of the pen ranks before another person. */
    private final double likeness;

    IdLikeness(double likeness) {
        this.likeness = likeness;
    }

    public double likeness() {
        return likeness;
    }
}
