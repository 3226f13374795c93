package org.ruhu.tools.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.Question;
import org.ruhu.tools.lines.Revision;

/**
 * Tells what was not asked from what was asked and stayed blank. An interview is thought through again only when
 * somebody wants to know. What the rules of the form read from outside is not known here, so a question that hangs on
 * it and has no answer counts as not asked.
 */
final class Relevance {

    private final Revision revision;
    private final FormVersion form;
    private Optional<Interview> interview = Optional.empty();

    Relevance(Revision revision, FormVersion form) {
        this.revision = revision;
        this.form = form;
    }

    /** @param place pointer of the row, empty outside rosters */
    Gap gap(String place, Question question) {
        return reason(place, question).flatMap(Gap::of).orElseGet(() ->
                read().relevant(place + "/" + question.name()) ? Gap.NOT_STATED : Gap.NOT_ASKED);
    }

    /** The reason the interview itself gives for having no answer. */
    Optional<String> reason(String place, Question question) {
        Map<String, String> missing = revision.answers().missing();
        return missing.isEmpty() ? Optional.empty()
                : Optional.ofNullable(missing.get(place + "/" + question.name()));
    }

    /** What was imputed counts as answered. */
    private Answers filledIn() {
        Map<String, String> missing = new HashMap<>(revision.answers().missing());
        missing.keySet().removeAll(revision.imputed().keySet());
        return new Answers(revision.answers().values(), missing);
    }

    private Interview read() {
        if (interview.isEmpty()) {
            interview = Optional.of(form.interview(filledIn(), Context.of(revision.context())));
        }
        return interview.get();
    }
}
