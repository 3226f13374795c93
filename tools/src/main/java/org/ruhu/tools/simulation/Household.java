package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * One unit of the frame and what became of it.
 *
 * @param unit       a line for {@code POST /api/campaigns/{id}/units}
 * @param submission a line for {@code POST /api/sync}
 * @param truth      what is not as it seems
 */
public record Household(ObjectNode unit, ObjectNode submission, List<ObjectNode> truth) {

    /** The prefill key a device of the team shows as the head of the household. */
    public String head() {
        return unit.path("prefill").path("head_name").asText();
    }

    public String team() {
        return unit.path("team").asText();
    }

    /** Whether anybody was asked anything. */
    public boolean interviewed() {
        return Optional.of(submission.path("answers").path("result_code").asText())
                .filter(code -> code.equals("01") || code.equals("05")).isPresent();
    }
}
