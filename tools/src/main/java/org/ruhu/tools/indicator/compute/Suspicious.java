package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.quality.Ages;
import org.ruhu.tools.indicator.quality.Digits;
import org.ruhu.tools.indicator.reading.Signs;

/** Signs of answers that were made up: rounded ages and amounts, the same answers or the same place twice. */
final class Suspicious {

    private static final int OLDEST = 120;
    private static final int TEN = 10;

    /** An interview with fewer answers is like many others by itself. */
    private static final int ENOUGH = 50;

    private Suspicious() {}

    static void figures(List<Sampled> rows, Sheet sheet) {
        ages(rows, sheet);
        sheet.put("quality.round-amounts", Ratio.of(rows, household -> household.interview().signs().thousands(),
                household -> household.interview().signs().amounts()));
        digits(rows, sheet);
        repeated("quality.same-answers", rows.stream()
                .filter(row -> row.household().interview().answered() >= ENOUGH).toList(), rows, Signs::answers, sheet);
        repeated("quality.same-place", rows.stream().filter(row -> signs(row).place() != 0).toList(), rows,
                Signs::place, sheet);
    }

    private static Signs signs(Sampled row) {
        return row.household().interview().signs();
    }

    /** Persons as they were met, without weights. */
    private static void ages(List<Sampled> rows, Sheet sheet) {
        double[] persons = new double[OLDEST + 1];
        long households = 0;
        long known = 0;
        for (Sampled row : rows) {
            byte[] ages = signs(row).ages();
            households += ages.length > 0 ? 1 : 0;
            for (byte age : ages) {
                if (age >= 0 && age <= OLDEST) {
                    persons[age]++;
                    known++;
                }
            }
        }
        sheet.put("quality.myers", Ages.of(persons).myers(),
                new Base(households, known, known, rows.size() - households));
    }

    private static void digits(List<Sampled> rows, Sheet sheet) {
        long[] counts = new long[TEN];
        long households = 0;
        for (Sampled row : rows) {
            Signs signs = signs(row);
            households += signs.amounts() > 0 ? 1 : 0;
            for (int digit = 0; digit < TEN; digit++) {
                counts[digit] += signs.amounts(digit);
            }
        }
        Base base = new Base(households, 0, Arrays.stream(counts).sum(), rows.size() - households);
        Digits digits = Digits.of(counts);
        sheet.put("quality.last-digit-0-5", digits.round().share(), base);
        sheet.put("quality.last-digit-p", digits.evenness().p(), base);
    }

    /** Which share of these has what another of them has as well. */
    private static void repeated(String code, List<Sampled> known, List<Sampled> rows, ToLongFunction<Signs> of,
                                 Sheet sheet) {
        long[] all = known.stream().mapToLong(row -> of.applyAsLong(signs(row))).sorted().toArray();
        long repeated = 0;
        for (int i = 0; i < all.length; i++) {
            repeated += i > 0 && all[i] == all[i - 1] || i + 1 < all.length && all[i] == all[i + 1] ? 1 : 0;
        }
        sheet.put(code, Measured.ratio(repeated, all.length, Lack.NO_BASE), new Base(all.length,
                known.stream().mapToLong(row -> row.household().persons()).sum(), all.length,
                rows.size() - all.length));
    }
}
