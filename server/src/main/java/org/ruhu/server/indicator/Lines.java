package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ruhu.server.door.Json;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.indicator.figure.Place;

/** A figure as it is kept: its numbers as they were worked out, under short names. */
final class Lines {

    private Lines() {}

    static ObjectNode json(Figure figure) {
        Place place = figure.place();
        Base base = figure.base();
        ObjectNode json = Json.object().put("i", figure.indicator()).put("a", place.area()).put("y", place.year())
                .put("b", place.by()).put("g", place.group()).put("n", base.households()).put("p", base.persons())
                .put("w", base.weighted()).put("m", base.missing()).put("im", base.imputed()).put("o", figure.note());
        figure.value().ifPresent(value -> json.put("v", value));
        figure.interval().ifPresent(of -> json.put("lo", of.lower()).put("up", of.upper()).put("le", of.level())
                .put("me", of.method()));
        figure.forms().forEach(json.putArray("f")::add);
        return json;
    }

    static Figure figure(JsonNode json) {
        Place place = new Place(json.get("a").textValue(), json.get("y").intValue(), json.get("b").textValue(),
                json.get("g").textValue());
        Base base = new Base(json.get("n").longValue(), json.get("p").longValue(), json.get("w").doubleValue(),
                json.get("m").longValue(), json.path("im").longValue());
        Optional<Interval> interval = json.has("lo") ? Optional.of(new Interval(json.get("lo").doubleValue(),
                json.get("up").doubleValue(), json.get("le").doubleValue(), json.get("me").textValue()))
                : Optional.empty();
        List<String> forms = new ArrayList<>();
        json.get("f").forEach(form -> forms.add(form.textValue()));
        return new Figure(json.get("i").textValue(), place,
                json.has("v") ? OptionalDouble.of(json.get("v").doubleValue()) : OptionalDouble.empty(),
                json.get("o").textValue(), base, interval, forms);
    }
}
