package org.ruhu.tools.link.measure;

import org.ruhu.tools.link.likeness.Numbers;
import org.ruhu.tools.link.table.Values;

/** Kilometres between places written as latitude and longitude, in degrees, with a blank or a comma between. */
final class PlaceLikeness implements Likeness {

    private final double[] leftLatitudes;
    private final double[] leftLongitudes;
    private final double[] rightLatitudes;
    private final double[] rightLongitudes;

    PlaceLikeness(Values left, Values right) {
        leftLatitudes = NumberLikeness.numbers(left, text -> degrees(text, 0, 90));
        leftLongitudes = NumberLikeness.numbers(left, text -> degrees(text, 1, 180));
        rightLatitudes = NumberLikeness.numbers(right, text -> degrees(text, 0, 90));
        rightLongitudes = NumberLikeness.numbers(right, text -> degrees(text, 1, 180));
    }

    private static double degrees(String text, int which, double most) {
        String[] both = text.trim().split("[\\s,]+");
        double degrees = both.length == 2 ? NumberLikeness.number(both[which]) : Double.NaN;
        return Math.abs(degrees) <= most ? degrees : Double.NaN;
    }

    @Override
    public double of(int a, int b) {
        double wrong = leftLatitudes[a] + leftLongitudes[a] + rightLatitudes[b] + rightLongitudes[b];
        return Double.isNaN(wrong) ? Double.NaN
                : Numbers.kilometres(leftLatitudes[a], leftLongitudes[a], rightLatitudes[b], rightLongitudes[b]);
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return of(a, b) <= bound;
    }
}
