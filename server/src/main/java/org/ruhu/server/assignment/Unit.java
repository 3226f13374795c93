package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ruhu.forms.FormId;
import org.ruhu.forms.outside.Areas;

/**
 * A household, village or site on a campaign's frame.
 *
 * @param unit    number that begins with its 12-digit area: {@code 540302100201-0007}
 * @param team    who is to visit it
 * @param address where it is, in words
 * @param prefill what is known beforehand and starts the interview
 * @param members who lives there after the register, as {@link Members} reads them; compared with interviews, never
 *                sent to a device
 * @param order    place on the enumerator's way
 * @param original the submission that is gone back to, where the unit is there for that
 * @param blind    whether who goes there must not learn what the original said
 */
public record Unit(String unit, String campaign, String team, FormId form, String address, ObjectNode prefill,
        ArrayNode members, int order, Optional<UUID> original, boolean blind) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}-[0-9]{1,6}");
    private static final int AREA_DIGITS = 12;

    public Unit {
        if (!numbers(unit)) {
            throw new IllegalArgumentException("a unit is its 12-digit area and a number: 540302100201-0007");
        }
    }

    /** Whether a text could be the number of a unit at all. */
    public static boolean numbers(String text) {
        return NUMBER.matcher(text).matches();
    }

    public String area() {
        return area(unit);
    }

    /** The area in a unit's number. */
    public static String area(String unit) {
        return unit.substring(0, AREA_DIGITS);
    }

    /** What of its area lies in a region: the code without the noughts of the levels it has none of. */
    public String ground() {
        return Areas.ground(area());
    }
}
