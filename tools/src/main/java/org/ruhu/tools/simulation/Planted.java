package org.ruhu.tools.simulation;

import java.util.List;

/**
 * People of a household who are, or seem to be, those of another one.
 *
 * @param other index of the other household
 * @param pairs who is, or seems to be, whom
 */
record Planted(Case which, int other, List<Pair> pairs) {

    Planted {
        pairs = List.copyOf(pairs);
    }

    /** Lines from 0: {@code here} in the household that has them again, {@code there} in the other one. */
    record Pair(int here, int there) {}
}
