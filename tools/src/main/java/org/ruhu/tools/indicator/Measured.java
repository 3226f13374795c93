package org.ruhu.tools.indicator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A number, or the reason why there is none; never NaN, never infinite. */
public sealed interface Measured {

    record Known(double number) implements Measured {
        public Known {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a finite number: " + number);
            }
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(number);
        }

        @Override
        public Optional<Lack> lack() {
            return Optional.empty();
        }
    }

    record Lacking(Lack why) implements Measured {
        @Override
        public OptionalDouble value() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<Lack> lack() {
            return Optional.of(why);
        }
    }

    OptionalDouble value();

    Optional<Lack> lack();

    /** What is not finite lacks for being out of range; a negative zero is a zero. */
    static Measured of(double number) {
        return Double.isFinite(number) ? new Known(number + 0.0) : new Lacking(Lack.OUT_OF_RANGE);
    }

    static Measured lacking(Lack why) {
        return new Lacking(why);
    }

    /** Lacks for a divisor of zero. */
    static Measured ratio(double above, double below) {
        return ratio(above, below, Lack.ZERO_DIVISOR);
    }

    static Measured ratio(double above, double below, Lack whenZero) {
        return below == 0 ? new Lacking(whenZero) : of(above / below);
    }

    default Measured map(DoubleUnaryOperator change) {
        return value().isPresent() ? of(change.applyAsDouble(value().getAsDouble())) : this;
    }
}
