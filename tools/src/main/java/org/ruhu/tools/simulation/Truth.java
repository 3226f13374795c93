package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Lines of {@code truth.ndjson}: what nobody in the field knows. */
final class Truth {

    private Truth() {}

    static ObjectNode mistake(UUID submission, String unit, Mistake mistake, Slip slip) {
        ObjectNode line = line("mistake", submission, unit).put("mistake", mistake.code())
                .put("pointer", slip.pointer());
        line.set("was", slip.was());
        if (!slip.is().isMissingNode()) {
            line.set("is", slip.is());
        }
        return line;
    }

    /** The person at one place is the person at the other. */
    static ObjectNode samePerson(UUID submission, String unit, int line, UUID other, String otherUnit, int otherLine) {
        ObjectNode same = line("same-person", submission, unit).put("pointer", "/members/" + line);
        same.putObject("other").put("submission", other.toString()).put("unit", otherUnit)
                .put("pointer", "/members/" + otherLine);
        return same;
    }

    /** Both units are one household, member by member. */
    static ObjectNode sameHousehold(UUID submission, String unit, UUID other, String otherUnit, int members) {
        ObjectNode same = line("same-household", submission, unit);
        same.putObject("other").put("submission", other.toString()).put("unit", otherUnit);
        ArrayNode pairs = same.putArray("members");
        for (int i = 0; i < members; i++) {
            pairs.addArray().add("/members/" + i).add("/members/" + i);
        }
        return same;
    }

    private static ObjectNode line(String kind, UUID submission, String unit) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("submission", submission.toString())
                .put("unit", unit);
    }
}
