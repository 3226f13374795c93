package org.ruhu.server.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object sent from outside, and where in the whole body it stands, so that a member that is not as expected is
 * refused with its pointer. The body of a request and a line of NDJSON are read alike.
 */
public final class Body {

    private final ObjectNode object;
    private final String pointer;

    private Body(ObjectNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** @throws Refusal if the bytes are not one JSON object as {@link Json} takes it */
    public static Body read(byte[] utf8) {
        return of(Json.read(utf8), "");
    }

    public static Body of(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            return new Body(object, pointer);
        }
        throw refused(pointer, "send an object");
    }

    public ObjectNode object() {
        return object;
    }

    /** Refuses members of any other name, so that a misspelt one is not silently left out. */
    public Body only(String... names) {
        Set<String> known = Set.of(names);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw refused(pointer, "takes only the members " + String.join(", ", names));
            }
        });
        return this;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The member, which must be there; {@code null} counts as not there. */
    public JsonNode any(String name) {
        if (!has(name)) {
            throw refused(at(name), "is needed");
        }
        return object.get(name);
    }

    public String text(String name) {
        JsonNode value = any(name);
        if (!value.isTextual()) {
            throw refused(at(name), "send a text");
        }
        return value.textValue();
    }

    public String text(String name, int maxLength, String pattern, String expected) {
        String text = text(name);
        if (text.length() > maxLength || !text.matches(pattern)) {
            throw refused(at(name), expected);
        }
        return text;
    }

    public Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public int integer(String name) {
        JsonNode value = any(name);
        if (!value.isInt()) {
            throw refused(at(name), "send a whole number");
        }
        return value.intValue();
    }

    public boolean bool(String name) {
        JsonNode value = any(name);
        if (!value.isBoolean()) {
            throw refused(at(name), "send true or false");
        }
        return value.booleanValue();
    }

    public Body object(String name) {
        return of(any(name), at(name));
    }

    public List<Body> objects(String name) {
        JsonNode value = any(name);
        if (!value.isArray()) {
            throw refused(at(name), "send a list");
        }
        List<Body> objects = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            objects.add(of(value.get(i), at(name) + "/" + i));
        }
        return objects;
    }

    public Refusal refusedAt(String name, String expected) {
        return refused(at(name), expected);
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Refusal refused(String pointer, String expected) {
        return new Refusal(Refusal.Kind.UNREADABLE_BODY, "Mend the place named in errors and send the body again",
                List.of(new Refusal.Place(pointer, expected)));
    }
}
