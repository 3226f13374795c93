package org.ruhu.tools.link.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Derived;
import org.ruhu.tools.link.clean.Cleaners;

/**
 * Takes rows as they are read and makes the columns that settings look at. Values are numbered at once, so that a text
 * is kept once however many rows have it, and cleaned once.
 */
public final class RecordsBuilder {

    private final Map<String, Derived> columns;
    private final List<String> sources;
    private final Map<String, Source> bySource = new LinkedHashMap<>();
    private Source[] inOrder;
    private Ids.Gathering ids = new Ids.Gathering();
    private final Fields given;
    /** Rows whose values are not numbered yet. */
    private Pending pending;
    private int rows;
    private int first = -1;

    public RecordsBuilder(Settings settings) {
        this(settings, List.of());
    }

    /** @param more columns that are wanted although the settings do not look at them, as the truth */
    public RecordsBuilder(Settings settings, Collection<String> more) {
        Set<String> wanted = new LinkedHashSet<>(settings.used());
        wanted.addAll(more);
        columns = wanted.stream().collect(Collectors.toMap(Function.identity(), settings::derived, (a, b) -> a,
                LinkedHashMap::new));
        columns.values().forEach(derived -> derived.from().forEach(source ->
                bySource.computeIfAbsent(source, name -> new Source()).uses++));
        sources = List.copyOf(bySource.keySet());
        inOrder = bySource.values().toArray(Source[]::new);
        given = new Fields(inOrder.length);
        pending = new Pending(inOrder.length);
    }

    /** A column of the input until nothing more is made from it. */
    private static final class Source {
        private final Dictionary dictionary = new Dictionary();
        private final Codes codes = new Codes();
        private int uses;
    }

    /** Columns of the input whose values {@link #add} takes, in this order. */
    public List<String> sources() {
        return sources;
    }

    /**
     * Adds a row.
     *
     * @param id  not empty, and no other row of the same input has it
     * @param raw a value for each of {@link #sources}, as it stands in the input; null and the empty text are missing
     */
    public void add(String id, String... raw) {
        if (raw.length != inOrder.length) {
            throw new IllegalArgumentException("a row has " + raw.length + " values, not " + inOrder.length);
        }
        given.fill(raw);
        add(id, given);
    }

    /** As {@link #add(String, String...)}; what stands behind the values of {@link #sources} is passed over. */
    public void add(String id, Fields raw) {
        char[] name = id == null ? new char[0] : id.toCharArray();
        name(name, 0, name.length);
        addValues(raw);
    }

    /** @param id the field that names the record, one of the sources or one behind them */
    public void add(int id, Fields raw) {
        name(raw.chars(), raw.from(id), raw.to(id));
        addValues(raw);
    }

    private void addValues(Fields raw) {
        if (pending.add(raw)) {
            number(pending);
        }
        rows++;
    }

    private void number(Pending some) {
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i].codes.add(some.codes(i, inOrder[i].dictionary), some.rows());
        }
        some.clear();
    }

    private void name(char[] text, int from, int to) {
        if (from == to) {
            throw new IllegalArgumentException("record " + number() + " has no id");
        }
        if (!ids.add(text, from, to)) {
            throw new IllegalArgumentException("record " + number() + " has the same id as an earlier one");
        }
    }

    /** Of the row to come, in its input, counted from 1. */
    private int number() {
        return rows - Math.max(first, 0) + 1;
    }

    /** Rows from now on are of the second input; an id may be one of the first input. */
    public void second() {
        if (first >= 0) {
            throw new IllegalStateException("there are two inputs at most");
        }
        first = rows;
        ids.forget();
    }

    public int rows() {
        return rows;
    }

    /** All that was added, cleaned. The builder is used up. */
    public Records records() {
        Records alone = alone();
        List<Column> made = new ArrayList<>(alone.columns().values());
        columns.forEach((name, derived) -> derived.others().ifPresent(others ->
                made.add(Company.of(others, alone).column(name))));
        return Records.of(alone.first(), alone.ids(), made);
    }

    /** The same without columns that tell of other records, where those are not here. */
    public Records alone() {
        if (ids == null) {
            throw new IllegalStateException("the records were made already");
        }
        number(pending);
        Ids named = ids.ids();
        ids = null;
        inOrder = null;
        pending = null;
        List<Column> made = new ArrayList<>();
        columns.forEach((name, derived) -> {
            if (derived.others().isEmpty()) {
                made.add(made(name, derived));
            }
        });
        return Records.of(first < 0 ? rows : first, named, made);
    }

    private Column made(String name, Derived derived) {
        Column raw = derived.from().size() == 1 ? taken(derived.from().get(0)) : joined(derived);
        release(derived);
        return raw.cleaned(name, Cleaners.chain(derived.clean()));
    }

    private Column taken(String source) {
        Source taken = bySource.get(source);
        return new Column(source, taken.codes.all(), taken.dictionary.values());
    }

    private Column joined(Derived derived) {
        List<Source> parts = derived.from().stream().map(bySource::get).toList();
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[rows];
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.setLength(0);
            for (Source part : parts) {
                int code = part.codes.get(row);
                if (code != Column.MISSING) {
                    text.append(text.isEmpty() ? "" : derived.join()).append(part.dictionary.text(code));
                }
            }
            codes[row] = dictionary.code(text.toString());
        }
        return new Column("", codes, dictionary.values());
    }

    private void release(Derived derived) {
        for (String source : derived.from()) {
            if (--bySource.get(source).uses == 0) {
                bySource.remove(source);
            }
        }
    }
}
