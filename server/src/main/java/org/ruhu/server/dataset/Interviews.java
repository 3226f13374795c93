package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Histories;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Secret;

/**
 * Submissions to some versions of a form in some areas, of each the revision that is chosen, as they were at a place in
 * the change order: what comes while they are written is left out. Read from a cursor, one submission in memory at a
 * time.
 */
final class Interviews {

    private final Store store;
    private final Dataset dataset;
    private final List<Cut> cuts;
    private final Choice choice;
    private final long until;
    private long sequence;
    private String lastArrival = "";

    /** @param until place in the change order behind which nothing is looked at */
    Interviews(Store store, Dataset dataset, List<Cut> cuts, Choice choice, long until) {
        this.store = store;
        this.dataset = dataset;
        this.cuts = List.copyOf(cuts);
        this.choice = choice.within(dataset);
        this.until = until;
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

    interface Writing {

        /** @param revisions up to the one that is taken, oldest first; may be changed */
        void interview(List<ObjectNode> revisions) throws IOException;

        /** @param revisions how many were looked at since it was told last */
        default void read(int revisions) {}
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

    void each(Writing writing) throws IOException {
        for (Cut cut : cuts) {
            Range range = Range.of("listed", cut.campaign()).startingWith(cut.area());
            try (Histories all = new Histories(new Paged(store, Submissions.KIND, range), until)) {
                while (all.hasNext()) {
                    List<Stored> history = all.next();
                    List<ObjectNode> chosen = choice.of(history.stream().map(this::looked).toList(), until);
                    if (!chosen.isEmpty()) {
                        writing.interview(chosen);
                    }
                    writing.read(history.size());
                }
            }
        }
    }

    private ObjectNode looked(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        if (stored.sequence() > sequence) {
            sequence = stored.sequence();
            lastArrival = body.get("receivedAt").textValue();
        }
        return body;
    }

    /** A line each, as {@code POST /api/sync} takes them, with area and time of arrival. */
    void writeLines(OutputStream out) throws IOException {
        List<Masked> masked = dataset.secrets().entrySet().stream()
                .map(one -> new Masked(List.of(one.getKey().substring(1).split("/\\*/")), one.getValue())).toList();
        BufferedOutputStream lines = new BufferedOutputStream(out, 1 << 16);
        each(revisions -> {
            lines.write(Json.bytes(line(revisions.get(revisions.size() - 1), masked)));
            lines.write('\n');
        });
        lines.flush();
    }

    /** @param path names of rosters, the question's name last */
    private record Masked(List<String> path, Secret secret) {}

    private static ObjectNode line(ObjectNode body, List<Masked> masked) {
        JsonNode answers = body.get("answers");
        masked.forEach(one -> mask(answers, one, 0));
        Surrounding.mask(body);
        return body.retain("submission", "number", "form", "campaign", "unit", "area", "receivedAt", "findings",
                "answers", "missing", "context");
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
