package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.server.submission.Seals;
import org.ruhu.tools.dataset.Mask;

/** Whether a file names people, and for whom it is marked then. */
final class Naming {

    /** A permit and what it takes to make use of it. */
    private record For(Permit permit, Watermark watermark, Catalogue catalogue, Seals seals) {}

    private final Optional<For> allowed;

    private Naming(Optional<For> allowed) {
        this.allowed = allowed;
    }

    /** Identifiers masked, submissions under their own ids. */
    static Naming nobody() {
        return new Naming(Optional.empty());
    }

    static Naming of(Permit permit, Watermark watermark, Catalogue catalogue, Seals seals) {
        return new Naming(Optional.of(new For(permit, watermark, catalogue, seals)));
    }

    Mask mask() {
        return allowed.isPresent() ? Mask.NONE : Mask.IDENTIFIERS;
    }

    /** What a submission is called in the file. */
    String submission(String id) {
        return allowed.map(one -> one.watermark.id(one.permit.id(), id)).orElse(id);
    }

    /** A revision as the file shows it. */
    ObjectNode shown(ObjectNode revision) {
        return allowed.map(one -> {
            ObjectNode answers = (ObjectNode) revision.get("answers");
            String submission = revision.get("submission").textValue();
            JsonNode form = revision.get("form");
            ObjectNode shown = revision.deepCopy();
            shown.put("submission", submission(submission));
            shown.set("answers", one.catalogue
                    .form(new FormId(form.get("name").textValue(), form.get("version").textValue()))
                    .map(known -> one.seals.opened(known, UUID.fromString(submission), answers)).orElse(answers));
            return shown;
        }).orElse(revision);
    }

    /** Says in the provenance what file this is. */
    ObjectNode told(ObjectNode provenance) {
        allowed.ifPresent(one -> {
            provenance.set("named", provenance.remove("masked"));
            provenance.set("permit", one.permit.mark());
        });
        return provenance;
    }
}
