package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.table.Records;

/** Comparisons made ready for records: two rows in, their pattern out. One thread uses it; {@link #own} makes another. */
public final class Kernel {

    private final Shape shape;
    private final Judge[] judges;
    private final int width;
    /** Row by row, a code for each column that is compared. */
    private final int[] packed;

    private Kernel(Shape shape, Judge[] judges, int width, int[] packed) {
        this.shape = shape;
        this.judges = judges;
        this.width = width;
        this.packed = packed;
    }

    /** What does not depend on the records; made once where records come a few at a time. */
    public static final class Plan {
        private final Shape shape;
        private final List<String> columns;
        private final List<Judge.Plan> judges = new ArrayList<>();

        public Plan(List<Comparison> comparisons) {
            shape = new Shape(comparisons);
            columns = columns(comparisons);
            for (int c = 0; c < comparisons.size(); c++) {
                judges.add(Judge.plan(comparisons.get(c), shape.stride(c)));
            }
        }

        public Shape shape() {
            return shape;
        }

        /** @throws IllegalArgumentException if a column or a measure is not there */
        public Kernel on(Records records) {
            return new Kernel(shape, judges.stream().map(judge -> judge.on(records, columns::indexOf))
                    .toArray(Judge[]::new), columns.size(), packed(columns, records));
        }
    }

    /** @throws IllegalArgumentException if a column or a measure is not there */
    public static Kernel of(List<Comparison> comparisons, Records records) {
        return new Plan(comparisons).on(records);
    }

    private static List<String> columns(List<Comparison> comparisons) {
        Set<String> columns = new LinkedHashSet<>();
        for (Comparison comparison : comparisons) {
            columns.addAll(comparison.missing().columns());
            comparison.levels().forEach(level -> columns.addAll(level.when().columns()));
        }
        return new ArrayList<>(columns);
    }

    private static int[] packed(List<String> columns, Records records) {
        int width = columns.size();
        if ((long) width * records.size() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(records.size() + " records are too many to compare " + width + " columns");
        }
        int[] packed = new int[width * records.size()];
        for (int c = 0; c < width; c++) {
            int[] codes = records.column(columns.get(c)).codes();
            for (int row = 0, at = c; row < codes.length; row++, at += width) {
                packed[at] = codes[row];
            }
        }
        return packed;
    }

    /** The same for another thread: what the threads remember is apart, all else is shared. */
    public Kernel own() {
        return new Kernel(shape, Arrays.stream(judges).map(Judge::own).toArray(Judge[]::new), width, packed);
    }

    public Shape shape() {
        return shape;
    }

    public int pattern(int left, int right) {
        int pattern = 0;
        for (Judge judge : judges) {
            pattern += judge.judge(packed, left * width, packed, right * width);
        }
        return pattern;
    }

    int width() {
        return width;
    }

    /** Copies a row's codes to a slot. */
    void copy(int row, Tile tile, int slot) {
        int from = row * width;
        int[][] codes = tile.codes;
        for (int c = 0; c < width; c++) {
            codes[c][slot] = packed[from + c];
        }
    }

    /** Works out the pattern of every pair in the tile. */
    void judge(Tile tile) {
        Arrays.fill(tile.pattern, 0, tile.pairs, 0);
        for (Judge judge : judges) {
            judge.judge(tile);
        }
    }
}
