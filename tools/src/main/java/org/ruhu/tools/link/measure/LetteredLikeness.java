package org.ruhu.tools.link.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.ruhu.tools.link.likeness.Screen;
import org.ruhu.tools.link.table.Values;

/** Measures letters, where a sketch of each text tells of most pairs that they are not alike enough. */
final class LetteredLikeness implements Likeness {

    /** Whether a bound is reached, which is often known before all is measured. */
    @FunctionalInterface
    interface Reaching {
        boolean reaches(double bound, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo);
    }

    private final TextLikeness.OfTexts function;
    private final Reaching reaching;
    private final DoubleFunction<Screen> screen;
    private final double ofEqual;
    private final Values left;
    private final Values right;

    private LetteredLikeness(TextLikeness.OfTexts function, Reaching reaching, DoubleFunction<Screen> screen,
            double ofEqual, Values left, Values right) {
        this.function = function;
        this.reaching = reaching;
        this.screen = screen;
        this.ofEqual = ofEqual;
        this.left = left;
        this.right = right;
    }

    static Measure of(TextLikeness.OfTexts function, Reaching reaching, DoubleFunction<Screen> screen, double ofEqual) {
        return (left, right) -> new LetteredLikeness(function, reaching, screen, ofEqual, left, right);
    }

    @Override
    public double of(int a, int b) {
        return function.of(left.chars(), left.from(a), left.to(a), right.chars(), right.from(b), right.to(b));
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return reaching.reaches(bound, left.chars(), left.from(a), left.to(a), right.chars(), right.from(b),
                right.to(b));
    }

    @Override
    public OptionalDouble ofEqual() {
        return OptionalDouble.of(ofEqual);
    }

    @Override
    public Optional<Screen> screen(double bound) {
        return Optional.of(screen.apply(bound));
    }
}
