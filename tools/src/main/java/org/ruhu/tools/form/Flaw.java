package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * Something about a form that its author should look at.
 *
 * @param code  stable and kebab-case, such as {@code missing-text}
 * @param file  in the form's folder, such as {@code labels.en.json}
 * @param place path of a question, JSON pointer or code of a check; empty for the file as a whole
 * @param line  in the file, from 1, where it is known
 * @param says  what is wrong
 * @param todo  what to do about it
 */
public record Flaw(String code, Severity severity, String file, String place, Optional<Integer> line, String says,
        String todo) {

    /** A remark is worth knowing and no reason to hold the form back. */
    public enum Severity { ERROR, REMARK }

    static Flaw error(String code, String file, String place, String says) {
        return new Flaw(code, Severity.ERROR, file, place, Optional.empty(), says, "");
    }

    static Flaw remark(String code, String file, String place, String says) {
        return new Flaw(code, Severity.REMARK, file, place, Optional.empty(), says, "");
    }

    Flaw todo(String advice) {
        return new Flaw(code, severity, file, place, line, says, advice);
    }

    Flaw line(int number) {
        return new Flaw(code, severity, file, place, Optional.of(number), says, todo);
    }

    boolean error() {
        return severity == Severity.ERROR;
    }

    ObjectNode json(String form) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("form", form).put("code", code)
                .put("severity", word()).put("file", file).put("place", place);
        line.ifPresent(number -> json.put("line", number));
        return json.put("says", says).put("todo", todo);
    }

    /** Two lines for people. */
    String text() {
        return file + line.map(number -> ":" + number).orElse("") + ": " + word() + " " + code
                + (place.isEmpty() ? "" : " " + place) + ": " + says + (todo.isEmpty() ? "" : "\n    " + todo);
    }

    private String word() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
