package org.ruhu.server.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.ruhu.forms.FormId;
import org.ruhu.forms.expression.Dates;
import org.ruhu.server.door.Json;

/**
 * One round of work. Never changed once made.
 *
 * @param name    in each language it has one: {@code zh}, {@code en}
 * @param area    prefix of the areas it covers
 * @param target  share of the units to be enumerated, 0 to 1
 * @param context values from outside an interview, such as {@code ref_date}
 * @param sources by name of another form the campaign whose interviews its form looks at
 */
public record Campaign(String id, Map<String, String> name, Domain domain, FormId form, String area, LocalDate starts,
        LocalDate ends, double target, ObjectNode context, Map<String, String> sources) {

    public static final String ID = "[a-z0-9][a-z0-9-]{1,63}";

    public Campaign {
        name = Collections.unmodifiableMap(new TreeMap<>(name));
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /** One whose form looks at no other interviews, or at its own. */
    public Campaign(String id, Map<String, String> name, Domain domain, FormId form, String area, LocalDate starts,
                    LocalDate ends, double target, ObjectNode context) {
        this(id, name, domain, form, area, starts, ends, target, context, Map.of());
    }

    Campaign lookingAt(Map<String, String> others) {
        return new Campaign(id, name, domain, form, area, starts, ends, target, context, others);
    }

    /** The campaign whose interviews with a form are looked at. */
    public String source(String formName) {
        return sources.getOrDefault(formName, id);
    }

    /**
     * The day that its parameters are those of: its {@code ref_date}, else its form's, else its first.
     *
     * @param standard the default of its form, whatever it is
     */
    public LocalDate day(String standard) {
        String given = context.path("ref_date").asText(standard);
        return Dates.isDay(given) ? LocalDate.parse(given) : starts;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id);
        ObjectNode names = json.putObject("name");
        name.forEach(names::put);
        json.put("domain", domain.name());
        json.putObject("form").put("name", form.name()).put("version", form.version());
        json.put("area", area).put("starts", starts.toString()).put("ends", ends.toString()).put("target", target);
        json.set("context", context);
        if (!sources.isEmpty()) {
            sources.forEach(json.putObject("sources")::put);
        }
        return json;
    }

    static Campaign read(ObjectNode json) {
        return new Campaign(json.get("id").textValue(), texts(json.get("name")), Domain.valueOf(json.get("domain").textValue()),
                new FormId(json.at("/form/name").textValue(), json.at("/form/version").textValue()),
                json.get("area").textValue(), LocalDate.parse(json.get("starts").textValue()),
                LocalDate.parse(json.get("ends").textValue()), json.get("target").doubleValue(),
                (ObjectNode) json.get("context"), texts(json.path("sources")));
    }

    private static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new TreeMap<>();
        json.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }
}
