package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.submission.Seals;
import org.ruhu.tools.dataset.CsvFormat;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Secret;
import org.ruhu.tools.dataset.TextFormat;
import org.ruhu.tools.lines.Revision;

/**
 * What corrections changed, a row for each answer: those that single out a person are compared as they are and shown
 * masked. Of a revision that was accepted it says by whom and why. A question that was not answered for a stated
 * reason has {@code missing: REASON} as its value. Whom the dataset leaves out is not here either.
 */
final class Edits implements AutoCloseable {

    private static final List<String> COLUMNS = List.of("submission", "number", "form_version", "field", "old", "new",
            "account", "received_at", "state", "accepted_by", "reason", "evidence");

    private final TextFormat.Lines lines;
    private final Catalogue catalogue;
    private final Seals seals;
    private final Naming naming;
    private final Dataset dataset;
    private final Map<String, Secret> secrets;
    private long rows;

    Edits(OutputStream out, Dataset dataset, Catalogue catalogue, Seals seals, Naming naming)
            throws IOException {
        this.lines = new CsvFormat(true).open(COLUMNS, out);
        this.catalogue = catalogue;
        this.seals = seals;
        this.naming = naming;
        this.dataset = dataset;
        this.secrets = dataset.secrets();
    }

    long rows() {
        return rows;
    }

    /** @param revisions of one submission, the interview first */
    void add(List<ObjectNode> revisions) throws IOException {
        if (revisions.size() < 2) {
            return;
        }
        ObjectNode corrected = revisions.get(0);
        SortedMap<String, String> before = told(corrected);
        for (ObjectNode revision : revisions.subList(1, revisions.size())) {
            SortedMap<String, String> after = told(revision);
            Predicate<String> leftOut = leftOut(corrected).or(leftOut(revision));
            Set<String> fields = new TreeSet<>(before.keySet());
            fields.addAll(after.keySet());
            for (String field : fields) {
                Optional<String> old = Optional.ofNullable(before.get(field));
                Optional<String> now = Optional.ofNullable(after.get(field));
                if (!old.equals(now) && !leftOut.test(field)) {
                    line(revision, field, old, now);
                }
            }
            before = after;
            corrected = revision;
        }
    }

    /** Whether an answer is of a row that the dataset leaves out. */
    private Predicate<String> leftOut(ObjectNode body) {
        Revision revision = Revision.of(body).orElseThrow();
        Map<String, Boolean> known = new HashMap<>();
        return field -> known.computeIfAbsent(field.substring(0, field.lastIndexOf('/')),
                row -> !revision.answers().values().at(row).isMissingNode() && !dataset.holds(revision, row));
    }

    private void line(ObjectNode revision, String field, Optional<String> old, Optional<String> now)
            throws IOException {
        Secret secret = secrets.getOrDefault(field.replaceAll("/[0-9]+(?=/|$)", "/*"), Secret.NONE);
        lines.line(List.of(TextNode.valueOf(naming.submission(revision.get("submission").textValue())),
                IntNode.valueOf(revision.get("number").intValue()),
                revision.at("/form/version"), TextNode.valueOf(field), shown(secret, old), shown(secret, now),
                revision.get("author"), revision.get("receivedAt"), revision.path("state"),
                accepted(revision, "account"), accepted(revision, "reason"), accepted(revision, "evidence")));
        rows++;
    }

    /** Who accepted it, why, and what shows it; numbers that may single out a person are not told with it. */
    private static JsonNode accepted(ObjectNode revision, String member) {
        JsonNode told = revision.path("acceptance").path(member);
        return told.asText().isEmpty() ? MissingNode.getInstance()
                : TextNode.valueOf(org.ruhu.server.vault.Mask.digits(told.textValue()));
    }

    private static JsonNode shown(Secret secret, Optional<String> value) {
        return value.<JsonNode>map(TextNode::valueOf).map(text -> Mask.IDENTIFIERS.shown(secret, text))
                .orElse(MissingNode.getInstance());
    }

    /** Every answer as text by its JSON pointer. */
    private SortedMap<String, String> told(ObjectNode revision) {
        SortedMap<String, String> told = new TreeMap<>();
        leaves(opened(revision), "", told);
        revision.get("missing").properties()
                .forEach(reason -> told.put(reason.getKey(), "missing: " + reason.getValue().asText()));
        return told;
    }

    private JsonNode opened(ObjectNode revision) {
        ObjectNode answers = (ObjectNode) revision.get("answers");
        FormId form = new FormId(revision.at("/form/name").textValue(), revision.at("/form/version").textValue());
        UUID submission = UUID.fromString(revision.get("submission").textValue());
        return catalogue.form(form).map(known -> seals.opened(known, submission, answers)).orElse(answers);
    }

    private static void leaves(JsonNode node, String pointer, SortedMap<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(member -> leaves(member.getValue(), pointer + "/" + member.getKey(), into));
        } else if (node.isArray() && node.path(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), pointer + "/" + i, into);
            }
        } else if (!node.isNull()) {
            into.put(pointer, node.isArray() ? node.toString() : node.asText());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
