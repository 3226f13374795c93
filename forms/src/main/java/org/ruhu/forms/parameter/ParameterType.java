package org.ruhu.forms.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ruhu.forms.expression.Dates;

/** What the values of a parameter are; the words are those of {@code x-context}. */
public enum ParameterType {
    BOOLEAN, NUMBER, TEXT, DATE;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final int LONGEST_TEXT = 1000;
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    /** As it stands in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with this word. */
    public static Optional<ParameterType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** Whether this JSON is a value of the type; a number is smaller than 1e15. */
    public boolean accepts(JsonNode value) {
        return switch (this) {
            case BOOLEAN -> value.isBoolean();
            case NUMBER -> value.isNumber() && Double.isFinite(value.doubleValue())
                    && value.decimalValue().abs().compareTo(LARGEST) < 0;
            case TEXT -> value.isTextual() && value.textValue().length() <= LONGEST_TEXT;
            case DATE -> value.isTextual() && Dates.isDay(value.textValue());
        };
    }

    /** A value written as text, as a spreadsheet has it; empty when it is none of this type. */
    public Optional<JsonNode> read(String written) {
        Optional<JsonNode> value = switch (this) {
            case BOOLEAN -> bool(written.toLowerCase(Locale.ROOT));
            case NUMBER -> DECIMAL.matcher(written).matches()
                    ? Optional.of(DecimalNode.valueOf(new BigDecimal(written))) : Optional.empty();
            case TEXT, DATE -> Optional.of(TextNode.valueOf(written));
        };
        return value.filter(this::accepts);
    }

    private static Optional<JsonNode> bool(String written) {
        boolean known = written.equals("true") || written.equals("false");
        return known ? Optional.of(BooleanNode.valueOf(written.equals("true"))) : Optional.empty();
    }
}
