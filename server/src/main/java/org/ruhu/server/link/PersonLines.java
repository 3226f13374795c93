package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ruhu.server.door.Json;

/**
 * Persons as lines of NDJSON with what they are compared by. Id numbers and telephone numbers are {@code #} and a keyed
 * fingerprint: it tells whether two are equal and nothing else.
 */
final class PersonLines {

    private static final List<String> PLAIN = List.of("name_zh", "name_bo", "name_alias", "sex", "birth_date",
            "birth_est", "id_type", "rel", "ethnic", "marital", "edu", "school_name", "hukou_here", "months_home");
    private static final List<String> OF_THE_HOUSEHOLD =
            List.of("head_name", "register_no", "natural_village", "village_code", "n_hukou", "reloc_type");

    private final Persons persons;
    private final UnaryOperator<String> fingerprint;

    PersonLines(Persons persons, UnaryOperator<String> fingerprint) {
        this.persons = persons;
        this.fingerprint = fingerprint;
    }

    /** Line by line, in the order of units. */
    void write(String campaign, List<String> areas, OutputStream out) throws IOException {
        for (String area : areas) {
            try (Persons.Walk walk = persons.walk(campaign, area)) {
                while (walk.hasNext()) {
                    for (Person person : walk.next()) {
                        out.write(Json.bytes(line(person)));
                        out.write('\n');
                    }
                }
            }
        }
    }

    private ObjectNode line(Person person) {
        Person.Origin origin = person.origin();
        ObjectNode line = Json.object().put("id", person.id().text()).put("submission", person.submission().toString())
                .put("number", origin.revision()).put("line", person.id().line()).put("campaign", origin.campaign())
                .put("unit", origin.unit()).put("area", origin.area()).put("village", origin.area())
                .put("household", origin.unit());
        PLAIN.forEach(name -> copy(person.answers().path(name), line, name));
        if (!person.idNumber().isEmpty()) {
            line.put(person.roster().number(), secret(person.validNumber().orElse(person.idNumber())))
                    .put("id_valid", person.validNumber().isPresent());
        }
        OF_THE_HOUSEHOLD.forEach(name -> copy(person.about().path(name), line, name));
        String phone = person.about().path("phone").asText("").replaceAll("[\\s-]", "");
        return phone.isEmpty() ? line : line.put("phone", secret(phone));
    }

    private static void copy(JsonNode value, ObjectNode line, String name) {
        if (value.isValueNode() && !value.isNull()) {
            line.set(name, value);
        }
    }

    /** Under a name of its own, so that it leads to nothing in the store. */
    private String secret(String value) {
        return "#" + fingerprint.apply("compared " + value);
    }
}
