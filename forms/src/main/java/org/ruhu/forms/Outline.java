package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The questions, sections and checks a schema declares, in its order. */
final class Outline {

    static final String DATETIME =
            "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$";

    private final JsonNode schema;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, JsonNode> declarations = new LinkedHashMap<>();

    Outline(JsonNode schema) {
        this.schema = schema;
        schema.path("properties").properties().forEach(e -> add("/" + e.getKey(), Optional.empty(), e.getValue()));
    }

    private void add(String path, Optional<String> roster, JsonNode property) {
        Question question = question(path, roster, property);
        questions.put(path, question);
        declarations.put(path, property);
        if (question.kind() == Kind.ROSTER) {
            property.path("items").path("properties").properties()
                    .forEach(e -> add(path + "/*/" + e.getKey(), Optional.of(path), e.getValue()));
        }
    }

    private static Question question(String path, Optional<String> roster, JsonNode property) {
        JsonNode hints = property.path("x-question");
        boolean many = property.path("type").asText().equals("array");
        JsonNode codes = many ? property.path("items").path("enum") : property.path("enum");
        return new Question(path, path.substring(path.lastIndexOf('/') + 1), kind(property),
                property.path("type").asText().equals("integer"), roster, texts(codes),
                text(hints, "codelist"), text(hints, "unit"), text(hints, "widget"), text(hints, "prefill"),
                texts(hints.path("nonresponse")),
                text(hints, "sensitivity").map(s -> Sensitivity.valueOf(s.toUpperCase(Locale.ROOT)))
                        .orElse(Sensitivity.PLAIN),
                text(hints, "identifier").map(Identifier::of),
                hints.has("calculate"), hints.path("readonly").asBoolean());
    }

    private static Kind kind(JsonNode property) {
        return switch (property.path("type").asText()) {
            case "boolean" -> Kind.BOOLEAN;
            case "number", "integer" -> Kind.NUMBER;
            case "array" -> property.path("items").path("type").asText().equals("object") ? Kind.ROSTER : Kind.CODES;
            default -> textKind(property);
        };
    }

    private static Kind textKind(JsonNode property) {
        if (property.has("enum")) {
            return Kind.CODE;
        }
        if (property.path("format").asText().equals("date")) {
            return Kind.DATE;
        }
        return property.path("pattern").asText().equals(DATETIME) ? Kind.DATETIME : Kind.TEXT;
    }

    /** By path, in the order of the schema, a roster before the questions of its rows. */
    Map<String, Question> questions() {
        return questions;
    }

    /** What the schema says about a question. */
    JsonNode declaration(String path) {
        return declarations.get(path);
    }

    /** The expression a question declares as {@code relevant} and the like; {@code required} may be a boolean. */
    Optional<String> expression(String path, String keyword) {
        JsonNode declared = declarations.get(path).path("x-question").path(keyword);
        return declared.isTextual() ? Optional.of(declared.textValue()) : Optional.empty();
    }

    /** {@code required} as a constant: true unless the form says otherwise; a calculated question never is. */
    boolean alwaysRequired(String path) {
        return !questions.get(path).calculated()
                && declarations.get(path).path("x-question").path("required").asBoolean(true);
    }

    /** No more rows than these are ever read. */
    int mostRows(String roster) {
        return declarations.get(roster).path("maxItems").asInt();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : schema.path("x-sections")) {
            Optional<String> roster = text(section, "roster");
            List<String> paths = roster.isEmpty() ? texts(section.path("questions"))
                    : questions.values().stream().filter(q -> q.roster().equals(roster)).map(Question::path).toList();
            sections.add(new Section(section.path("name").asText(), roster, paths));
        }
        return sections;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : schema.path("x-checks")) {
            checks.add(new Check(check.path("code").asText(),
                    Severity.valueOf(check.path("severity").asText("hard").toUpperCase(Locale.ROOT)),
                    text(check, "each"), check.path("rule").asText(), texts(check.path("refers"))));
        }
        return checks;
    }

    JsonNode context() {
        return schema.path("x-context");
    }

    private static Optional<String> text(JsonNode owner, String name) {
        return owner.path(name).isTextual() ? Optional.of(owner.path(name).textValue()) : Optional.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
