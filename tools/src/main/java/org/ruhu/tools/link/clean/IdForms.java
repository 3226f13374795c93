package org.ruhu.tools.link.clean;

import java.util.List;
import org.ruhu.tools.link.IdNumbers;

/**
 * The distinct id numbers of a column as {@code id-number} cleans them, each packed once: sixteen digits as four bits
 * each in a long, two more in an int. Code 0 is the missing value. Pseudonyms and other texts are equal or different.
 */
public final class IdForms {

    private static final int LENGTH = 18;
    private static final int BIRTH_ENDS = 14;
    private static final int VALID = 1 << 8;
    private static final int NUMBER = 1 << 9;
    private static final long LOW_BITS = 0x1111_1111_1111_1111L;

    /** Of what is no number; else empty. */
    private final String[] texts;
    private final long[] first16;
    private final int[] rest;

    private IdForms(List<String> values) {
        this.texts = new String[values.size()];
        this.first16 = new long[values.size()];
        this.rest = new int[values.size()];
        for (int code = 0; code < values.size(); code++) {
            String value = values.get(code);
            boolean number = number(value);
            texts[code] = number ? "" : value;
            if (number) {
                pack(code, value);
            }
        }
    }

    /** @param values by code; the empty text is missing */
    public static IdForms of(List<String> values) {
        return new IdForms(values);
    }

    /** As a number for conditions. */
    public double likeness(int a, int b) {
        return compare(a, this, b).likeness();
    }

    public IdLikeness compare(int a, int b) {
        return compare(a, this, b);
    }

    /** A number of this column and one of another. */
    public IdLikeness compare(int a, IdForms other, int b) {
        int restA = rest[a];
        int restB = other.rest[b];
        if ((restA & restB & NUMBER) == 0) {
            return !texts[a].isEmpty() && texts[a].equals(other.texts[b]) ? IdLikeness.SAME : IdLikeness.DIFFERENT;
        }
        long differ = differing(first16[a] ^ other.first16[b]);
        long differRest = differing((restA ^ restB) & 0xFF);
        int digits = Long.bitCount(differ) + Long.bitCount(differRest);
        if (digits == 0) {
            return IdLikeness.SAME;
        }
        if (digits == 1) {
            return IdLikeness.ONE_DIGIT;
        }
        if (digits == 2 && swapped(a, other, b)) {
            return IdLikeness.NEIGHBOURS_SWAPPED;
        }
        boolean bothValid = (restA & restB & VALID) != 0;
        if (bothValid && differ >>> 4 * (16 - BIRTH_ENDS) == 0) {
            return IdLikeness.OTHER_SEQUENCE;
        }
        return digits == 2 || perhapsShifted(differ, first16[a], other.first16[b]) && shifted(a, other, b) ? IdLikeness.TWO_EDITS : IdLikeness.DIFFERENT;
    }

    /** One bit for each digit that is another one. */
    private static long differing(long bits) {
        return (bits | bits >>> 1 | bits >>> 2 | bits >>> 3) & LOW_BITS;
    }

    private boolean swapped(int a, IdForms other, int b) {
        int at = 0;
        while (digit(a, at) == other.digit(b, at)) {
            at++;
        }
        return at < LENGTH - 1 && digit(a, at) == other.digit(b, at + 1) && digit(a, at + 1) == other.digit(b, at);
    }

    /** What sixteen digits tell: between the first and the last that differ, those of one are the other's moved by one. */
    private static boolean perhapsShifted(long differ, long a, long b) {
        if (differ == 0) {
            return true;
        }
        int last = Long.numberOfTrailingZeros(differ);
        long between = -1L >>> Long.numberOfLeadingZeros(differ) & -1L << last << 4;
        return (differing(a << 4 ^ b) & between) == 0 || (differing(a ^ b << 4) & between) == 0;
    }

    /** A digit left out and another put in: what lies between is moved by one. */
    private boolean shifted(int a, IdForms other, int b) {
        int from = 0;
        while (digit(a, from) == other.digit(b, from)) {
            from++;
        }
        int to = LENGTH - 1;
        while (digit(a, to) == other.digit(b, to)) {
            to--;
        }
        boolean left = true;
        boolean right = true;
        for (int i = from; i < to && (left || right); i++) {
            left &= digit(a, i + 1) == other.digit(b, i);
            right &= digit(a, i) == other.digit(b, i + 1);
        }
        return left || right;
    }

    private int digit(int code, int at) {
        return at < 16 ? (int) (first16[code] >>> 4 * (15 - at)) & 15 : rest[code] >>> 4 * (17 - at) & 15;
    }

    private void pack(int code, String number) {
        for (int i = 0; i < LENGTH; i++) {
            int digit = number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0';
            if (i < 16) {
                first16[code] = first16[code] << 4 | digit;
            } else {
                rest[code] = rest[code] << 4 | digit;
            }
        }
        rest[code] |= NUMBER | (IdNumbers.valid(number) ? VALID : 0);
    }

    private static boolean number(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if (c != 'X' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
