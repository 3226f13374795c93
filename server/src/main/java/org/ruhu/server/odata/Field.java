package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.ruhu.tools.dataset.Variable;

/** A column as a property of an entity. Several codes are one text with blanks between; what is masked is text too. */
record Field(String name, Sort sort, int column) {

    enum Sort {
        TEXT("Edm.String"), INTEGER("Edm.Int64"), DECIMAL("Edm.Decimal"), BOOLEAN("Edm.Boolean"), DATE("Edm.Date"),
        MOMENT("Edm.DateTimeOffset");

        private final String edm;

        Sort(String edm) {
            this.edm = edm;
        }

        String edm() {
            return edm;
        }
    }

    static Field of(Variable variable, int column) {
        return new Field(variable.name(), variable.identifying() ? Sort.TEXT : sort(variable), column);
    }

    private static Sort sort(Variable variable) {
        return switch (variable.type()) {
            case TEXT, CODE, CODES -> Sort.TEXT;
            case INTEGER -> Sort.INTEGER;
            case NUMBER -> Sort.DECIMAL;
            case BOOLEAN -> Sort.BOOLEAN;
            case DATE -> Sort.DATE;
            case DATETIME -> Sort.MOMENT;
        };
    }

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile(DAY + "T\\d{2}:\\d{2}(:\\d{2}([.]\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");

    /** The value of a cell as this property has it; null where there is none, or none that fits. */
    JsonNode of(JsonNode cell) {
        if (cell.isMissingNode() || cell.isNull()) {
            return NullNode.getInstance();
        }
        boolean fits = switch (sort) {
            case TEXT -> true;
            case INTEGER -> cell.canConvertToExactIntegral() && cell.canConvertToLong();
            case DECIMAL -> cell.isNumber();
            case BOOLEAN -> cell.isBoolean();
            case DATE -> DAY.matcher(cell.asText()).matches();
            case MOMENT -> INSTANT.matcher(cell.asText()).matches();
        };
        return !fits ? NullNode.getInstance() : sort == Sort.TEXT ? TextNode.valueOf(text(cell)) : cell;
    }

    private static String text(JsonNode cell) {
        if (!cell.isArray()) {
            return cell.isValueNode() ? cell.asText() : cell.toString();
        }
        StringJoiner joined = new StringJoiner(" ");
        cell.forEach(item -> joined.add(item.asText()));
        return joined.toString();
    }
}
