package org.ruhu.tools.link.measure;

import java.util.OptionalDouble;
import org.ruhu.tools.link.likeness.Letters;
import org.ruhu.tools.link.table.Values;

/**
 * Measures letters, but looks first at which letters each text has at all: that is worked out once for each value and tells
 * of most pairs that they are not alike.
 */
final class LetteredLikeness implements Likeness {

    @FunctionalInterface
    interface Reaching {
        boolean reaches(double bound, char[] a, int aFrom, int aTo, long aLetters,
                char[] b, int bFrom, int bTo, long bLetters);
    }

    private final TextLikeness.OfTexts function;
    private final Reaching reaching;
    private final Values left;
    private final Values right;
    private final long[] leftLetters;
    private final long[] rightLetters;
    private final double ofEqual;

    LetteredLikeness(TextLikeness.OfTexts function, Reaching reaching, double ofEqual, Values left, Values right) {
        this.function = function;
        this.reaching = reaching;
        this.ofEqual = ofEqual;
        this.left = left;
        this.right = right;
        leftLetters = letters(left);
        rightLetters = left == right ? leftLetters : letters(right);
    }

    private static long[] letters(Values values) {
        long[] letters = new long[values.size()];
        for (int code = 1; code < letters.length; code++) {
            letters[code] = Letters.of(values.chars(), values.from(code), values.to(code));
        }
        return letters;
    }

    @Override
    public double of(int a, int b) {
        return function.of(left.chars(), left.from(a), left.to(a), right.chars(), right.from(b), right.to(b));
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return reaching.reaches(bound, left.chars(), left.from(a), left.to(a), leftLetters[a],
                right.chars(), right.from(b), right.to(b), rightLetters[b]);
    }

    @Override
    public OptionalDouble ofEqual() {
        return OptionalDouble.of(ofEqual);
    }
}
