package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;

/** Reads stored interviews once more, with the values they were judged with. */
public final class Reopened {

    private final Catalogue catalogue;
    private final Seals seals;

    public Reopened(Catalogue catalogue, Seals seals) {
        this.catalogue = catalogue;
        this.seals = seals;
    }

    /** Empty if its form is not here any more. */
    public Optional<Interview> interview(Revision revision) {
        return interview(revision, Map.of());
    }

    /** @param instead values that have others now */
    public Optional<Interview> interview(Revision revision, Map<String, JsonNode> instead) {
        return catalogue.form(revision.form()).map(form -> {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            revision.context().fieldNames().forEachRemaining(name -> values.put(name, seals.value(revision, name)));
            values.putAll(instead);
            return form.interview(answers(form, revision), Context.of(values));
        });
    }

    private Answers answers(FormVersion form, Revision revision) {
        return new Answers(seals.opened(form, revision.id().submission(), revision.answers()), revision.missing());
    }
}
