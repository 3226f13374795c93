package org.ruhu.server.region;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.door.Json;

/**
 * An administrative division.
 *
 * @param from       first day it was so; empty for longer than we know
 * @param until      first day it was no longer so; empty for until now
 * @param successors codes of the regions that took its place
 */
public record Region(String code, String name, Optional<String> nameEn, Optional<LocalDate> from,
        Optional<LocalDate> until, List<String> successors) {

    static final String CODE = "[1-9][0-9]([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?";

    public Region {
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException("a region's code has 2, 4, 6, 9 or 12 digits");
        }
        successors = List.copyOf(successors);
    }

    public Level level() {
        return Level.ofCode(code).orElseThrow();
    }

    public Optional<String> parent() {
        return level().parent(code);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("code", code).put("name", name);
        nameEn.ifPresent(en -> json.put("nameEn", en));
        json.put("level", level().word());
        parent().ifPresent(parent -> json.put("parent", parent));
        from.ifPresent(day -> json.put("from", day.toString()));
        until.ifPresent(day -> json.put("until", day.toString()));
        if (!successors.isEmpty()) {
            successors.forEach(json.putArray("successors")::add);
        }
        return json;
    }

    static Region read(ObjectNode json) {
        List<String> successors = new ArrayList<>();
        json.path("successors").forEach(code -> successors.add(code.textValue()));
        return new Region(json.get("code").textValue(), json.get("name").textValue(), text(json, "nameEn"),
                text(json, "from").map(LocalDate::parse), text(json, "until").map(LocalDate::parse), successors);
    }

    private static Optional<String> text(ObjectNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }
}
