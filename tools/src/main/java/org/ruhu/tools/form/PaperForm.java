package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** What every part of a printed questionnaire needs to know of its form. */
final class PaperForm {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    /** A page of the form: its own questions, or a roster's. */
    record Page(String name, Optional<String> roster, List<String> questions) {}

    final FormVersion form;
    final String language;
    final Program program;
    final Phrases phrases;
    final List<Page> pages = new ArrayList<>();

    /** Code lists too long to stand beside a question, by the question that stands for them. */
    final Map<String, Question> annexed = new LinkedHashMap<>();

    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();

    PaperForm(FormVersion form, String language) {
        this.form = form;
        this.language = language;
        this.program = new Program(form);
        Asked.in(form.schema()).forEach(question -> asked.put(question.path(), question));
        form.schema().path("x-sections").forEach(section -> page(section));
        this.phrases = new Phrases(form, numbers, language);
    }

    private void page(JsonNode section) {
        String name = section.path("name").asText();
        List<String> questions = new ArrayList<>();
        section.path("questions").forEach(path -> questions.add(path.asText()));
        Optional<String> roster = Optional.ofNullable(section.path("roster").textValue());
        roster.ifPresent(path -> {
            numbers.put(path, name);
            questions.addAll(rowOf(path));
        });
        pages.add(new Page(name, roster, List.copyOf(questions)));
        number(questions, Character.isDigit(name.charAt(name.length() - 1)) ? name + "." : name);
    }

    private void number(List<String> questions, String before) {
        int next = 1;
        for (String path : questions) {
            if (form.question(path).isPresent() && !hidden(path)) {
                numbers.put(path, before + next++);
                if (question(path).kind() == Kind.ROSTER) {
                    number(rowOf(path), numbers.get(path) + ".");
                }
            }
        }
    }

    /** Paths of the questions asked in every row of a roster, rosters among them. */
    List<String> rowOf(String roster) {
        return asked.values().stream().filter(question -> question.roster().equals(Optional.of(roster)))
                .map(Asked::path).toList();
    }

    Question question(String path) {
        return form.question(path).orElseThrow();
    }

    JsonNode schema(String path) {
        return asked.get(path).schema();
    }

    JsonNode hints(String path) {
        return asked.get(path).hints();
    }

    boolean hidden(String path) {
        return question(path).widget().filter("hidden"::equals).isPresent();
    }

    String number(String path) {
        return numbers.getOrDefault(path, "");
    }

    /** Our own words, escaped. */
    String say(String key, Object... parts) {
        return escaped(Words.say(language, "paper." + key, parts));
    }

    /** A text of the form, escaped; where it fills in an answer, the number of the question stands. */
    String text(String given, String path) {
        Matcher found = PLACEHOLDER.matcher(given);
        Set<String> scopes = new LinkedHashSet<>();
        for (String row = program.rowOf(path); !row.isEmpty(); row = program.rowOf(row)) {
            scopes.add(row + "/*/");
        }
        scopes.add("/");
        return escaped(found.replaceAll(part -> Matcher.quoteReplacement(part.group(1).startsWith("$")
                ? phrases.outside(part.group(1).substring(1))
                : Words.say(language, "paper.answer-to", scopes.stream().map(scope -> scope + name(part.group(1)))
                        .filter(asked::containsKey).findFirst().map(phrases::question).orElse(part.group(1))))));
    }

    private static String name(String inserted) {
        return inserted.startsWith("form.") ? inserted.substring("form.".length()) : inserted;
    }

    String label(String path) {
        return text(form.label(path, language), path);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
