package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts by language. What one language lacks another lends: bo borrows from zh, zh and en from each other. */
final class Labels {

    private static final Map<String, List<String>> BORROWING = Map.of(
            "bo", List.of("bo", "zh", "en"), "zh", List.of("zh", "en"), "en", List.of("en", "zh"));

    private final Map<String, ? extends JsonNode> byLanguage;
    private final Map<String, ? extends JsonNode> codelists;

    Labels(Map<String, ? extends JsonNode> byLanguage, Map<String, ? extends JsonNode> codelists) {
        this.byLanguage = byLanguage;
        this.codelists = codelists;
    }

    /** First text found on the way of keys, by language. */
    Optional<String> text(String language, String... keys) {
        return languages(language).stream().flatMap(l -> own(l, keys).stream()).findFirst();
    }

    Optional<String> option(String language, Question question, String code) {
        return languages(language).stream().flatMap(l -> ownOption(l, question, code).stream()).findFirst();
    }

    /** A text of exactly this language. */
    Optional<String> own(String language, String... keys) {
        JsonNode node = byLanguage.get(language);
        for (String key : keys) {
            node = node == null ? null : node.get(key);
        }
        return node == null || !node.isTextual() ? Optional.empty() : Optional.of(node.textValue());
    }

    /** The text of a code in exactly this language: the question's own, else that of its code list. */
    Optional<String> ownOption(String language, Question question, String code) {
        return own(language, "questions", question.path(), "options", code).or(() -> question.codelist()
                .map(name -> codelists.get(name))
                .map(list -> list.path("labels").path(language).get(code))
                .filter(JsonNode::isTextual).map(JsonNode::textValue));
    }

    private static List<String> languages(String language) {
        return BORROWING.getOrDefault(language, BORROWING.get("en"));
    }
}
