package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Reviewed;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Histories;
import org.ruhu.server.submission.State;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Secret;
import org.ruhu.tools.lines.InOrder;

/**
 * Submissions to some versions of a form in some areas, of each the revision that is chosen, as they were at a place in
 * the change order: what comes while they are written is left out. Read from a cursor, some hundred submissions in
 * memory at a time.
 */
final class Interviews {

    /** Besides the one that reads and writes; more would hold more interviews at a time. */
    private static final int THREADS = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() - 1));

    private final Store store;
    private final Dataset dataset;
    private final List<Cut> cuts;
    private final Choice choice;
    private final long until;
    private long sequence;
    private String lastArrival = "";
    private final SortedMap<String, Long> leftOut = new TreeMap<>();

    /** @param until place in the change order behind which nothing is looked at */
    Interviews(Store store, Dataset dataset, List<Cut> cuts, Choice choice, long until) {
        this.store = store;
        this.dataset = dataset;
        this.cuts = List.copyOf(cuts);
        this.choice = choice.within(dataset);
        this.until = until;
    }

    /** The same with more columns. */
    Interviews with(UnaryOperator<Dataset> columns) {
        return new Interviews(store, columns.apply(dataset), cuts, choice, until);
    }

    Dataset dataset() {
        return dataset;
    }

    /** Place in the change order behind which nothing was looked at. */
    long until() {
        return until;
    }

    /** Place in the change order of the last revision looked at so far; 0 for none. */
    long sequence() {
        return sequence;
    }

    /** When the last revision looked at so far arrived; empty for none. */
    String lastArrival() {
        return lastArrival;
    }

    /** How many submissions looked at last are not taken, by where their latest revision stands. */
    SortedMap<String, Long> leftOut() {
        return leftOut;
    }

    /** @param <T> what an interview is made into before it is written */
    interface Making<T> {

        /**
         * On any thread.
         *
         * @param revisions up to the one that is taken, oldest first; may be changed
         */
        T made(List<ObjectNode> revisions) throws IOException;

        /** On one thread, in the order of the interviews. */
        void write(T made) throws IOException;

        /** @param revisions how many were looked at since it was told last */
        default void read(int revisions) {}

        /** @param unit of a submission that is not void, whether it is taken or not */
        default void seen(String unit) {}
    }

    /** How many revisions there are to look at. */
    long revisions() {
        long all = 0;
        for (Cut cut : cuts) {
            Range range = Range.of("listed", cut.campaign()).startingWith(cut.area());
            all += store.count(Submissions.KIND, range, 1).values().stream().mapToLong(Long::longValue).sum();
        }
        return all;
    }

    /** Read and written by the calling thread, made by others. */
    <T> void each(Making<T> making) throws IOException {
        leftOut.clear();
        try {
            for (Cut cut : cuts) {
                Range range = Range.of("listed", cut.campaign()).startingWith(cut.area());
                try (Reviewed.Walk all = new Reviewed.Walk(
                        new Histories(new Paged(store, Submissions.KIND, range), until),
                        new Paged(store, Reviews.STEPS, range), until)) {
                    InOrder.forEach(all, THREADS, submission -> looked(submission, making),
                            looked -> write(looked, making));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * A submission that was looked at.
     *
     * @param sequence of its latest revision
     * @param made     empty if no revision of it is taken
     * @param leftOut  where it stands that is not taken for that; else empty
     */
    private record Looked<T>(int revisions, long sequence, String arrival, String unit, Optional<T> made,
            Optional<String> leftOut) {}

    private <T> Looked<T> looked(Reviewed submission, Making<T> making) {
        List<Stored> history = submission.history();
        List<ObjectNode> bodies = history.stream().map(stored -> Json.own(stored.body())).toList();
        int last = IntStream.range(0, history.size()).boxed()
                .max(Comparator.comparingLong(i -> history.get(i).sequence())).orElseThrow();
        String arrival = bodies.get(last).get("receivedAt").textValue();
        List<ObjectNode> chosen = choice.of(bodies, submission.review(), until);
        Optional<String> leftOut = chosen.isEmpty() ? leftOut(bodies.get(bodies.size() - 1)) : Optional.empty();
        try {
            return new Looked<>(history.size(), history.get(last).sequence(), arrival, bodies.get(last).path("unit").asText(),
                    chosen.isEmpty() ? Optional.empty() : Optional.of(making.made(chosen)), leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of another form, or one that a decision about doubles takes out, is not missed for its state. */
    private Optional<String> leftOut(ObjectNode latest) {
        return Optional.of(Choice.stateOf(latest)).filter(state -> !state.isEmpty() && Choice.holds(dataset, latest));
    }

    private <T> void write(Looked<T> looked, Making<T> making) {
        looked.leftOut().ifPresent(state -> leftOut.merge(state, 1L, Long::sum));
        if (looked.leftOut().filter(State.VOID.word()::equals).isEmpty()) {
            making.seen(looked.unit());
        }
        if (looked.sequence() > sequence) {
            sequence = looked.sequence();
            lastArrival = looked.arrival();
        }
        try {
            if (looked.made().isPresent()) {
                making.write(looked.made().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        making.read(looked.revisions());
    }

    /** A line each, as {@code POST /api/sync} takes them, with area and time of arrival. */
    void writeLines(OutputStream out) throws IOException {
        List<Masked> masked = dataset.secrets().entrySet().stream()
                .map(one -> new Masked(List.of(one.getKey().substring(1).split("/\\*/")), one.getValue())).toList();
        BufferedOutputStream lines = new BufferedOutputStream(out, 1 << 16);
        each(new Making<byte[]>() {
            @Override
            public byte[] made(List<ObjectNode> revisions) {
                return Json.bytes(line(revisions.get(revisions.size() - 1), masked));
            }

            @Override
            public void write(byte[] line) throws IOException {
                lines.write(line);
                lines.write('\n');
            }
        });
        lines.flush();
    }

    /** @param path names of rosters, the question's name last */
    private record Masked(List<String> path, Secret secret) {}

    private static ObjectNode line(ObjectNode body, List<Masked> masked) {
        JsonNode answers = body.get("answers");
        masked.forEach(one -> mask(answers, one, 0));
        Surrounding.mask(body);
        return body.retain("submission", "number", "form", "campaign", "unit", "area", "receivedAt", "state",
                "findings", "answers", "missing", "context");
    }

    private static void mask(JsonNode answers, Masked one, int depth) {
        List<String> path = one.path();
        JsonNode value = answers.path(path.get(depth));
        if (depth < path.size() - 1) {
            value.forEach(row -> mask(row, one, depth + 1));
        } else if (answers instanceof ObjectNode row && !value.isMissingNode() && !value.isNull()) {
            row.set(path.get(depth), Mask.IDENTIFIERS.shown(one.secret(), value));
        }
    }
}
