package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ruhu.forms.expression.Dates;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;

/** Who lives in a unit after the register, in words of the census form: what tells a person from others, no more. */
final class Members {

    private static final int MOST = 100;
    private static final int HIGHEST_LINE = 9_999;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 32;
    private static final List<String> NAMES = List.of("name_zh", "name_bo", "name_alias");

    private Members() {}

    /** Reads the list at {@code members}, if there is one; everybody comes out with a line number. */
    static ArrayNode read(Body line) {
        ArrayNode members = Json.object().arrayNode();
        List<Body> sent = line.has("members") ? line.objects("members") : List.of();
        if (sent.size() > MOST) {
            throw line.refusedAt("members", "are at most %d persons".formatted(MOST));
        }
        Set<Integer> taken = new HashSet<>();
        for (Body member : sent) {
            members.add(member(member, members.size() + 1, taken));
        }
        return members;
    }

    private static ObjectNode member(Body sent, int place, Set<Integer> taken) {
        sent.only("line_no", "name_zh", "name_bo", "name_alias", "id_type", "id_no", "sex", "birth_date", "rel");
        int number = sent.has("line_no") ? sent.integer("line_no") : place;
        if (number < 1 || number > HIGHEST_LINE || !taken.add(number)) {
            throw sent.refusedAt("line_no", "is a number of its own from 1 to %d".formatted(HIGHEST_LINE));
        }
        ObjectNode member = Json.object().put("line_no", number);
        NAMES.forEach(name ->
                copy(sent, member, name, LONGEST_NAME, "(?s).*\\S.*", "is a name of at most 100 characters"));
        copy(sent, member, "id_type", 2, "[0-9]+", "is a code of the census form");
        copy(sent, member, "id_no", LONGEST_NUMBER, "\\S.*", "is at most 32 characters");
        copy(sent, member, "sex", 1, "[12]", "is 1 or 2");
        copy(sent, member, "birth_date", 10, "[0-9-]+", "is a day: 1980-05-17");
        if (member.has("birth_date") && !Dates.isDay(member.get("birth_date").textValue())) {
            throw sent.refusedAt("birth_date", "is a day: 1980-05-17");
        }
        copy(sent, member, "rel", 2, "[0-9]+", "is a code of the census form");
        if (NAMES.stream().noneMatch(member::has)) {
            throw sent.refusedAt("name_zh", "is needed, or another name");
        }
        return member;
    }

    private static void copy(Body from, ObjectNode to, String name, int longest, String pattern, String expected) {
        if (from.has(name)) {
            to.put(name, from.text(name, longest, pattern, expected));
        }
    }
}
