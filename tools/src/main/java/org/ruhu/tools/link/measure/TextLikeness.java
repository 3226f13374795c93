package org.ruhu.tools.link.measure;

import java.util.OptionalDouble;
import org.ruhu.tools.link.table.Values;

/** Measures the letters themselves; the more the more alike. */
final class TextLikeness implements Likeness {

    /** A function of two texts, each a part of an array. */
    @FunctionalInterface
    interface OfTexts {
        double of(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo);
    }

    private final OfTexts function;
    private final Values left;
    private final Values right;
    private final OptionalDouble ofEqual;

    private TextLikeness(OfTexts function, Values left, Values right, OptionalDouble ofEqual) {
        this.function = function;
        this.left = left;
        this.right = right;
        this.ofEqual = ofEqual;
    }

    static Measure alike(OfTexts function) {
        return (left, right) -> new TextLikeness(function, left, right, OptionalDouble.of(1));
    }

    /** Not the same for all equal texts. */
    static Measure counted(OfTexts function) {
        return (left, right) -> new TextLikeness(function, left, right, OptionalDouble.empty());
    }

    @Override
    public double of(int a, int b) {
        return function.of(left.chars(), left.from(a), left.to(a), right.chars(), right.from(b), right.to(b));
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return of(a, b) >= bound;
    }

    @Override
    public OptionalDouble ofEqual() {
        return ofEqual;
    }
}
