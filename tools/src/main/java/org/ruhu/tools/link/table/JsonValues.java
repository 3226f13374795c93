package org.ruhu.tools.link.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values of JSON objects as texts. */
final class JsonValues {

    private JsonValues() {}

    /** @param column a member's name, or several with a slash between for one that lies deeper */
    static String of(JsonNode object, String column) {
        JsonNode value = object.path(column);
        if (value.isMissingNode() && column.indexOf('/') > 0) {
            value = object.at("/" + column);
        }
        return text(value).strip();
    }

    /** Of an array its values with blanks between. */
    private static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBigDecimal()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(" ", parts);
        }
        return value.isNull() || value.isMissingNode() ? "" : value.isObject() ? value.toString() : value.asText();
    }
}
