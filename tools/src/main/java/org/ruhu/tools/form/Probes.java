package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Interview;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/**
 * What other values a value is compared with. {@code inc == a + b} is hit by no chance; so the form is extended by
 * calculated questions that say what {@code a + b} is, and an answer may then be made to agree, or nearly.
 */
final class Probes {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final int MOST = 400;
    private static final int TRIES = 40;

    /** @param target path of the question that may take the value; of a roster, its number of rows */
    private record Probe(String name, String row, Question target, String expression) {}

    private final FormVersion form;
    private final Map<String, Asked> asked;
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final FormVersion extended;

    Probes(FormVersion form, Program program, Map<String, Asked> asked) {
        this.form = form;
        this.asked = asked;
        for (Question question : form.questions()) {
            for (String keyword : List.of("relevant", "calculate", "required")) {
                program.rule(question.path(), keyword).ifPresent(rule -> find(rule.tree(), rule.where()));
            }
            program.rule(question.path(), "rows").ifPresent(rule -> add(question, rule.tree(), rule.where()));
        }
        form.checks().forEach(check -> find(program.check(check.code()).tree(), program.check(check.code()).where()));
        this.extended = extended();
    }

    private void find(JsonNode tree, Where where) {
        JsonNode args = tree.path("args");
        if (!tree.has("over") && COMPARISONS.contains(tree.path("call").asText())) {
            pair(args.get(0), args.get(1), where);
            difference(args.get(0), where);
            difference(args.get(1), where);
        }
        args.forEach(arg -> find(arg, where));
    }

    /** {@code abs(a - b)}, {@code a - b} and {@code a / b} are small or about one when both are alike. */
    private void difference(JsonNode tree, Where where) {
        JsonNode inner = tree.path("call").asText().equals("abs") ? tree.path("args").get(0) : tree;
        if (!inner.has("over") && Set.of("-", "/").contains(inner.path("call").asText())) {
            pair(inner.path("args").get(0), inner.path("args").get(1), where);
        }
    }

    private void pair(JsonNode left, JsonNode right, Where where) {
        target(left, where).ifPresent(question -> add(question, right, where));
        target(right, where).ifPresent(question -> add(question, left, where));
    }

    /** A question asked in the row the expression belongs to, so that there is one value for it. */
    private Optional<Question> target(JsonNode tree, Where where) {
        return !tree.has("field") ? Optional.empty() : form.question(where.path(tree))
                .filter(question -> !question.calculated() && question.roster().orElse("").equals(where.row()));
    }

    private void add(Question target, JsonNode tree, Where where) {
        boolean constant = !tree.has("field") && !tree.has("call") && !tree.has("context");
        boolean known = Set.of(Kind.NUMBER, Kind.TEXT, Kind.CODE, Kind.DATE, Kind.ROSTER).contains(target.kind());
        if (!constant && known && probes.size() < MOST && !Source.text(tree).contains("unanswered()")) {
            String name = "probe_" + probes.size() + "_";
            probes.put(name, new Probe(name, where.row(), target, Source.text(tree)));
        }
    }

    /** The form with its probes; those that cannot be asked are dropped. */
    private FormVersion extended() {
        for (int i = 0; i < TRIES; i++) {
            try {
                return FormVersion.of(schema(), Map.of(), codelists());
            } catch (FormProblem problem) {
                int before = probes.size();
                probes.keySet().removeIf(name -> problem.problems().stream().anyMatch(line -> line.contains(name)));
                if (probes.size() == before) {
                    probes.clear();
                }
            }
        }
        probes.clear();
        return form;
    }

    private Map<String, JsonNode> codelists() {
        Map<String, JsonNode> lists = new LinkedHashMap<>();
        form.bundle().path("codelists").properties().forEach(list -> lists.put(list.getKey(), list.getValue()));
        return lists;
    }

    private ObjectNode schema() {
        ObjectNode schema = form.schema();
        schema.putArray("x-checks");
        for (Probe probe : probes.values()) {
            String pointer = probe.row().isEmpty() ? ""
                    : "/properties" + probe.row().replace("/*/", "/items/properties/") + "/items";
            ObjectNode question = ((ObjectNode) schema.at(pointer + "/properties")).putObject(probe.name());
            switch (probe.target().kind()) {
                case NUMBER, ROSTER -> question.put("type", "number");
                case DATE -> question.put("type", "string").put("format", "date");
                default -> question.put("type", "string").put("maxLength", 1000);
            }
            question.putObject("x-question").put("calculate", probe.expression());
        }
        return schema;
    }

    /** Makes some answers agree with what they are compared with, in place. */
    void agree(Sample sample, double share, Dice dice, GuessValue values) {
        if (probes.isEmpty()) {
            return;
        }
        Interview interview = sample.in(extended);
        List<Probe> order = new ArrayList<>(probes.values());
        Map<Probe, Double> shuffled = new LinkedHashMap<>();
        order.forEach(probe -> shuffled.put(probe, dice.share()));
        order.sort(Comparator.comparing(shuffled::get));
        for (Probe probe : order) {
            for (String row : sample.rows(probe.row())) {
                if (dice.chance(share)) {
                    JsonNode value = interview.value(row + "/" + probe.name());
                    JsonNode owner = sample.answers().at(row);
                    boolean reason = sample.missing().containsKey(row + "/" + probe.target().name());
                    if (!value.isMissingNode() && !reason && owner instanceof ObjectNode into) {
                        put(into, probe.target(), dice.chance(0.2)
                                ? values.beside(value, probe.target().kind()) : value);
                    }
                }
            }
        }
    }

    private void put(ObjectNode into, Question target, JsonNode value) {
        if (target.kind() == Kind.ROSTER) {
            resize(into, target, value.asInt());
        } else if (fits(target, value)) {
            into.set(target.name(), value);
        }
    }

    private static void resize(ObjectNode into, Question roster, int rows) {
        if (into.path(roster.name()) instanceof ArrayNode array) {
            while (array.size() > Math.max(0, rows)) {
                array.remove(array.size() - 1);
            }
            while (!array.isEmpty() && array.size() < Math.min(rows, 20)) {
                array.add(array.get(0).deepCopy());
            }
        }
    }

    private boolean fits(Question target, JsonNode value) {
        JsonNode schema = asked.get(target.path()).schema();
        return switch (target.kind()) {
            case NUMBER -> value.isNumber() && within(value, schema)
                    && (!target.integer() || value.decimalValue().stripTrailingZeros().scale() <= 0);
            case CODE -> target.codes().contains(value.asText());
            case TEXT -> schema.path("minLength").asInt(0) <= value.asText().length()
                    && schema.path("maxLength").asInt(Integer.MAX_VALUE) >= value.asText().length()
                    && value.asText().matches("(?s).*(" + schema.path("pattern").asText() + ").*");
            default -> true;
        };
    }

    private static boolean within(JsonNode value, JsonNode schema) {
        BigDecimal number = value.decimalValue();
        return !(schema.has("minimum") && number.compareTo(schema.path("minimum").decimalValue()) < 0)
                && !(schema.has("maximum") && number.compareTo(schema.path("maximum").decimalValue()) > 0);
    }
}
