package org.ruhu.tools.link.table;

/**
 * The distinct texts of a column, packed. Code 0 is the missing value, whose text is empty; the others are numbered
 * from 1 in the order met.
 */
public final class Values {

    private final char[] chars;
    private final int[] starts;

    /** @param starts where each text begins, then where the last ends; the first text is empty */
    Values(char[] chars, int[] starts) {
        this.chars = chars;
        this.starts = starts;
    }

    /**
     * Texts that were packed already.
     *
     * @param chars  from now on not written to
     * @param starts where each text begins, then where the last ends; the first text is empty
     */
    public static Values of(char[] chars, int[] starts) {
        return new Values(chars, starts);
    }

    /** Codes are smaller than this. */
    public int size() {
        return starts.length - 1;
    }

    /** All texts, one behind the other; not to be written to. */
    public char[] chars() {
        return chars;
    }

    public int from(int code) {
        return starts[code];
    }

    public int to(int code) {
        return starts[code + 1];
    }

    public String text(int code) {
        return new String(chars, starts[code], starts[code + 1] - starts[code]);
    }
}
