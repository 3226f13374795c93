package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.forms.parameter.Parameters;

/** Expressions in the words of a language, with the numbers and texts of the questions they look at. */
final class Phrases {

    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("==", "="), Map.entry("!=", ""),
            Map.entry("<", "<"), Map.entry("<=", "≤"), Map.entry(">", ">"), Map.entry(">=", "≥"), Map.entry("+", "+"),
            Map.entry("-", "−"), Map.entry("*", "×"), Map.entry("/", "÷"));
    private static final Map<String, String> OPPOSITES = Map.of("==", "!=", "!=", "==", "<", ">=", "<=", ">", ">", "<=",
            ">=", "<");

    /** Of more codes the texts are left out. */
    private static final int MOST_NAMED = 6;
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "if");

    private final FormVersion form;
    private final Map<String, String> numbers;
    private final String language;

    /** @param numbers of questions on paper, by path */
    Phrases(FormVersion form, Map<String, String> numbers, String language) {
        this.form = form;
        this.numbers = numbers;
        this.language = language;
    }

    String of(Program.Rule rule) {
        return phrase(rule.tree(), rule.where());
    }

    /** Number and text of a question. */
    String question(String path) {
        String number = numbers.getOrDefault(path, "");
        return (number.isEmpty() ? "" : number + " ") + form.label(path, language).replaceAll("\\{\\{.*?}}", "…")
                .replaceAll("[?？]$", "");
    }

    private String say(String key, Object... parts) {
        return Words.say(language, "say." + key, parts);
    }

    private String phrase(JsonNode tree, Where where) {
        if (tree.has("field")) {
            String path = where.path(tree);
            return truth(path, "true").orElseGet(() -> question(path));
        }
        if (tree.has("over")) {
            return quantified(tree, where);
        }
        if (tree.has("call")) {
            return call(tree.path("call").asText(), tree.path("args"), where);
        }
        if (tree.has("context")) {
            return outside(tree.path("context").asText());
        }
        if (tree.has("line")) {
            return say("line", question(where.lineOf(tree)));
        }
        if (tree.has("column")) {
            return say("column", tree.path("column").asText());
        }
        return constant(tree, Optional.empty());
    }

    /** What a yes-or-no question says when its answer is this one. */
    private Optional<String> truth(String path, String answer) {
        return form.question(path).filter(question -> question.kind() == Kind.BOOLEAN)
                .map(question -> say("is", question(path), option(question, answer)));
    }

    /** Text of a code; of yes and no our own words where the form has none. */
    String option(Question question, String code) {
        String text = form.optionLabel(question.path(), code, language);
        boolean ours = question.kind() == Kind.BOOLEAN && text.equals(code);
        return ours ? Words.say(language, code.equals("true") ? "yes" : "no") : text;
    }

    /** A value from outside: what it is called, and what it is when nobody says otherwise. */
    String outside(String name) {
        JsonNode declared = form.schema().path("x-context").path(name);
        String called = Words.has(language, "outside." + name) ? Words.say(language, "outside." + name)
                : Parameters.bundled().parameter(declared.path("parameter").asText())
                        .map(table -> table.title().getOrDefault(language, table.title().get("zh")))
                        .or(() -> original(declared.path("original"))).orElse(name.replace('_', ' '));
        JsonNode usual = declared.path("default");
        return usual.isMissingNode() ? say("outside", called) : say("outside-usually", called, usual.isBoolean()
                ? Words.say(language, usual.asBoolean() ? "yes" : "no") : usual.asText());
    }

    /** What the interview that is looked at again said, where that is one answer. */
    private Optional<String> original(JsonNode original) {
        return Catalogue.bundled().latest(original.path("form").asText())
                .filter(first -> first.question("/" + original.path("of").asText()).isPresent())
                .map(first -> say("original", first.label("/" + original.path("of").asText(), language)));
    }

    /** @param beside the question a constant is compared with: its codes have texts */
    private String constant(JsonNode tree, Optional<Question> beside) {
        if (tree.has("list")) {
            List<String> all = new ArrayList<>();
            boolean many = tree.path("list").size() > MOST_NAMED;
            tree.path("list").forEach(code -> all.add(many ? code.asText() : code(code.asText(), beside)));
            return String.join(say("listed"), all);
        }
        if (tree.has("numbers")) {
            List<String> all = new ArrayList<>();
            tree.path("numbers").forEach(number -> all.add(number.asText()));
            return String.join(say("listed"), all);
        }
        if (tree.has("boolean")) {
            String word = tree.path("boolean").asText();
            return beside.map(question -> option(question, word))
                    .orElseGet(() -> Words.say(language, word.equals("true") ? "yes" : "no"));
        }
        return tree.has("text") ? code(tree.path("text").asText(), beside)
                : tree.has("number") ? tree.path("number").asText()
                : tree.has("date") ? tree.path("date").asText() : say("nothing");
    }

    private String code(String code, Optional<Question> beside) {
        boolean known = beside.filter(question -> question.codes().contains(code)).isPresent();
        return say("quoted", known ? code + " " + form.optionLabel(beside.get().path(), code, language) : code);
    }

    private String call(String function, JsonNode args, Where where) {
        return switch (function) {
            case "and", "or" -> args.get(0).path("call").asText().equals(function)
                    ? say(function, phrase(args.get(0), where), bracketed(args.get(1), where, function))
                    : say(function, bracketed(args.get(0), where, function), bracketed(args.get(1), where, function));
            case "implies" -> say("implies", phrase(args.get(0), where), phrase(args.get(1), where));
            case "not" -> not(args.get(0), where);
            case "==", "!=", "<", "<=", ">", ">=" -> comparison(function, args, where);
            case "in" -> say("in", value(args.get(0), where), operand(args.get(1), args.get(0), where));
            case "contains" -> say("contains", value(args.get(0), where), operand(args.get(1), args.get(0), where));
            case "+", "-", "*", "/" -> term(args.get(0), where, function, true) + " " + SIGNS.get(function) + " "
                    + term(args.get(1), where, function, false);
            case "neg" -> "−" + term(args.get(0), where, "neg", false);
            default -> function(function, args, where);
        };
    }

    private String function(String function, JsonNode args, Where where) {
        Object[] parts = new Object[args.size()];
        for (int i = 0; i < parts.length; i++) {
            boolean bracketed = args.size() < 3 && !args.get(i).has("over")
                    && ARITHMETIC.contains(args.get(i).path("call").asText());
            parts[i] = bracketed ? say("brackets", value(args.get(i), where)) : value(args.get(i), where);
        }
        String key = function.equals("len") && args.get(0).has("field") && form.question(where.path(args.get(0)))
                .filter(question -> question.kind() == Kind.CODES).isPresent() ? "chosen" : function;
        boolean worded = Words.has(language, "say." + key);
        return worded ? say(key, parts) : function + "(" + List.of(parts).stream().map(Object::toString)
                .collect(Collectors.joining(", ")) + ")";
    }

    private String bracketed(JsonNode tree, Where where, String around) {
        String call = tree.path("call").asText();
        boolean loose = call.equals("implies") || (call.equals("and") || call.equals("or")) && !call.equals(around);
        return loose ? say("brackets", phrase(tree, where)) : phrase(tree, where);
    }

    /** A part of a sum or product, in brackets where it would be read otherwise without. */
    private String term(JsonNode tree, Where where, String around, boolean left) {
        String call = tree.has("over") ? "" : tree.path("call").asText();
        boolean product = call.equals("*") || call.equals("/");
        boolean sum = call.equals("+") || call.equals("-");
        boolean inSum = around.equals("+") || around.equals("-");
        boolean loose = call.equals("if") || sum && !(inSum && (left || around.equals("+")))
                || product && !(inSum || left && !around.equals("neg"));
        return loose ? say("brackets", value(tree, where)) : value(tree, where);
    }

    /** A yes-or-no question as what it asks, not as a statement. */
    private String value(JsonNode tree, Where where) {
        return tree.has("field") ? question(where.path(tree)) : phrase(tree, where);
    }

    private String comparison(String operator, JsonNode args, Where where) {
        JsonNode left = args.get(0);
        JsonNode right = args.get(1);
        boolean truths = truth(left) && truth(right);
        String a = truths ? say("brackets", phrase(left, where)) : operand(left, right, where);
        String b = truths ? say("brackets", phrase(right, where)) : operand(right, left, where);
        return operator.equals("!=") ? say("is-not", a, b) : a + " " + SIGNS.get(operator) + " " + b;
    }

    private static boolean truth(JsonNode tree) {
        return tree.has("call") && (tree.has("over") ? List.of("any", "all", "unique") : List.of("==", "!=", "<", "<=",
                ">", ">=", "and", "or", "not", "in", "contains")).contains(tree.path("call").asText());
    }

    private String operand(JsonNode tree, JsonNode other, Where where) {
        boolean constant = !tree.has("call") && !tree.has("field") && !tree.has("context") && !tree.has("line")
                && !tree.has("column");
        Optional<Question> beside = other.has("field") ? form.question(where.path(other)) : Optional.empty();
        return constant ? constant(tree, beside) : value(tree, where);
    }

    private String not(JsonNode tree, Where where) {
        String call = tree.path("call").asText();
        JsonNode args = tree.path("args");
        if (tree.has("field")) {
            return truth(where.path(tree), "false").orElseGet(() -> say("not", phrase(tree, where)));
        }
        if (!tree.has("over") && OPPOSITES.containsKey(call)) {
            return comparison(OPPOSITES.get(call), args, where);
        }
        return switch (call) {
            case "in" -> say("not-in", value(args.get(0), where), operand(args.get(1), args.get(0), where));
            case "contains" -> say("not-contains", value(args.get(0), where), operand(args.get(1), args.get(0), where));
            case "answered" -> say("not-answered", value(args.get(0), where));
            default -> say("not", phrase(tree, where));
        };
    }

    private String quantified(JsonNode tree, Where where) {
        String roster = where.roster(tree.path("over"));
        String call = tree.path("call").asText();
        if (!tree.has("body")) {
            return say("rows", question(roster));
        }
        Where inside = where.binding(tree.path("var").asText(), roster);
        JsonNode body = tree.path("body");
        boolean condition = List.of("count", "any", "all").contains(call);
        return call.equals("at") ? say("of-rows-at", question(roster), value(tree.path("index"), where),
                value(body, inside))
                : say("of-rows-" + call, question(roster), condition ? phrase(body, inside) : value(body, inside));
    }
}
