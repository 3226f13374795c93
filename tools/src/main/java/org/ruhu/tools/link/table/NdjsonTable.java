package org.ruhu.tools.link.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;

/** An object on each line. A column is a member of it, or one within another: {@code address/town}. */
final class NdjsonTable implements Table {

    private record Row(long line, String[] values, List<String> names, String fault) {}

    private final String name;
    private final Lines lines;
    private final int threads;
    private final Faults faults;
    private final LineReader reader = new LineReader();

    NdjsonTable(String name, InputStream in, TableOptions options) {
        this.name = name;
        this.lines = new Lines(in);
        this.threads = options.threads();
        this.faults = new Faults(name, options.skipBad());
    }

    @Override
    public Optional<List<String>> columns() {
        return Optional.empty();
    }

    @Override
    public void scan(List<String> wanted, Taker taker) {
        Fields fields = new Fields(wanted.size());
        boolean[] met = new boolean[wanted.size()];
        List<String> first = new ArrayList<>();
        InOrder.forEach(lines, threads, raw -> row(raw, wanted), row -> {
            if (!row.fault().isEmpty()) {
                faults.bad(row.line(), row.fault());
                return;
            }
            if (first.isEmpty()) {
                first.addAll(row.names());
            }
            for (int i = 0; i < met.length; i++) {
                met[i] |= !row.values()[i].isEmpty();
            }
            fields.fill(row.values());
            taker.take(row.line(), "", fields);
        });
        faults.judge();
        refuseUnmet(wanted, met, first);
    }

    private void refuseUnmet(List<String> wanted, boolean[] met, List<String> first) {
        List<String> unmet = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            if (!met[i] && !first.contains(wanted.get(i))) {
                unmet.add(wanted.get(i));
            }
        }
        if (!unmet.isEmpty() && !first.isEmpty()) {
            throw new CannotRun(name + ": no line has a value for " + Wanted.shown(unmet) + "; its first has "
                    + Wanted.shown(first) + ". Correct the names in the settings");
        }
    }

    private Row row(RawLine raw, List<String> wanted) {
        if (reader.read(raw) instanceof Line.Good good) {
            String[] values = new String[wanted.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = JsonValues.of(good.json(), wanted.get(i));
            }
            return new Row(raw.number(), values, names(good.json()), "");
        }
        return new Row(raw.number(), new String[0], List.of(), ((Line.Bad) reader.read(raw)).why());
    }

    private static List<String> names(ObjectNode json) {
        return json.properties().stream().map(entry -> entry.getKey()).toList();
    }

    @Override
    public List<String> remarks() {
        return faults.remarks();
    }

    @Override
    public long leftOut() {
        return faults.leftOut();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
