package org.ruhu.tools.disclosure;

import java.util.Arrays;

/**
 * How likely people are to be found. For each, the expected value of 1/F given f people in the sample, with F taken to
 * be negative binomial (Benedetti and Franconi 1998), in the approximation that sdcMicro uses; Hundepool et al. 2012,
 * 3.3.
 *
 * @param person         for each row
 * @param expected       people who would be found: the sum
 * @param largest        of one person
 * @param household      chance that one of a household's people is found, of the household most at risk
 * @param meanHousehold  the same, mean over households
 * @param alone          households that no other is like in size and in the keys of all people
 */
record Risk(double[] person, double expected, double largest, double household, double meanHousehold, int alone) {

    static Risk of(int[][] keys, double[] weight, int[] household) {
        Frequencies frequencies = Frequencies.of(keys, weight);
        double[] person = new double[weight.length];
        for (int row = 0; row < person.length; row++) {
            person[row] = individual(frequencies.sample()[row], frequencies.population()[row]);
        }
        int households = Arrays.stream(household).max().orElse(-1) + 1;
        double[] safe = new double[households];
        Arrays.fill(safe, 1);
        for (int row = 0; row < person.length; row++) {
            safe[household[row]] *= 1 - person[row];
        }
        int[] present = Arrays.stream(household).distinct().toArray();
        double[] found = Arrays.stream(present).mapToDouble(number -> 1 - safe[number]).toArray();
        return new Risk(person, Arrays.stream(person).sum(), Arrays.stream(person).max().orElse(0),
                Arrays.stream(found).max().orElse(0), Arrays.stream(found).average().orElse(0),
                alone(Grouping.of(keys, weight.length), household, present));
    }

    /**
     * @param f  people of the sample with these keys
     * @param of people of the population with them, estimated by weights
     */
    static double individual(int f, double of) {
        double p = Math.min(1, f / of);
        if (p == 1) {
            return 1.0 / f;
        }
        double odds = p / (1 - p);
        return switch (f) {
            case 1 -> odds * Math.log(1 / p);
            case 2 -> odds - odds * odds * Math.log(1 / p);
            default -> p / (f - (1 - p));
        };
    }

    /** Households whose people's combinations, whatever their order, no other household has. */
    private static int alone(Grouping grouping, int[] household, int[] present) {
        long[] like = new long[Arrays.stream(household).max().orElse(-1) + 1];
        for (int row = 0; row < household.length; row++) {
            like[household[row]] += People.mixed(grouping.of(row) + 1);
        }
        long[] sorted = Arrays.stream(present).mapToLong(number -> like[number]).sorted().toArray();
        int alone = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            alone += before || after ? 0 : 1;
        }
        return alone;
    }
}
