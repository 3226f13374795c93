package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ruhu.tools.simulation.Names.Name;

/**
 * Someone in a household.
 *
 * @param who     the true identity: whoever is entered twice has the same one twice
 * @param answers the row of the roster
 * @param parents id numbers of parents, as the list of a school has them
 */
record Member(String who, Kin kin, Name name, ObjectNode answers, List<String> parents) {

    Member {
        parents = List.copyOf(parents);
    }

    Member(String who, Kin kin, Name name, ObjectNode answers) {
        this(who, kin, name, answers, List.of());
    }

    Member of(List<String> parents) {
        return new Member(who, kin, name, answers, parents);
    }

    String text(String question) {
        return answers.path(question).asText();
    }

    /** Nothing but a guest where this is entered, who stays no longer than so many months. */
    void visits(int months) {
        int away = is("work_area", "3") || is("work_area", "4") || is("work_area", "5")
                ? 12 - answers.path("work_months").asInt() : 12;
        answers.put("in_register", false).put("hukou_here", false).put("months_home", Math.min(months, away));
    }

    int age() {
        return kin.age();
    }

    boolean is(String question, String code) {
        return code.equals(answers.path(question).asText());
    }

    long yuan(String question) {
        return answers.path(question).asLong();
    }

    boolean ails(String... codes) {
        for (JsonNode health : answers.path("health")) {
            for (String code : codes) {
                if (code.equals(health.asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Counted in the household's totals. */
    boolean alive() {
        return !is("change", "4");
    }

    boolean yes(String question) {
        return answers.path(question).asBoolean();
    }

    /** At school from the first class on. */
    boolean student() {
        String school = answers.path("school").asText();
        return !school.isEmpty() && !school.equals("00") && !school.equals("01");
    }

    boolean ableToWork() {
        return is("labour", "1") || is("labour", "2");
    }
}
