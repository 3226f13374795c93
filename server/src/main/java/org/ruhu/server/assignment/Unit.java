package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;

/**
 * A household, village or site on a campaign's frame.
 *
 * @param unit    number that begins with its 12-digit area: {@code 540302100201-0007}
 * @param team    who is to visit it
 * @param address where it is, in words
 * @param prefill what is known beforehand and starts the interview
 * @param order   place on the enumerator's way
 */
public record Unit(String unit, String campaign, String team, FormId form, String address, ObjectNode prefill,
        int order) {

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

    /**
     * What an interview here is judged against, of what the form asks for: this unit's own values, else the
     * campaign's; its area.
     */
    public Context context(FormVersion form, ObjectNode campaign) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        form.contextNames().forEach(name -> {
            JsonNode value = name.equals("unit_area") ? prefill.textNode(area())
                    : prefill.hasNonNull(name) ? prefill.get(name) : campaign.path(name);
            if (value.isValueNode() && !value.isNull()) {
                values.put(name, value);
            }
        });
        return Context.of(values);
    }
}
