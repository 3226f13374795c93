package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.forms.Identifier;
import org.ruhu.server.door.Json;
import org.ruhu.server.vault.Mask;
import org.ruhu.tools.link.IdNumbers;

/**
 * Two id numbers side by side: masked, whether each checks, and at which places they differ, never what stands there.
 */
final class Numbers {

    private static final int DIGITS = 18;
    private static final int DIGITS_ON_DISABILITY_CARD = 20;

    private Numbers() {}

    static ObjectNode compared(Optional<Person> left, Optional<Person> right) {
        ObjectNode json = Json.object();
        left.ifPresent(person -> json.set("left", one(person)));
        right.ifPresent(person -> json.set("right", one(person)));
        String one = left.map(person -> digits(person.idNumber())).orElse("");
        String two = right.map(person -> digits(person.idNumber())).orElse("");
        if (one.length() == DIGITS && two.length() == DIGITS) {
            var positions = json.putArray("positions");
            for (int i = 0; i < DIGITS; i++) {
                positions.add(one.charAt(i) == two.charAt(i) ? "same" : "differs");
            }
        }
        return json;
    }

    private static ObjectNode one(Person person) {
        ObjectNode json = Json.object().put("shown", Mask.shown(Identifier.ID_NUMBER, person.idNumber()))
                .put("valid", person.validNumber().isPresent());
        return person.id().isListed() ? json : json.put("pointer", person.pointer());
    }

    /** A valid number in its 18 digits, any other as it was written without blanks. */
    private static String digits(String written) {
        String plain = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return IdNumbers.normal(written).orElse(plain.length() == DIGITS_ON_DISABILITY_CARD
                ? plain.substring(0, DIGITS) : plain);
    }
}
