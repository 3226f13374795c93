package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;

/**
 * Persons as lines of NDJSON with what they are compared by. Id numbers and telephone numbers are {@code #} and a keyed
 * fingerprint: it tells whether two are equal and nothing else.
 */
final class PersonLines {

    private static final List<String> PLAIN = List.of("name_zh", "name_bo", "name_alias", "sex", "birth_date",
            "birth_est", "id_type", "rel", "ethnic", "marital", "edu", "school_name", "hukou_here", "months_home");
    private static final List<String> OF_THE_HOUSEHOLD =
            List.of("head_name", "register_no", "natural_village", "village_code", "n_hukou", "reloc_type");

    /** Of what the persons are. */
    enum Records {
        ALL, INTERVIEWS, REGISTER;

        static Records of(String word) {
            return Arrays.stream(values()).filter(records -> records.word().equals(word)).findFirst()
                    .orElseThrow(() -> Query.refused("records", "give all, interviews or register"));
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Persons persons;
    private final Register register;
    private final UnaryOperator<String> fingerprint;

    PersonLines(Persons persons, Register register, UnaryOperator<String> fingerprint) {
        this.persons = persons;
        this.register = register;
        this.fingerprint = fingerprint;
    }

    /** Line by line, for each area what the frame says and then what was answered, in the order of units. */
    void write(Records records, String campaign, List<String> areas, OutputStream out) throws IOException {
        for (String area : areas) {
            if (records != Records.INTERVIEWS) {
                try (Register.Walk walk = register.walk(campaign, area)) {
                    write(walk, out);
                }
            }
            if (records != Records.REGISTER) {
                try (Persons.Walk walk = persons.walk(campaign, area)) {
                    write(walk, out);
                }
            }
        }
    }

    private void write(Iterator<List<Person>> walk, OutputStream out) throws IOException {
        while (walk.hasNext()) {
            for (Person person : walk.next()) {
                out.write(Json.bytes(line(person)));
                out.write('\n');
            }
        }
    }

    private ObjectNode line(Person person) {
        Person.Origin origin = person.origin();
        ObjectNode line = Json.object().put("id", person.id().text()).put("submission", person.value("submission"))
                .put("register", person.id().isListed()).put("number", origin.revision())
                .put("line", person.id().line()).put("campaign", origin.campaign())
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
