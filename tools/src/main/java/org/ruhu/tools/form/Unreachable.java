package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/**
 * Proves of simple rules that they are never true: all answers to the few questions they look at are tried, numbers
 * at, between and beside the constants they are compared with.
 */
final class Unreachable {

    private static final int MOST_TRIED = 200_000;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final FormVersion form;
    private final Program program;

    Unreachable(FormVersion form, Program program) {
        this.form = form;
        this.program = program;
    }

    /** Why nobody is ever asked the question; empty when that is not proven. */
    Optional<String> proof(String path) {
        Optional<Program.Rule> rule = program.rule(path, "relevant");
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        List<Program.Rule> rules = new ArrayList<>(List.of(rule.get()));
        Set<String> fields = new LinkedHashSet<>();
        collect(rule.get(), rules, fields);
        List<String> names = List.copyOf(fields);
        List<List<Optional<Object>>> values = new ArrayList<>();
        long combinations = 1;
        for (String field : names) {
            values.add(values(field, rules));
            combinations *= Math.max(1, values.get(values.size() - 1).size());
            if (combinations > MOST_TRIED) {
                return Optional.empty();
            }
        }
        return possible(rule.get(), names, values, new HashMap<>(), 0) ? Optional.empty()
                : Optional.of(names.isEmpty() ? "it is the same for everybody"
                        : "no answers to " + String.join(", ", names) + " make it so");
    }

    /** A value is there only where its question is asked: those rules count too. */
    private void collect(Program.Rule rule, List<Program.Rule> rules, Set<String> fields) {
        for (String key : Hints.keys(rule.tree(), rule.where())) {
            Optional<Question> question = form.question(key);
            boolean simple = question.filter(q -> !q.calculated() && (q.kind() == Kind.BOOLEAN || q.kind() == Kind.CODE
                    || q.kind() == Kind.NUMBER) && q.codes().size() <= 60).isPresent();
            boolean calculatedNumber = question.filter(q -> q.calculated() && q.kind() == Kind.NUMBER).isPresent();
            if ((simple || calculatedNumber) && fields.add(key)) {
                program.rule(key, "relevant").ifPresent(above -> {
                    rules.add(above);
                    collect(above, rules, fields);
                });
            }
        }
    }

    private List<Optional<Object>> values(String path, List<Program.Rule> rules) {
        Question question = form.question(path).orElseThrow();
        List<Optional<Object>> values = new ArrayList<>(List.of(Optional.empty()));
        if (question.kind() == Kind.BOOLEAN) {
            values.addAll(List.of(Optional.of(true), Optional.of(false)));
        } else if (question.kind() == Kind.CODE) {
            question.codes().forEach(code -> values.add(Optional.of(code)));
        } else {
            numbers(path, question, rules).forEach(number -> values.add(Optional.of(number)));
        }
        return values;
    }

    private Set<BigDecimal> numbers(String path, Question question, List<Program.Rule> rules) {
        Set<BigDecimal> points = new TreeSet<>(List.of(BigDecimal.ZERO));
        for (Program.Rule rule : rules) {
            for (JsonNode node : Possible.nodes(rule.tree())) {
                if (node.has("number")) {
                    points.add(new BigDecimal(node.path("number").asText()));
                }
                node.path("numbers").forEach(number -> points.add(new BigDecimal(number.asText())));
            }
        }
        JsonNode schema = form.schema().at("/properties" + path.replace("/*/", "/items/properties/"));
        boolean calculated = question.calculated();
        Optional<BigDecimal> least = limit(schema.path("minimum"), calculated);
        Optional<BigDecimal> most = limit(schema.path("maximum"), calculated);
        least.ifPresent(points::add);
        most.ifPresent(points::add);
        Set<BigDecimal> all = new TreeSet<>();
        BigDecimal before = null;
        for (BigDecimal point : points) {
            all.addAll(List.of(point, point.subtract(BigDecimal.ONE), point.add(BigDecimal.ONE)));
            if (!question.integer() && before != null) {
                all.add(before.add(point).multiply(HALF));
            }
            if (!question.integer()) {
                all.addAll(List.of(point.subtract(HALF), point.add(HALF)));
            }
            before = point;
        }
        all.removeIf(number -> least.filter(limit -> number.compareTo(limit) < 0).isPresent()
                || most.filter(limit -> number.compareTo(limit) > 0).isPresent());
        return all;
    }

    /** What is calculated may leave its range: that is only a misfit. */
    private static Optional<BigDecimal> limit(JsonNode limit, boolean calculated) {
        return calculated || !limit.isNumber() ? Optional.empty() : Optional.of(limit.decimalValue());
    }

    private boolean possible(Program.Rule rule, List<String> names, List<List<Optional<Object>>> values,
            Map<String, Optional<Object>> known, int next) {
        if (next == names.size()) {
            return asked(rule, known) && known.entrySet().stream().allMatch(value -> value.getValue().isEmpty()
                    || program.rule(value.getKey(), "relevant").filter(above -> !asked(above, known)).isEmpty());
        }
        for (Optional<Object> value : values.get(next)) {
            known.put(names.get(next), value);
            if (possible(rule, names, values, known, next + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asked(Program.Rule rule, Map<String, Optional<Object>> known) {
        return (new Possible(rule.where(), known).truth(rule.tree()) & Possible.TRUE) != 0;
    }
}
