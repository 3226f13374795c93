package org.ruhu.server.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.server.door.Json;

/** A value that was added here: of which parameter, when and by whom. */
record Added(String name, ParameterValue value, Instant at, String by) {

    ObjectNode json() {
        return written(value).put("name", name);
    }

    static Added read(JsonNode json, Instant at, String by) {
        return new Added(json.get("name").textValue(), new ParameterValue(json.get("area").textValue(),
                LocalDate.parse(json.get("from").textValue()),
                Optional.ofNullable(json.path("to").textValue()).map(LocalDate::parse), json.get("value"),
                json.get("source").textValue(), json.get("verified").booleanValue(),
                json.get("version").intValue()), at, by);
    }

    static ObjectNode written(ParameterValue value) {
        ObjectNode json = Json.object().put("area", value.area()).put("from", value.from().toString());
        value.to().ifPresent(to -> json.put("to", to.toString()));
        json.set("value", value.value());
        return json.put("source", value.source()).put("verified", value.verified()).put("version", value.version());
    }
}
