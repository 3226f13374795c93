package org.ruhu.server.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A value from outside an interview and from where it comes.
 *
 * @param about  what else is known of its origin, such as the version of a parameter
 * @param secret whether it may single out a person
 */
public record Known(JsonNode value, From from, ObjectNode about, boolean secret) {

    /** Numbers as long as a telephone number's. */
    private static final BigDecimal LONG_NUMBER = new BigDecimal(1_000_000);

    /** The earlier comes before the later. */
    public enum From {
        UNIT, CAMPAIGN, PARAMETER, GATHER, ORIGINAL, DEFAULT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, marked as something who interviews must not learn. */
    Known blind() {
        return new Known(value, from, about.deepCopy().put("blind", true), secret);
    }

    /** Whether a value that was made of identifiers could be one. */
    static boolean couldIdentify(JsonNode value) {
        return value.isTextual() || value.isNumber() && value.decimalValue().abs().compareTo(LONG_NUMBER) >= 0;
    }
}
