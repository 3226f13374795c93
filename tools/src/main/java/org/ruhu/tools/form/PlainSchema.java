package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/**
 * The JSON Schema of a form for people who know nothing of Ruhu: no {@code x-} keywords, every code list written out,
 * the texts of one language as titles and descriptions. It takes the same answers as the form.
 */
public final class PlainSchema {

    /** Longer lists of codes say what they mean in their own {@code $defs} alone. */
    private static final int MOST_EXPLAINED = 60;

    private final FormVersion form;
    private final String language;
    private final TreeMap<String, JsonNode> shared = new TreeMap<>();

    private PlainSchema(FormVersion form, String language) {
        this.form = form;
        this.language = language;
    }

    /** @param language of titles and descriptions: zh, en or bo */
    public static ObjectNode of(FormVersion form, String language) {
        return new PlainSchema(form, language).schema();
    }

    private ObjectNode schema() {
        ObjectNode given = form.schema();
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        plain.set("$schema", given.path("$schema"));
        plain.put("$id", given.path("$id").asText()).put("title", form.title(language)).put("type", "object")
                .put("additionalProperties", false);
        properties(plain, given, "");
        if (!shared.isEmpty()) {
            ObjectNode defs = plain.putObject("$defs");
            shared.forEach(defs::set);
        }
        return plain;
    }

    private void properties(ObjectNode into, JsonNode owner, String path) {
        ObjectNode properties = into.putObject("properties");
        owner.path("properties").properties().forEach(property ->
                properties.set(property.getKey(), question(path + "/" + property.getKey(), property.getValue())));
    }

    private ObjectNode question(String path, JsonNode given) {
        Question question = form.question(path).orElseThrow();
        ObjectNode plain = JsonNodeFactory.instance.objectNode().put("title", form.label(path, language));
        description(question).ifPresent(text -> plain.put("description", text));
        boolean listed = question.codelist().isPresent() && question.kind() == Kind.CODE;
        for (var keyword : given.properties()) {
            if (!keyword.getKey().startsWith("x-") && !keyword.getKey().equals("$comment")
                    && !(listed && keyword.getKey().equals("enum"))) {
                plain.set(keyword.getKey(), keyword.getValue().deepCopy());
            }
        }
        if (question.kind() == Kind.ROSTER) {
            ObjectNode row = plain.putObject("items").put("type", "object").put("additionalProperties", false);
            properties(row, given.path("items"), path + "/*");
        } else if (question.codelist().isPresent()) {
            ObjectNode codes = question.kind() == Kind.CODES ? (ObjectNode) plain.path("items") : plain;
            codes.remove("enum");
            codes.put("$ref", "#/$defs/" + shared(question));
        }
        return plain;
    }

    /** Name of the list among the definitions; what it means is written there once. */
    private String shared(Question question) {
        String name = question.codelist().orElseThrow();
        shared.computeIfAbsent(name, list -> {
            ObjectNode codes = JsonNodeFactory.instance.objectNode().put("type", "string")
                    .put("description", codes(question, Integer.MAX_VALUE).orElse(""));
            ArrayNode all = codes.putArray("enum");
            question.codes().forEach(all::add);
            return codes;
        });
        return name;
    }

    private Optional<String> description(Question question) {
        String text = List.of(form.hint(question.path(), language), unit(question),
                question.codelist().isPresent() ? Optional.<String>empty() : codes(question, MOST_EXPLAINED)).stream()
                .flatMap(Optional::stream).collect(Collectors.joining(". "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> unit(Question question) {
        return question.unit().map(unit -> (language.equals("en") ? "Unit: " : "单位：") + Words.unit(unit, language));
    }

    private Optional<String> codes(Question question, int most) {
        return question.codes().isEmpty() || question.codes().size() > most ? Optional.empty()
                : Optional.of(question.codes().stream()
                        .map(code -> code + " = " + form.optionLabel(question.path(), code, language))
                        .collect(Collectors.joining("; ")));
    }
}
