package org.ruhu.tools.disclosure;

import java.util.List;

/** How the cells of a table hang together; cells are numbered from 0. */
interface Shape {

    int cells();

    /** All that adds up. */
    List<Cube.Line> lines();

    /**
     * Every box of a cell.
     *
     * @return a list for each part of the table the cell is in: a total of one part is an inner cell of another
     */
    List<List<Cube.Box>> boxes(int cell);

    /** Whether a cell is in several parts, so that moving it in one has to be answered in the others. */
    boolean shared(int cell);
}
