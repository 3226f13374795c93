package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.forms.Identifier;
import org.ruhu.server.door.Json;
import org.ruhu.server.vault.Mask;

/**
 * What a pair keeps of one of its two records: enough for a list, nothing that names anybody.
 *
 * @param revision 0 on a frame
 * @param name   its first character
 * @param number id number masked
 * @param born   year
 */
record Side(RecordId record, String campaign, String unit, String area, int revision, List<String> authors,
        String name, String number, String sex, String born) {

    Side {
        authors = List.copyOf(authors);
    }

    static Side of(Person person) {
        Person.Origin origin = person.origin();
        return new Side(person.id(), origin.campaign(), origin.unit(), origin.area(), origin.revision(),
                origin.authors(), maskedName(person.name()), Mask.shown(Identifier.ID_NUMBER, person.idNumber()),
                person.text("sex"), person.born());
    }

    /** Of a household: its head's name. */
    static Side of(RecordId home, Person head) {
        Person.Origin origin = head.origin();
        return new Side(home, origin.campaign(), origin.unit(), origin.area(), origin.revision(), origin.authors(),
                maskedName(head.name()), "", "", "");
    }

    static String maskedName(String name) {
        return name.isEmpty() ? "" : Mask.shown(Identifier.NAME, name);
    }

    /** As on a list. */
    ObjectNode shown() {
        ObjectNode json = Json.object().put("record", record.text());
        record.submission().ifPresentOrElse(submission -> json.put("submission", submission.toString()),
                () -> json.put("register", true));
        if (record.line() > 0) {
            json.put("line", record.line());
        }
        return json.put("campaign", campaign).put("unit", unit).put("area", area).put("name", name)
                .put("sex", sex).put("born", born).put("id", number);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("record", record.text()).put("campaign", campaign).put("unit", unit)
                .put("area", area).put("revision", revision).put("name", name).put("number", number).put("sex", sex)
                .put("born", born);
        authors.forEach(json.putArray("authors")::add);
        return json;
    }

    static Side read(JsonNode json) {
        List<String> authors = new ArrayList<>();
        json.get("authors").forEach(author -> authors.add(author.textValue()));
        return new Side(new RecordId(json.get("record").textValue()), json.get("campaign").textValue(),
                json.get("unit").textValue(), json.get("area").textValue(), json.get("revision").intValue(), authors,
                json.get("name").textValue(), json.get("number").textValue(), json.get("sex").textValue(),
                json.get("born").textValue());
    }
}
