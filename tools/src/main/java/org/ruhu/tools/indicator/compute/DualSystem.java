package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.indicator.reading.Revisit;

/**
 * How many households there are by two counts that know nothing of each other: C P / M, with C the records less
 * doubles and wrong ones, P the households the independent check found, M those of them with a record. In a check of a
 * sample of places C and M are the same households, so the total is the records times P over the check's own records.
 * Villages are the sample's clusters.
 */
final class DualSystem {

    private static final String INDEPENDENT = "2";
    private static final double LEVEL = 0.95;

    /** Households that are there: rightly on the list, missed, on it twice. */
    private static final Map<String, Integer> THERE = Map.of("1", 1, "2", 1, "3", 1, "4", 0);
    /** Records of such a visit. */
    private static final Map<String, Integer> RECORDS = Map.of("1", 1, "2", 0, "3", 2, "4", 1);

    private DualSystem() {}

    /** @param counted records of the census in the place */
    static void figures(List<Revisit> visits, long counted, Sheet sheet) {
        List<Revisit> all = visits.stream().filter(visit -> visit.kind().equals(INDEPENDENT)).toList();
        List<Revisit> known = all.stream().filter(visit -> THERE.containsKey(visit.listed())).toList();
        DesignBuilder design = new DesignBuilder(Sampling.LONELY);
        known.forEach(visit -> design.add("", visit.area(), visit.weight()));
        Estimate each = new Estimator(design.build()).ratio(numbers(known, visit -> THERE.get(visit.listed())),
                numbers(known, visit -> RECORDS.get(visit.listed())), Design.ALL);
        Base base = new Base(known.size(), 0, counted, all.size() - known.size());
        Optional<Interval> interval = villages(known) < 2 ? Optional.empty()
                : Sampling.interval(each.interval(LEVEL), LEVEL, "t, linearised")
                        .map(of -> new Interval(of.lower() * counted, of.upper() * counted, LEVEL, of.method()));
        sheet.put("aftercheck.total", times(each.value(), counted), base, interval);
    }

    private static long villages(List<Revisit> visits) {
        return visits.stream().map(Revisit::area).distinct().count();
    }

    private static Measured times(Measured each, long counted) {
        return each.map(ratio -> ratio * counted);
    }

    private static double[] numbers(List<Revisit> visits, ToDoubleFunction<Revisit> number) {
        return visits.stream().mapToDouble(number).toArray();
    }
}
