package org.ruhu.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.block.KeyHashes;
import org.ruhu.tools.link.block.Pairing;
import scala.Tuple2;

/** How large the blocks are: counted where all records of a block come together by its name, without the records. */
final class BlockCount {

    private final List<Blocks.Found> found = new ArrayList<>();
    private final Live live;
    private long[] hot = new long[16];
    private int hots;

    private BlockCount(int bits) {
        live = new Live(bits);
    }

    /** The blocks of a chunk's records by the part they are counted in; the lowest bit tells the input. */
    static Iterator<Tuple2<Integer, byte[]>> sent(Chunk chunk, int parts) {
        Pack[] packs = new Pack[parts];
        Arrays.setAll(packs, part -> new Pack());
        for (KeyHashes blocks : chunk.blocks()) {
            long[][] names = new long[parts][blocks.hashes().length / parts + 64];
            int[] counts = new int[parts];
            for (long hash : blocks.hashes()) {
                int part = Parts.of(hash, parts);
                if (counts[part] == names[part].length) {
                    names[part] = Arrays.copyOf(names[part], 2 * counts[part]);
                }
                names[part][counts[part]++] = hash & ~1 | (chunk.second() ? 1 : 0);
            }
            for (int part = 0; part < parts; part++) {
                packs[part].longs(names[part], counts[part]);
            }
        }
        List<Tuple2<Integer, byte[]>> sent = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            sent.add(new Tuple2<>(part, packs[part].packed()));
        }
        return sent.iterator();
    }

    static byte[] counted(Plan plan, int bits, Iterator<Tuple2<Integer, byte[]>> received) {
        List<Unpack> chunks = new ArrayList<>();
        received.forEachRemaining(one -> chunks.add(new Unpack(one._2())));
        BlockCount count = new BlockCount(bits);
        Pairing pairing = new Pairing(plan.settings().scope(), 0, 0);
        for (Rule rule : plan.settings().blocking()) {
            count.count(rule, pairing, chunks.stream().map(Unpack::longs).toList());
        }
        return count.packed();
    }

    private void count(Rule rule, Pairing pairing, List<long[]> chunks) {
        long[] names = new long[chunks.stream().mapToInt(chunk -> chunk.length).sum()];
        int at = 0;
        for (long[] chunk : chunks) {
            System.arraycopy(chunk, 0, names, at, chunk.length);
            at += chunk.length;
        }
        Arrays.sort(names);
        Blocks.Found of = Blocks.Found.nothing(rule.name());
        for (int from = 0, to; from < names.length; from = to) {
            int seconds = 0;
            for (to = from; to < names.length && (names[to] ^ names[from]) >>> 1 == 0; to++) {
                seconds += (int) names[to] & 1;
            }
            long inside = to - from == 1 ? 0 : pairing.pairs(to - from - seconds, seconds);
            if (inside > 0) {
                of = of.and(to - from, inside, rule.most());
                note(names[from] & ~1, to - from > rule.most());
            }
        }
        found.add(of);
    }

    private void note(long name, boolean tooLarge) {
        if (!tooLarge) {
            live.add(name);
            return;
        }
        if (hots == hot.length) {
            hot = Arrays.copyOf(hot, 2 * hots);
        }
        hot[hots++] = name;
    }

    private byte[] packed() {
        Pack pack = new Pack();
        for (Blocks.Found of : found) {
            pack.large(of.blocks()).large(of.records()).large(of.pairs()).number(of.largest())
                    .large(of.leftOut().blocks()).large(of.leftOut().records()).large(of.leftOut().pairs());
        }
        return pack.longs(hot, hots).longs(live.words()).packed();
    }

    /**
     * Of all parts together.
     *
     * @param found by rule
     * @param hot   names of blocks that are left out, rising
     */
    record Sum(List<Blocks.Found> found, long[] hot, Live live) {

        static Sum of(Plan plan, List<byte[]> parts, int bits) {
            List<Blocks.Found> found = new ArrayList<>(plan.settings().blocking().stream().map(rule ->
                    Blocks.Found.nothing(rule.name())).toList());
            long[] hot = new long[0];
            Live live = new Live(bits);
            for (byte[] part : parts) {
                Unpack from = new Unpack(part);
                found.replaceAll(rule -> rule.and(new Blocks.Found(rule.rule(), from.large(), from.large(),
                        from.large(), from.number(),
                        new Blocks.LeftOut(from.large(), from.large(), from.large()))));
                long[] more = from.longs();
                hot = Arrays.copyOf(hot, hot.length + more.length);
                System.arraycopy(more, 0, hot, hot.length - more.length, more.length);
                live.add(from.longs());
            }
            Arrays.sort(hot);
            return new Sum(found, hot, live);
        }
    }
}
