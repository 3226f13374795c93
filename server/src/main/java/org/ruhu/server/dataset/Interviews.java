package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ruhu.forms.FormId;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Latest;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.dataset.CsvFormat;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.ZippedTables;
import org.ruhu.tools.lines.Revision;

/**
 * The latest revision of every submission to some versions of a form in some areas, as it was when this was made: what
 * comes while it is written is left out. Written from a cursor, one interview in memory at a time.
 */
final class Interviews {

    /** A part of one campaign. */
    record Cut(String campaign, String area) {}

    private final Store store;
    private final Dataset dataset;
    private final List<Cut> cuts;
    private final long until;

    Interviews(Store store, Dataset dataset, List<Cut> cuts) {
        this.store = store;
        this.dataset = dataset;
        this.cuts = List.copyOf(cuts);
        this.until = store.lastSequence();
    }

    /** How a file of them is called. */
    String name() {
        return dataset.name();
    }

    private interface Writing {
        void interview(ObjectNode body) throws IOException;
    }

    private void each(Writing writing) throws IOException {
        for (Cut cut : cuts) {
            Range range = Range.of("listed", cut.campaign()).startingWith(cut.area());
            try (Latest latest = new Latest(new Paged(store, Submissions.KIND, range), until)) {
                while (latest.hasNext()) {
                    ObjectNode body = Json.own(latest.next().body());
                    if (holds(body.get("form"))) {
                        writing.interview(body);
                    }
                }
            }
        }
    }

    private boolean holds(JsonNode form) {
        return dataset.holds(new FormId(form.get("name").textValue(), form.get("version").textValue()));
    }

    /** A line each, as {@code POST /api/sync} takes them, with area and time of arrival. */
    void writeLines(OutputStream out) throws IOException {
        List<List<String>> masked = dataset.identifying().stream()
                .map(path -> List.of(path.substring(1).split("/\\*/"))).toList();
        BufferedOutputStream lines = new BufferedOutputStream(out, 1 << 16);
        each(body -> {
            lines.write(Json.bytes(line(body, masked)));
            lines.write('\n');
        });
        lines.flush();
    }

    private static ObjectNode line(ObjectNode body, List<List<String>> masked) {
        JsonNode answers = body.get("answers");
        masked.forEach(path -> mask(answers, path, 0));
        Surrounding.mask(body);
        return body.retain("submission", "number", "form", "campaign", "unit", "area", "receivedAt", "findings",
                "answers", "missing", "context");
    }

    /** @param path names of rosters, the question's name last */
    private static void mask(JsonNode answers, List<String> path, int depth) {
        JsonNode value = answers.path(path.get(depth));
        if (depth < path.size() - 1) {
            value.forEach(row -> mask(row, path, depth + 1));
        } else if (answers instanceof ObjectNode row && !value.isMissingNode() && !value.isNull()) {
            row.set(path.get(depth), Mask.IDENTIFIERS.shown(true, value));
        }
    }

    void writeZip(OutputStream out) throws IOException {
        try (ZippedTables tables = new ZippedTables(dataset, new CsvFormat(true), Mask.IDENTIFIERS, out)) {
            try (Surrounding context = new Surrounding(tables.beside("context.csv"))) {
                each(body -> {
                    tables.add(Revision.of(body).orElseThrow());
                    context.add(body);
                });
            }
            tables.finish();
        }
    }
}
