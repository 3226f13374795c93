package org.ruhu.tools.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** Tables that all lie in one file. */
public abstract class OneFile implements Tables {

    private record Made(Table table, Row row) {}

    private final Dataset dataset;
    private final Mask mask;
    private final List<Unfit> unfit = new ArrayList<>();
    private long rows;

    protected OneFile(Dataset dataset, Mask mask) {
        this.dataset = dataset;
        this.mask = mask;
    }

    /** Puts a row into its table; called by one thread, in the order the rows have. */
    protected abstract void row(Table table, Row row) throws IOException;

    @Override
    public final void add(Revision revision) throws IOException {
        ready(revision).write();
    }

    @Override
    public final Ready ready(Revision revision) throws IOException {
        if (!dataset.holds(revision.form())) {
            return () -> { };
        }
        Relevance relevance = dataset.relevance(revision);
        List<Made> made = new ArrayList<>();
        for (Table table : dataset.tables()) {
            table.rows(revision, relevance, mask, row -> made.add(new Made(table, row.kept())));
        }
        return () -> {
            for (Made one : made) {
                row(one.table, one.row);
            }
            rows += made.size();
        };
    }

    @Override
    public final long rows() {
        return rows;
    }

    protected final Dataset dataset() {
        return dataset;
    }

    /** Notes what did not fit. */
    protected final void note(List<Unfit> more) {
        unfit.addAll(more);
    }

    @Override
    public final List<Unfit> unfit() {
        return List.copyOf(unfit);
    }
}
