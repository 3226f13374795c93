package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of a table of up to three dimensions with all its margins. In each dimension the total comes last; cells
 * are numbered row by row.
 *
 * @param sizes categories of each dimension, the total not counted
 */
record Cube(int[] sizes) {

    /**
     * What adds up: the cells of a line make its total.
     *
     * @param inner cells
     * @param total the cell they make
     */
    record Line(int[] inner, int total) {}

    int dimensions() {
        return sizes.length;
    }

    int cells() {
        return Arrays.stream(sizes).map(size -> size + 1).reduce(1, (a, b) -> a * b);
    }

    int cell(int... at) {
        int cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            cell = cell * (sizes[i] + 1) + at[i];
        }
        return cell;
    }

    int[] at(int cell) {
        int[] at = new int[sizes.length];
        int left = cell;
        for (int i = sizes.length - 1; i >= 0; i--) {
            at[i] = left % (sizes[i] + 1);
            left /= sizes[i] + 1;
        }
        return at;
    }

    /** The cell of each of so many rows, given its place in each dimension. */
    int[] cells(int[][] places, int rows) {
        int[] cells = new int[rows];
        int[] at = new int[sizes.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < at.length; i++) {
                at[i] = places[i][row];
            }
            cells[row] = cell(at);
        }
        return cells;
    }

    boolean total(int dimension, int at) {
        return at == sizes[dimension];
    }

    /** Every line of every dimension, those of margins too. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int cell = 0; cell < cells(); cell++) {
            int[] at = at(cell);
            for (int dimension = 0; dimension < sizes.length; dimension++) {
                if (total(dimension, at[dimension])) {
                    lines.add(line(at, dimension, cell));
                }
            }
        }
        return lines;
    }

    private Line line(int[] at, int dimension, int total) {
        int[] inner = new int[sizes[dimension]];
        int[] place = at.clone();
        for (int i = 0; i < inner.length; i++) {
            place[dimension] = i;
            inner[i] = cell(place);
        }
        return new Line(inner, total);
    }

    /**
     * Corners of a box that has a cell in one corner: moving them by the same amount, up or down as the signs say,
     * leaves every sum as it is.
     *
     * @param corners the cell itself first
     * @param up      which move with it; the others move against it
     */
    record Box(int[] corners, boolean[] up) {}

    /** Every box of a cell. */
    List<Box> boxes(int cell) {
        List<Box> boxes = new ArrayList<>();
        int[] near = at(cell);
        int[] far = new int[sizes.length];
        boxes(near, far, 0, boxes);
        return boxes;
    }

    private void boxes(int[] near, int[] far, int dimension, List<Box> boxes) {
        if (dimension == sizes.length) {
            boxes.add(box(near, far));
            return;
        }
        for (int other = 0; other <= sizes[dimension]; other++) {
            if (other != near[dimension]) {
                far[dimension] = other;
                boxes(near, far, dimension + 1, boxes);
            }
        }
    }

    private Box box(int[] near, int[] far) {
        int[] corners = new int[1 << sizes.length];
        boolean[] up = new boolean[corners.length];
        int[] place = new int[sizes.length];
        for (int corner = 0; corner < corners.length; corner++) {
            boolean same = true;
            for (int i = 0; i < sizes.length; i++) {
                boolean away = (corner >> i & 1) == 1;
                place[i] = away ? far[i] : near[i];
                same ^= away && !total(i, far[i]) && !total(i, near[i]);
            }
            corners[corner] = cell(place);
            up[corner] = same;
        }
        return new Box(corners, up);
    }
}
