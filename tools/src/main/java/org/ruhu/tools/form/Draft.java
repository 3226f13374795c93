package org.ruhu.tools.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.FormVersion;

/** A form under judgement: its files, what could be made of them, and the flaws found so far. */
final class Draft {

    static final String FORM = "form.json";

    private final FormFiles files;
    private final Map<String, Asked> questions = new LinkedHashMap<>();
    private final JsonLines lines;
    private final List<Flaw> flaws = new ArrayList<>();
    private Optional<FormVersion> version = Optional.empty();

    Draft(FormFiles files) {
        this.files = files;
        Asked.in(files.schema()).forEach(asked -> questions.putIfAbsent(asked.path(), asked));
        this.lines = files.schema().isEmpty() ? JsonLines.of("{}") : JsonLines.of(files.written());
        files.unread().forEach(flaws::add);
    }

    FormFiles files() {
        return files;
    }

    List<Asked> questions() {
        return List.copyOf(questions.values());
    }

    Optional<Asked> question(String path) {
        return Optional.ofNullable(questions.get(path));
    }

    /** The form ready to run; empty until it could be read, and when it cannot. */
    Optional<FormVersion> version() {
        return version;
    }

    void runs(FormVersion readable) {
        version = Optional.of(readable);
    }

    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    void add(Flaw flaw) {
        flaws.add(flaw);
    }

    /** @param place path of a question or code of a check, perhaps with a keyword after it; or a JSON pointer */
    void error(String code, String place, String says, String todo) {
        add(located(Flaw.error(code, FORM, place, says).todo(todo)));
    }

    void remark(String code, String place, String says, String todo) {
        add(located(Flaw.remark(code, FORM, place, says).todo(todo)));
    }

    private Flaw located(Flaw flaw) {
        return lines.line(pointer(flaw.place())).map(flaw::line).orElse(flaw);
    }

    /** Where in {@code form.json} a place is. */
    private String pointer(String place) {
        String[] words = place.split(" ");
        Asked asked = questions.get(words[0]);
        if (asked != null) {
            return words.length > 1 && asked.hints().has(words[1]) ? asked.pointer() + "/x-question/" + words[1]
                    : words.length > 1 && asked.schema().has(words[1]) ? asked.pointer() + "/" + words[1]
                    : asked.pointer();
        }
        String code = words[0].equals("check") && words.length > 1 ? words[1] : words[0];
        for (int i = 0; i < files.schema().path("x-checks").size(); i++) {
            if (files.schema().path("x-checks").path(i).path("code").asText().equals(code)) {
                return "/x-checks/" + i;
            }
        }
        return place.startsWith("/") ? place : "";
    }
}
