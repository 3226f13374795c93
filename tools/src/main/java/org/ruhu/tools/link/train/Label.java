package org.ruhu.tools.link.train;

import java.util.List;

/**
 * A pair that people judged.
 *
 * @param pattern of its levels
 * @param term    bits that its values add to what its levels weigh
 * @param rules   names of the blocking rules that find it
 * @param weight  how many pairs like it this one stands for, where pairs were drawn by lot; else 1
 * @param drawn   whether it was drawn by lot from those that are linked without anybody looking at them
 */
public record Label(int pattern, double term, List<String> rules, boolean same, double weight, boolean drawn) {

    public Label {
        rules = List.copyOf(rules);
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a judged pair stands for more than no pair");
        }
    }
}
