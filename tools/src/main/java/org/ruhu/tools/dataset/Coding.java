package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a column is kept by programs that know numbers and text only. Codes that are numbers become numbers, so that they
 * can carry labels; {@code 01} becomes 1 and is shown with its zeros.
 *
 * @param digits how many digits a code is shown with, zeros in front; 0 for everything else
 */
public record Coding(Storage storage, int digits) {

    /** {@code DATE} counts days since 1970-01-01, {@code TIME} milliseconds since then, in UTC. */
    public enum Storage { NUMBER, WHOLE, DATE, TIME, TEXT }

    private static final Pattern WHOLE_CODE = Pattern.compile("0|-?[1-9][0-9]{0,8}");
    private static final Pattern PADDED_CODE = Pattern.compile("[0-9]{2,9}");

    public static Coding of(Variable variable) {
        return switch (variable.type()) {
            case TEXT, CODES -> new Coding(Storage.TEXT, 0);
            case INTEGER, BOOLEAN -> new Coding(Storage.WHOLE, 0);
            case NUMBER -> new Coding(Storage.NUMBER, 0);
            case DATE -> new Coding(Storage.DATE, 0);
            case DATETIME -> new Coding(Storage.TIME, 0);
            case CODE -> ofCodes(variable.options().stream().map(Option::value).toList());
        };
    }

    private static Coding ofCodes(List<String> codes) {
        Set<Integer> widths = new HashSet<>();
        codes.forEach(code -> widths.add(code.length()));
        boolean plain = codes.stream().allMatch(code -> WHOLE_CODE.matcher(code).matches());
        boolean padded = widths.size() == 1 && codes.stream().allMatch(code -> PADDED_CODE.matcher(code).matches());
        if (codes.isEmpty() || !plain && !padded) {
            return new Coding(Storage.TEXT, 0);
        }
        return new Coding(Storage.WHOLE, plain ? 0 : widths.iterator().next());
    }

    public boolean text() {
        return storage == Storage.TEXT;
    }

    /** The number an option stands for; only for codes that are kept as numbers. */
    public static double number(Option option) {
        return Double.parseDouble(option.value());
    }

    /** What is kept of a value; empty for one that does not fit its column, or is greater than any double. */
    public OptionalDouble number(JsonNode value) {
        if (value.isNumber()) {
            return finite(value.doubleValue());
        }
        if (value.isBoolean()) {
            return OptionalDouble.of(value.booleanValue() ? 1 : 0);
        }
        return value.isTextual() ? parsed(value.textValue()) : OptionalDouble.empty();
    }

    private static OptionalDouble finite(double number) {
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private OptionalDouble parsed(String text) {
        try {
            return finite(switch (storage) {
                case NUMBER, WHOLE -> new BigDecimal(text).doubleValue();
                case DATE -> LocalDate.parse(text).toEpochDay();
                case TIME -> OffsetDateTime.parse(text).toInstant().toEpochMilli();
                case TEXT -> throw new IllegalStateException("text is no number");
            });
        } catch (NumberFormatException | DateTimeException e) {
            return OptionalDouble.empty();
        }
    }
}
