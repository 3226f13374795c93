package org.ruhu.tools.link.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ruhu.tools.link.clean.IdForms;
import org.ruhu.tools.link.clean.NameForms;
import org.ruhu.tools.link.table.Values;

/**
 * Measures of this population's names and id numbers: each value is taken apart once, then two are compared by code.
 */
final class PopulationLikeness implements Likeness {

    /** A function of two codes. */
    @FunctionalInterface
    private interface OfCodes {
        double of(int left, int right);
    }

    private final OfCodes function;
    private final OptionalDouble ofEqual;

    private PopulationLikeness(OfCodes function, OptionalDouble ofEqual) {
        this.function = function;
        this.ofEqual = ofEqual;
    }

    /** Equal texts without a letter are no equal names. */
    static Likeness ofNames(Values left, Values right) {
        NameForms forms = NameForms.of(texts(left));
        NameForms others = left == right ? forms : NameForms.of(texts(right));
        return new PopulationLikeness((a, b) -> forms.likeness(a, others, b), OptionalDouble.empty());
    }

    static Likeness ofIdNumbers(Values left, Values right) {
        IdForms forms = IdForms.of(texts(left));
        IdForms others = left == right ? forms : IdForms.of(texts(right));
        return new PopulationLikeness((a, b) -> forms.compare(a, others, b).likeness(), OptionalDouble.of(1));
    }

    private static List<String> texts(Values values) {
        return IntStream.range(0, values.size()).mapToObj(values::text).toList();
    }

    @Override
    public double of(int left, int right) {
        return function.of(left, right);
    }

    @Override
    public boolean reaches(double bound, int left, int right) {
        return of(left, right) >= bound;
    }

    @Override
    public OptionalDouble ofEqual() {
        return ofEqual;
    }

    @Override
    public boolean quick() {
        return true;
    }
}
