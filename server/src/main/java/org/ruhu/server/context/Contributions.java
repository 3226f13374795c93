package org.ruhu.server.context;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.forms.outside.Contribution;
import org.ruhu.forms.outside.Gather;
import org.ruhu.server.submission.Acceptance;
import org.ruhu.server.submission.Reopened;
import org.ruhu.server.submission.Revision;

/** Everything that any form gathers of others, and what single interviews add to it. */
final class Contributions {

    private final Catalogue catalogue;
    private final Reopened reopened;
    private final Acceptance acceptance;
    private final Map<String, List<Gather>> gathers = new LinkedHashMap<>();
    private final Map<FormId, List<Optional<Contribution>>> known = new ConcurrentHashMap<>();

    Contributions(Catalogue catalogue, Reopened reopened, Acceptance acceptance) {
        this.catalogue = catalogue;
        this.reopened = reopened;
        this.acceptance = acceptance;
        catalogue.forms().stream().flatMap(form -> ContextSource.of(form).values().stream()).distinct()
                .forEach(source -> {
                    if (source instanceof ContextSource.Gathered gathered) {
                        gathers.computeIfAbsent(gathered.gather().form(), form -> new ArrayList<>())
                                .add(gathered.gather());
                    }
                });
    }

    /** The place of a gather among those of its form. */
    int column(Gather gather) {
        return gathers.get(gather.form()).indexOf(gather);
    }

    /** Whether a revision speaks for its unit. */
    boolean counts(Revision revision) {
        return acceptance.counts(revision);
    }

    /** What a revision adds; empty when it is of another form. */
    Optional<List<Optional<BigDecimal>>> of(String form, Revision revision) {
        if (!revision.form().name().equals(form) ) {
            return Optional.empty();
        }
        return reopened.interview(revision).map(interview -> known
                .computeIfAbsent(revision.form(), id -> contributions(catalogue.form(id).orElseThrow())).stream()
                .map(contribution -> contribution.flatMap(one -> one.of(interview))).toList());
    }

    private List<Optional<Contribution>> contributions(FormVersion form) {
        return gathers.getOrDefault(form.id().name(), List.of()).stream()
                .map(gather -> contribution(gather, form)).toList();
    }

    /** An earlier version may not know what a later one is asked. */
    private static Optional<Contribution> contribution(Gather gather, FormVersion form) {
        try {
            return Optional.of(Contribution.of(gather, form));
        } catch (FormProblem problem) {
            return Optional.empty();
        }
    }
}
