package org.ruhu.tools.link.train;

import java.util.Map;
import java.util.TreeMap;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Values;

/**
 * How common the values of a column are. A value is named in the model only if so many records have it that it tells
 * nobody who they are, and never if it is as long a number as identifies a person or a telephone.
 */
public final class Shares {

    /** Records that must have a value for it to be named. */
    static final int COMMON = 10;
    private static final int LONGEST_NUMBER = 9;

    private Shares() {}

    public static Frequencies of(Column column) {
        long[] counts = new long[column.values().size()];
        for (int code : column.codes()) {
            counts[code]++;
        }
        long records = 0;
        long others = 0;
        int kinds = 0;
        double equal = 0;
        Map<String, Double> shares = new TreeMap<>();
        for (int code = 1; code < counts.length; code++) {
            records += counts[code];
            equal += (double) counts[code] * (counts[code] - 1);
        }
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] >= COMMON && !identifies(column.values(), code)) {
                shares.put(column.values().text(code), (double) counts[code] / records);
            } else if (counts[code] > 0) {
                others += counts[code];
                kinds++;
            }
        }
        double some = Math.max(1, records);
        double least = 1 / some;
        double rest = kinds == 0 ? least : Math.max(least, (double) others / kinds / records);
        return new Frequencies(shares, rest, Math.max(least * least, equal / some / Math.max(1, some - 1)));
    }

    private static boolean identifies(Values values, int code) {
        int digits = 0;
        for (int i = values.from(code); i < values.to(code); i++) {
            digits += Character.isDigit(values.chars()[i]) ? 1 : 0;
        }
        return digits > LONGEST_NUMBER;
    }
}
