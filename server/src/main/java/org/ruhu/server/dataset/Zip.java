package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.Seals;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.ZippedTables;
import org.ruhu.tools.lines.Revision;

/** Interviews as one zip: tables, what they were judged with, what was corrected, and where it all comes from. */
final class Zip {

    /** Is told how far it is after each submission; what it throws ends the writing. */
    interface Watch {
        void at(long revisions, long submissions, long rows);
    }

    private final Catalogue catalogue;
    private final Seals seals;
    private final Scratch scratch;

    /** @param scratch where tables wait */
    Zip(Catalogue catalogue, Seals seals, Scratch scratch) {
        this.catalogue = catalogue;
        this.seals = seals;
        this.scratch = scratch;
    }

    /** Identifiers masked. @param out stays open */
    Provenance.Counts write(Interviews interviews, Asked asked, Provenance provenance, OutputStream out, Watch watch)
            throws IOException {
        return write(interviews, asked, provenance, Naming.nobody(), Preparing.nothing(), out, watch);
    }

    /**
     * @param naming    whether people are named, and for whom
     * @param preparing has looked at the interviews already, if it has to
     * @param out       stays open
     */
    Provenance.Counts write(Interviews interviews, Asked asked, Provenance provenance, Naming naming,
                            Preparing preparing, OutputStream out, Watch watch) throws IOException {
        try (ZippedTables tables = new ZippedTables(interviews.dataset(), asked.written(scratch), naming.mask(), out,
                scratch)) {
            Filling filling;
            try (Surrounding context = new Surrounding(tables.beside("context.csv"));
                 Edits edits = new Edits(tables.beside("edits.csv"), interviews.dataset(), catalogue, seals, naming)) {
                filling = new Filling(tables, context, edits, naming, preparing, watch);
                interviews.each(filling);
            }
            Provenance.Counts counts =
                    new Provenance.Counts(filling.submissions, tables.rows(), filling.edits.rows(),
                            interviews.leftOut());
            preparing.report(tables::beside);
            tables.last("provenance.json", files ->
                    Json.bytes(preparing.told(naming.told(provenance.json(interviews, counts, files)))));
            tables.finish();
            return counts;
        }
    }

    /** An interview on its way into the files. */
    private record Made(List<ObjectNode> revisions, ObjectNode shown, Tables.Ready rows) {}

    private static final class Filling implements Interviews.Making<Made> {

        private final ZippedTables tables;
        private final Surrounding context;
        private final Edits edits;
        private final Naming naming;
        private final Preparing preparing;
        private final Watch watch;
        private long submissions;
        private long read;

        Filling(ZippedTables tables, Surrounding context, Edits edits, Naming naming, Preparing preparing,
                Watch watch) {
            this.tables = tables;
            this.context = context;
            this.edits = edits;
            this.naming = naming;
            this.preparing = preparing;
            this.watch = watch;
        }

        @Override
        public Made made(List<ObjectNode> revisions) throws IOException {
            ObjectNode shown = naming.shown(revisions.get(revisions.size() - 1));
            return new Made(revisions, shown, tables.ready(preparing.prepared(Revision.of(shown).orElseThrow())));
        }

        @Override
        public void write(Made made) throws IOException {
            edits.add(made.revisions());
            made.rows().write();
            context.add(made.shown());
            submissions++;
        }

        @Override
        public void read(int revisions) {
            read += revisions;
            watch.at(read, submissions, tables.rows());
        }
    }
}
