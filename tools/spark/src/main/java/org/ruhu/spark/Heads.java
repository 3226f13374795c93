package org.ruhu.spark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.table.Codes;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Ids;
import org.ruhu.tools.link.table.Records;

/** Puts together, from all chunks in their order, what one machine has to know of all records. */
final class Heads {

    private final Plan plan;
    private final Ids.Gathering ids = new Ids.Gathering();
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<Codes> codes = new ArrayList<>();
    private final List<Integer> firstRows = new ArrayList<>(List.of(0));
    private final List<String> remarks = new ArrayList<>();
    private final boolean[][] met;
    private int rows;
    private int first = -1;
    private long leftOut;

    /** @param sources how many columns of the input are read */
    Heads(Plan plan, int sources) {
        this.plan = plan;
        met = new boolean[2][sources];
        plan.gathered().forEach(column -> {
            dictionaries.add(new Dictionary());
            codes.add(new Codes());
        });
    }

    /** Of the next chunk. */
    void add(byte[] head) {
        Unpack from = new Unpack(head);
        boolean second = from.number() == 1;
        if (second && first < 0) {
            first = rows;
            ids.forget();
        }
        int size = from.number();
        names(new Unpack(from.bytes()), size);
        for (int c = 0; c < codes.size(); c++) {
            add(Chunk.column("", from), dictionaries.get(c), codes.get(c));
        }
        int sources = from.number();
        for (int i = 0; i < sources; i++) {
            met[second ? 1 : 0][i] |= from.number() == 1;
        }
        new String(from.bytes(), StandardCharsets.UTF_8).lines().forEach(remarks::add);
        leftOut += from.large();
        rows = Math.addExact(rows, size);
        firstRows.add(rows);
    }

    /** Where nothing else names a record its number in the input does. */
    private void names(Unpack named, int size) {
        boolean unnamed = size > 0 && named.left() == 0;
        for (int row = 0; row < size; row++) {
            String id = unnamed ? String.valueOf(rows - Math.max(0, first) + row + 1)
                    : new String(named.bytes(), StandardCharsets.UTF_8);
            if (!ids.add(id.toCharArray(), 0, id.length())) {
                throw new CannotRun("record " + (rows - Math.max(0, first) + row + 1) + " has the same "
                        + plan.settings().id().orElse("id") + " as an earlier one. Records need ids of their own; leave"
                        + " \"id\" out of the settings and line numbers name them");
            }
        }
    }

    private static void add(Column column, Dictionary dictionary, Codes codes) {
        int[] ours = new int[column.values().size()];
        for (int code = 1; code < ours.length; code++) {
            ours[code] = dictionary.code(column.values().chars(), column.values().from(code), column.values().to(code));
        }
        for (int code : column.codes()) {
            codes.add(ours[code]);
        }
    }

    int rows() {
        return rows;
    }

    /** Rows of the first input. */
    int first() {
        return first < 0 ? rows : first;
    }

    /** By chunk the row of its first record, then how many there are. */
    int[] firstRows() {
        return firstRows.stream().mapToInt(row -> row).toArray();
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    long leftOut() {
        return leftOut;
    }

    /** Columns of the input without a value in any record. */
    List<Integer> unmet(boolean second) {
        boolean[] any = met[second ? 1 : 0];
        List<Integer> unmet = new ArrayList<>();
        for (int i = 0; i < any.length; i++) {
            if (!any[i]) {
                unmet.add(i);
            }
        }
        return unmet;
    }

    Records records() {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < codes.size(); c++) {
            columns.add(new Column(plan.gathered().get(c), codes.get(c).all(), dictionaries.get(c).values()));
        }
        return Records.of(first(), ids.ids(), columns);
    }
}
