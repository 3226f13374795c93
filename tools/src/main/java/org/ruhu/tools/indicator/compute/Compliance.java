package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.Locale;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Mark;
import org.ruhu.tools.indicator.reading.Part;

/** Which of the seven parts households meet, with what is not known kept apart: it never counts as met. */
final class Compliance {

    private Compliance() {}

    static void figures(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        for (Part part : Part.values()) {
            for (Mark mark : Mark.values()) {
                sheet.put("compliance." + part.word() + "." + word(mark),
                        Ratio.ofHouseholds(rows, household -> household.parts().at(part) == mark ? 1 : 0));
            }
        }
        for (Mark mark : Mark.values()) {
            sheet.put("compliance.exit." + word(mark),
                    Ratio.ofHouseholds(rows, household -> exit(household) == mark ? 1 : 0));
        }
        for (int failed = 0; failed <= Part.SEVEN.size(); failed++) {
            int number = failed;
            sheet.put("compliance.failed-" + failed,
                    Ratio.ofHouseholds(rows, household -> failed(household) == number ? 1 : 0));
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
