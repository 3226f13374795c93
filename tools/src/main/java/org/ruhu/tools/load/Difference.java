package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something the server holds otherwise than it said. */
public record Difference(String kind, String about, String expected, String found) {

    public ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("difference", kind).put("about", about)
                .put("expected", expected).put("found", found);
    }
}
