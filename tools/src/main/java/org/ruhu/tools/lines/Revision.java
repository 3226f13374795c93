package org.ruhu.tools.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormId;

/**
 * One revision as a line tells it: a line of {@code ruhu simulate}, of {@code POST /api/sync} or of a dataset.
 *
 * @param submission empty for bare answers
 * @param area       as the line says, else the village code in front of the unit's number, else empty
 * @param receivedAt as the server says; empty on what a device sends
 * @param context    what the rules read from outside when it was judged, as far as the line says so
 * @param state      where it stands, as the server says; empty on what a device sends
 * @param imputed    answers that nobody gave: how they came about, by pointer; nothing on any line
 */
public record Revision(String submission, int number, FormId form, String campaign, String unit, String area,
                       String receivedAt, Answers answers, Map<String, JsonNode> context,
                       String state, Map<String, String> imputed) {

    /** In {@code imputed}, of what was worked out anew from imputed answers. */
    public static final String RECALCULATED = "3";

    public Revision {
        context = Map.copyOf(context);
        imputed = Map.copyOf(imputed);
    }

    /** As it was collected. */
    public Revision(String submission, int number, FormId form, String campaign, String unit, String area,
                    String receivedAt, Answers answers, Map<String, JsonNode> context) {
        this(submission, number, form, campaign, unit, area, receivedAt, answers, context, "", Map.of());
    }

    /** Empty if the line does not say which form, which answers and of which revision. */
    public static Optional<Revision> of(ObjectNode line) {
        String submission = line.path("submission").asText();
        JsonNode number = line.path("number");
        if (submission.isEmpty() || !number.isInt() || number.intValue() < 1 || !line.has("answers")) {
            return Optional.empty();
        }
        String unit = line.path("unit").asText();
        return form(line.path("form")).map(form -> new Revision(submission, number.intValue(), form,
                line.path("campaign").asText(), unit, area(line, unit), line.path("receivedAt").asText(),
                new Answers(line.path("answers"), missing(line.path("missing"))), context(line.path("context")),
                line.path("state").asText(), Map.of()));
    }

    /** The line is nothing but answers to a form the caller knows. */
    public static Revision bare(FormId form, ObjectNode answers) {
        return new Revision("", 1, form, "", "", "", "", new Answers(answers, Map.of()), Map.of());
    }

    private static Optional<FormId> form(JsonNode form) {
        try {
            return Optional.of(new FormId(form.path("name").asText(), form.path("version").asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String area(ObjectNode line, String unit) {
        String area = line.path("area").asText();
        int dash = unit.indexOf('-');
        return area.isEmpty() && dash > 0 ? unit.substring(0, dash) : area;
    }

    private static Map<String, JsonNode> context(JsonNode known) {
        Map<String, JsonNode> values = new HashMap<>();
        known.properties().forEach(entry -> {
            JsonNode value = entry.getValue().path("value");
            if (!value.isMissingNode() && !value.isNull()) {
                values.put(entry.getKey(), value);
            }
        });
        return values;
    }

    private static Map<String, String> missing(JsonNode missing) {
        Map<String, String> reasons = new HashMap<>();
        missing.properties().forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asText()));
        return reasons;
    }
}
