package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.ruhu.forms.FormId;
import org.ruhu.server.door.Json;

/**
 * What the submission says about a problem now: codes only. What was written about people stays in the answers.
 *
 * @param revision number of the revision it was read from
 * @param row      index of its row; -1 when a correction took the row out of the list
 * @param domain   code of CL_DOMAIN, "" when not given, as with the others
 * @param item     the check item that failed
 * @param severity 1 urgent, 2 important, 3 ordinary
 */
record Facts(FormId form, int revision, String roster, int row, String domain, String item, String severity,
        String nature, Optional<LocalDate> due) {

    private static final int DAYS_WHEN_URGENT = 7;
    private static final int DAYS_WHEN_IMPORTANT = 30;
    private static final int DAYS_OTHERWISE = 90;

    static Facts of(FormId form, int revision, String roster, int row, ObjectNode answers) {
        return new Facts(form, revision, roster, row, answers.path("prob_domain").asText(),
                answers.path("prob_item").asText(), answers.path("prob_sev").asText(),
                answers.path("prob_nature").asText(), due(answers));
    }

    /** Its own date, else that of the last of its measures. */
    private static Optional<LocalDate> due(ObjectNode answers) {
        return day(answers.path("due_date").asText()).or(() ->
                StreamSupport.stream(answers.path("measures").spliterator(), false)
                        .flatMap(measure -> day(measure.path("due_date").asText()).stream())
                        .max(Comparator.naturalOrder()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    Facts without(int laterRevision) {
        return new Facts(form, laterRevision, roster, -1, domain, item, severity, nature, due);
    }

    /** By when it ought to be mended, found on a day: a week, a month or a quarter by its severity. */
    LocalDate deadline(LocalDate found) {
        return found.plusDays(severity.equals("1") ? DAYS_WHEN_URGENT
                : severity.equals("2") ? DAYS_WHEN_IMPORTANT : DAYS_OTHERWISE);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("revision", revision).put("roster", roster).put("row", row)
                .put("domain", domain).put("item", item).put("severity", severity).put("nature", nature);
        json.putObject("form").put("name", form.name()).put("version", form.version());
        due.ifPresent(day -> json.put("due", day.toString()));
        return json;
    }

    static Facts read(ObjectNode json) {
        FormId form = new FormId(json.at("/form/name").textValue(), json.at("/form/version").textValue());
        return new Facts(form, json.get("revision").intValue(), json.get("roster").textValue(),
                json.get("row").intValue(), json.get("domain").textValue(), json.get("item").textValue(),
                json.get("severity").textValue(), json.get("nature").textValue(), day(json.path("due").asText()));
    }
}
