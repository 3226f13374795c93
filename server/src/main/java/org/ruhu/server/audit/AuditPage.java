package org.ruhu.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Stored;

/**
 * Entries that were appended together, as one document: the key is the number of the first, so of two servers that
 * append at once one finds the key taken and reads on.
 *
 * @param folded up to where the change order is in the log when this page ends
 */
record AuditPage(List<Entry> entries, long folded) {

    AuditPage {
        entries = List.copyOf(entries);
    }

    Entry last() {
        return entries.get(entries.size() - 1);
    }

    static String key(long first) {
        return "%015d".formatted(first);
    }

    Document document() {
        ObjectNode body = Json.object().put("folded", folded);
        var array = body.putArray("entries");
        entries.forEach(entry -> array.add(entry.json()));
        return new Document(key(entries.get(0).number()), Json.bytes(body), Map.of());
    }

    static AuditPage read(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        List<Entry> entries = new ArrayList<>();
        body.get("entries").forEach(entry -> entries.add(Entry.read((ObjectNode) entry)));
        return new AuditPage(entries, body.get("folded").longValue());
    }
}
