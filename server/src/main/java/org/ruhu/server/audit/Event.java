package org.ruhu.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/** Something to be entered in the audit log. Neither subject nor detail may hold a name, an answer or a secret. */
public record Event(String actor, String action, String subject, ObjectNode detail) {

    public static final String NOBODY = "-";

    public static Event of(String actor, String action, String subject) {
        return new Event(actor, action, subject, Json.object());
    }

    public Event with(String name, String value) {
        ObjectNode more = detail.deepCopy();
        return new Event(actor, action, subject, more.put(name, value));
    }

    public Event with(String name, long value) {
        ObjectNode more = detail.deepCopy();
        return new Event(actor, action, subject, more.put(name, value));
    }
}
