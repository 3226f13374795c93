package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Questions people do not answer, and what then cannot be known either. */
final class Silence {

    private static final List<String> UNKNOWN = List.of("house_year", "land_forest", "grassland", "helper_visits",
            "reg_std");
    private static final List<String> REFUSED = List.of("recog_policy", "recog_measure", "recog_exit", "recog_cadre");

    private Silence() {}

    static void fall(Dice dice, ObjectNode answers, ObjectNode missing) {
        if (dice.chance(0.04)) {
            leave(answers, missing, dice.one(UNKNOWN), "dont-know");
        }
        if (dice.chance(0.03)) {
            leave(answers, missing, dice.one(REFUSED), "refused");
        }
        if (dice.chance(0.01)) {
            leave(answers, missing, "debt_total", "refused");
            answers.remove("debt_use");
        }
        if (dice.chance(0.005)) {
            leave(answers, missing, "inc_land", "refused");
            Calculations.incomes(answers);
        }
        if (dice.chance(0.03)) {
            ArrayNode members = (ArrayNode) answers.path("members");
            int line = dice.below(members.size());
            ObjectNode row = (ObjectNode) members.get(line);
            row.remove("edu");
            missing.put("/members/" + line + "/edu", "dont-know");
        }
    }

    private static void leave(ObjectNode answers, ObjectNode missing, String question, String reason) {
        if (answers.has(question)) {
            answers.remove(question);
            missing.put("/" + question, reason);
        }
    }
}
