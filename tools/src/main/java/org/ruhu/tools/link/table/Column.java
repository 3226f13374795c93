package org.ruhu.tools.link.table;

/** A column of a table, a code per row. Code 0 is missing; equal codes are equal texts. */
public record Column(String name, int[] codes, Values values) {

    public static final int MISSING = 0;

    public String text(int row) {
        return values.text(codes[row]);
    }
}
