package org.ruhu.spark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.block.KeyHashes;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Ids;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Values;

/**
 * Records that lie together in the input, cleaned: what they are called, columns, and the blocks of each rule they are
 * in. Texts stand in it once, however many of its records have them.
 *
 * @param second   whether it is of the second input
 * @param ids      one behind the other, each behind its length; empty where nothing names records but their place
 * @param columns  by their names in {@link Plan#kept}, or in {@link Plan#alone} where others are to come
 * @param blocks   by rule
 * @param met      by column of the input, whether any record has a value
 * @param remarks  for people
 * @param leftOut  lines that cannot be read
 */
record Chunk(boolean second, int size, byte[] ids, List<Column> columns, List<KeyHashes> blocks, boolean[] met,
        List<String> remarks, long leftOut) {

    /** @param records without columns that tell of others; if such are wanted, {@link #with} makes it whole */
    static byte[] packed(Plan plan, boolean second, Records records, boolean named, boolean[] met,
            List<String> remarks, long leftOut) {
        Chunk alone = new Chunk(second, records.size(), named ? ids(records) : new byte[0],
                plan.alone().stream().map(records::column).toList(), List.of(), met, remarks, leftOut);
        return plan.others().isEmpty() ? alone.whole(plan) : alone.packed();
    }

    /** With the columns that were missing. */
    byte[] with(List<Column> others, Plan plan) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(others);
        return new Chunk(second, size, ids, all, List.of(), met, remarks, leftOut).whole(plan);
    }

    /** The columns that go on from here, and blocks. */
    private byte[] whole(Plan plan) {
        Records records = Records.of(size, Ids.nameless(size), columns);
        return new Chunk(second, size, ids, plan.kept().stream().map(this::column).toList(),
                KeyHashes.of(plan.settings().blocking(), records), met, remarks, leftOut).packed();
    }

    private byte[] packed() {
        Pack pack = new Pack(256 * size + 4096);
        pack.number(second ? 1 : 0).number(size).bytes(ids);
        columns.forEach(column -> put(column, pack));
        blocks.forEach(hashes -> pack.ints(hashes.from()).longs(hashes.hashes()));
        pack.number(met.length);
        for (boolean any : met) {
            pack.number(any ? 1 : 0);
        }
        return pack.bytes(String.join("\n", remarks).getBytes(StandardCharsets.UTF_8)).large(leftOut).packed();
    }

    private static byte[] ids(Records records) {
        Pack ids = new Pack(48 * records.size() + 64);
        for (int row = 0; row < records.size(); row++) {
            ids.bytes(records.id(row).getBytes(StandardCharsets.UTF_8));
        }
        return ids.packed();
    }

    static void put(Column column, Pack pack) {
        Values values = column.values();
        int[] starts = new int[values.size() + 1];
        for (int code = 0; code < values.size(); code++) {
            starts[code + 1] = values.to(code);
        }
        pack.ints(column.codes()).ints(starts).chars(values.chars(), 0, starts[values.size()]);
    }

    static Column column(String name, Unpack from) {
        int[] codes = from.ints();
        int[] starts = from.ints();
        return new Column(name, codes, Values.of(from.chars(), starts));
    }

    static Chunk of(Plan plan, byte[] packed) {
        return of(plan.kept(), plan.rules(), packed);
    }

    /** What is not whole yet. */
    static Chunk alone(Plan plan, byte[] packed) {
        return of(plan.alone(), 0, packed);
    }

    private static Chunk of(List<String> names, int rules, byte[] packed) {
        Unpack from = new Unpack(packed);
        boolean second = from.number() == 1;
        int size = from.number();
        byte[] ids = from.bytes();
        List<Column> columns = names.stream().map(name -> column(name, from)).toList();
        List<KeyHashes> blocks = IntStream.range(0, rules).mapToObj(rule ->
                new KeyHashes(from.ints(), from.longs())).toList();
        boolean[] met = new boolean[from.number()];
        for (int i = 0; i < met.length; i++) {
            met[i] = from.number() == 1;
        }
        String remarks = new String(from.bytes(), StandardCharsets.UTF_8);
        return new Chunk(second, size, ids, columns, blocks, met, remarks.lines().toList(), from.large());
    }

    Column column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
    }

    /** What the machine needs where everything comes together: the same without what is compared and blocks. */
    static byte[] head(Plan plan, byte[] packed) {
        Chunk chunk = of(plan, packed);
        Pack head = new Pack().number(chunk.second ? 1 : 0).number(chunk.size).bytes(chunk.ids);
        plan.gathered().forEach(name -> put(chunk.column(name), head));
        head.number(chunk.met.length);
        for (boolean any : chunk.met) {
            head.number(any ? 1 : 0);
        }
        return head.bytes(String.join("\n", chunk.remarks).getBytes(StandardCharsets.UTF_8)).large(chunk.leftOut)
                .packed();
    }
}
