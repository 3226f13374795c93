package org.ruhu.tools.indicator.report;

import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.indicator.figure.Catalogue;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Indicator;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Words;

/** Figures and names as the page writes them. */
final class Shown {

    private static final Map<String, Words> NOTES = Map.of(
            "suppressed", new Words("不公布", "not published"), "small", new Words("户数少", "few households"),
            "no-base", new Words("无此类户", "no such household"),
            "zero-divisor", new Words("分母为零", "nothing to divide by"),
            "no-positive-total", new Words("总额不为正", "no positive total"));

    private Shown() {}

    static String value(Figure figure) {
        return figure.value().isPresent() ? value(figure.indicator(), figure.value().getAsDouble())
                : "<span class=\"none\">" + Optional.ofNullable(NOTES.get(figure.note()))
                        .orElse(new Words("无结果", "no result")).html() + "</span>";
    }

    static String value(String indicator, double value) {
        return switch (Catalogue.indicator(indicator).unit()) {
            case "share" -> Numbers.percent(value);
            case "yuan", "persons", "households" -> Numbers.about(value);
            case "ratio", "minutes", "metres", "days" -> Numbers.decimal(value, 1);
            default -> Numbers.decimal(value, Math.abs(value) < 10 ? 4 : 1);
        };
    }

    static String interval(Figure figure) {
        return figure.interval().map(its -> value(figure.indicator(), its.lower()) + " – "
                + value(figure.indicator(), its.upper())).orElse("");
    }

    static Words name(String indicator) {
        Indicator its = Catalogue.indicator(indicator);
        return new Words(its.name().zh(), its.name().en());
    }

    /** With the way to what it means. */
    static String linked(String indicator) {
        return "<a href=\"#d-" + indicator + "\">" + name(indicator).html() + "</a>";
    }

    static Words unit(String indicator) {
        return switch (Catalogue.indicator(indicator).unit()) {
            case "yuan" -> new Words("元", "yuan");
            case "persons" -> new Words("人", "persons");
            case "households" -> new Words("户", "households");
            case "minutes" -> new Words("分钟", "minutes");
            case "metres" -> new Words("米", "metres");
            case "days" -> new Words("天", "days");
            case "share" -> new Words("比重", "share");
            case "ratio" -> new Words("倍数", "ratio");
            default -> new Words("指数", "index");
        };
    }
}
