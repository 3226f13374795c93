package org.ruhu.tools.disclosure;

/** The largest contributions of households to each cell, and their sum; amounts count without their sign. */
final class Contributions {

    private final double[][] largest;
    private final double[] sum;

    /** @param kept how many of the largest are remembered */
    Contributions(int cells, int kept) {
        this.largest = new double[cells][];
        this.sum = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            largest[cell] = new double[kept];
        }
    }

    void add(int cell, double amount) {
        sum[cell] += amount;
        double[] top = largest[cell];
        double moving = amount;
        for (int i = 0; i < top.length && moving > 0; i++) {
            if (moving > top[i]) {
                double smaller = top[i];
                top[i] = moving;
                moving = smaller;
            }
        }
    }

    double sum(int cell) {
        return sum[cell];
    }

    /** The (n,k) rule: the n largest are more than k percent; or the p% rule (Hundepool et al. 2012, 4.2). */
    boolean dominated(int cell, TablePlan plan) {
        return first(cell, plan.largest()) > plan.share() / 100 * sum[cell]
                || sum[cell] - first(cell, 2) < plan.p() / 100 * largest[cell][0];
    }

    /** How far above and below its value a cell must be possible, so that neither rule is broken by estimates. */
    double room(int cell, TablePlan plan) {
        double dominance = 100 / plan.share() * first(cell, plan.largest()) - sum[cell];
        double p = plan.p() / 100 * largest[cell][0] - (sum[cell] - first(cell, 2));
        return Math.max(0, Math.max(dominance, p));
    }

    private double first(int cell, int count) {
        double first = 0;
        for (int i = 0; i < count; i++) {
            first += largest[cell][i];
        }
        return first;
    }
}
