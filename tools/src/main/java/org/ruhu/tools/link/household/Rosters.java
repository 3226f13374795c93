package org.ruhu.tools.link.household;

import java.util.Arrays;
import org.ruhu.tools.link.table.Column;

/** Who lives together: the rows of each household. A row whose household is missing is a household of its own. */
public final class Rosters {

    private final int[] householdOf;
    private final int[] starts;
    private final int[] rows;

    private Rosters(int[] householdOf, int[] starts, int[] rows) {
        this.householdOf = householdOf;
        this.starts = starts;
        this.rows = rows;
    }

    /**
     * @param codes  a household's code per row, 0 where it is missing
     * @param second first row of the second input, or the number of rows: equal names of households in two inputs are
     *               two households
     */
    public static Rosters of(int[] codes, int second) {
        int[] numbers = new int[2 * Arrays.stream(codes).max().orElse(0) + 2];
        int[] householdOf = new int[codes.length];
        int households = 0;
        for (int row = 0; row < codes.length; row++) {
            int slot = 2 * codes[row] + (row < second ? 0 : 1);
            if (codes[row] == Column.MISSING) {
                householdOf[row] = households++;
            } else {
                if (numbers[slot] == 0) {
                    numbers[slot] = ++households;
                }
                householdOf[row] = numbers[slot] - 1;
            }
        }
        return sorted(householdOf, households);
    }

    private static Rosters sorted(int[] householdOf, int households) {
        int[] starts = new int[households + 1];
        for (int household : householdOf) {
            starts[household + 1]++;
        }
        for (int household = 0; household < households; household++) {
            starts[household + 1] += starts[household];
        }
        int[] next = starts.clone();
        int[] rows = new int[householdOf.length];
        for (int row = 0; row < householdOf.length; row++) {
            rows[next[householdOf[row]]++] = row;
        }
        return new Rosters(householdOf, starts, rows);
    }

    /** Households are numbered from 0 in the order met. */
    public int households() {
        return starts.length - 1;
    }

    public int household(int row) {
        return householdOf[row];
    }

    public int members(int household) {
        return starts[household + 1] - starts[household];
    }

    /** The row listed first, by custom the head. */
    public int head(int household) {
        return rows[starts[household]];
    }

    public int row(int household, int member) {
        return rows[starts[household] + member];
    }
}
