package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A tree of the program written as an expression again. */
final class Source {

    private static final Set<String> BETWEEN = Set.of("and", "or", "implies", "==", "!=", "<", "<=", ">", ">=", "in",
            "contains", "+", "-", "*", "/");

    private Source() {}

    static String text(JsonNode tree) {
        if (tree.has("field")) {
            return name(tree.path("field").asText(), tree.path("of").asText());
        }
        if (tree.has("over")) {
            return quantified(tree);
        }
        if (tree.has("call")) {
            return call(tree.path("call").asText(), tree.path("args"));
        }
        if (tree.has("context")) {
            return "$" + tree.path("context").asText();
        }
        if (tree.has("column")) {
            return "choice." + tree.path("column").asText();
        }
        return tree.has("line") ? line(tree.path("line").asText()) : constant(tree);
    }

    private static String line(String of) {
        return of.equals("row") ? "line()" : "line(" + of.substring(of.lastIndexOf('/') + 1) + ")";
    }

    private static String name(String name, String of) {
        return of.equals("form") ? "form." + name : of.equals("row") || of.startsWith("/") ? name : of + "." + name;
    }

    private static String constant(JsonNode tree) {
        if (tree.has("date")) {
            return "date(\"" + tree.path("date").asText() + "\")";
        }
        if (tree.has("list")) {
            return tree.path("list").toString();
        }
        if (tree.has("numbers")) {
            List<String> numbers = new ArrayList<>();
            tree.path("numbers").forEach(number -> numbers.add(number.asText()));
            return "[" + String.join(", ", numbers) + "]";
        }
        return tree.has("text") ? tree.path("text").toString() : tree.has("number") ? tree.path("number").asText()
                : tree.has("boolean") ? tree.path("boolean").asText() : "null";
    }

    private static String call(String function, JsonNode args) {
        List<String> parts = new ArrayList<>();
        boolean operator = BETWEEN.contains(function) || function.equals("not") || function.equals("neg");
        args.forEach(arg -> parts.add(operator && operator(arg) ? "(" + text(arg) + ")" : text(arg)));
        if (BETWEEN.contains(function)) {
            return parts.get(0) + " " + function + " " + parts.get(1);
        }
        return function.equals("not") ? "not " + parts.get(0) : function.equals("neg") ? "-" + parts.get(0)
                : function + "(" + String.join(", ", parts) + ")";
    }

    private static boolean operator(JsonNode tree) {
        String call = tree.path("call").asText();
        return !tree.has("over") && (BETWEEN.contains(call) || call.equals("not") || call.equals("neg"))
                || tree.path("number").asText().startsWith("-");
    }

    private static String quantified(JsonNode tree) {
        JsonNode over = tree.path("over");
        String roster = name(over.path("roster").asText(), over.path("of").asText());
        String index = tree.has("index") ? ", " + text(tree.path("index")) : "";
        return tree.path("call").asText() + "(" + roster + index + (tree.has("body")
                ? ", " + tree.path("var").asText() + " -> " + text(tree.path("body")) : "") + ")";
    }
}
