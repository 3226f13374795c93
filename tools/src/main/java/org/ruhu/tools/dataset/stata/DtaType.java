package org.ruhu.tools.dataset.stata;

import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Spool;

/**
 * How Stata stores a column: the smallest of its types that holds every number. Of each numeric type the greatest
 * values mean missing: {@code .} first, then {@code .a} to {@code .z}.
 *
 * @param code     as the file says it; texts of up to 2,045 bytes have their length, at least 1
 * @param bytes    in a row
 * @param greatest number it holds; the next is {@code .}
 */
record DtaType(int code, int bytes, double greatest) {

    static final int LONGEST_TEXT = 2_045;

    static final DtaType STRL = new DtaType(32_768, 8, 0);
    static final DtaType DOUBLE = new DtaType(65_526, 8, 0x1.fffffffffffffp+1022);
    static final DtaType LONG = new DtaType(65_528, 4, 2_147_483_620);
    static final DtaType INT = new DtaType(65_529, 2, 32_740);
    static final DtaType BYTE = new DtaType(65_530, 1, 100);

    private static final double LEAST_LONG = -2_147_483_647;
    private static final double LEAST_INT = -32_767;
    private static final double LEAST_BYTE = -127;

    static DtaType of(Coding coding, Spool spool, int column) {
        if (coding.text()) {
            int longest = Math.max(1, spool.longest(column));
            return longest > LONGEST_TEXT ? STRL : new DtaType(longest, longest, 0);
        }
        boolean whole = coding.storage() != Storage.TIME && spool.decimals(column) == 0;
        double since = coding.storage() == Storage.DATE ? DtaRows.DAYS : 0;
        double least = spool.least(column);
        double most = spool.most(column) + since;
        return whole && least >= LEAST_BYTE && most <= BYTE.greatest ? BYTE
                : whole && least >= LEAST_INT && most <= INT.greatest ? INT
                : whole && least >= LEAST_LONG && most <= LONG.greatest ? LONG : DOUBLE;
    }

    boolean text() {
        return code <= LONGEST_TEXT || code == STRL.code;
    }

    /** Which missing value a reason is: {@code .} for what was not asked, {@code .a .b .c} for the others. */
    static int place(Gap gap) {
        return switch (gap) {
            case NOT_ASKED -> 0;
            case DONT_KNOW -> 1;
            case REFUSED -> 2;
            case NOT_STATED -> 3;
        };
    }

    /** The bits of a missing value in a column of whole numbers. */
    static int missing(DtaType type, Gap gap) {
        return (int) type.greatest + 1 + place(gap);
    }

    /** The bits of a missing value in a column of doubles. */
    static long missingDouble(Gap gap) {
        return 0x7fe0000000000000L + ((long) place(gap) << 40);
    }
}
