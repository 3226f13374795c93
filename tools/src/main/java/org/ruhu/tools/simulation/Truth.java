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

    /**
     * What was planted in a household, as one line for a person and as one for a household.
     *
     * @param submission of the household that has somebody again
     * @param unit       likewise
     */
    static ObjectNode planted(Planted planted, UUID submission, String unit, UUID other, String otherUnit) {
        boolean household = planted.which().ofHousehold();
        ObjectNode line = line(Case.coded(planted.which().kind()), submission, unit)
                .put("case", planted.which().code()).put("decision", Case.coded(planted.which().decision()));
        ObjectNode there = line.putObject("other").put("submission", other.toString()).put("unit", otherUnit);
        if (household) {
            ArrayNode pairs = line.putArray("members");
            planted.pairs().forEach(pair -> pairs.addArray().add(pointer(pair.here())).add(pointer(pair.there())));
        } else {
            line.put("pointer", pointer(planted.pairs().get(0).here()));
            there.put("pointer", pointer(planted.pairs().get(0).there()));
        }
        return line;
    }

    /** @param line from 0 */
    static String pointer(int line) {
        return "/members/" + line;
    }

    private static ObjectNode line(String kind, UUID submission, String unit) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("submission", submission.toString())
                .put("unit", unit);
    }
}
