package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Question;
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
 * The latest revision of every submission to a form version in some areas, as it was when this was made: what comes
 * while it is written is left out. Written from a cursor, one interview in memory at a time.
 */
final class Interviews {

    /** A part of one campaign. */
    record Cut(String campaign, String area) {}

    private final Store store;
    private final FormVersion form;
    private final List<Cut> cuts;
    private final long until;
    private final List<Question> masked;

    Interviews(Store store, FormVersion form, List<Cut> cuts) {
        this.store = store;
        this.form = form;
        this.cuts = List.copyOf(cuts);
        this.until = store.lastSequence();
        this.masked = form.questions().stream().filter(question -> question.identifier().isPresent()).toList();
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
                    if (isOfForm(body.get("form"))) {
                        writing.interview(body);
                    }
                }
            }
        }
    }

    private boolean isOfForm(JsonNode of) {
        return form.id().name().equals(of.get("name").textValue())
                && form.id().version().equals(of.get("version").textValue());
    }

    /** A line each, as {@code POST /api/sync} takes them, with area and time of arrival. */
    void writeLines(OutputStream out) throws IOException {
        BufferedOutputStream lines = new BufferedOutputStream(out, 1 << 16);
        each(body -> {
            lines.write(Json.bytes(line(body)));
            lines.write('\n');
        });
        lines.flush();
    }

    private ObjectNode line(ObjectNode body) {
        ObjectNode answers = (ObjectNode) body.get("answers");
        masked.forEach(question -> mask(answers, question));
        return body.retain("submission", "number", "form", "campaign", "unit", "area", "receivedAt", "findings",
                "answers", "missing");
    }

    private static void mask(ObjectNode answers, Question question) {
        if (question.roster().isEmpty()) {
            maskIn(answers, question);
        } else if (answers.get(question.roster().get().substring(1)) instanceof ArrayNode rows) {
            rows.forEach(row -> maskIn((ObjectNode) row, question));
        }
    }

    private static void maskIn(ObjectNode row, Question question) {
        if (row.has(question.name())) {
            row.set(question.name(), Mask.IDENTIFIERS.shown(question, row.get(question.name())));
        }
    }

    void writeZip(OutputStream out) throws IOException {
        try (ZippedTables tables = new ZippedTables(Dataset.of(form), new CsvFormat(true, Mask.IDENTIFIERS), out)) {
            each(body -> tables.add(Revision.of(body).orElseThrow()));
            tables.finish();
        }
    }
}
