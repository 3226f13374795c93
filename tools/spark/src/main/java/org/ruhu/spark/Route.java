package org.ruhu.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.block.KeyHashes;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.score.RandomPairs;
import org.ruhu.tools.link.table.Column;
import scala.Tuple2;

/**
 * Sends records to where they are compared: a record goes once to each part that any of its blocks belongs to, or any
 * random pair it is in, and takes the names of all its blocks along, by which it is told which rule a pair is due to.
 */
final class Route implements Serializable {

    private static final long serialVersionUID = 1;

    private final int parts;
    private final int[] firstRows;
    private final int first;
    private final int size;
    private final boolean learning;
    private final long[] pairs;
    private final long[] hot;
    private final Live live;

    /**
     * @param firstRows by chunk, the row of its first record among all, then how many there are
     * @param first     rows of the first input
     * @param learning  whether random pairs are wanted
     */
    Route(int parts, int[] firstRows, int first, boolean learning, BlockCount.Sum blocks) {
        this.parts = parts;
        this.firstRows = firstRows;
        this.first = first;
        size = firstRows[firstRows.length - 1];
        this.learning = learning;
        pairs = blocks.found().stream().mapToLong(Blocks.Found::pairs).toArray();
        hot = blocks.hot();
        live = blocks.live();
    }

    int parts() {
        return parts;
    }

    Pairing pairing(Settings settings) {
        return new Pairing(settings.scope(), first, size);
    }

    RandomPairs random(Settings settings) {
        return new RandomPairs(pairing(settings), settings.training().randomPairs(), settings.training().seed());
    }

    /** By rule, among all records; of the numbers only that of pairs. */
    List<Blocks.Found> found(Settings settings) {
        return IntStream.range(0, pairs.length).mapToObj(rule -> new Blocks.Found(
                settings.blocking().get(rule).name(), 0, 0, pairs[rule], 0, Blocks.LeftOut.NOTHING)).toList();
    }

    /** Of a chunk, what each part needs. */
    Iterator<Tuple2<Integer, byte[]>> sent(Plan plan, int number, Chunk chunk) {
        int from = firstRows[number];
        List<KeyHashes> blocks = chunk.blocks().stream().map(this::compared).toList();
        BitSet[] wanted = new BitSet[parts];
        Arrays.setAll(wanted, part -> new BitSet(chunk.size()));
        for (KeyHashes of : blocks) {
            for (int row = 0; row < chunk.size(); row++) {
                for (int i = of.from()[row]; i < of.from()[row + 1]; i++) {
                    wanted[Parts.of(of.hashes()[i], parts)].set(row);
                }
            }
        }
        if (learning) {
            drawn(plan.settings(), from, from + chunk.size(), wanted);
        }
        List<Tuple2<Integer, byte[]>> sent = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            if (!wanted[part].isEmpty()) {
                sent.add(new Tuple2<>(part, packed(plan, chunk, blocks, from, wanted[part].stream().toArray())));
            }
        }
        return sent.iterator();
    }

    /**
     * Of a chunk, some records, as a part gets them.
     *
     * @param rows among all records, rising
     */
    Iterator<byte[]> some(Plan plan, int number, Chunk chunk, int[] rows) {
        int from = firstRows[number];
        int[] here = Arrays.stream(rows).map(row -> row - from).filter(row -> row >= 0 && row < chunk.size()).toArray();
        List<KeyHashes> blocks = chunk.blocks().stream().map(this::compared).toList();
        return here.length == 0 ? Collections.emptyIterator()
                : List.of(packed(plan, chunk, blocks, from, here)).iterator();
    }

    /** Without blocks that are left out, or in which there is nothing to compare. */
    private KeyHashes compared(KeyHashes all) {
        int[] begin = new int[all.from().length];
        long[] kept = new long[all.hashes().length];
        int at = 0;
        for (int row = 0; row < begin.length - 1; row++) {
            for (int i = all.from()[row]; i < all.from()[row + 1]; i++) {
                long hash = all.hashes()[i];
                kept[at] = hash;
                at += live.has(hash) && Arrays.binarySearch(hot, hash) < 0 ? 1 : 0;
            }
            begin[row + 1] = at;
        }
        return new KeyHashes(begin, Arrays.copyOf(kept, at));
    }

    private void drawn(Settings settings, int from, int to, BitSet[] wanted) {
        RandomPairs random = random(settings);
        for (int piece = 0; piece < random.pieces(); piece++) {
            BitSet rows = wanted[piece % parts];
            random.piece(piece, (left, right) -> {
                if (left >= from && left < to) {
                    rows.set(left - from);
                }
                if (right >= from && right < to) {
                    rows.set(right - from);
                }
            });
        }
    }

    private byte[] packed(Plan plan, Chunk chunk, List<KeyHashes> blocks, int from, int[] rows) {
        Pack pack = new Pack(rows.length * 160 + 4096).number(from);
        pack.ints(Arrays.stream(rows).map(row -> from + row).toArray());
        for (String name : plan.compared()) {
            put(chunk.column(name), rows, pack);
        }
        for (int rule = 0; rule < blocks.size(); rule++) {
            if (plan.several(rule)) {
                putSeveral(blocks.get(rule), rows, pack);
            } else {
                putOne(blocks.get(rule), rows, pack);
            }
        }
        return pack.packed();
    }

    /** A column of some rows, with the values that these have. */
    private static void put(Column column, int[] rows, Pack pack) {
        int[] renumbered = new int[column.values().size()];
        int[] codes = new int[rows.length];
        int[] starts = new int[Math.min(rows.length, renumbered.length) + 2];
        char[] chars = new char[column.values().to(renumbered.length - 1)];
        int count = 1;
        for (int i = 0; i < rows.length; i++) {
            int code = column.codes()[rows[i]];
            if (code != Column.MISSING && renumbered[code] == 0) {
                int begin = column.values().from(code);
                int length = column.values().to(code) - begin;
                System.arraycopy(column.values().chars(), begin, chars, starts[count], length);
                starts[count + 1] = starts[count] + length;
                renumbered[code] = count++;
            }
            codes[i] = renumbered[code];
        }
        pack.ints(codes).ints(starts, count + 1).chars(chars, 0, starts[count]);
    }

    private static void putOne(KeyHashes blocks, int[] rows, Pack pack) {
        long[] names = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int from = blocks.from()[rows[i]];
            names[i] = from < blocks.from()[rows[i] + 1] ? blocks.hashes()[from] : 0;
        }
        pack.longs(names);
    }

    private static void putSeveral(KeyHashes blocks, int[] rows, Pack pack) {
        int[] counts = new int[rows.length];
        long[] names = new long[blocks.hashes().length];
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            int from = blocks.from()[rows[i]];
            counts[i] = blocks.from()[rows[i] + 1] - from;
            System.arraycopy(blocks.hashes(), from, names, at, counts[i]);
            at += counts[i];
        }
        pack.ints(counts).longs(names, at);
    }
}
