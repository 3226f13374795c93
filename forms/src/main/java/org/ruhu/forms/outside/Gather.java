package org.ruhu.forms.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One number about all interviews of a form in an area.
 *
 * @param form  name of the form, whichever version
 * @param of    what each interview adds, in the language of its form: a number, for {@link Fold#COUNT} yes or no
 * @param where which interviews count; {@code true} for all
 */
public record Gather(String form, Fold fold, String of, String where) {

    private static final String ALWAYS = "true";

    /** Empty when it is not one. */
    static Optional<Gather> read(JsonNode declared) {
        return Fold.of(declared.path("fold").asText()).map(fold -> new Gather(declared.path("form").asText(), fold,
                declared.path("of").asText(ALWAYS), declared.path("where").asText(ALWAYS)));
    }

    String expected() {
        return fold == Fold.COUNT ? "boolean" : "number";
    }
}
