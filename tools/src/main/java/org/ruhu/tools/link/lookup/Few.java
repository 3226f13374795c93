package org.ruhu.tools.link.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.And;
import org.ruhu.tools.link.condition.Condition.Not;
import org.ruhu.tools.link.condition.Condition.Or;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Ids;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Values;

/** Copies what is compared of a few rows into records of their own, behind a record that is compared with them. */
final class Few {

    private final Sheet sheet;
    private final Texts[] texts;
    private final List<Compared> compared = new ArrayList<>();

    /** @param read whether more is asked of its values than if they are equal or missing */
    private record Compared(String name, int place, boolean read) {}

    /** @param texts by column */
    Few(List<Comparison> comparisons, Reading reading, Sheet sheet, Texts[] texts) {
        this.sheet = sheet;
        this.texts = texts;
        Map<String, Boolean> read = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            Set<Test> tests = new LinkedHashSet<>();
            collect(comparison.missing(), tests);
            comparison.levels().forEach(level -> collect(level.when(), tests));
            for (Test test : tests) {
                boolean plain = test.left().equals(test.right())
                        && (test.measure().equals("missing") || test.measure().equals("exact"));
                read.merge(test.left(), !plain, Boolean::logicalOr);
                read.merge(test.right(), !plain, Boolean::logicalOr);
            }
            comparison.levels().forEach(level -> level.frequency().ifPresent(column -> read.put(column, true)));
        }
        read.forEach((name, whether) -> compared.add(new Compared(name, reading.column(name), whether)));
    }

    private static void collect(Condition condition, Set<Test> tests) {
        if (condition instanceof And and) {
            and.all().forEach(part -> collect(part, tests));
        } else if (condition instanceof Or or) {
            or.any().forEach(part -> collect(part, tests));
        } else if (condition instanceof Not not) {
            collect(not.what(), tests);
        } else if (condition instanceof Test test) {
            tests.add(test);
        }
    }

    /**
     * Record 0 has the values, record i + 1 is the i-th row that was found.
     *
     * @param codes of the values, by column; 0 for one that no row has
     */
    Records records(String[] values, int[] codes, Candidates found) {
        int rows = found.size();
        int[] met = new int[rows];
        List<Column> columns = new ArrayList<>();
        int[] table = new int[Integer.highestOneBit(rows + 1) * 4];
        for (Compared column : compared) {
            for (int i = 0; i < rows; i++) {
                met[i] = sheet.get(found.row(i), column.place());
            }
            Arrays.fill(table, 0);
            columns.add(column(column, values, codes, met, table));
        }
        return Records.of(1, Ids.nameless(rows + 1), columns);
    }

    /** @param table of zeros, larger than there can be values: own codes by a hash of the column's */
    private Column column(Compared column, String[] values, int[] codes, int[] met, int[] table) {
        String wanted = values[column.place()];
        int[] own = new int[met.length + 1];
        int[] distinct = new int[met.length + 2];
        int size = 1;
        if (!wanted.isEmpty()) {
            own[0] = size;
            distinct[size++] = codes[column.place()];
        }
        for (int i = 0; i < met.length; i++) {
            int code = met[i];
            if (code == 0) {
                continue;
            }
            if (own[0] != 0 && code == distinct[1]) {
                own[i + 1] = 1;
                continue;
            }
            int at = code * 0x9E3779B9 >>> 16 & table.length - 1;
            while (table[at] != 0 && distinct[table[at]] != code) {
                at = at + 1 & table.length - 1;
            }
            if (table[at] == 0) {
                table[at] = size;
                distinct[size++] = code;
            }
            own[i + 1] = table[at];
        }
        return new Column(column.name(), own, column.read() ? read(texts[column.place()], wanted, distinct, size)
                : Values.of(new char[0], new int[size + 1]));
    }

    private static Values read(Texts texts, String wanted, int[] distinct, int size) {
        int first = wanted.isEmpty() ? 1 : 2;
        int length = wanted.length();
        for (int code = first; code < size; code++) {
            length += texts.most(distinct[code]);
        }
        char[] chars = new char[length];
        int[] starts = new int[size + 1];
        wanted.getChars(0, wanted.length(), chars, 0);
        starts[first] = wanted.length();
        for (int code = first; code < size; code++) {
            starts[code + 1] = texts.unpack(distinct[code], chars, starts[code]);
        }
        return Values.of(chars, starts);
    }
}
