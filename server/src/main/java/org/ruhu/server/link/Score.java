package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/**
 * What the look-up last found of a pair.
 *
 * @param veto two different valid id numbers: never linked automatically, and by clerks only with proof from the police
 */
record Score(Zone zone, double weight, double probability, String rule, String model, boolean veto) {

    static Score of(Explanation why, boolean veto) {
        return new Score(veto ? Zone.CLERICAL : why.zone(), why.weight(), why.probability(), why.rule(), why.model(),
                veto);
    }

    ObjectNode json() {
        return Json.object().put("zone", zone.word()).put("weight", weight).put("probability", probability)
                .put("rule", rule).put("model", model).put("veto", veto);
    }

    static Score read(JsonNode json) {
        return new Score(Zone.of(json.get("zone").textValue()).orElseThrow(), json.get("weight").doubleValue(),
                json.get("probability").doubleValue(), json.get("rule").textValue(), json.get("model").textValue(),
                json.get("veto").booleanValue());
    }
}
