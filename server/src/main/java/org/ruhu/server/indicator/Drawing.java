package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.ruhu.server.door.Body;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.indicator.compute.SamplePlan;
import org.ruhu.tools.indicator.input.DesignTable;

/**
 * How the households of a campaign were drawn, and what became of suspected cases: the CSV that was sent, as
 * {@code ruhu indicators} takes it; empty where everybody counts once, or nobody has said.
 */
record Drawing(String design, String cases) {

    static final Drawing CENSUS = new Drawing("", "");

    /** What is said in place of this; a member that is not there leaves its table as it is, an empty text ends it. */
    Drawing read(Body body) {
        String design = body.maybeText("design").orElse(this.design);
        String cases = body.maybeText("cases").orElse(this.cases);
        try {
            Drawing said = new Drawing(design, cases);
            said.plan();
            said.verdicts();
            return said;
        } catch (CannotRun e) {
            throw body.refusedAt(e.getMessage().startsWith("cases") ? "cases" : "design", e.getMessage());
        }
    }

    SamplePlan plan() {
        if (design.isBlank()) {
            return new SamplePlan.Census();
        }
        SamplePlan.Sample plan = (SamplePlan.Sample) DesignTable.read("design", design);
        if (plan.units().isEmpty()) {
            throw new CannotRun("design: send the names of the columns unit, stratum, psu, weight, and a line for each"
                    + " unit");
        }
        return plan;
    }

    Map<String, Boolean> verdicts() {
        return cases.isBlank() ? Map.of() : DesignTable.cases("cases", cases);
    }

    void fill(ObjectNode json) {
        json.put("design", design).put("cases", cases);
    }

    static Drawing of(JsonNode json) {
        return new Drawing(json.path("design").asText(), json.path("cases").asText());
    }
}
