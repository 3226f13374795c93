package org.ruhu.tools.indicator.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;

/**
 * Persons by age in years, 0 to 120, weighted or not, and whether ages were rounded. Sources: Shryock, Siegel 1976, The
 * Methods and Materials of Demography, chapters 7 and 8; United Nations 1952, Population Bulletin 2.
 */
public final class Ages {

    private static final int OLDEST = 120;
    private static final int FIRST = 23;
    private static final int LAST = 62;
    private static final int DECADE = 10;
    private static final int DECADES = 7;
    private static final int FIVE = 5;

    private final double[] persons;

    private Ages(double[] persons) {
        this.persons = persons;
    }

    /** @param persons by age from 0 on, none negative; ages above 120 do not count */
    public static Ages of(double... persons) {
        if (Arrays.stream(persons).anyMatch(number -> !(number >= 0) || Double.isInfinite(number))) {
            throw new IllegalArgumentException("a number of persons is finite and not negative");
        }
        return new Ages(Arrays.copyOf(persons, OLDEST + 1));
    }

    private double sum(int from, int to, int step) {
        Sum sum = new Sum();
        for (int age = from; age <= to; age += step) {
            sum.add(persons[age]);
        }
        return sum.value();
    }

    /** Whipple's index: of persons 23 to 62, those whose age ends in 0 or 5, times 500. 100 is none, 500 is all. */
    public Measured whipple() {
        return Measured.ratio(DECADE * DECADE * FIVE * sum(FIRST + 2, LAST - 2, FIVE), sum(FIRST, LAST, 1),
                Lack.NO_BASE);
    }

    /**
     * Myers' blended index, 10 to 89 years: half the sum of the distances of the digits' blended shares from 10 %. 0 is
     * no preference, 90 is all on one digit (Myers 1940, Transactions of the Actuarial Society of America 41).
     */
    public Measured myers() {
        double[] blended = blended();
        double all = Sum.of(blended);
        if (all == 0) {
            return Measured.lacking(Lack.NO_BASE);
        }
        return Measured.of(Sum.of(Arrays.stream(blended)
                .map(number -> Math.abs(100 * number / all - DECADE)).toArray()) / 2);
    }

    /** Each digit's blended share, 0 to 9; empty without anybody. */
    public List<Double> digits() {
        double[] blended = blended();
        double all = Sum.of(blended);
        return all == 0 ? List.of() : Arrays.stream(blended).mapToObj(number -> number / all).toList();
    }

    /** Ten starts, at 10 to 19 years, of seven decades each: so a digit gains nothing from coming first. */
    private double[] blended() {
        return Digits.all().mapToDouble(digit -> {
            double first = sum(DECADE + digit, DECADE * DECADES + digit, DECADE);
            double second = sum(2 * DECADE + digit, DECADE * (DECADES + 1) + digit, DECADE);
            return (digit + 1) * first + (DECADE - 1 - digit) * second;
        }).toArray();
    }

    /** Persons in five years from an age that is a multiple of 5, per 100 of the mean of both neighbours. */
    public Measured ageRatio(int from) {
        if (from % FIVE != 0 || from < FIVE || from > OLDEST - 2 * FIVE) {
            throw new IllegalArgumentException("a group starts at 5, 10 .. 110: " + from);
        }
        return Measured.ratio(200 * group(from), group(from - FIVE) + group(from + FIVE));
    }

    private double group(int from) {
        return sum(from, from + FIVE - 1, 1);
    }

    /** Men per 100 women of the same five years. */
    public static Measured sexRatio(Ages men, Ages women, int from) {
        return Measured.ratio(100 * men.group(from), women.group(from));
    }

    /** Men per 100 women. */
    public static Measured sexRatio(Ages men, Ages women) {
        return Measured.ratio(100 * men.sum(0, OLDEST, 1), women.sum(0, OLDEST, 1));
    }

    /**
     * The United Nations' joint score: three times the mean step of the sex ratio from one group of five years to the
     * next (0-4 to 65-69), and the mean distances of men's and of women's age ratios (5-9 to 60-64) from 100. Under 20
     * is held for accurate, over 40 for highly inaccurate.
     */
    public static Measured jointScore(Ages men, Ages women) {
        List<Measured> sex = new ArrayList<>();
        for (int from = 0; from <= 65; from += FIVE) {
            sex.add(sexRatio(men, women, from));
        }
        List<Measured> parts = new ArrayList<>();
        for (int i = 1; i < sex.size(); i++) {
            parts.add(weighted(sex.get(i), sex.get(i - 1).value().orElse(Double.NaN), 3.0 / (sex.size() - 1)));
        }
        for (int from = FIVE; from <= 60; from += FIVE) {
            parts.add(weighted(men.ageRatio(from), 100, 1.0 / 12));
            parts.add(weighted(women.ageRatio(from), 100, 1.0 / 12));
        }
        return parts.stream().allMatch(part -> part.value().isPresent())
                ? Measured.of(Sum.of(parts.stream().mapToDouble(part -> part.value().orElseThrow()).toArray()))
                : Measured.lacking(Lack.ZERO_DIVISOR);
    }

    private static Measured weighted(Measured ratio, double from, double weight) {
        return ratio.map(number -> Math.abs(number - from) * weight);
    }
}
