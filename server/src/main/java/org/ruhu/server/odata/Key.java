package org.ruhu.server.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.submission.RevisionId;

/** Reads what stands between the parentheses of an address: {@code 'UUID'} or {@code submission='UUID',row=1}. */
final class Key {

    private Key() {}

    /** Values of the properties of the key, in their order; the first is a UUID. */
    static List<String> read(String text, EntitySet set) {
        Map<String, String> given = new LinkedHashMap<>();
        List<Field> keys = set.keys();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? keys.get(0).name() : part.substring(0, equals).strip();
            given.put(name, part.substring(equals + 1).strip());
        }
        List<String> values = new ArrayList<>();
        for (Field key : keys) {
            String value = given.getOrDefault(key.name(), "");
            values.add(key.sort() == Field.Sort.TEXT ? value.replaceAll("^'|'$", "") : value);
        }
        if (given.size() != keys.size() || !values.get(0).matches(RevisionId.UUID_PATTERN)) {
            throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "The key of %s is %s".formatted(set.name(),
                    String.join(", ", keys.stream().map(Field::name).toList())));
        }
        return values;
    }
}
