package org.ruhu.tools.link.lookup;

import java.util.function.IntFunction;

/**
 * The groups of a rule in which a row has one place at most. A group is a chain of rows, each of which tells the next in
 * a column of the sheet; its first row is found by hash. The keys of a group are those of its first row, so that nothing
 * is kept twice.
 */
final class RowGroups extends Groups {

    /** What stands in the column of the chain: not in a group, the last of one, or the next row from here on. */
    private static final int OUT = 0;
    private static final int END = 1;
    private static final int ROWS = Slots.SMALLEST;

    private final int most;
    private final Sheet sheet;
    private final int[] keys;
    private final int chain;
    private final Slots firsts = new Slots() {
        @Override
        long hash(int first) {
            return hashed(keys(first - ROWS));
        }
    };

    /**
     * @param keys  columns on which the rows of a group agree
     * @param chain column that is used for the chains
     */
    RowGroups(int most, Sheet sheet, int[] keys, int chain) {
        this.most = most;
        this.sheet = sheet;
        this.keys = keys;
        this.chain = chain;
    }

    @Override
    void add(int row, IntFunction<String> values) {
        int[] wanted = keys(row);
        if (lacking(wanted)) {
            return;
        }
        firsts.roomFor(row + ROWS);
        long hash = hashed(wanted);
        int at = place(hash, wanted);
        if (at >= 0) {
            sheet.set(row, chain, firsts.number(at));
            firsts.replace(at, row + ROWS);
        } else {
            sheet.set(row, chain, END);
            firsts.put(~at, hash, row + ROWS);
        }
    }

    @Override
    void remove(int row, IntFunction<String> values) {
        int after = sheet.get(row, chain);
        if (after == OUT) {
            return;
        }
        int[] wanted = keys(row);
        int at = place(hashed(wanted), wanted);
        int before = firsts.number(at) - ROWS;
        if (before != row) {
            while (sheet.get(before, chain) != row + ROWS) {
                before = sheet.get(before, chain) - ROWS;
            }
            sheet.set(before, chain, after);
        } else if (after == END) {
            firsts.leave(at);
        } else {
            firsts.replace(at, after);
        }
        sheet.set(row, chain, OUT);
    }

    @Override
    void together(int[] codes, IntFunction<String> values, Candidates found) {
        int[] wanted = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            wanted[k] = codes[keys[k]];
        }
        int at = lacking(wanted) ? -1 : place(hashed(wanted), wanted);
        int before = found.size();
        for (int next = at < 0 ? END : firsts.number(at); next != END; next = sheet.get(next - ROWS, chain)) {
            found.add(next - ROWS);
            if (found.size() - before == most) {
                found.back(before);
                return;
            }
        }
    }

    private int[] keys(int row) {
        int[] codes = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            codes[k] = sheet.get(row, keys[k]);
        }
        return codes;
    }

    private static boolean lacking(int[] codes) {
        for (int code : codes) {
            if (code == 0) {
                return true;
            }
        }
        return false;
    }

    private int place(long hash, int[] wanted) {
        return firsts.find(hash, first -> {
            for (int k = 0; k < keys.length; k++) {
                if (sheet.get(first - ROWS, keys[k]) != wanted[k]) {
                    return false;
                }
            }
            return true;
        });
    }

    private static long hashed(int[] codes) {
        long hash = 0;
        for (int code : codes) {
            hash = Slots.mixed(hash ^ code);
        }
        return hash;
    }
}
