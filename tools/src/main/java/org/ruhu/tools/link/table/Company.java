package org.ruhu.tools.link.table;

import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import org.ruhu.tools.link.Settings.Others;

/**
 * Who the records of a household are together with: for each one the values the others have in a column, as words with
 * blanks between. A word is the value's number, as only whether two are equal is ever asked.
 */
final class Company {

    private static final int RADIX = 36;

    private final Records records;
    private final Column of;
    private final Column household;
    private final List<Column> own;
    private final Dictionary known = new Dictionary();
    private final Dictionary texts = new Dictionary();
    private final int[] codes;

    private Company(Others others, Records records) {
        this.records = records;
        this.of = records.column(others.column());
        this.household = records.column(others.household());
        this.own = others.own().stream().map(records::column).toList();
        this.codes = new int[records.size()];
    }

    /** @param records with the columns that {@code others} names */
    static Company of(Others others, Records records) {
        return new Company(others, records);
    }

    Column column(String name) {
        for (int code = 1; code < of.values().size() && !own.isEmpty(); code++) {
            known.code(of.values().text(code));
        }
        int[] order = together();
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to == order.length || place(order[to]) != place(order[from])) {
                tell(order, from, to);
                from = to;
            }
        }
        return new Column(name, codes, texts.values());
    }

    /** Rows of one household beside each other; households of two inputs are two. */
    private int[] together() {
        int[] starts = new int[2 * household.values().size() + 1];
        for (int row = 0; row < records.size(); row++) {
            starts[place(row) + 1]++;
        }
        for (int place = 1; place < starts.length; place++) {
            starts[place] += starts[place - 1];
        }
        int[] order = new int[records.size()];
        for (int row = 0; row < order.length; row++) {
            order[starts[place(row)]++] = row;
        }
        return order;
    }

    private int place(int row) {
        return 2 * household.codes()[row] + (records.second(row) ? 1 : 0);
    }

    private void tell(int[] order, int from, int to) {
        boolean alone = household.codes()[order[from]] == Column.MISSING || to - from > Others.MOST;
        int[] words = new int[alone ? 0 : to - from - 1];
        for (int i = from; i < to; i++) {
            for (int j = from, k = 0; j < to && !alone; j++) {
                if (j != i) {
                    words[k++] = of.codes()[order[j]];
                }
            }
            codes[order[i]] = texts.code(written(own.isEmpty() ? words : with(words, order[i])));
        }
    }

    private int[] with(int[] words, int row) {
        int[] all = words;
        for (Column column : own) {
            StringTokenizer more = new StringTokenizer(column.text(row), " ");
            while (more.hasMoreTokens()) {
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = known.code(more.nextToken());
            }
        }
        return all;
    }

    private static String written(int[] words) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(words).filter(word -> word != Column.MISSING).sorted().distinct().forEach(word ->
                text.append(text.isEmpty() ? "" : " ").append(Integer.toString(word, RADIX)));
        return text.toString();
    }
}
