package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.dataset.Beside;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.imputation.Imputation;
import org.ruhu.tools.imputation.PlanProblem;
import org.ruhu.tools.imputation.PlanReader;
import org.ruhu.tools.lines.Revision;

/** What is done to interviews before they become rows: columns put beside the answers, answers nobody gave filled in. */
final class Preparing {

    /** Donors of so many classes would fill the memory, and be too few in each. */
    private static final int MOST_CLASSES = 200_000;

    private final Optional<Beside> columns;
    private final Optional<Imputation> imputation;

    private Preparing(Optional<Beside> columns, Optional<Imputation> imputation) {
        this.columns = columns;
        this.imputation = imputation;
    }

    /** Nothing. */
    static Preparing nothing() {
        return new Preparing(Optional.empty(), Optional.empty());
    }

    /**
     * @param columns those that were sent, if the request names any
     * @throws PlanProblem if the rules of the request do not suit the dataset, or look at what is masked in it
     */
    static Preparing of(Asked asked, Dataset dataset, Optional<Beside> columns) {
        Optional<Imputation> imputation =
                asked.impute().map(plan -> new Imputation(PlanReader.read(plan.toString()), dataset));
        imputation.ifPresent(filling -> filling.requireBlind(dataset));
        return new Preparing(columns, imputation);
    }

    /** Thrown where the classes of a plan are so narrow that nearly everybody is alone. */
    static final class TooNarrow extends RuntimeException {

        TooNarrow() {
            super("more than %,d classes have donors".formatted(MOST_CLASSES));
        }
    }

    /** The dataset with the columns that come along. */
    Dataset widened(Dataset dataset) {
        Dataset wider = columns.map(beside -> dataset.with(beside::columns)).orElse(dataset);
        return imputation.map(filling -> filling.flagged(wider)).orElse(wider);
    }

    /** How often every interview is looked at. */
    int passes() {
        return imputation.isPresent() ? 2 : 1;
    }

    /** Looks at every interview for who lends answers, if anybody has to. */
    void learn(Interviews interviews, Zip.Watch watch) throws IOException {
        if (imputation.isPresent()) {
            interviews.each(new Learning(imputation.get(), watch));
            imputation.get().begin();
        }
    }

    private static final class Learning implements Interviews.Making<Imputation.Lent> {

        private final Imputation imputation;
        private final Zip.Watch watch;
        private long read;

        Learning(Imputation imputation, Zip.Watch watch) {
            this.imputation = imputation;
            this.watch = watch;
        }

        @Override
        public Imputation.Lent made(List<ObjectNode> revisions) {
            return imputation.lent(Revision.of(revisions.get(revisions.size() - 1)).orElseThrow());
        }

        @Override
        public void write(Imputation.Lent lent) {
            imputation.take(lent);
            if (imputation.classes() > MOST_CLASSES) {
                throw new TooNarrow();
            }
        }

        @Override
        public void read(int revisions) {
            read += revisions;
            watch.at(read, 0, 0);
        }
    }

    /** On any thread. */
    Revision prepared(Revision revision) {
        return imputation.map(filling -> filling.filled(revision)).orElse(revision);
    }

    /** Counts what was filled in. */
    void report(Format.Opener files) throws IOException {
        if (imputation.isPresent()) {
            imputation.get().report(files);
        }
    }

    /** Says in the provenance how many lines of the columns found no row, and how many rows no line. */
    ObjectNode told(ObjectNode provenance) {
        columns.ifPresent(beside -> provenance.putObject("columns").put("linesUnused", beside.unused())
                .put("rowsLacking", beside.lacking()));
        return provenance;
    }
}
