package org.ruhu.tools.indicator.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ruhu.tools.indicator.figure.Catalogue;
import org.ruhu.tools.indicator.figure.Indicator;

/** Which figures stand together. */
final class Chapters {

    static final List<String> MAIN = List.of("poverty.register.rate", "poverty.register.persons",
            "poverty.register.gap",
            "poverty.incidence", "income.register.mean", "income.disposable.mean", "inequality.register.gini",
            "compliance.exit.pass", "compliance.exit.unknown", "mpi.h.k33", "mpi.m0.k33", "coverage.completion");
    static final List<String> POVERTY = List.of("poverty.register.rate", "poverty.register.gap",
            "poverty.register.severity", "poverty.register.persons", "poverty.register.edge");
    static final List<String> DEFINITIONS = Stream.of("register", "disposable", "hukou")
            .flatMap(of -> Stream.of("rate", "gap", "severity").map(what -> "poverty." + of + "." + what)).toList();
    static final List<String> SENSITIVITY = List.of("poverty.register.rate-at-80", "poverty.register.rate-at-90",
            "poverty.register.rate", "poverty.register.rate-at-110", "poverty.register.rate-at-120",
            "poverty.register.rate-at-150", "poverty.register.elasticity", "poverty.register.edge");
    static final List<String> SOURCES = List.of("income.share.wage", "income.share.business", "income.share.property",
            "income.share.transfers", "income.share.in-kind");
    static final List<String> INCOME = List.of("income.register.mean", "income.register.median",
            "income.disposable.mean", "income.disposable.median", "income.hukou.mean", "inequality.register.gini",
            "inequality.disposable.gini", "inequality.register.quintile-ratio", "inequality.register.negative");
    static final List<String> INCOME_BY_AREA = List.of("income.register.mean", "income.register.median",
            "income.disposable.mean", "inequality.register.gini");
    static final List<String> LORENZ = IntStream.range(1, 10)
            .mapToObj(tenth -> "inequality.register.lorenz-" + tenth * 10).toList();
    static final List<String> PARTS = List.of("food", "clothing", "education", "health", "housing", "water", "income",
            "exit", "water-quantity", "water-quality", "water-convenience", "water-reliability");
    static final List<String> FAILED = IntStream.rangeClosed(0, 7).mapToObj(n -> "compliance.failed-" + n).toList();
    static final List<String> COMPLIANCE_BY_AREA = Stream.of("exit.pass", "exit.unknown", "food.pass", "clothing.pass",
            "education.pass", "health.pass", "housing.pass", "water.pass", "income.pass").map(of -> "compliance." + of)
            .toList();
    static final List<String> MPI = Stream.of("k20", "k33", "k50")
            .flatMap(k -> Stream.of("h", "a", "m0").map(of -> "mpi." + of + "." + k)).toList();
    static final List<String> CONTRIBUTIONS = codes("mpi.contribution.", ".k33");
    static final List<String> DEPRIVED = codes("mpi.deprived.", "");
    static final List<String> RATES = codes("rates.", "");
    static final List<String> RECOGNITION = codes("recognition.", "");
    static final List<String> QUALITY = Stream.of("coverage.", "quality.", "process.", "aftercheck.")
            .flatMap(section -> codes(section, "").stream()).toList();
    static final List<String> QUALITY_BY_AREA = List.of("coverage.completion", "coverage.response",
            "quality.income-missing", "quality.unanswered", "quality.minutes", "quality.cadre-present",
            "quality.whipple", "quality.new-year-births");
    static final List<String> QUALITY_BY_TEAM = List.of("quality.forms-per-day", "quality.minutes", "quality.changed",
            "quality.unanswered", "quality.gps-metres", "quality.soft", "quality.cadre-present",
            "quality.same-answers", "quality.round-amounts");
    static final List<String> BY_GROUP = List.of("compliance.exit.pass", "compliance.exit.unknown",
            "poverty.register.rate", "income.register.mean", "mpi.h.k33");

    private Chapters() {}

    private static List<String> codes(String beginning, String end) {
        return Catalogue.indicators().stream().map(Indicator::code)
                .filter(code -> code.startsWith(beginning) && code.endsWith(end)).toList();
    }
}
