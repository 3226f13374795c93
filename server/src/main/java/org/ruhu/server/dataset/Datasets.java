package org.ruhu.server.dataset;

import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.UnitKind;
import org.ruhu.tools.dataset.Dataset;

/** The datasets there can be: of a form's version, or of all its versions. */
public final class Datasets {

    private final Catalogue catalogue;

    public Datasets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param version empty for all; the result is empty if there is no such form or version */
    public Optional<Dataset> find(String form, Optional<String> version) {
        if (version.isPresent()) {
            return one(form, version.get()).filter(Datasets::aboutUnits).map(Dataset::of)
                    .map(StateColumn::in);
        }
        List<FormVersion> versions = catalogue.versions(form).stream().filter(Datasets::aboutUnits).toList();
        return versions.isEmpty() ? Optional.empty() : Optional.of(StateColumn.in(Dataset.of(versions)));
    }

    private Optional<FormVersion> one(String form, String version) {
        try {
            return catalogue.form(new FormId(form, version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Answers to an anonymous survey belong to no submission; {@code /api/surveys} hands them out. */
    static boolean aboutUnits(FormVersion form) {
        return form.unit() != UnitKind.NONE;
    }
}
