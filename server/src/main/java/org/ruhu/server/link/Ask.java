package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;
import org.ruhu.server.door.Json;

/** What a clerk ought to look at, and why: from what the two records say and leave out. */
final class Ask {

    private static final String DEFAULT_BIRTHDAY = "-01-01";

    private final ArrayNode asked = Json.object().arrayNode();

    private Ask() {}

    static ArrayNode about(Optional<Person> left, Optional<Person> right) {
        Ask ask = new Ask();
        if (left.isPresent() && right.isPresent()) {
            ask.numbers(left.get(), right.get());
            ask.births(left.get(), right.get());
            ask.names(left.get(), right.get());
            ask.places(left.get(), right.get());
        }
        return ask.asked;
    }

    private void numbers(Person left, Person right) {
        if (left.contradicts(right)) {
            ask(Evidence.POLICE_PROOF, "ids-differ");
        } else if (left.idNumber().isEmpty() || right.idNumber().isEmpty()) {
            ask(Evidence.HUKOU_PAGE, "id-missing");
        } else if (left.validNumber().isEmpty() || right.validNumber().isEmpty()) {
            ask(Evidence.ID_CARD, "id-invalid");
        }
    }

    private void births(Person left, Person right) {
        String one = left.text("birth_date");
        String two = right.text("birth_date");
        if (one.endsWith(DEFAULT_BIRTHDAY) || two.endsWith(DEFAULT_BIRTHDAY)) {
            ask(Evidence.KIN, "default-birthday");
        } else if (!one.isEmpty() && !two.isEmpty() && !one.equals(two)) {
            ask(Evidence.HUKOU_PAGE, "births-differ");
        }
    }

    private void names(Person left, Person right) {
        if (!left.name().equals(right.name())) {
            ask(left.validNumber().isPresent() ? Evidence.ID_CARD : Evidence.KIN, "names-differ");
        }
    }

    private void places(Person left, Person right) {
        if (left.source().equals(right.source())) {
            ask(Evidence.KIN, "same-household");
        } else if (!left.origin().area().equals(right.origin().area())) {
            ask(Evidence.PLACE_HISTORY, "other-village");
        }
    }

    private void ask(Evidence evidence, String why) {
        asked.addObject().put("evidence", evidence.word()).put("why", why);
    }
}
