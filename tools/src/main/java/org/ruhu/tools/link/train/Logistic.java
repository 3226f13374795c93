package org.ruhu.tools.link.train;

import java.util.Arrays;

/**
 * Logistic regression whose coefficients are thought to be near 0, each with a spread of its own (ridge; le Cessie and
 * van Houwelingen 1992). Newton's steps, each halved until it leads uphill; the summit is the only one.
 */
final class Logistic {

    private static final int STEPS = 60;
    private static final double STILL = 1e-9;

    private final int[][] features;
    private final double[] offsets;
    private final boolean[] yes;
    private final double[] precision;
    private double[] coefficients;

    /**
     * @param features for each case the coefficients that count in it
     * @param offsets  natural logarithm of the odds of each case before anything is learned
     * @param spreads  standard deviation of each coefficient
     */
    private Logistic(int[][] features, double[] offsets, boolean[] yes, double[] spreads) {
        this.features = features;
        this.offsets = offsets;
        this.yes = yes;
        precision = Arrays.stream(spreads).map(spread -> 1 / (spread * spread)).toArray();
        coefficients = new double[spreads.length];
    }

    static double[] learn(int[][] features, double[] offsets, boolean[] yes, double[] spreads) {
        Logistic logistic = new Logistic(features, offsets, yes, spreads);
        double height = logistic.height(logistic.coefficients);
        for (int i = 0; i < STEPS; i++) {
            double[] next = logistic.uphill(height);
            double higher = logistic.height(next);
            boolean done = higher - height < STILL;
            logistic.coefficients = higher > height ? next : logistic.coefficients;
            height = higher;
            if (done) {
                break;
            }
        }
        return logistic.coefficients;
    }

    private double[] uphill(double height) {
        double[] step = step();
        double length = 1;
        double[] next = along(step, length);
        while (height(next) < height && length > STILL) {
            length /= 2;
            next = along(step, length);
        }
        return next;
    }

    private double[] along(double[] step, double length) {
        double[] next = coefficients.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += length * step[i];
        }
        return next;
    }

    private double odds(int at, double[] of) {
        double odds = offsets[at];
        for (int feature : features[at]) {
            odds += of[feature];
        }
        return odds;
    }

    /** Logarithm of the likelihood and of the spreads' density, but for a constant. */
    private double height(double[] of) {
        double height = 0;
        for (int i = 0; i < of.length; i++) {
            height -= precision[i] * of[i] * of[i] / 2;
        }
        for (int i = 0; i < yes.length; i++) {
            height -= softplus(yes[i] ? -odds(i, of) : odds(i, of));
        }
        return height;
    }

    /** log(1 + e^x) without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private double[] step() {
        int size = coefficients.length;
        double[] slope = new double[size];
        double[][] curve = new double[size][size];
        for (int i = 0; i < size; i++) {
            slope[i] = -precision[i] * coefficients[i];
            curve[i][i] = precision[i];
        }
        for (int i = 0; i < yes.length; i++) {
            double chance = 1 / (1 + Math.exp(-odds(i, coefficients)));
            for (int a : features[i]) {
                slope[a] += (yes[i] ? 1 : 0) - chance;
                for (int b : features[i]) {
                    curve[a][b] += chance * (1 - chance);
                }
            }
        }
        return solved(curve, slope);
    }

    /** Gauss without pivots: the matrix is symmetric and the spreads make it positive. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double times = matrix[j][i] / matrix[i][i];
                for (int k = i; times != 0 && k < size; k++) {
                    matrix[j][k] -= times * matrix[i][k];
                }
                right[j] -= times * right[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                right[i] -= matrix[i][k] * right[k];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }
}
