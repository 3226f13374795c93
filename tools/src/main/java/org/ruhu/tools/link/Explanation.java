package org.ruhu.tools.link;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Why two records were thought the same: what spoke for it before they were looked at, and what each comparison added.
 * No value of the records is in it, so that it can be kept and sent where the records themselves may not.
 *
 * @param rule  that brought the two together
 * @param prior bits that speak for any pair, mostly negative
 */
public record Explanation(String rule, double prior, List<Part> parts) {

    /**
     * @param label  of the level the pair is on
     * @param weight bits of the level
     * @param term   bits for how common the values are
     */
    public record Part(String comparison, int level, String label, double weight, double term) {}

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** Match weight in bits. */
    public double weight() {
        return prior + parts.stream().mapToDouble(part -> part.weight() + part.term()).sum();
    }

    public double probability() {
        return Model.probability(weight());
    }

    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("rule", rule).put("prior", rounded(prior));
        ArrayNode list = node.putArray("parts");
        for (Part part : parts) {
            list.addObject().put("comparison", part.comparison()).put("level", part.level()).put("label", part.label())
                    .put("weight", rounded(part.weight())).put("term", rounded(part.term()));
        }
        return node.put("weight", rounded(weight())).put("probability", probability());
    }

    private static double rounded(double bits) {
        return Math.round(bits * 1e4) / 1e4;
    }
}
