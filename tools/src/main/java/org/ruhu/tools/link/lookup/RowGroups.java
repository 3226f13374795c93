package org.ruhu.tools.link.lookup;

import java.util.function.IntFunction;

/**
 * The groups of a rule in which a row has one place at most. A group is a row, or a bunch of them, that is found by
 * hash. The keys of a group are those of its first row, so that nothing is kept twice.
 */
final class RowGroups extends Groups {

    private final int most;
    private final Sheet sheet;
    private final int[] keys;
    private final Bunches bunches = new Bunches();
    private final Slots groups = new Slots() {
        @Override
        long hash(int group) {
            return hashed(keys(first(group)));
        }
    };

    /** @param keys columns on which the rows of a group agree */
    RowGroups(int most, Sheet sheet, int... keys) {
        this.most = most;
        this.sheet = sheet;
        this.keys = keys;
    }

    /** Even numbers are groups of one row. */
    private static int ofRow(int row) {
        return (row << 1) + Slots.SMALLEST;
    }

    private static int ofBunch(int bunch) {
        return (bunch << 1 | 1) + Slots.SMALLEST;
    }

    private static boolean single(int group) {
        return (group & 1) == 0;
    }

    /** The row or the bunch. */
    private static int content(int group) {
        return group - Slots.SMALLEST >> 1;
    }

    private int first(int group) {
        return single(group) ? content(group) : bunches.row(content(group), 0);
    }

    @Override
    void add(int row, IntFunction<String> values) {
        int[] wanted = keys(row);
        if (lacking(wanted)) {
            return;
        }
        long hash = hashed(wanted);
        makeRoom(row);
        int at = place(hash, wanted);
        if (at < 0) {
            groups.put(~at, hash, ofRow(row));
            return;
        }
        int group = groups.number(at);
        groups.replace(at, ofBunch(single(group) ? bunches.of(content(group), row)
                : bunches.with(content(group), row)));
    }

    @Override
    void remove(int row, IntFunction<String> values) {
        int[] wanted = keys(row);
        if (lacking(wanted)) {
            return;
        }
        makeRoom(row);
        int at = place(hashed(wanted), wanted);
        int group = groups.number(at);
        if (single(group)) {
            groups.leave(at);
            return;
        }
        int rest = bunches.without(content(group), row);
        if (bunches.count(rest) > 1) {
            groups.replace(at, ofBunch(rest));
        } else {
            groups.replace(at, ofRow(bunches.row(rest, 0)));
            bunches.drop(rest);
        }
    }

    private void makeRoom(int row) {
        groups.roomFor(Math.max(ofRow(row), ofBunch(bunches.bound())));
    }

    @Override
    void together(int[] codes, IntFunction<String> values, Candidates found) {
        int[] wanted = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            wanted[k] = codes[keys[k]];
        }
        int at = lacking(wanted) ? -1 : place(hashed(wanted), wanted);
        if (at < 0) {
            return;
        }
        int group = groups.number(at);
        int count = single(group) ? 1 : bunches.count(content(group));
        if (count >= most) {
            return;
        }
        if (single(group)) {
            found.add(content(group));
            return;
        }
        for (int i = 0; i < count; i++) {
            found.add(bunches.row(content(group), i));
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
        return groups.find(hash, group -> {
            int row = first(group);
            for (int k = 0; k < keys.length; k++) {
                if (sheet.get(row, keys[k]) != wanted[k]) {
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
