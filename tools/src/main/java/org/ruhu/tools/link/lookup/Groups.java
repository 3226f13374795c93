package org.ruhu.tools.link.lookup;

import java.util.function.IntFunction;

/** Which rows a blocking rule puts together, growing row by row. */
abstract class Groups {

    /** @param values of the row, by column; the sheet has their codes already */
    abstract void add(int row, IntFunction<String> values);

    /** @param values of the row, by column; the sheet has their codes still */
    abstract void remove(int row, IntFunction<String> values);

    /**
     * Rows together with one of these values; none of a group that would be larger than the rule allows with it.
     *
     * @param codes of the values, by column; 0 for one that no row has
     */
    abstract void together(int[] codes, IntFunction<String> values, Candidates found);
}
