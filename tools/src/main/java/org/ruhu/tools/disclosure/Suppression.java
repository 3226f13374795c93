package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.disclosure.Planned.Use;

/**
 * Local suppression: blanks single cells of keys until everybody is in a class that is large and varied enough. Sets of
 * keys are tried from the cheapest on; where the people at risk that look alike without them make a safe class, they
 * are blanked for these and nobody else. Who is at risk even with all keys blank is left out.
 *
 * <p>Where the file says who lives with whom, what is true of a whole household is blanked for all of it or for nobody,
 * because the others would tell; and who is left out takes the household along.
 */
final class Suppression {

    private final Settings settings;
    private final Microdata data;
    private final List<Column> keys;
    private final boolean[] shared;
    private final List<int[]> sets;
    private final boolean[] out;

    private Suppression(Settings settings, Microdata data) {
        this.settings = settings;
        this.data = data;
        this.keys = data.columns(Use.KEY);
        this.shared = new boolean[keys.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = settings.together() && data.shared(keys.get(i));
        }
        this.sets = sets();
        this.out = new boolean[data.rows()];
    }

    /** @return the rows that stay, blanked where needed */
    static Microdata of(Settings settings, Microdata data) {
        Suppression suppression = new Suppression(settings, data);
        int[] rows = IntStream.range(0, data.rows()).toArray();
        while (suppression.pass(rows)) {
            rows = Arrays.stream(rows).filter(row -> !suppression.out[row]).toArray();
        }
        return data.of(rows);
    }

    /** Sets of keys by what blanking them costs, few before many; a shared key costs a cell for every member. */
    private List<int[]> sets() {
        double members = settings.together() ? (double) data.rows() / Math.max(1, data.households()) : 1;
        List<int[]> all = new ArrayList<>();
        for (int bits = 1; bits < 1 << keys.size(); bits++) {
            int set = bits;
            all.add(IntStream.range(0, keys.size()).filter(key -> (set >> key & 1) == 1).toArray());
        }
        all.sort(Comparator.<int[]>comparingDouble(set -> Arrays.stream(set)
                .mapToDouble(key -> keys.get(key).planned().importance() * (shared[key] ? members : 1)).sum())
                .thenComparingInt(set -> set.length));
        return all;
    }

    /** Blanks or leaves out; false when there was nothing to do. */
    private boolean pass(int[] rows) {
        Classes classes = classes(codes(rows), rows);
        if (classes.unsafe() == 0) {
            return false;
        }
        List<Integer> risky = new ArrayList<>();
        List<Integer> blanked = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (!classes.safe(i)) {
                risky.add(row);
            } else if (keys.stream().anyMatch(key -> key.code(row) == Column.BLANKED)) {
                blanked.add(row);
            }
        }
        for (int[] set : sets) {
            risky = settle(risky, blanked, set);
        }
        risky.forEach(row -> out[row] = true);
        if (settings.together()) {
            spread(rows);
        }
        return true;
    }

    private int[][] codes(int[] rows) {
        return keys.stream().map(key -> key.of(rows).codes()).toArray(int[][]::new);
    }

    private Classes classes(int[][] codes, int[] rows) {
        return Classes.of(codes, data.columns(Use.SENSITIVE).stream().map(column -> column.of(rows)).toList(),
                Arrays.stream(rows).map(row -> data.household()[row]).toArray(), settings.k());
    }

    /** @return who is still at risk */
    private List<Integer> settle(List<Integer> risky, List<Integer> blanked, int[] set) {
        if (risky.isEmpty()) {
            return risky;
        }
        int[] rows = IntStream.concat(risky.stream().mapToInt(Integer::intValue),
                blanked.stream().mapToInt(Integer::intValue)).toArray();
        int[][] codes = codes(rows);
        for (int key : set) {
            Arrays.fill(codes[key], 0, risky.size(), Column.BLANKED);
        }
        Classes classes = classes(codes, rows);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < risky.size(); i++) {
            int row = risky.get(i);
            if (classes.safe(i)) {
                for (int key : set) {
                    keys.get(key).blank(row);
                }
                blanked.add(row);
            } else {
                left.add(row);
            }
        }
        return left;
    }

    /** Blanks shared keys, and leaves out, for whole households. */
    private void spread(int[] rows) {
        int households = Arrays.stream(data.household()).max().orElse(-1) + 1;
        boolean[] gone = new boolean[households];
        boolean[][] blank = new boolean[keys.size()][households];
        for (int row : rows) {
            int household = data.household()[row];
            gone[household] |= out[row];
            for (int key = 0; key < shared.length; key++) {
                blank[key][household] |= shared[key] && keys.get(key).code(row) == Column.BLANKED;
            }
        }
        for (int row : rows) {
            int household = data.household()[row];
            out[row] |= gone[household];
            for (int key = 0; key < shared.length; key++) {
                if (blank[key][household]) {
                    keys.get(key).blank(row);
                }
            }
        }
    }
}
