package org.ruhu.tools.link.train;

/**
 * A closer level should not weigh less than a farther one because few pairs were seen on it. Neighbours in the wrong
 * order are given one weight (pool adjacent violators, Ayer et al. 1955), unless so many pairs say otherwise that
 * chance cannot have done it: levels need not be in order, only those of few pairs are put so.
 */
final class Order {

    private static final double CHANCE = 2;

    private Order() {}

    /**
     * @param same      expected matches by level, {@code different} the other pairs that u is from
     * @return m anew; that of levels with one weight is shared out as their u is
     */
    static double[] put(double[] m, double[] u, double[] same, double[] different) {
        int levels = m.length - 1;
        int[] end = new int[levels + 1];
        double[][] blocks = new double[levels + 1][];
        int size = 0;
        for (int level = 1; level <= levels; level++) {
            blocks[size] = new double[] {m[level], u[level], same[level], different[level]};
            end[size++] = level;
            while (size > 1 && wrong(blocks[size - 2], blocks[size - 1])) {
                size--;
                for (int i = 0; i < 4; i++) {
                    blocks[size - 1][i] += blocks[size][i];
                }
                end[size - 1] = end[size];
            }
        }
        double[] ordered = new double[m.length];
        int level = 1;
        for (int block = 0; block < size; block++) {
            for (; level <= end[block]; level++) {
                ordered[level] = blocks[block][0] * u[level] / blocks[block][1];
            }
        }
        return ordered;
    }

    /** The standard error of the logarithm of a count is one over its root. */
    private static boolean wrong(double[] closer, double[] farther) {
        double gap = Math.log(farther[0] / farther[1]) - Math.log(closer[0] / closer[1]);
        double error = Math.sqrt(1 / (closer[2] + 0.5) + 1 / (closer[3] + 0.5)
                + 1 / (farther[2] + 0.5) + 1 / (farther[3] + 0.5));
        return gap > 0 && gap < CHANCE * error;
    }
}
