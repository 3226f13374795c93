package org.ruhu.tools.indicator.deprivation;

/**
 * What is done with a household of which a deprivation is not known. The last two say between which numbers H and M0
 * lie, whatever the unknown answers are; A and contributions may lie outside theirs.
 */
public enum Unknowns {
    /** it does not count, and how many there are is told */
    LEFT_OUT,
    /** the lower bound */
    AS_NOT_DEPRIVED,
    /** the upper bound */
    AS_DEPRIVED;

    boolean counts(Lacks lacks) {
        return this != LEFT_OUT || lacks.unknown() == 0;
    }

    long deprived(Lacks lacks) {
        return this == AS_DEPRIVED ? lacks.deprived() | lacks.unknown() : lacks.deprived();
    }
}
