package org.ruhu.forms.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Numbers as JSON carries them between machines: IEEE doubles, written with the fewest digits that name them. So 0.1 is
 * exactly one tenth, in Java as in a browser.
 */
public final class Numbers {

    private static final BigDecimal[] SMALL = new BigDecimal[1024];
    private static final long EXACT = 1_000_000_000_000_000L;
    private static final int SAFE_DIGITS = 15;
    private static final double TOO_LARGE = 1e30;
    private static final double TOO_SMALL = 1e-20;
    private static final BigDecimal LIMIT = new BigDecimal("1e30");
    private static final BigDecimal HUGE = BigDecimal.valueOf(1_000_000_000);
    private static final int HIGHEST_POWER = 100;
    private static final Pattern WRITTEN = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = BigDecimal.valueOf(i);
        }
    }

    private Numbers() {}

    static BigDecimal of(long value) {
        return value >= 0 && value < SMALL.length ? SMALL[(int) value] : BigDecimal.valueOf(value);
    }

    /** The number as rules see it; null beyond 1e30 and, but for zero, below 1e-20. */
    static BigDecimal valueOf(JsonNode json) {
        if (json.isInt() || json.isShort()) {
            return of(json.intValue());
        }
        if (json.isLong() && Math.abs(json.longValue()) < EXACT) {
            return of(json.longValue());
        }
        return json.isNumber() ? bounded(shortest(json)) : null;
    }

    /** A computed number as it would come back after being sent as JSON. */
    public static Optional<BigDecimal> carried(BigDecimal value) {
        return Optional.ofNullable(bounded(shortest(value)));
    }

    /** The number as JSON carries it, of any size; nothing when no double can hold it. */
    public static Optional<BigDecimal> carried(JsonNode json) {
        return Optional.ofNullable(shortest(json));
    }

    private static BigDecimal shortest(JsonNode json) {
        if (json.isFloat() || json.isDouble()) {
            return Double.isFinite(json.doubleValue()) ? shortest(json.doubleValue()) : null;
        }
        return shortest(json.decimalValue());
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (value == null) {
            return null;
        }
        double size = Math.abs(value.doubleValue());
        boolean inside = size == 0 || size >= TOO_SMALL && size < TOO_LARGE;
        return inside ? size == 0 ? BigDecimal.ZERO : value : null;
    }

    /** Up to 15 digits a decimal survives the way through a double; beyond, the double decides. Null when infinite. */
    private static BigDecimal shortest(BigDecimal value) {
        if (value.precision() <= SAFE_DIGITS && value.scale() >= -20 && value.scale() <= 40) {
            return value;
        }
        long magnitude = (long) value.precision() - value.scale();
        if (value.signum() == 0 || magnitude < -400) {
            return BigDecimal.ZERO;
        }
        if (magnitude > 400) {
            return null;
        }
        double nearest = value.doubleValue();
        return Double.isFinite(nearest) ? shortest(nearest) : null;
    }

    private static BigDecimal shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return of((long) value);
        }
        BigDecimal printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return printed.precision() <= SAFE_DIGITS ? printed : shortestOfMany(value);
    }

    /** {@link Double#toString} gives one digit too many now and then before Java 19. */
    private static BigDecimal shortestOfMany(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SAFE_DIGITS; ; digits++) {
            BigDecimal low = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal high = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean lowNames = low.doubleValue() == value;
            boolean highNames = high.doubleValue() == value;
            if (lowNames || highNames) {
                return (lowNames && !(highNames && takesHigh(exact, low, high)) ? low : high).stripTrailingZeros();
            }
        }
    }

    /** The nearer; of two equally near the one with an even last digit, as JavaScript prints it. */
    private static boolean takesHigh(BigDecimal exact, BigDecimal low, BigDecimal high) {
        int nearer = exact.subtract(low).abs().compareTo(exact.subtract(high).abs());
        return nearer > 0 || nearer == 0 && low.unscaledValue().testBit(0);
    }

    /** A whole number such as 2 or 2.0 that is not huge. */
    static OptionalInt whole(Object value) {
        if (!(value instanceof BigDecimal number) || number.abs().compareTo(HUGE) > 0) {
            return OptionalInt.empty();
        }
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        return whole ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    /** What is left of a when b is taken away as often as it fits; null for b = 0. */
    static BigDecimal mod(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? null : a.subtract(b.multiply(a.divide(b, 0, RoundingMode.FLOOR)));
    }

    /** Rounded to 20 places; null for an exponent that is not whole or beyond 100, and for a result of 1e30 or more. */
    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        OptionalInt times = whole(exponent);
        if (times.isEmpty() || Math.abs(times.getAsInt()) > HIGHEST_POWER
                || times.getAsInt() < 0 && base.signum() == 0) {
            return null;
        }
        BigDecimal power = base.pow(Math.abs(times.getAsInt()));
        BigDecimal result = times.getAsInt() < 0
                ? BigDecimal.ONE.divide(power, Functions.DECIMAL_PLACES, RoundingMode.HALF_UP)
                : power.setScale(Functions.DECIMAL_PLACES, RoundingMode.HALF_UP);
        return result.abs().compareTo(LIMIT) < 0 ? result : null;
    }

    /** A number written in a text, digits and at most one point; null when it is written differently. */
    static BigDecimal written(String text) {
        return text.length() <= 62 && WRITTEN.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Plain digits without trailing zeros, such as 12.5 and 0 and 1000. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
