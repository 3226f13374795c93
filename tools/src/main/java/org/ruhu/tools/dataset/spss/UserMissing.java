package org.ruhu.tools.dataset.spss;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Variable;

/** Numbers that stand for the reason why there is none. */
public final class UserMissing {

    /** The first set below all answers is taken. */
    private static final List<List<Double>> CHOICES = List.of(List.of(-97.0, -98.0, -99.0),
            List.of(-9997.0, -9998.0, -9999.0), List.of(-999999999997.0, -999999999998.0, -999999999999.0));
    /** Below them -9.7e15, -9.8e15, -9.9e15 and so on, to the end of what SPSS keeps. */
    private static final int FROM = 15;
    private static final int TO = 307;

    private UserMissing() {}

    /**
     * Empty for columns without numbers; what was not asked is system-missing everywhere.
     *
     * @param least number in the column, 0 if all are greater
     */
    public static Map<Gap, Double> of(Variable variable, Coding coding, double least) {
        if (coding.text() || variable.role() == Variable.Role.KEY) {
            return Map.of();
        }
        double lowest = variable.options().stream().mapToDouble(Coding::number).reduce(least, Math::min);
        List<Double> free = Stream.concat(CHOICES.stream(), IntStream.rangeClosed(FROM, TO).mapToObj(UserMissing::great))
                .filter(choice -> choice.get(0) < lowest).findFirst().orElse(great(TO));
        return Map.of(Gap.NOT_STATED, free.get(0), Gap.DONT_KNOW, free.get(1), Gap.REFUSED, free.get(2));
    }

    private static List<Double> great(int zeros) {
        return Stream.of("-9.7e", "-9.8e", "-9.9e").map(number -> Double.valueOf(number + zeros)).toList();
    }
}
