package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.expression.Expression;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Type;

/**
 * A form made ready to run.
 *
 * @param scope    the names of the form
 * @param steps    questions, each after everything its relevance and calculation look at
 * @param form     questions outside rosters by name, rosters included
 * @param rules    checks in the order of the form
 * @param rosters  rosters by slot
 * @param context  values from outside by slot
 */
record Program(Scope scope, List<Step> steps, Map<String, Step> form, List<Rule> rules, List<Roster> rosters,
        List<Outside> context) {

    /** The question outside rosters with this name, a roster too. */
    Optional<Step> step(String name) {
        return Optional.ofNullable(form.get(name));
    }

    Collection<Step> formSteps() {
        return form.values();
    }

    int width() {
        return form.size();
    }

    /** An expression, what it looks at, and how to run it. */
    record Rules(Expression expression, Formula formula, Set<String> reads) {}

    /**
     * @param roster  slot of its roster, -1 outside rosters
     * @param slot    index of its value in its row
     * @param opens   slot of the roster it is, -1 for every other question
     * @param always  required whenever relevant
     */
    record Step(Question question, Type type, int roster, int slot, int opens, Optional<Rules> relevant,
            Optional<Rules> calculate, Optional<Rules> required, boolean always) {

        boolean inRoster() {
            return roster >= 0;
        }

        boolean opensRoster() {
            return opens >= 0;
        }
    }

    /** @param roster slot of the roster whose rows are judged, -1 for the whole interview */
    record Rule(Check check, int roster, Rules rule) {}

    /** @param steps questions of a row by name */
    record Roster(String name, int mostRows, Map<String, Step> steps) {

        Optional<Step> step(String question) {
            return Optional.ofNullable(steps.get(question));
        }
    }

    record Outside(String name, Type type, Optional<JsonNode> standard) {}
}
