package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ruhu.forms.expression.PortablePattern;

/** The keywords of JSON Schema that a form may use: {@code meta/keywords.json}. */
final class Keywords {

    private static final Set<String> SILENT = Set.of("$comment", "$id", "$schema");
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonNode list = FormSource.read("/meta/keywords.json").orElseThrow();

    /** Every keyword that says something about a value, {@code type} too. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("type"));
        types().forEach(type -> all.addAll(on(type)));
        return all;
    }

    Set<String> types() {
        return list.path("types").properties().stream().map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> on(String type) {
        return texts(list.path("types").path(type));
    }

    Set<String> formats() {
        return listed("formats");
    }

    Set<String> listed(String member) {
        return texts(list.path(member));
    }

    /** Whether a schema says nothing that our judges do not know. Where it says no type, all types are meant. */
    boolean cover(JsonNode schema) {
        Set<String> known = schema.has("type") ? on(schema.path("type").asText("?")) : all();
        return schema.isObject() && schema.path("$schema").asText(DRAFT).equals(DRAFT)
                && (!schema.has("type") || types().contains(schema.path("type").asText("?")))
                && schema.properties().stream().allMatch(keyword -> SILENT.contains(keyword.getKey())
                        || keyword.getKey().equals("type")
                        || known.contains(keyword.getKey()) && cover(keyword.getKey(), keyword.getValue()));
    }

    private boolean cover(String keyword, JsonNode value) {
        return switch (keyword) {
            case "items" -> cover(value);
            case "properties" -> value.properties().stream().allMatch(property -> cover(property.getValue()));
            case "additionalProperties" -> value.isBoolean();
            case "format" -> formats().contains(value.asText());
            case "pattern" -> portable(value.asText());
            default -> true;
        };
    }

    private static boolean portable(String pattern) {
        try {
            PortablePattern.found(pattern);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<String> texts(JsonNode texts) {
        Set<String> sorted = new TreeSet<>();
        texts.forEach(text -> sorted.add(text.asText()));
        return sorted;
    }
}
