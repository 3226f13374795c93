package org.ruhu.tools.disclosure;

import java.util.List;

/**
 * People of one combination of keys each, and whether there are enough of them, of enough households (ten of one family
 * hide nobody) and of different values. A blanked cell
 * is a value of its own here: nobody is counted who only might be meant. That is stricter than k-anonymity as sdcMicro
 * counts it, and anybody can check the released file by counting rows that look alike.
 */
final class Classes {

    private final Grouping grouping;
    private final boolean[] safe;

    private Classes(Grouping grouping, boolean[] safe) {
        this.grouping = grouping;
        this.safe = safe;
    }

    /**
     * @param keys      a code for every row in each
     * @param sensitive columns of the same rows
     * @param household of each row
     */
    static Classes of(int[][] keys, List<Column> sensitive, int[] household, int k) {
        Grouping grouping = Grouping.of(keys, household.length);
        boolean[] safe = new boolean[grouping.count()];
        int[] households = grouping.distinct(household);
        for (int group = 0; group < safe.length; group++) {
            safe[group] = households[group] >= k;
        }
        for (Column column : sensitive) {
            int[] distinct = grouping.distinct(column.codes(), column.telling());
            int[] harmful = grouping.distinct(column.codes(), harmful(column));
            for (int group = 0; group < safe.length; group++) {
                safe[group] &= distinct[group] >= column.planned().least() || harmful[group] == 0;
            }
        }
        return new Classes(grouping, safe);
    }

    private static boolean[] harmful(Column column) {
        boolean[] harmful = new boolean[column.words().size()];
        for (int i = 0; i < harmful.length; i++) {
            harmful[i] = !column.planned().harmless().contains(column.words().get(i));
        }
        return harmful;
    }

    boolean safe(int row) {
        return safe[grouping.of(row)];
    }

    Grouping grouping() {
        return grouping;
    }

    /** Rows in classes that are not safe. */
    int unsafe() {
        int unsafe = 0;
        for (int group = 0; group < safe.length; group++) {
            unsafe += safe[group] ? 0 : grouping.size(group);
        }
        return unsafe;
    }
}
