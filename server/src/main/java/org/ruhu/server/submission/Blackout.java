package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Question;
import org.ruhu.server.door.Json;
import org.ruhu.server.vault.Mask;

/**
 * Hides identifiers in JSON that fits no form: what stands under the name of an identifying question of any form, and
 * every long row of digits wherever it stands.
 */
public final class Blackout {

    private final Set<String> names;

    public Blackout(Catalogue catalogue) {
        this.names = catalogue.forms().stream().flatMap(form -> form.questions().stream())
                .filter(question -> question.identifier().filter(sort -> sort != Identifier.NAME).isPresent())
                .map(Question::name).collect(Collectors.toUnmodifiableSet());
    }

    JsonNode over(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode hidden = Json.object();
            object.properties().forEach(member -> hidden.set(Mask.digits(member.getKey()),
                    names.contains(member.getKey()) ? TextNode.valueOf("***") : over(member.getValue())));
            return hidden;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode hidden = Json.object().arrayNode();
            array.forEach(element -> hidden.add(over(element)));
            return hidden;
        }
        String hidden = Mask.digits(json.asText());
        return hidden.equals(json.asText()) ? json : TextNode.valueOf(hidden);
    }
}
