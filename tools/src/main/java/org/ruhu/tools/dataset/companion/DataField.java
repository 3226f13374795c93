package org.ruhu.tools.dataset.companion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.dataset.Codebook;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;

/** A column in a data package. What the specification has no word for has one of ours, which readers pass over. */
final class DataField {

    private static final Set<String> ALWAYS = Set.of("submission", "number", "form_version");

    private final Output output;
    private final Table table;
    private final Variable variable;

    DataField(Output output, Table table, Variable variable) {
        this.output = output;
        this.table = table;
        this.variable = variable;
    }

    void write(ObjectNode field) {
        ValueType type = variable.type();
        field.put("type", output.starred(variable) ? "string" : switch (type) {
            case TEXT, CODE -> "string";
            case CODES -> output.extension().equals("ndjson") ? "array" : "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATETIME -> "datetime";
        });
        if (type == ValueType.BOOLEAN && !output.starred(variable)) {
            field.putArray("trueValues").add("1");
            field.putArray("falseValues").add("0");
        }
        if (type == ValueType.DATETIME && !output.starred(variable)) {
            field.put("format", "any");
        }
        field.put("title", variable.label(output.language()));
        DataPackage.texts(field.putObject("titles"), output, variable::label);
        output.hint(variable, output.language()).ifPresent(hint -> field.put("description", hint));
        constraints(field.putObject("constraints"));
        categories(field);
        said(field);
    }

    private void constraints(ObjectNode constraints) {
        if (variable.role() == Role.KEY) {
            constraints.put("required", ALWAYS.contains(variable.name()) || variable.type() == ValueType.INTEGER);
        } else if (!output.starred(variable)) {
            output.bound(variable, "minimum").ifPresent(least -> constraints.put("minimum", least));
            output.bound(variable, "maximum").ifPresent(most -> constraints.put("maximum", most));
            if (variable.type() == ValueType.CODE && variable.list().isEmpty()) {
                ArrayNode codes = constraints.putArray("enum");
                variable.options().forEach(option -> codes.add(written(option)));
            }
        }
    }

    private void categories(ObjectNode field) {
        if (variable.type() == ValueType.CODES) {
            field.put("codes", true);
        }
        if (variable.list().isPresent()) {
            field.put("list", variable.list().get());
            return;
        }
        for (Option option : variable.options()) {
            ObjectNode category = field.withArray("categories").addObject();
            category.put("value", written(option)).put("label", option.label(output.language()));
            DataPackage.texts(category.putObject("labels"), output, option::label);
            if (option.versions().size() < variable.versions().size()) {
                option.versions().forEach(category.withArray("versions")::add);
            }
        }
    }

    /** As the file has it. */
    private String written(Option option) {
        return output.extension().equals("csv") ? Cell.guarded(option.value()) : option.value();
    }

    private void said(ObjectNode field) {
        if (variable.role() == Role.VALUE) {
            Output.reasonOf(table, variable).ifPresent(reason -> field.put("missingReasons", reason.name()));
        }
        put(field, "unit", variable.unit());
        put(field, "universe", variable.universe());
        put(field, "section", output.section(variable, output.language()));
        put(field, "question", variable.question().map(question -> question.path()).orElse(""));
        if (variable.question().isPresent()) {
            put(field, "sensitivity", Codebook.sensitivity(variable));
            put(field, "changes", Codebook.changes(variable));
            variable.versions().forEach(field.withArray("versions")::add);
        }
    }

    private static void put(ObjectNode field, String name, String text) {
        if (!text.isEmpty()) {
            field.put(name, text);
        }
    }
}
