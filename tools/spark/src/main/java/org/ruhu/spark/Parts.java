package org.ruhu.spark;

import org.apache.spark.Partitioner;

/** Sends what has a number to the part with that number. */
final class Parts extends Partitioner {

    private static final long serialVersionUID = 1;

    private final int parts;

    Parts(int parts) {
        this.parts = parts;
    }

    /** Where a block is counted and compared: by other bits of its name than {@link Live} looks at. */
    static int of(long block, int parts) {
        return (int) ((block >>> 1 & 0x7FFFFFFF) % parts);
    }

    @Override
    public int numPartitions() {
        return parts;
    }

    @Override
    public int getPartition(Object number) {
        return (Integer) number;
    }
}
