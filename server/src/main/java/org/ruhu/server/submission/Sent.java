package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Canonical;
import org.ruhu.forms.FormId;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;

/**
 * What a device sends as a revision.
 *
 * @param attachments SHA-256 of what the answers name, sorted, each once
 * @param paradata    how the interview went; empty if it is not told or longer than {@value #LONGEST_PARADATA} bytes
 */
record Sent(FormId form, String campaign, String unit, Answers answers, List<String> attachments,
        Optional<ObjectNode> paradata) {

    static final String[] MEMBERS = {"form", "campaign", "unit", "answers", "missing", "attachments", "paradata"};
    static final String[] LINE_MEMBERS = {"submission", "number", "form", "campaign", "unit", "answers", "missing",
            "attachments", "paradata"};

    private static final int LONGEST_PARADATA = 64_000;
    private static final int MOST_ATTACHMENTS = 200;

    /** @throws Refusal if a member is missing or is not what it should be */
    static Sent read(Body body) {
        Body form = body.object("form").only("name", "version");
        return new Sent(formId(form.text("name"), form.text("version")), body.text("campaign"), body.text("unit"),
                new Answers(body.any("answers"), missing(body)), attachments(body), paradata(body));
    }

    /** What was sent, from what is stored of it. */
    static Sent of(Revision revision, ObjectNode opened) {
        return new Sent(revision.form(), revision.campaign(), revision.unit(), new Answers(opened, revision.missing()),
                revision.attachments(), Optional.empty());
    }

    /** The same for equal answers, whatever their spelling; paradata may differ when a device repeats itself. */
    String digest() {
        ObjectNode whole = Json.object();
        whole.putObject("form").put("name", form.name()).put("version", form.version());
        whole.put("campaign", campaign).put("unit", unit).set("answers", answers.values());
        answers.missing().forEach(whole.putObject("missing")::put);
        attachments.forEach(whole.putArray("attachments")::add);
        return Canonical.digest(whole);
    }

    private static FormId formId(String name, String version) {
        try {
            return new FormId(name, version);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.UNKNOWN_FORM, "Send name and version as GET /api/forms tells them");
        }
    }

    private static Map<String, String> missing(Body body) {
        if (!body.has("missing")) {
            return Map.of();
        }
        Body missing = body.object("missing");
        Map<String, String> reasons = new LinkedHashMap<>();
        missing.object().fieldNames().forEachRemaining(pointer -> reasons.put(pointer, missing.text(pointer)));
        return reasons;
    }

    private static List<String> attachments(Body body) {
        if (!body.has("attachments")) {
            return List.of();
        }
        JsonNode named = body.any("attachments");
        TreeSet<String> sorted = new TreeSet<>();
        named.forEach(name -> sorted.add(name.asText()));
        if (!named.isArray() || named.size() > MOST_ATTACHMENTS || !sorted.stream().allMatch(Attachments::names)) {
            throw body.refusedAt("attachments", "send a list of at most %d SHA-256 in lower-case hex"
                    .formatted(MOST_ATTACHMENTS));
        }
        return new ArrayList<>(sorted);
    }

    /** Too much of it is left out rather than the interview refused. */
    private static Optional<ObjectNode> paradata(Body body) {
        return Optional.of("paradata").filter(body::has).map(name -> body.object(name).object())
                .filter(paradata -> Json.bytes(paradata).length <= LONGEST_PARADATA);
    }
}
