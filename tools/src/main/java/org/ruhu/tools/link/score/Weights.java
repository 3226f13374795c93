package org.ruhu.tools.link.score;

import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Shape;

/** A model's bits for prior and levels, looked up by pattern where patterns are few enough. */
public final class Weights {

    private static final int TABLED = 1 << 22;

    private final Model model;
    private final Shape shape;
    private final double[] table;

    public Weights(Model model) {
        this.model = model;
        shape = new Shape(model.settings().comparisons());
        table = new double[shape.patterns() <= TABLED ? shape.patterns() : 0];
        for (int pattern = 0; pattern < table.length; pattern++) {
            table[pattern] = summed(pattern);
        }
    }

    Model model() {
        return model;
    }

    Shape shape() {
        return shape;
    }

    /** Patterns that are looked up; 0 if they are too many. */
    int tabled() {
        return table.length;
    }

    double weight(int pattern) {
        return table.length > 0 ? table[pattern] : summed(pattern);
    }

    private double summed(int pattern) {
        return model.weight(shape, pattern);
    }
}
