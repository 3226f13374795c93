package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One thing that a new version of a form does otherwise, and what that does to what was collected.
 *
 * @param code     stable and kebab-case, such as {@code code-removed}
 * @param place    path of a question, code of a check, or name of what it is about
 * @param breaking whether somebody who reads the data of both versions as one would lose, misread or misplace something
 * @param drafts   what happens to an interview begun with the old version and continued with the new one
 * @param answers  what happens to answers that are stored
 * @param export   what happens to the columns of exports
 */
public record Change(String code, String place, boolean breaking, String says, String drafts, String answers,
        String export) {

    /** A change that touches nothing collected, until told otherwise. */
    static Change of(String code, String place, String says) {
        return new Change(code, place, false, says, "nothing", "nothing", "nothing");
    }

    Change breaks() {
        return new Change(code, place, true, says, drafts, answers, export);
    }

    Change drafts(String effect) {
        return new Change(code, place, breaking, says, effect, answers, export);
    }

    Change answers(String effect) {
        return new Change(code, place, breaking, says, drafts, effect, export);
    }

    Change export(String effect) {
        return new Change(code, place, breaking, says, drafts, answers, effect);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("place", place).put("breaking", breaking)
                .put("says", says).put("drafts", drafts).put("answers", answers).put("export", export);
    }

    /** For people: a line, and one for every effect there is. */
    String text() {
        return (breaking ? "BREAKING " : "         ") + code + " " + place + ": " + says + effect("drafts", drafts)
                + effect("answers", answers) + effect("export", export);
    }

    private static String effect(String on, String effect) {
        return effect.equals("nothing") ? "" : "\n             " + on + ": " + effect;
    }
}
