package org.ruhu.tools.link.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ruhu.tools.link.likeness.Screen;

/** A measure made ready for the values of two columns. Neither code is 0; missing values are never measured. */
public interface Likeness {

    /** What cannot be measured, as the days since what is no date, is NaN, with which no relation holds. */
    double of(int left, int right);

    /**
     * Whether the two are alike enough: at least the bound, or for a distance at most the bound. The same answer as by
     * {@link #of}, often without measuring.
     */
    boolean reaches(double bound, int left, int right);

    /** What any two equal texts have, if that is always the same. */
    default OptionalDouble ofEqual() {
        return OptionalDouble.empty();
    }

    /** What tells of most pairs that they do not reach the bound, without a look at their letters. */
    default Optional<Screen> screen(double bound) {
        return Optional.empty();
    }

    /** Whether measuring takes no longer than looking up what was measured before. */
    default boolean quick() {
        return false;
    }
}
