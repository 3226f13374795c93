package org.ruhu.server.indicator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.tools.indicator.figure.Figure;

/** Which figures the tables of areas and of groups have. */
final class Tables {

    private static final List<String> PARTS = List.of("exit", "food", "clothing", "education", "health", "housing",
            "water", "income");

    private static final Set<String> SHOWN = Stream.concat(Stream.of("poverty.register.rate",
            "poverty.register.persons", "poverty.register.gap", "poverty.incidence", "income.register.mean",
            "income.register.median", "inequality.register.gini", "mpi.h.k33", "coverage.listed",
            "coverage.completion", "coverage.response", "quality.income-missing", "quality.unanswered",
            "rates.wrongly-exited.suspected", "rates.missed.suspected", "rates.recognition",
            "problem.closed-on-time", "aftercheck.match"),
            PARTS.stream().flatMap(part -> Stream.of("pass", "fail", "unknown")
                    .map(mark -> "compliance." + part + "." + mark))).collect(Collectors.toSet());

    private Tables() {}

    /** Whether tables of areas have it. */
    static boolean shows(Figure figure) {
        return figure.place().by().isEmpty() && SHOWN.contains(figure.indicator());
    }

    /** Whether tables of groups have it. */
    static boolean showsOfGroup(Figure figure) {
        return !figure.place().by().isEmpty() && SHOWN.contains(figure.indicator());
    }
}
