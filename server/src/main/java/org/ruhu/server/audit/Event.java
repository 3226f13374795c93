package org.ruhu.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/**
 * Something to be entered in the audit log. Neither subject nor detail may hold a name, an answer or a secret. Some of it
 * is as somebody asked: without characters that would make the log unreadable, and not endless.
 */
public record Event(String actor, String action, String subject, ObjectNode detail) {

    public static final String NOBODY = "-";
    private static final int LONGEST = 4_000;

    public Event {
        actor = plain(actor);
        subject = plain(subject);
    }

    private static String plain(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
    }

    public static Event of(String actor, String action, String subject) {
        return new Event(actor, action, subject, Json.object());
    }

    public Event with(String name, String value) {
        ObjectNode more = detail.deepCopy();
        return new Event(actor, action, subject, more.put(name, plain(value)));
    }

    public Event with(String name, long value) {
        ObjectNode more = detail.deepCopy();
        return new Event(actor, action, subject, more.put(name, value));
    }
}
