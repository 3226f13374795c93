package org.ruhu.tools.form;

import java.util.List;
import java.util.stream.Collectors;
import org.ruhu.forms.Question;

/** One question outside rosters: who is asked, what, and where the answer goes. */
final class PaperQuestion {

    private static final int LONGEST_FORMULA = 300;
    private static final int LONGEST_CONDITION = 400;

    private final PaperForm paper;
    private final PaperAnswer answer;

    PaperQuestion(PaperForm paper, PaperAnswer answer) {
        this.paper = paper;
        this.answer = answer;
    }

    /** @param following questions printed after it on the page; @param next what comes after the page, escaped */
    String html(Question question, List<String> following, String next) {
        String path = question.path();
        boolean office = question.calculated() || device(question);
        boolean wide = answer.wide(question);
        return "<div class=\"q" + (wide ? " wide" : "") + (office ? " office" : "") + "\"><div class=\"n\">"
                + PaperForm.escaped(paper.number(path)) + "</div><div class=\"b\">" + condition(paper, question)
                + "<p class=\"t\">" + paper.label(path) + "</p>"
                + paper.form.hint(path, paper.language).map(text -> "<p class=\"h\">" + paper.text(text, path) + "</p>")
                        .orElse("")
                + office(paper, question) + "</div><div class=\"a\">" + answer.html(question, following, next)
                + "</div></div>\n";
    }

    private static boolean device(Question question) {
        return question.widget().filter(List.of("start-time", "end-time", "gps")::contains).isPresent();
    }

    /** Who is asked, and when it may not stay empty. */
    static String condition(PaperForm paper, Question question) {
        String path = question.path();
        return paper.program.rule(path, "relevant").map(rule -> condition(paper, rule, "if")).orElse("")
                + paper.program.rule(path, "required").map(rule -> condition(paper, rule, "required-if")).orElse("");
    }

    private static String condition(PaperForm paper, Program.Rule rule, String key) {
        String phrase = paper.phrases.of(rule);
        return "<p class=\"if\">" + (phrase.length() <= LONGEST_CONDITION ? paper.say(key, phrase)
                : paper.say(key + ".from", inputs(paper, rule))) + "</p>";
    }

    /** Numbers of the questions an expression looks at. */
    private static String inputs(PaperForm paper, Program.Rule rule) {
        return Hints.keys(rule.tree(), rule.where()).stream()
                .map(key -> key.startsWith("$") ? paper.phrases.outside(key.substring(1)) : paper.number(key))
                .filter(number -> !number.isEmpty()).distinct().collect(Collectors.joining(", "));
    }

    /** What the interviewer need not write. */
    static String office(PaperForm paper, Question question) {
        String path = question.path();
        if (question.calculated()) {
            return "<p class=\"f\">" + paper.program.rule(path, "calculate").map(rule -> formula(paper, rule))
                    .orElse("") + "</p>";
        }
        boolean said = paper.form.hint(path, paper.language).isPresent() && !question.unit().isPresent();
        return device(question) && said ? ""
                : device(question) ? "<p class=\"f\">" + paper.say("office.device") + "</p>"
                : question.prefill().isPresent() ? "<p class=\"f\">" + paper.say("office.prefilled") + "</p>" : "";
    }

    /** In full, or what goes into it when that is a long story. */
    private static String formula(PaperForm paper, Program.Rule rule) {
        String formula = paper.phrases.of(rule);
        return formula.length() <= LONGEST_FORMULA ? paper.say("office.calculated", formula)
                : paper.say("office.from", inputs(paper, rule));
    }
}
