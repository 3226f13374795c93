package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese and English say everything, Tibetan may borrow; no text is about nothing; all fill in the same answers. */
final class TextRule implements Lint.Rule {

    private static final List<String> COMPLETE = List.of("zh", "en");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    /** A sentence of two parts: what is wrong, and what to do. */
    private static final Pattern ADVICE = Pattern.compile("(?s).*\\S\\s*[:;,.：；，。].*\\S.*");

    private record Text(String place, Optional<String> text) {}

    @Override
    public void judge(Draft draft) {
        Map<String, List<Text>> byLanguage = new HashMap<>();
        FormFiles.LANGUAGES.forEach(language -> byLanguage.put(language, texts(draft, language)));
        for (String language : COMPLETE) {
            byLanguage.get(language).stream().filter(text -> text.text().isEmpty()).forEach(text ->
                    draft.add(Flaw.error("missing-text", file(language), text.place(), "there is no text in "
                            + language).todo("write one; interviewers would see one of another language or a name")));
            sameWords(draft, language);
            advice(draft, language);
        }
        borrowed(draft, byLanguage.get("bo"));
        FormFiles.LANGUAGES.forEach(language -> aboutNothing(draft, language));
        placeholders(draft, byLanguage);
    }

    private static String file(String language) {
        return "labels." + language + ".json";
    }

    private static JsonNode labels(Draft draft, String language) {
        return draft.files().labels().getOrDefault(language, MissingNode.getInstance());
    }

    private static List<Text> texts(Draft draft, String language) {
        JsonNode labels = labels(draft, language);
        List<Text> texts = new ArrayList<>();
        texts.add(new Text("title", said(labels.path("title"))));
        draft.files().schema().path("x-sections").forEach(section -> texts.add(new Text("section "
                + section.path("name").asText(), said(labels.path("sections").path(section.path("name").asText())))));
        for (Asked asked : draft.questions()) {
            JsonNode own = labels.path("questions").path(asked.path());
            texts.add(new Text(asked.path(), said(own.path("label"))));
            Set<String> listed = listed(draft, asked);
            asked.codes().stream().filter(code -> !listed.contains(code)).forEach(code ->
                    texts.add(new Text(asked.path() + " option " + code, said(own.path("options").path(code)))));
        }
        draft.files().schema().path("x-checks").forEach(check -> texts.add(new Text("check "
                + check.path("code").asText(), said(labels.path("checks").path(check.path("code").asText())))));
        return texts;
    }

    private static Optional<String> said(JsonNode text) {
        return text.isTextual() && !text.textValue().isBlank() ? Optional.of(text.textValue()) : Optional.empty();
    }

    private static void borrowed(Draft draft, List<Text> tibetan) {
        long lacking = tibetan.stream().filter(text -> text.text().isEmpty()).count();
        if (lacking > 0) {
            draft.add(Flaw.remark("borrowed-texts", file("bo"), "", lacking + " of " + tibetan.size()
                    + " texts are not given in Tibetan and will be shown in Chinese")
                    .todo("translate what people read"));
        }
    }

    /** Two questions of one page, or two options of one question, that read alike. */
    private static void sameWords(Draft draft, String language) {
        JsonNode questions = labels(draft, language).path("questions");
        Map<String, String> seen = new HashMap<>();
        for (Asked asked : draft.questions()) {
            Optional<String> label = said(questions.path(asked.path()).path("label"));
            String scope = asked.roster().orElse("");
            label.map(text -> seen.putIfAbsent(scope + " " + text.strip(), asked.path())).ifPresent(other ->
                    draft.add(Flaw.error("same-label", file(language), asked.path(), "it reads the same as " + other
                            + ": " + label.get()).todo("word them so that nobody takes one for the other")));
            Map<String, String> options = new HashMap<>();
            questions.path(asked.path()).path("options").properties().forEach(option -> {
                String other = options.putIfAbsent(option.getValue().asText().strip(), option.getKey());
                if (other != null) {
                    draft.add(Flaw.error("same-label", file(language), asked.path() + " option " + option.getKey(),
                            "it reads the same as option " + other + ": " + option.getValue().asText())
                            .todo("word them so that nobody takes one for the other"));
                }
            });
        }
    }

