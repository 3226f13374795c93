package org.ruhu.server.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.server.link.Person.Roster;

/** In which roster a form asks for persons: the one that asks for an id number. */
final class Rosters {

    private final Catalogue catalogue;
    private final Map<FormId, Optional<Roster>> rosters = new ConcurrentHashMap<>();

    Rosters(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<FormVersion> form(FormId id) {
        return catalogue.form(id);
    }

    Optional<Roster> of(FormId id) {
        return rosters.computeIfAbsent(id, form -> catalogue.form(form).flatMap(Rosters::look));
    }

    /** In whose words persons are shown who are listed for a form that asks for none. */
    Optional<Roster> any() {
        return catalogue.forms().stream().flatMap(form -> of(form.id()).stream()).findFirst();
    }

    private static Optional<Roster> look(FormVersion form) {
        for (Question asked : form.questions()) {
            if (asked.kind() == Kind.ROSTER && asked.roster().isEmpty()) {
                List<Question> questions = form.questionsOf(asked.path());
                Optional<Question> number = questions.stream()
                        .filter(question -> question.identifier().equals(Optional.of(Identifier.ID_NUMBER)))
                        .findFirst();
                if (number.isPresent()) {
                    return Optional.of(new Roster(form, asked.name(), number.get().name(), questions.stream()
                            .filter(question -> question.identifier().equals(Optional.of(Identifier.NAME)))
                            .map(Question::name).toList()));
                }
            }
        }
        return Optional.empty();
    }
}
