package org.ruhu.tools.disclosure;

/**
 * What is to be protected, whether a table counts or adds up.
 *
 * @param values   of each cell
 * @param risky    cells that may not be read
 * @param room     how far an outsider must be kept from the value of a risky cell
 * @param empty    cells nobody is in; that can be known without the table, as of children with a degree, so they hide
 *                 nothing
 * @param single   cells of a sum with one household, which knows what it gave, so they hide nothing from it
 * @param counted  whether cells count, so that the width of what is possible matters; else both sides of the value do
 * @param negative whether an amount may be under nothing
 * @param unions   judges what withheld cells of a line add up to
 */
record Amounts(Cube cube, double[] values, boolean[] risky, double[] room, boolean[] empty,
               boolean[] single, boolean counted, boolean negative, Unions unions) {

    static Amounts of(Cells cells) {
        int count = cells.values().length;
        boolean counted = cells.plan().sum().isEmpty();
        boolean[] empty = new boolean[count];
        boolean[] single = new boolean[count];
        for (int cell = 0; cell < count; cell++) {
            empty[cell] = cells.households()[cell] == 0;
            single[cell] = !counted && cells.households()[cell] == 1;
        }
        return new Amounts(cells.cube(), cells.values(), cells.risky(), cells.room(), empty, single, counted,
                cells.negative(), cells.unions());
    }

    /** Whether a cell can hide another from everybody. */
    boolean hides(int cell, int other) {
        return cell == other || !empty[cell] && !single[cell];
    }
}
