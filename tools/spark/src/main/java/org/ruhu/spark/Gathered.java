package org.ruhu.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.block.Membership;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.score.Part;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Ids;
import org.ruhu.tools.link.table.Records;
import scala.Tuple2;

/** What {@link Route} sent to one part, put together: records in their order, and the blocks that are compared here. */
final class Gathered {

    private final Plan plan;
    private final Route route;
    private final int number;
    private final int[] names;
    private final Pairing pairing;
    private final List<Blocks> blocks = new ArrayList<>();
    private final int[] marks;
    private final int[][] lists;
    private final Part part;
    private final Blocking blocking;

    private Gathered(Plan plan, Route route, int number, List<byte[]> sent) {
        this.plan = plan;
        this.route = route;
        this.number = number;
        SortedMap<Integer, Unpack> byFirstRow = new TreeMap<>();
        for (byte[] one : sent) {
            Unpack piece = new Unpack(one);
            byFirstRow.put(piece.number(), piece);
        }
        List<Unpack> pieces = List.copyOf(byFirstRow.values());
        List<int[]> rows = pieces.stream().map(Unpack::ints).toList();
        names = rows.stream().flatMapToInt(Arrays::stream).toArray();
        Settings settings = plan.settings();
        int second = route.pairing(settings).first();
        int firsts = (int) Arrays.stream(names).filter(row -> row < second).count();
        pairing = new Pairing(settings.scope(), firsts, names.length);
        List<Column> columns = new ArrayList<>();
        for (String name : plan.compared()) {
            columns.add(column(name, pieces));
        }
        Records records = Records.of(firsts, Ids.nameless(names.length), columns);
        marks = new int[plan.rules() * names.length];
        lists = new int[plan.rules()][];
        for (int rule = 0; rule < plan.rules(); rule++) {
            blocks.add(plan.several(rule) ? several(rule, pieces) : one(rule, pieces));
        }
        part = new Part(settings.comparisons(), records, names);
        blocking = Blocking.of(settings.blocking(), pairing, blocks,
                Membership.of(settings.blocking(), marks, lists));
    }

    static Gathered of(Plan plan, Route route, int number, Iterator<Tuple2<Integer, byte[]>> sent) {
        List<byte[]> pieces = new ArrayList<>();
        sent.forEachRemaining(one -> pieces.add(one._2()));
        return new Gathered(plan, route, number, pieces);
    }

    /** Some records of all parts, with which only those blocks are that part 0 compares. */
    static Gathered of(Plan plan, Route route, List<byte[]> some) {
        return new Gathered(plan, route, 0, some);
    }

    int number() {
        return number;
    }

    Part part() {
        return part;
    }

    Blocking blocking() {
        return blocking;
    }

    /** Each distinct text of a piece is looked up once. */
    private Column column(String name, List<Unpack> pieces) {
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[names.length];
        int row = 0;
        for (Unpack piece : pieces) {
            int[] theirs = piece.ints();
            int[] starts = piece.ints();
            char[] chars = piece.chars();
            int[] ours = new int[starts.length - 1];
            for (int code = 1; code < ours.length; code++) {
                ours[code] = dictionary.code(chars, starts[code], starts[code + 1]);
            }
            for (int code : theirs) {
                codes[row++] = ours[code];
            }
        }
        return new Column(name, codes, dictionary.values());
    }

    /** Of a rule by which a record is in one block at most. */
    private Blocks one(int rule, List<Unpack> pieces) {
        lists[rule] = new int[0];
        Numbered numbered = new Numbered(names.length);
        int[] of = new int[names.length];
        int row = 0;
        for (Unpack piece : pieces) {
            for (long name : piece.longs()) {
                of[row] = name == 0 ? 0 : numbered.number(name);
                marks[row * plan.rules() + rule] = of[row];
                row++;
            }
        }
        int[] counts = new int[numbered.size() + 2];
        for (int block : of) {
            counts[block + 1]++;
        }
        int[] at = new int[numbered.size() + 1];
        int[] starts = new int[numbered.size() + 1];
        int blocks = 0;
        int places = 0;
        Arrays.fill(at, -1);
        for (int block = 1; block <= numbered.size(); block++) {
            if (counts[block + 1] > 1 && Parts.of(numbered.name(block), route.parts()) == number) {
                at[block] = places;
                places += counts[block + 1];
                starts[++blocks] = places;
            }
        }
        int[] rows = new int[places];
        for (int r = 0; r < of.length; r++) {
            if (at[of[r]] >= 0) {
                rows[at[of[r]]++] = r;
            }
        }
        return Blocks.of(plan.settings().blocking().get(rule).name(), pairing, rows, Arrays.copyOf(starts, blocks + 1));
    }

    /**
     * Of a rule by which it may be in several: they are numbered in the order of their names, so that everywhere the
     * same one is the first that two records share.
     */
    private Blocks several(int rule, List<Unpack> pieces) {
        int[] counts = new int[names.length];
        List<long[]> parts = new ArrayList<>();
        int row = 0;
        for (Unpack piece : pieces) {
            for (int count : piece.ints()) {
                counts[row++] = count;
            }
            parts.add(piece.longs());
        }
        long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
        long[] order = Arrays.stream(all).sorted().distinct().toArray();
        int[] list = new int[1 + all.length + names.length];
        int[] sizes = new int[order.length];
        int end = 1;
        int at = 0;
        for (row = 0; row < counts.length; row++) {
            if (counts[row] > 0) {
                marks[row * plan.rules() + rule] = end;
                list[end] = counts[row];
                for (int i = 1; i <= counts[row]; i++) {
                    int block = Arrays.binarySearch(order, all[at++]);
                    list[end + i] = block + 1;
                    sizes[block] += Parts.of(order[block], route.parts()) == number ? 1 : 0;
                }
                Arrays.sort(list, end + 1, end + 1 + counts[row]);
                end += counts[row] + 1;
            }
        }
        lists[rule] = list;
        return filled(rule, sizes);
    }

    private Blocks filled(int rule, int[] sizes) {
        int[] starts = new int[sizes.length + 1];
        for (int block = 0; block < sizes.length; block++) {
            starts[block + 1] = starts[block] + (sizes[block] > 1 ? sizes[block] : 0);
        }
        int[] next = starts.clone();
        int[] rows = new int[starts[sizes.length]];
        for (int row = 0; row < names.length; row++) {
            int from = marks[row * plan.rules() + rule];
            for (int i = 1; from > 0 && i <= lists[rule][from]; i++) {
                int block = lists[rule][from + i] - 1;
                if (sizes[block] > 1) {
                    rows[next[block]++] = row;
                }
            }
        }
        return Blocks.of(plan.settings().blocking().get(rule).name(), pairing, rows, starts);
    }
}
