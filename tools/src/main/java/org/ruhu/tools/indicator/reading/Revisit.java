package org.ruhu.tools.indicator.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.lines.Revision;

/**
 * A second interview, and what the first one said of the same.
 *
 * @param kind     1 by the first team, 2 an independent check, 3 by a supervisor, 4 by telephone; empty when not said
 * @param weight   of the household in the sample of revisits, 1 when not said
 * @param listed   1 rightly on the list, 2 missed, 3 twice, 4 wrongly, 5 moved away; empty when not said
 * @param repaired whether earlier problems were repaired: 1 all, 2 some, 3 none, 9 there were none
 * @param pairs    by question: the first and the second answer, where both are known
 */
public record Revisit(String area, int year, String kind, double weight, String listed, String repaired,
        Map<String, Pair> pairs) {

    public static final String FORM = "revisit";

    /** Questions with codes that are asked again. */
    public static final List<String> QUESTIONS = List.of("food", "protein", "clothes", "school", "insured", "house",
            "grade", "water_in", "main_source");

    public record Pair(String first, String second) {}

    public Revisit {
        pairs = Map.copyOf(pairs);
    }

    /** The first answers are those that the rules read when the revisit was judged. */
    public static Revisit read(Revision revision) {
        Given given = new Given(revision.answers().values());
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (String question : QUESTIONS) {
            JsonNode first = revision.context().get("orig_" + question);
            String second = given.code("q_" + question);
            if (first != null && !second.isEmpty()) {
                pairs.put(question, new Pair(first.asText(), second));
            }
        }
        return new Revisit(revision.area(), DoorCheck.day(given, "q_date").map(LocalDate::getYear).orElse(0),
                given.code("q_type"), weight(given.number("q_weight")), given.code("q_listed"),
                given.code("q_prob_fixed"), pairs);
    }

    private static double weight(double said) {
        return said > 0 ? said : 1;
    }
}
