package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.expression.Type;

/** The questions, sections and checks a schema declares, in its order. */
final class Outline {

    static final String DATETIME =
            "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})$";

    private final JsonNode schema;
    private final Map<String, JsonNode> codelists;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, JsonNode> declarations = new LinkedHashMap<>();

    /** @param codelists by name */
    Outline(JsonNode schema, Map<String, JsonNode> codelists) {
        this.schema = schema;
        this.codelists = codelists;
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

    private Question question(String path, Optional<String> roster, JsonNode property) {
        JsonNode hints = property.path("x-question");
        boolean many = property.path("type").asText().equals("array");
        JsonNode answer = many ? property.path("items") : property;
        Optional<String> codelist = text(hints, "codelist");
        JsonNode codes = listed(answer, hints) ? list(codelist).path("codes") : answer.path("enum");
        return new Question(path, path.substring(path.lastIndexOf('/') + 1), kind(property),
                property.path("type").asText().equals("integer"), roster, texts(codes),
                codelist, choose(hints.path("choose")), text(hints, "opens"),
                text(hints, "unit"), text(hints, "widget"), text(hints, "prefill"),
                texts(hints.path("nonresponse")),
                text(hints, "sensitivity").map(s -> Sensitivity.valueOf(s.toUpperCase(Locale.ROOT)))
                        .orElse(Sensitivity.PLAIN),
                text(hints, "identifier").map(Identifier::of),
                hints.has("calculate"), hints.path("readonly").asBoolean());
    }

    /** Whether the codes of a question stand in a code list alone. */
    private static boolean listed(JsonNode answer, JsonNode hints) {
        return hints.has("codelist") && answer.path("type").asText().equals("string") && !answer.has("enum")
                && !answer.has("maxLength") && !answer.has("pattern") && !answer.has("format");
    }

    /** A code list as it was handed over; missing when it was not. */
    JsonNode list(Optional<String> name) {
        return name.map(codelists::get).orElse(MissingNode.getInstance());
    }

    private static Optional<Choose> choose(JsonNode declared) {
        return declared.isObject() ? Optional.of(new Choose(declared.path("roster").asText(),
                declared.path("value").asText(), texts(declared.path("label")))) : Optional.empty();
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
        if (property.has("enum") || listed(property, property.path("x-question"))) {
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
        return text(declarations.get(path).path("x-question"), keyword);
    }

    /** Which rows a question that chooses among them offers. */
    Optional<String> where(String path) {
        return text(declarations.get(path).at("/x-question/choose"), "where");
    }

    /** The questions outside rosters, or of the rows of one. */
    List<Question> questionsOf(Optional<String> roster) {
        return questions.values().stream().filter(question -> question.roster().equals(roster)).toList();
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
                    : questionsOf(roster).stream().map(Question::path).toList();
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

    List<Outside> outside() {
        List<Outside> outside = new ArrayList<>();
        schema.path("x-context").properties().forEach(entry -> outside.add(new Outside(entry.getKey(),
                Type.valueOf(entry.getValue().path("type").asText("text").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(entry.getValue().get("default")))));
        return outside;
    }

    UnitKind unit() {
        return UnitKind.valueOf(schema.path("x-unit").asText("household").toUpperCase(Locale.ROOT));
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
