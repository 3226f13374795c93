package org.ruhu.tools.link.truth;

/** Precision and recall that are means over rows, so that there are no pairs to count. */
public record Shares(double precision, double recall) {

    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
