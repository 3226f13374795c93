package org.ruhu.tools.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    private Here here;

    Relevance(Revision revision, FormVersion form) {
        this.revision = revision;
        this.form = form;
        this.here = new Here("");
    }

    /** @param place pointer of the row, empty outside rosters */
    Gap gap(String place, Question question) {
        return reason(place, question).flatMap(Gap::of).orElseGet(() ->
                at(place).asks(question.name()) ? Gap.NOT_STATED : Gap.NOT_ASKED);
    }

    /** The reason the interview itself gives for having no answer. */
    Optional<String> reason(String place, Question question) {
        return Optional.ofNullable(at(place).reasons.get(question.name()));
    }

    /** Rows are filled one after the other, a cell after the other. */
    private Here at(String place) {
        if (!here.place.equals(place)) {
            here = new Here(place);
        }
        return here;
    }

    /** One row. */
    private final class Here {

        private final String place;
        private final Map<String, String> reasons;
        private Optional<Predicate<String>> asked = Optional.empty();

        Here(String place) {
            this.place = place;
            this.reasons = revision.answers().missing().isEmpty() ? Map.of() : new HashMap<>();
            revision.answers().missing().forEach((pointer, reason) -> {
                int name = pointer.lastIndexOf('/');
                if (name == place.length() && pointer.startsWith(place)) {
                    reasons.put(pointer.substring(name + 1), reason);
                }
            });
        }

        boolean asks(String question) {
            if (asked.isEmpty()) {
                asked = Optional.of(read().relevantIn(place));
            }
            return asked.get().test(question);
        }
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
