package org.ruhu.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.ruhu.tools.link.Settings.Others;
import org.ruhu.tools.link.block.KeyHashes;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import scala.Tuple2;

/**
 * Columns that tell of the others of a household, which may lie in several chunks: all come together by the name of
 * their household, and what each has around it goes back to where it lies. A word is a number that stands for a value,
 * as only whether two are equal is ever asked; names and words may meet by accident as those of {@link KeyHashes}.
 */
final class Kin {

    private static final int RADIX = 36;
    /** Bytes of a member as it is sent. */
    private static final int MEMBER = 2 * Integer.BYTES + 2 * Long.BYTES;

    private Kin() {}

    /** Makes chunks whole. */
    static JavaRDD<byte[]> told(Plan plan, JavaRDD<byte[]> alone, int parts) {
        int chunks = alone.getNumPartitions();
        return alone.zipPartitions(
                alone.mapPartitionsWithIndex((number, some) ->
                                sent(plan, number, Chunk.alone(plan, some.next()), parts), true)
                        .mapToPair(one -> one).partitionBy(new Parts(parts))
                        .mapPartitions(some -> together(plan, some)).mapToPair(one -> one)
                        .partitionBy(new Parts(chunks)),
                (chunk, words) -> List.of(whole(plan, Chunk.alone(plan, chunk.next()), words)).iterator());
    }

    /** Of each record in a household its row, the household and its word, by the part that household comes to. */
    private static Iterator<Tuple2<Integer, byte[]>> sent(Plan plan, int number, Chunk chunk, int parts) {
        Pack[] packs = new Pack[parts];
        Arrays.setAll(packs, part -> new Pack().number(number));
        int which = 0;
        for (Others others : plan.others().values()) {
            Column household = chunk.column(others.household());
            Column of = chunk.column(others.column());
            long[] names = KeyHashes.texts(household.values());
            long[] words = KeyHashes.texts(of.values());
            for (int row = 0; row < chunk.size(); row++) {
                if (household.codes()[row] != Column.MISSING) {
                    long name = names[household.codes()[row]] & ~1 | (chunk.second() ? 1 : 0);
                    packs[Parts.of(name, parts)].number(which).number(row).large(name).large(words[of.codes()[row]]);
                }
            }
            which++;
        }
        List<Tuple2<Integer, byte[]>> sent = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            sent.add(new Tuple2<>(part, packs[part].packed()));
        }
        return sent.iterator();
    }

    /** Who is in a household. */
    private record Member(int chunk, int row, long word) {}

    /** For each member of the households that came here the others' words, by chunk. */
    private static Iterator<Tuple2<Integer, byte[]>> together(Plan plan, Iterator<Tuple2<Integer, byte[]>> received) {
        List<Unpack> pieces = new ArrayList<>();
        received.forEachRemaining(one -> pieces.add(new Unpack(one._2())));
        int most = pieces.stream().mapToInt(Unpack::left).sum() / MEMBER;
        List<Numbered> names = plan.others().keySet().stream().map(name -> new Numbered(most)).toList();
        List<List<List<Member>>> households = names.stream().map(all ->
                (List<List<Member>>) new ArrayList<List<Member>>()).toList();
        SortedMap<Integer, Pack> packs = new TreeMap<>();
        for (Unpack from : pieces) {
            int chunk = from.number();
            packs.put(chunk, new Pack());
            while (from.left() > 0) {
                int which = from.number();
                int row = from.number();
                int household = names.get(which).number(from.large());
                if (household > households.get(which).size()) {
                    households.get(which).add(new ArrayList<>(6));
                }
                households.get(which).get(household - 1).add(new Member(chunk, row, from.large()));
            }
        }
        for (int which = 0; which < households.size(); which++) {
            for (List<Member> household : households.get(which)) {
                tell(which, household, packs);
            }
        }
        return packs.entrySet().stream().map(pack -> new Tuple2<>(pack.getKey(), pack.getValue().packed())).iterator();
    }

    private static void tell(int which, List<Member> household, SortedMap<Integer, Pack> packs) {
        if (household.size() > Others.MOST) {
            return;
        }
        for (Member member : household) {
            packs.get(member.chunk).number(which).number(member.row).longs(household.stream()
                    .filter(other -> other != member).mapToLong(Member::word).toArray());
        }
    }

    private static byte[] whole(Plan plan, Chunk chunk, Iterator<Tuple2<Integer, byte[]>> told) {
        int count = plan.others().size();
        long[][][] words = new long[count][chunk.size()][0];
        told.forEachRemaining(one -> {
            Unpack from = new Unpack(one._2());
            while (from.left() > 0) {
                int which = from.number();
                int row = from.number();
                words[which][row] = from.longs();
            }
        });
        List<Column> columns = new ArrayList<>();
        plan.others().forEach((name, others) -> columns.add(column(name, others, chunk, words[columns.size()])));
        return chunk.with(columns, plan);
    }

    private static Column column(String name, Others others, Chunk chunk, long[][] words) {
        List<Column> own = others.own().stream().map(chunk::column).toList();
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[chunk.size()];
        for (int row = 0; row < codes.length; row++) {
            int at = row;
            codes[row] = dictionary.code(LongStream.concat(Arrays.stream(words[row]),
                            own.stream().flatMapToLong(column -> words(column.text(at))))
                    .filter(word -> word != 0).sorted().distinct()
                    .mapToObj(word -> Long.toUnsignedString(word, RADIX)).collect(Collectors.joining(" ")));
        }
        return new Column(name, codes, dictionary.values());
    }

    private static LongStream words(String text) {
        StringTokenizer words = new StringTokenizer(text, " ");
        return LongStream.range(0, words.countTokens()).map(i -> {
            char[] word = words.nextToken().toCharArray();
            return KeyHashes.text(word, 0, word.length);
        });
    }
}
