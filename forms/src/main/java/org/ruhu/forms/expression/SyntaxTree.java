package org.ruhu.forms.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.forms.expression.Expression.At;
import org.ruhu.forms.expression.Expression.BooleanConstant;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.Column;
import org.ruhu.forms.expression.Expression.ContextValue;
import org.ruhu.forms.expression.Expression.DateConstant;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Expression.Line;
import org.ruhu.forms.expression.Expression.NumberConstant;
import org.ruhu.forms.expression.Expression.NumberList;
import org.ruhu.forms.expression.Expression.Quantified;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Expression.TextConstant;
import org.ruhu.forms.expression.Expression.TextList;

/** An expression as JSON: what travels to tablets, where nothing is parsed. */
public final class SyntaxTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SyntaxTree() {}

    public static ObjectNode json(Expression expression) {
        if (expression instanceof Call call) {
            ObjectNode node = JSON.objectNode().put("call", call.function());
            ArrayNode args = node.putArray("args");
            call.args().forEach(arg -> args.add(json(arg)));
            return node;
        }
        if (expression instanceof Quantified quantified) {
            return quantified(quantified);
        }
        if (expression instanceof Field field) {
            return JSON.objectNode().put("field", field.name()).put("of", field.of());
        }
        if (expression instanceof Line line) {
            return JSON.objectNode().put("line", line.of());
        }
        if (expression instanceof At at) {
            return at(at);
        }
        if (expression instanceof Column column) {
            return JSON.objectNode().put("column", column.name());
        }
        return expression instanceof ContextValue value
                ? JSON.objectNode().put("context", value.name()) : constant(expression);
    }

    private static ObjectNode quantified(Quantified quantified) {
        ObjectNode node = JSON.objectNode().put("call", quantified.quantifier());
        node.set("over", json(quantified.over()));
        quantified.lambda().ifPresent(lambda ->
                node.put("var", lambda.variable()).set("body", json(lambda.body())));
        return node;
    }

    private static ObjectNode at(At at) {
        ObjectNode node = JSON.objectNode().put("call", "at");
        node.set("over", json(at.over()));
        node.set("index", json(at.index()));
        node.put("var", at.lambda().variable()).set("body", json(at.lambda().body()));
        return node;
    }

    public static ObjectNode json(RosterName roster) {
        return JSON.objectNode().put("roster", roster.name()).put("of", roster.of());
    }

    private static ObjectNode constant(Expression expression) {
        ObjectNode node = JSON.objectNode();
        if (expression instanceof NumberConstant number) {
            node.put("number", Numbers.plain(number.value()));
        } else if (expression instanceof TextConstant text) {
            node.put("text", text.value());
        } else if (expression instanceof BooleanConstant yes) {
            node.put("boolean", yes.value());
        } else if (expression instanceof DateConstant date) {
            node.put("date", date.value().toString());
        } else if (expression instanceof TextList list) {
            list.values().forEach(node.putArray("list")::add);
        } else if (expression instanceof NumberList list) {
            list.values().stream().map(Numbers::plain).forEach(node.putArray("numbers")::add);
        } else {
            node.put("null", true);
        }
        return node;
    }
}
