package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.Model.Chance;

/**
 * Gives the levels of a comparison other weights and as little else as can be: m and u are both tilted, so that m / u
 * is what is wanted and each adds up to 1. What no m and u can express, as that every level speaks for a match, is
 * {@code shift}.
 *
 * @param shift natural logarithm that is to be added to every pair's weight
 */
record Reweighted(List<Chance> levels, double shift) {

    private static final double FARTHEST = 1024;
    private static final double LEAST = 0.01;
    private static final int HALVINGS = 100;

    /** @param more natural logarithms, by level from 0 */
    static Reweighted of(List<Chance> levels, double[] more, String from) {
        int size = levels.size();
        double[] base = new double[size];
        double[] evidence = new double[size];
        boolean up = false;
        boolean down = false;
        for (int i = 0; i < size; i++) {
            Chance chance = levels.get(i);
            base[i] = Math.log(chance.m() * chance.u()) / 2;
            evidence[i] = Math.log(chance.m() / chance.u()) + more[i];
            up |= evidence[i] > 0;
            down |= evidence[i] < 0;
        }
        double shift = up && down ? 0 : up ? Arrays.stream(evidence).min().orElseThrow() + LEAST
                : Arrays.stream(evidence).max().orElseThrow() - LEAST;
        for (int i = 0; i < size; i++) {
            evidence[i] -= shift;
        }
        double tilt = tilt(base, evidence);
        double all = sum(base, evidence, 0.5 - tilt);
        double others = sum(base, evidence, -0.5 - tilt);
        List<Chance> changed = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Chance old = levels.get(i);
            changed.add(new Chance(Math.exp(base[i] + (0.5 - tilt) * evidence[i] - all),
                    Math.exp(base[i] - (0.5 + tilt) * evidence[i] - others),
                    more[i] == 0 ? old.mFrom() : old.mFrom() + from, more[i] == 0 ? old.uFrom() : old.uFrom() + from));
        }
        return new Reweighted(changed, shift);
    }

    /** The tilt at which m and u add up to the same. */
    private static double tilt(double[] base, double[] evidence) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(base, evidence, 0.5 - middle) > sum(base, evidence, -0.5 - middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Logarithm of the sum of e^(base + times evidence). */
    private static double sum(double[] base, double[] evidence, double times) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < base.length; i++) {
            most = Math.max(most, base[i] + times * evidence[i]);
        }
        double sum = 0;
        for (int i = 0; i < base.length; i++) {
            sum += Math.exp(base[i] + times * evidence[i] - most);
        }
        return most + Math.log(sum);
    }
}
