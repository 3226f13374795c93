package org.ruhu.tools.link;

/**
 * What people said of two rows.
 *
 * @param weight how many pairs like it this one stands for, if it was drawn by lot; else 1
 * @param drawn  whether it was drawn by lot from what is linked without anybody looking at it
 */
public record Judgement(int left, int right, boolean same, double weight, boolean drawn) {

    public int low() {
        return Math.min(left, right);
    }

    public int high() {
        return Math.max(left, right);
    }
}