    private static void advice(Draft draft, String language) {
        draft.files().schema().path("x-checks").forEach(check -> {
            String code = check.path("code").asText();
            Optional<String> message = said(labels(draft, language).path("checks").path(code));
            if (check.path("severity").asText().equals("hard")
                    && message.filter(text -> !ADVICE.matcher(text).matches()).isPresent()) {
                draft.add(Flaw.error("message-without-advice", file(language), "check " + code,
                        "a hard check stops the interviewer, and this says only: " + message.get())
                        .todo("say what is wrong and then what to do: \"A is later than B: correct one of them.\""));
            }
        });
    }

    private static void aboutNothing(Draft draft, String language) {
        JsonNode labels = labels(draft, language);
        Set<String> sections = names(draft.files().schema().path("x-sections"), "name");
        Set<String> checks = names(draft.files().schema().path("x-checks"), "code");
        labels.path("sections").fieldNames().forEachRemaining(name -> nothing(draft, language, "section " + name,
                sections.contains(name)));
        labels.path("checks").fieldNames().forEachRemaining(code -> nothing(draft, language, "check " + code,
                checks.contains(code)));
        labels.path("questions").properties().forEach(text -> {
            Optional<Asked> asked = draft.question(text.getKey());
            nothing(draft, language, text.getKey(), asked.isPresent());
            asked.ifPresent(question -> aboutNoOption(draft, language, question, text.getValue().path("options")));
        });
    }

    private static void aboutNoOption(Draft draft, String language, Asked asked, JsonNode options) {
        Set<String> codes = codes(draft, asked);
        options.fieldNames().forEachRemaining(code ->
                nothing(draft, language, asked.path() + " option " + code, codes.contains(code)));
    }

    private static Set<String> codes(Draft draft, Asked asked) {
        Set<String> codes = listed(draft, asked);
        codes.addAll(asked.codes());
        if (asked.schema().path("type").asText().equals("boolean")) {
            codes.addAll(List.of("true", "false"));
        }
        return codes;
    }

    /** Codes of the question's code list, which has texts of its own. */
    private static Set<String> listed(Draft draft, Asked asked) {
        Set<String> codes = new HashSet<>();
        asked.codelist().map(name -> draft.files().codelists().get(name))
                .ifPresent(list -> list.path("codes").forEach(code -> codes.add(code.asText())));
        return codes;
    }

    private static Set<String> names(JsonNode array, String key) {
        Set<String> names = new HashSet<>();
        array.forEach(item -> names.add(item.path(key).asText()));
        return names;
    }

    private static void nothing(Draft draft, String language, String place, boolean there) {
        if (!there) {
            draft.add(Flaw.error("text-of-nothing", file(language), place, "the form has nothing of this name")
                    .todo("correct the name or take the text out"));
        }
    }

    /** A text may lack a language; where two have it, both show the same answers. */
    private static void placeholders(Draft draft, Map<String, List<Text>> byLanguage) {
        Map<String, String> filled = new HashMap<>();
        for (String language : FormFiles.LANGUAGES) {
            JsonNode questions = labels(draft, language).path("questions");
            for (Asked asked : draft.questions()) {
                for (String part : List.of("label", "hint")) {
                    said(questions.path(asked.path()).path(part)).ifPresent(text ->
                            placeholders(draft, language, asked.path() + " " + part, text, filled));
                }
            }
        }
    }

    private static void placeholders(Draft draft, String language, String place, String text,
            Map<String, String> filled) {
        Set<String> names = new TreeSet<>();
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            names.add("{{" + found.group(1) + "}}");
        }
        String mine = names.isEmpty() ? "no answer" : String.join(" ", names);
        String other = filled.putIfAbsent(place, mine + " in " + language);
        if (other != null && !other.startsWith(mine + " in ")) {
            draft.add(Flaw.error("placeholders-differ", file(language), place,
                    "this text fills in " + mine + ", but " + other)
                    .todo("fill in the same answers in every language"));
        }
    }
}
