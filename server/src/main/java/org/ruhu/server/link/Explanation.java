package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.server.door.Json;

/**
 * Why two records are likely to be one person.
 *
 * @param model       id of the model that says so
 * @param rule        what brought the two together
 * @param prior       bits for any two, before they are looked at
 * @param steps       what each comparison adds
 * @param weight      the sum, in bits
 * @param probability 0 to 1
 */
record Explanation(String model, String rule, double prior, List<Step> steps, double weight, double probability,
        Zone zone) {

    /**
     * @param fields    names of the questions it compares
     * @param weight    bits of its level
     * @param frequency bits for how rare the common value is; 0 where that is not counted
     */
    record Step(String comparison, List<String> fields, String level, double weight, double frequency) {

        Step {
            fields = List.copyOf(fields);
        }
    }

    Explanation {
        steps = List.copyOf(steps);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("model", model).put("rule", rule).put("prior", prior);
        var array = json.putArray("steps");
        for (Step step : steps) {
            ObjectNode one = array.addObject().put("comparison", step.comparison()).put("level", step.level())
                    .put("weight", step.weight()).put("frequency", step.frequency());
            step.fields().forEach(one.putArray("fields")::add);
        }
        return json.put("weight", weight).put("probability", probability).put("zone", zone.word());
    }

    static Explanation read(JsonNode json) {
        List<Step> steps = new ArrayList<>();
        json.get("steps").forEach(step -> {
            List<String> fields = new ArrayList<>();
            step.get("fields").forEach(field -> fields.add(field.textValue()));
            steps.add(new Step(step.get("comparison").textValue(), fields, step.get("level").textValue(),
                    step.get("weight").doubleValue(), step.get("frequency").doubleValue()));
        });
        return new Explanation(json.get("model").textValue(), json.get("rule").textValue(),
                json.get("prior").doubleValue(), steps, json.get("weight").doubleValue(),
                json.get("probability").doubleValue(), Zone.of(json.get("zone").textValue()).orElseThrow());
    }
}
