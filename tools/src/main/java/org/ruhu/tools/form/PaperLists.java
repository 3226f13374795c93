package org.ruhu.tools.form;

import java.util.stream.Collectors;
import org.ruhu.forms.Question;

/** The annex of code lists too long to stand beside their questions. */
final class PaperLists {

    /** Longer lists are books of their own. */
    static final int LONGEST = 300;

    private PaperLists() {}

    /** A list is called after the first question that needs it. */
    static String title(PaperForm paper, String name, Question question) {
        return paper.form.label(paper.annexed.getOrDefault(name, question).path(), paper.language);
    }

    static String html(PaperForm paper) {
        if (paper.annexed.isEmpty()) {
            return "";
        }
        return "<section class=\"annex\"><h2>" + paper.say("lists") + "</h2>" + paper.annexed.values().stream()
                .map(question -> "<h3>" + paper.label(question.path()) + "</h3><ul class=\"codes\">"
                        + question.codes().stream().map(code -> "<li><b>" + PaperForm.escaped(code) + "</b> "
                                + PaperForm.escaped(paper.form.optionLabel(question.path(), code, paper.language))
                                + "</li>").collect(Collectors.joining()) + "</ul>")
                .collect(Collectors.joining()) + "</section>";
    }
}
