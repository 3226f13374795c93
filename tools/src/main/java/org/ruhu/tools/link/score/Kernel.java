package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.table.Records;

/**
 * Comparisons made ready for records: two rows in, their pattern out. One thread uses it; {@link #own} makes another.
 */
public final class Kernel {

    private final Shape shape;
    private final List<String> columns;
    private final Judge[] judges;
    private final Rows rows;

    private Kernel(Shape shape, List<String> columns, Judge[] judges, Rows rows) {
        this.shape = shape;
        this.columns = columns;
        this.judges = judges;
        this.rows = rows;
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
            Ready ready = new Ready();
            Judge[] made = judges.stream().map(judge -> judge.on(records, ready, columns::indexOf))
                    .toArray(Judge[]::new);
            boolean[] sketched = new boolean[columns.size()];
            for (Judge judge : made) {
                judge.sketched(sketched);
            }
            return new Kernel(shape, columns, made, Rows.of(columns, sketched, records));
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

    /** The same for another thread: what the threads remember is apart, all else is shared. */
    public Kernel own() {
        return new Kernel(shape, columns, Arrays.stream(judges).map(Judge::own).toArray(Judge[]::new), rows);
    }

    public Shape shape() {
        return shape;
    }

    public int pattern(int left, int right) {
        int pattern = 0;
        for (Judge judge : judges) {
            pattern += judge.judge(rows.packed(), rows.at(left), rows.packed(), rows.at(right));
        }
        return pattern;
    }

    /** Where the codes of a column are, if it is compared. */
    Optional<Weigher.Cells> cells(String column) {
        int place = columns.indexOf(column);
        return place < 0 ? Optional.empty() : Optional.of(new Weigher.Cells(rows.packed(), rows.width(), place));
    }

    /** The same comparisons for pairs that are wanted only if they are heavy enough. */
    Sieve sieve(Weigher weigher, double keep) {
        return new Sieve(judges, weigher, keep);
    }

    /** An empty one for these records. */
    Tile tile(int rules) {
        return new Tile(rows, rules);
    }

    /** Lays out what is compared of the tile's rows. */
    void gather(Tile tile) {
        rows.gather(tile);
    }

    /** Works out the pattern of every pair in the tile. */
    void judge(Tile tile) {
        Arrays.fill(tile.pattern, 0, tile.pairs, 0);
        for (Judge judge : judges) {
            judge.judge(tile);
        }
    }
}
