package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Mark;
import org.ruhu.tools.indicator.reading.Part;

/** Which of the seven parts households meet, with what is not known kept apart: it never counts as met. */
final class Compliance {

    private Compliance() {}

    static void figures(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        for (Part part : Part.values()) {
            marks(rows, "compliance." + part.word() + ".", household -> household.parts().at(part), sheet);
        }
        marks(rows, "compliance.exit.", Compliance::exit, sheet);
        counts(rows, List.of("compliance.failed-0", "compliance.failed-1", "compliance.failed-2",
                "compliance.failed-3", "compliance.failed-4", "compliance.failed-5", "compliance.failed-6",
                "compliance.failed-7"), Compliance::failed, sheet);
    }

    private static void marks(List<Sampled> rows, String code, Function<Household, Mark> mark, Sheet sheet) {
        counts(rows, Arrays.stream(Mark.values()).map(its -> code + word(its)).toList(),
                household -> mark.apply(household).ordinal(), sheet);
    }

    /** The share of each number, which are 0, 1 and so on, in one go: all of them stand on the same households. */
    private static void counts(List<Sampled> rows, List<String> codes, ToIntFunction<Household> number, Sheet sheet) {
        List<Sum> sums = codes.stream().map(code -> new Sum()).toList();
        Sum all = new Sum();
        long persons = 0;
        for (Sampled row : rows) {
            sums.get(number.applyAsInt(row.household())).add(row.weight());
            all.add(row.weight());
            persons += row.household().persons();
        }
        Base base = new Base(rows.size(), persons, all.value(), 0);
        for (int i = 0; i < codes.size(); i++) {
            int its = i;
            sheet.put(codes.get(i), Measured.ratio(sums.get(i).value(), all.value(), Lack.NO_BASE), base,
                    sheet.interval(() -> Ratio.ofHouseholds(rows,
                            household -> number.applyAsInt(household) == its ? 1 : 0)));
        }
    }

    /** Whether all seven are met. */
    static Mark exit(Household household) {
        boolean unknown = false;
        for (Part part : Part.SEVEN) {
            Mark mark = household.parts().at(part);
            if (mark == Mark.FAIL) {
                return Mark.FAIL;
            }
            unknown |= mark == Mark.UNKNOWN;
        }
        return unknown ? Mark.UNKNOWN : Mark.PASS;
    }

    /** How many of the seven are known not to be met. */
    static int failed(Household household) {
        return (int) Part.SEVEN.stream().filter(part -> household.parts().at(part) == Mark.FAIL).count();
    }

    private static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
