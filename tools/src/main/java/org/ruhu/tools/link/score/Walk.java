package org.ruhu.tools.link.score;

import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.block.Membership;

/** Goes through the pairs of a rule's blocks that no earlier rule finds, a tile at a time. One thread uses it. */
final class Walk {

    /** Who is shown what the tile holds. */
    interface Onlooker {

        /** Rows, and their marks up to that rule's. */
        void rows(int rule);

        /** Pairs of these rows, which are forgotten after. */
        void pairs(int rule);
    }

    /** Rows that are laid out together, if not one block has more: so many that waiting for memory overlaps. */
    private static final int ROWS = 512;

    private final Blocking blocking;
    private final Membership membership;
    private final Tile tile;
    private final Onlooker onlooker;
    private int[] chosen = new int[1024];
    private int rule;

    Walk(Blocking blocking, Tile tile, Onlooker onlooker) {
        this.blocking = blocking;
        this.membership = blocking.membership();
        this.tile = tile;
        this.onlooker = onlooker;
    }

    void part(Blocking.Part part) {
        rule = part.rule();
        Blocks blocks = blocking.blocks(rule);
        int from = part.from();
        int block = blocks.block(from);
        while (from < part.to()) {
            int last = block;
            while (blocks.end(last) < part.to() && blocks.end(last + 1) - from <= ROWS) {
                last++;
            }
            int to = Math.min(part.to(), blocks.end(last));
            some(blocks, block, last, from, to);
            from = to;
            block = last + 1;
        }
    }

    /** Lays out the rows of some blocks, from a left place on, and compares them. */
    private void some(Blocks blocks, int first, int last, int from, int to) {
        int end = blocks.end(last);
        tile.room(end - from);
        tile.slots = end - from;
        blocks.copy(from, end, tile.rows);
        membership.gather(tile.rows, tile.slots, tile.marks, 0, rule + 1);
        onlooker.rows(rule);
        for (int block = first; block <= last; block++) {
            block(blocks, block, from, to);
        }
        flush();
    }

    private void block(Blocks blocks, int block, int from, int to) {
        int leftsTo = Math.min(to, blocks.end(block));
        for (int place = Math.max(from, blocks.start(block)); place < leftsTo; place++) {
            pairs(place - from, blocks.rightsFrom(place, block) - from, blocks.rightsTo(place, block) - from, block);
        }
    }

    private void pairs(int left, int from, int to, int block) {
        int count = Math.max(0, to - from);
        if (count > chosen.length) {
            chosen = new int[Math.max(count, 2 * chosen.length)];
        }
        choose(chosen, from, count);
        for (int earlier = 0; earlier < rule && count > 0; earlier++) {
            count = notFound(earlier, left, count);
        }
        if (membership.several(rule)) {
            count = foundHere(left, count, block + 1);
        }
        add(left, count);
    }

    private static void choose(int[] chosen, int from, int count) {
        for (int i = 0; i < count; i++) {
            chosen[i] = from + i;
        }
    }

    /** Leaves of the chosen those that the earlier rule does not find. */
    private int notFound(int earlier, int left, int count) {
        int[] marks = tile.marks[earlier];
        int mine = marks[left];
        if (mine == 0) {
            return count;
        }
        return membership.several(earlier) ? notShared(earlier, mine, marks, count) : others(mine, marks, count);
    }

    private int others(int mine, int[] marks, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int right = chosen[i];
            chosen[kept] = right;
            kept += marks[right] == mine ? 0 : 1;
        }
        return kept;
    }

    private int notShared(int earlier, int mine, int[] marks, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int right = chosen[i];
            chosen[kept] = right;
            kept += membership.shared(earlier, mine, marks[right]) == 0 ? 1 : 0;
        }
        return kept;
    }

    /** Two rows may meet in several blocks of one rule: the first counts. */
    private int foundHere(int left, int count, int block) {
        int[] marks = tile.marks[rule];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int right = chosen[i];
            chosen[kept] = right;
            kept += membership.shared(rule, marks[left], marks[right]) == block ? 1 : 0;
        }
        return kept;
    }

    private void add(int left, int count) {
        for (int i = 0; i < count; ) {
            i = tile.add(left, chosen, i, count);
            if (tile.pairs == Tile.PAIRS) {
                flush();
            }
        }
    }

    private void flush() {
        if (tile.pairs > 0) {
            onlooker.pairs(rule);
            tile.pairs = 0;
        }
    }
}
