package org.ruhu.tools.link.again;

import java.io.IOException;

/** Compares pairs of records, wherever these are. */
@FunctionalInterface
public interface Compares {

    /**
     * The pattern of each pair.
     *
     * @param pairs the smaller row in the upper half, the other in the lower
     */
    int[] patterns(long[] pairs) throws IOException;
}
