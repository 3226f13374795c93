package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** Where an interviewer goes on after an option: past the questions that it rules out. */
final class PaperSkips {

    private final PaperForm paper;

    PaperSkips(PaperForm paper) {
        this.paper = paper;
    }

    /**
     * @param following the questions printed after it, in their order
     * @param next      what comes after the last of them, escaped
     * @return an arrow and a number; empty where the next question is simply next
     */
    String after(Question question, String option, List<String> following, String next) {
        Object value = question.kind() == Kind.BOOLEAN ? (Object) option.equals("true") : option;
        if (question.kind() == Kind.CODES) {
            return "";
        }
        Map<String, Optional<Object>> known = new HashMap<>();
        known.put(question.path(), Optional.of(value));
        boolean skipped = false;
        for (String path : following) {
            if (paper.question(path).calculated()) {
                continue;
            }
            if (asked(path, known)) {
                return skipped ? arrow(paper.say("goto", paper.number(path))) : "";
            }
            known.put(path, Optional.empty());
            skipped = true;
        }
        return skipped ? arrow(next) : "";
    }

    private static String arrow(String where) {
        return " <em>" + where + "</em>";
    }

    private boolean asked(String path, Map<String, Optional<Object>> known) {
        Optional<Program.Rule> rule = paper.program.rule(path, "relevant");
        return rule.isEmpty() || possible(rule.get(), known);
    }

    private static boolean possible(Program.Rule rule, Map<String, Optional<Object>> known) {
        JsonNode tree = rule.tree();
        return (new Possible(rule.where(), known).truth(tree) & Possible.TRUE) != 0;
    }
}
