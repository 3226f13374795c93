package org.ruhu.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.Program.Offered;
import org.ruhu.forms.Program.Rule;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Places;
import org.ruhu.forms.expression.Reads;
import org.ruhu.forms.expression.SyntaxTree;

/** The program of a form as JSON, for runtimes that do not parse. */
final class Bundle {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Bundle() {}

    static ObjectNode program(Program program) {
        ObjectNode json = JSON.objectNode();
        ObjectNode context = json.putObject("context");
        program.outside().forEach(outside -> context.set(outside.name(), outside(outside)));
        ArrayNode questions = json.putArray("questions");
        program.steps().forEach(step -> questions.add(question(step)));
        ArrayNode checks = json.putArray("checks");
        program.rules().forEach(rule -> checks.add(check(rule)));
        return json;
    }

    private static ObjectNode outside(Outside outside) {
        ObjectNode json = JSON.objectNode().put("type", outside.type().word());
        outside.standard().ifPresent(standard -> json.set("default", standard));
        return json;
    }

    private static ObjectNode question(Step step) {
        Question question = step.question();
        ObjectNode json = JSON.objectNode().put("path", question.path()).put("type", question.kind().word());
        question.roster().ifPresent(roster -> json.put("roster", roster));
        step.relevant().ifPresent(rules -> json.set("relevant", tree(rules)));
        step.required().ifPresentOrElse(rules -> json.set("required", tree(rules)),
                () -> json.put("required", step.always()));
        step.calculate().ifPresent(rules -> json.set("calculate", tree(rules)));
        step.offered().ifPresent(offered -> offer(offered, question, json));
        step.rows().ifPresent(rules -> json.set("rows", tree(rules)));
        question.nonresponse().forEach(json.putArray("nonresponse")::add);
        Set<String> reads = new TreeSet<>();
        step.expressions().forEach(rules -> reads.addAll(rules.reads()));
        step.offered().ifPresent(offered -> reads.addAll(offered.reads()));
        reads.forEach(json.putArray("reads")::add);
        if (!step.shows().isEmpty()) {
            ObjectNode shows = json.putObject("shows");
            step.shows().forEach((insert, rules) -> shows.set(insert, tree(rules)));
        }
        return json;
    }

    private static void offer(Offered offered, Question question, ObjectNode json) {
        if (offered.roster().isEmpty()) {
            json.set("filter", tree(offered.rule().orElseThrow()));
            return;
        }
        Choose choose = question.choose().orElseThrow();
        ObjectNode rows = json.putObject("choose");
        rows.set("roster", SyntaxTree.json(offered.roster().get()));
        rows.put("value", choose.value());
        choose.label().forEach(rows.putArray("label")::add);
        offered.rule().ifPresent(where -> rows.set("where", tree(where)));
    }

    private static ObjectNode check(Rule rule) {
        Check check = rule.check();
        ObjectNode json = JSON.objectNode().put("code", check.code())
                .put("severity", check.severity().name().toLowerCase(Locale.ROOT));
        check.each().ifPresent(each -> json.put("each", each));
        json.set("rule", tree(rule.rule()));
        check.refers().forEach(json.putArray("refers")::add);
        rule.rule().reads().forEach(json.putArray("reads")::add);
        return json;
    }

    private static ObjectNode tree(Rules rules) {
        return SyntaxTree.json(rules.expression());
    }

    /** The counties, when the program asks for them. */
    static Optional<ArrayNode> counties(Program program) {
        boolean asked = program.expressions()
                .anyMatch(rules -> Reads.calls(rules.expression(), "known_county"));
        ArrayNode counties = JSON.arrayNode();
        Places.counties().forEach(counties::add);
        return asked ? Optional.of(counties) : Optional.empty();
    }
}
