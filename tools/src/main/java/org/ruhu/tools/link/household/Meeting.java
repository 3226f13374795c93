package org.ruhu.tools.link.household;

/**
 * Two households with somebody in both.
 *
 * @param left   number of the household of the smaller number, or of the first input
 * @param linked members of the one who are members of the other, nobody twice
 * @param smaller members of the smaller household, so at least {@code linked}
 * @param larger members of the larger one
 * @param heads  whether the two heads are one person
 */
public record Meeting(int left, int right, int linked, int smaller, int larger, boolean heads) {

    public Meeting {
        if (linked < 1 || linked > smaller || smaller > larger) {
            throw new IllegalArgumentException("%d linked of %d and %d".formatted(linked, smaller, larger));
        }
    }

    /** How far apart the numbers of members are. */
    public int sizeDifference() {
        return larger - smaller;
    }
}
