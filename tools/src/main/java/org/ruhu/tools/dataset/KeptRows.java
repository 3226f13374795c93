package org.ruhu.tools.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** The rows of one revision in all tables, made ahead of being written. */
public final class KeptRows {

    private record Of(int table, Row row) {}

    private final List<Of> rows = new ArrayList<>();

    /** @param tables in the order in which {@link #each} counts them */
    public KeptRows(List<Table> tables, Revision revision, Mask mask) throws IOException {
        for (int i = 0; i < tables.size(); i++) {
            int table = i;
            tables.get(i).rows(revision, mask, row -> rows.add(new Of(table, row.kept())));
        }
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface Taking {
        void take(int table, Row row) throws IOException;
    }

    public void each(Taking taking) throws IOException {
        for (Of one : rows) {
            taking.take(one.table, one.row);
        }
    }

    public int size() {
        return rows.size();
    }
}
