package org.ruhu.tools.indicator.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * How like each interview is to the one most like it: the largest share of questions, answered in both, that have the
 * same answer. Many interviews above 85 % hint at copies; so does a form with few questions, or a village where all
 * live alike (Kuriakose, Robbins 2016, Statistical Journal of the IAOS 32: 283; Simmons and others 2016, the same).
 *
 * @param highest by interview, in the order given; lacks for one that shares no answered question with another
 */
public record Likeness(List<Measured> highest) {

    /** Stands for a question without an answer. */
    public static final int UNANSWERED = -1;

    public Likeness {
        highest = List.copyOf(highest);
    }

    /**
     * Every pair is compared, so give one team's interviews at a time: a thousand of them with 170 questions take a
     * quarter of a second.
     *
     * @param answers of each interview, coded as whole numbers, a question at the same place in all
     */
    public static Likeness of(List<int[]> answers) {
        double[] highest = new double[answers.size()];
        Arrays.fill(highest, -1);
        for (int i = 0; i < highest.length; i++) {
            for (int j = 0; j < i; j++) {
                double share = share(answers.get(i), answers.get(j));
                highest[i] = Math.max(highest[i], share);
                highest[j] = Math.max(highest[j], share);
            }
        }
        return new Likeness(IntStream.range(0, highest.length).mapToObj(i ->
                highest[i] < 0 ? Measured.lacking(Lack.NO_BASE) : Measured.of(highest[i])).toList());
    }

    private static double share(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("interviews of " + one.length + " and of " + other.length
                    + " questions");
        }
        int both = 0;
        int same = 0;
        for (int question = 0; question < one.length; question++) {
            if (one[question] != UNANSWERED && other[question] != UNANSWERED) {
                both++;
                same += one[question] == other[question] ? 1 : 0;
            }
        }
        return both == 0 ? -1 : (double) same / both;
    }

    /** Interviews that are like another in more than a share of the questions, as 0.85. */
    public Share above(double share) {
        return new Share(highest.stream().filter(like -> like.value().orElse(0) > share).count(), highest.size());
    }
}
