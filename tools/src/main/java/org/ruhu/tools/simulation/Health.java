package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** @param grade of the disability, 1 the gravest; 0 for none */
record Health(boolean chronic, boolean grave, String category, int grade) {

    static Health of(Dice dice, int age) {
        boolean chronic = dice.chance(age < 16 ? 0.01 : age < 45 ? 0.05 : age < 65 ? 0.18 : 0.4);
        boolean grave = dice.chance(age < 45 ? 0.004 : 0.02);
        boolean disabled = dice.chance(age < 16 ? 0.01 : age < 60 ? 0.03 : 0.1);
        return new Health(chronic, grave, disabled ? dice.one("1", "2", "3", "4", "4", "4", "5", "6", "7") : "",
                disabled ? 1 + dice.weighted(1, 3, 4, 3) : 0);
    }

    boolean ill() {
        return chronic || grave;
    }

    boolean disabled() {
        return grade > 0;
    }

    boolean severelyDisabled() {
        return grade == 1 || grade == 2;
    }

    void answer(ObjectNode row) {
        ArrayNode health = row.putArray("health");
        if (!ill() && !disabled()) {
            health.add("1");
        }
        if (chronic) {
            health.add("2");
        }
        if (grave) {
            health.add("3");
        }
        if (disabled()) {
            health.add("4");
            row.put("disab_cat", category).put("disab_grade", Integer.toString(grade));
        }
    }
}
