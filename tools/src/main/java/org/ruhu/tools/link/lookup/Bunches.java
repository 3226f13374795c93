package org.ruhu.tools.link.lookup;

import java.util.Arrays;

/**
 * Sets of rows of which each stands in one piece, so that the processor need not read one row to know where the next
 * is. A bunch is known by where it begins, which may be elsewhere after a change. Before its rows stands how many they
 * are.
 */
final class Bunches {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    /** Sizes of pieces are 3, 4, 6, 8, 12, 16 ... ints. */
    private static final int SMALLEST = 3;
    private static final int SIZES = 58;
    private static final int NONE = -1;

    /** A bunch that is larger than a chunk has one of its own. */
    private int[][] chunks = {new int[64]};
    private int last;
    private int end;
    /** By size, where a piece is that is not used any more; in it stands where the next is. */
    private final int[] free = new int[SIZES];

    Bunches() {
        Arrays.fill(free, NONE);
    }

    /** No bunch that a change makes now begins there or behind. */
    int bound() {
        return last + 2 << CHUNK_BITS;
    }

    int of(int one, int two) {
        int at = piece(sizeFor(2));
        int[] chunk = chunks[at >>> CHUNK_BITS];
        int from = at & CHUNK - 1;
        chunk[from] = 2;
        chunk[from + 1] = one;
        chunk[from + 2] = two;
        return at;
    }

    int count(int bunch) {
        return chunks[bunch >>> CHUNK_BITS][bunch & CHUNK - 1];
    }

    /** @param i from 0 */
    int row(int bunch, int i) {
        return chunks[bunch >>> CHUNK_BITS][(bunch & CHUNK - 1) + 1 + i];
    }

    /** @return where the bunch is now */
    int with(int bunch, int row) {
        int count = count(bunch);
        int now = moved(bunch, count, count + 1);
        chunks[now >>> CHUNK_BITS][(now & CHUNK - 1) + count + 1] = row;
        return now;
    }

    /** @return where the bunch is now */
    int without(int bunch, int row) {
        int count = count(bunch);
        int[] chunk = chunks[bunch >>> CHUNK_BITS];
        int from = bunch & CHUNK - 1;
        int at = from + 1;
        while (chunk[at] != row) {
            at++;
        }
        chunk[at] = chunk[from + count];
        return moved(bunch, count, count - 1);
    }

    /** Into a piece for so many rows, with as many of those there are. */
    private int moved(int bunch, int count, int wanted) {
        int size = sizeFor(count);
        int newSize = sizeFor(wanted);
        int now = size == newSize ? bunch : piece(newSize);
        int[] chunk = chunks[now >>> CHUNK_BITS];
        if (now != bunch) {
            System.arraycopy(chunks[bunch >>> CHUNK_BITS], bunch & CHUNK - 1, chunk, now & CHUNK - 1,
                    Math.min(count, wanted) + 1);
            free(bunch, size);
        }
        chunk[now & CHUNK - 1] = wanted;
        return now;
    }

    /** The bunch is none any more. */
    void drop(int bunch) {
        free(bunch, sizeFor(count(bunch)));
    }

    private void free(int piece, int size) {
        chunks[piece >>> CHUNK_BITS][piece & CHUNK - 1] = free[size];
        free[size] = piece;
    }

    private static int sizeFor(int count) {
        int size = 0;
        while (length(size) < count + 1) {
            size++;
        }
        return size;
    }

    private static int length(int size) {
        return (SMALLEST + (size & 1)) << (size >>> 1);
    }

    private int piece(int size) {
        int at = free[size];
        if (at != NONE) {
            free[size] = chunks[at >>> CHUNK_BITS][at & CHUNK - 1];
            return at;
        }
        int length = length(size);
        if (end + length > CHUNK) {
            if (++last == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * last);
            }
            chunks[last] = new int[Math.max(CHUNK, length)];
            end = 0;
        } else if (end + length > chunks[last].length) {
            chunks[last] = Arrays.copyOf(chunks[last], Math.min(CHUNK, 2 * (end + length)));
        }
        int from = last << CHUNK_BITS | end;
        end += length;
        return from;
    }
}
