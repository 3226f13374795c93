package org.ruhu.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ruhu.forms.expression.Expression;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Offer;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Type;

/**
 * A form made ready to run.
 *
 * @param scope    the names of the form
 * @param steps    questions, each after everything its relevance and calculation look at
 * @param offering those among them that offer something or are to have a number of rows
 * @param form     questions outside rosters
 * @param rosters  in the order of the form, one that lies in another after it
 * @param rules    checks in the order of the form
 * @param outside  values from outside by slot
 */
record Program(Scope scope, List<Step> steps, List<Step> offering, Level form, List<Level> rosters, List<Rule> rules,
        List<Outside> outside) {

    /** All expressions. */
    Stream<Rules> expressions() {
        return Stream.concat(steps.stream().flatMap(Step::expressions), rules.stream().map(Rule::rule));
    }

    /** An expression, what it looks at, and how to run it. */
    record Rules(Expression expression, Formula formula, Set<String> reads) {}

    /**
     * Questions outside rosters, or those of a row of one roster.
     *
     * @param index   position among all rosters, -1 for the form
     * @param slot    position among the rosters beside it
     * @param steps   questions by name
     * @param rosters those among the questions, by slot
     */
    record Level(String path, int index, int slot, int mostRows, Map<String, Step> steps, List<Level> rosters) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        Optional<Step> step(String question) {
            return Optional.ofNullable(steps.get(question));
        }

        /** The roster that a question of this level is. */
        Level roster(Step step) {
            return rosters.get(step.opens());
        }
    }

    /**
     * @param level  position of the roster it is asked in among all rosters, -1 outside
     * @param slot   index of its value in its row
     * @param opens  slot of the roster it is, -1 for every other question
     * @param always required whenever relevant
     * @param shows  what its texts show, by how it is written in them
     */
    record Step(Question question, Type type, int level, int slot, int opens, Optional<Rules> relevant,
            Optional<Rules> calculate, Optional<Rules> required, boolean always, Optional<Offered> offered,
            Optional<Rules> rows, Map<String, Rules> shows) {

        boolean opensRoster() {
            return opens >= 0;
        }

        Stream<Rules> expressions() {
            return Stream.of(relevant, calculate, required, offered.flatMap(Offered::rule), rows)
                    .flatMap(Optional::stream);
        }
    }

    /**
     * What a question offers.
     *
     * @param rule   which options, or which rows
     * @param roster whose rows they are
     * @param reads  paths it looks at
     */
    record Offered(Offer offer, Optional<Rules> rule, Optional<RosterName> roster, Set<String> reads) {}

    /** @param level position of the roster whose rows are judged, -1 for the whole interview */
    record Rule(Check check, int level, Rules rule) {}
}
