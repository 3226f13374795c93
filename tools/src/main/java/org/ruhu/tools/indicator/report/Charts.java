package org.ruhu.tools.indicator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.reading.Deprivation;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Words;

/** The pictures; each stands before the table of the same figures. */
final class Charts {

    private static final Pattern READING = Pattern.compile("limit ([0-9.]+); official (\\w+); sure (\\w+)");
    private static final Map<String, Words> VERDICTS = Map.of("passed", new Words("通过", "passed"), "failed",
            new Words("不通过", "failed"), "undecided", new Words("不能判定", "undecided"), "unknown",
            new Words("不明", "unknown"));

    private static final List<String> MARKS = List.of("pass", "fail", "unknown");
    private static final List<String> STYLES = List.of("automatic", "clerical", "reject");

    private final Findings findings;
    private final Function<String, Words> names;

    Charts(Findings findings, Function<String, Words> names) {
        this.findings = findings;
        this.names = names;
    }

    private static Bars.Bar bar(String style, Optional<Figure> figure) {
        return new Bars.Bar(style, figure.map(Figure::value).orElse(OptionalDouble.empty()),
                figure.flatMap(Figure::interval));
    }

    String byArea(String indicator) {
        Bars bars = Bars.beside(Shown.name(indicator), value -> Shown.value(indicator, value));
        findings.areas().forEach(area -> bars.row(names.apply(area),
                List.of(bar("automatic", findings.at(indicator, area)))));
        return bars.html();
    }

    String sources() {
        Bars bars = Bars.beside(new Words("收入来源份额", "shares of income"), Numbers::percent);
        Chapters.SOURCES.stream().limit(4).forEach(source -> bars.row(new Words(
                Shown.name(source).zh().replaceFirst(".*：", ""), Shown.name(source).en().replaceFirst(".*: ", "")),
                List.of(bar("automatic", findings.all(source)))));
        return bars.html();
    }

    String sensitivity() {
        List<Lines.Point> points = new ArrayList<>();
        double top = 0;
        for (String code : Chapters.SENSITIVITY.subList(0, 6)) {
            double factor = code.contains("-at-") ? Integer.parseInt(code.replaceFirst(".*-at-", "")) / 100.0 : 1;
            OptionalDouble value = findings.all(code).map(Figure::value).orElse(OptionalDouble.empty());
            if (value.isPresent()) {
                points.add(new Lines.Point(factor, value.getAsDouble()));
                top = Math.max(top, value.getAsDouble());
            }
        }
        return points.isEmpty() ? "" : Lines.html(new Words("标准变动时的贫困人口比重", "share of persons below other lines"),
                new Words("横：标准的百分比　纵：低于它的人口", "across: percent of the line; up: persons below it"), points, 0.8, 1.5,
                Math.max(0.05, Math.ceil(top * 20) / 20), false);
    }

    String lorenz() {
        List<Lines.Point> points = new ArrayList<>(List.of(new Lines.Point(0, 0)));
        Chapters.LORENZ.forEach(code -> findings.all(code).map(Figure::value).orElse(OptionalDouble.empty())
                .ifPresent(share -> points.add(new Lines.Point(points.size() / 10.0, Math.max(0, share)))));
        points.add(new Lines.Point(1, 1));
        return points.size() < 11 ? "" : Lines.html(new Words("洛伦兹曲线", "Lorenz curve"),
                new Words("横：人口（由低到高）　纵：收入份额", "across: persons, poorest first; up: share of income"), points, 0, 1, 1,
                true);
    }

    String compliance() {
        Bars bars = Bars.stacked(new Words("各项达标情况", "parts met, not met and unknown"), Numbers::percent);
        for (String part : Chapters.PARTS) {
            List<Bars.Bar> shares = new ArrayList<>();
            for (int i = 0; i < MARKS.size(); i++) {
                shares.add(bar(STYLES.get(i), findings.all("compliance." + part + "." + MARKS.get(i))));
            }
            bars.row(part(part), shares);
        }
        return bars.html() + Bars.legend(STYLES, List.of(new Words("达标", "met"), new Words("未达标", "not met"),
                new Words("不明", "unknown")));
    }

    private static Words part(String part) {
        Words name = Shown.name("compliance." + part + ".pass");
        return new Words(name.zh().replace("：达标", ""), name.en().replace(": met", ""));
    }

    /** One row for each part, its three shares side by side. */
    String complianceTable() {
        StringBuilder out = new StringBuilder(Tables.open(new Words("各项达标情况", "Parts met, not met and unknown")))
                .append(Tables.head(new Words("项目", "part"))).append(Tables.head(new Words("达标", "met")))
                .append(Tables.head(new Words("未达标", "not met"))).append(Tables.head(new Words("不明", "unknown")))
                .append(Tables.head(new Words("户数", "households"))).append("</tr></thead><tbody>");
        for (String part : Chapters.PARTS) {
            String code = "compliance." + part + ".";
            out.append("<tr><th scope=\"row\"><a href=\"#d-").append(code).append("pass\">").append(part(part).html())
                    .append("</a></th>");
            MARKS.forEach(mark -> out.append(Tables.cell(findings.all(code + mark).map(Shown::value).orElse("–"))));
            out.append(Tables.cell(findings.all(code + "pass").map(figure ->
                    Numbers.count(figure.base().households())).orElse("–"))).append("</tr>");
        }
        return out.append(Tables.close()).toString();
    }

    String contributions() {
        Bars bars = Bars.beside(new Words("各项剥夺对 M0 的贡献", "contributions to M0"), Numbers::percent);
        for (Deprivation lack : Deprivation.values()) {
            String code = "mpi.contribution." + lack.word() + ".";
            Words name = Shown.name("mpi.deprived." + lack.word());
            bars.row(new Words(name.zh().replace("被剥夺的人口比重", ""), name.en().replace("persons deprived in ", "")),
                    List.of(bar("reject", findings.all(code + "k20")), bar("automatic", findings.all(code + "k33")),
                            bar("clerical", findings.all(code + "k50"))));
        }
        return bars.html() + Bars.legend(List.of("reject", "automatic", "clerical"),
                List.of(new Words("k=1/5", "k = 1/5"), new Words("k=1/3", "k = 1/3"), new Words("k=1/2", "k = 1/2")));
    }

    /** A picture for each rate, as their limits differ. */
    String rates() {
        StringBuilder out = new StringBuilder();
        for (String code : Chapters.RATES) {
            findings.all(code).ifPresent(figure -> {
                Bars bars = Bars.beside(Shown.name(code), value -> Shown.value(code, value))
                        .row(Shown.name(code), List.of(bar("reject", Optional.of(figure))));
                Matcher reading = READING.matcher(figure.note());
                if (reading.matches()) {
                    bars.limit(Double.parseDouble(reading.group(1)));
                }
                out.append(bars.html());
            });
        }
        return out.toString();
    }

    /** Limit, the official reading and what the interval allows to say. */
    String readings() {
        StringBuilder out = new StringBuilder(Tables.open(new Words("三种判定", "The readings")))
                .append(Tables.head(new Words("指标", "indicator"))).append(Tables.head(new Words("限值", "limit")))
                .append(Tables.head(new Words("官方判定", "official"))).append(Tables.head(new Words("有把握", "sure")))
                .append("</tr></thead><tbody>");
        for (String code : Chapters.RATES) {
            findings.all(code).map(Figure::note).map(READING::matcher).filter(Matcher::matches).ifPresent(reading ->
                    out.append("<tr><th scope=\"row\">").append(Shown.linked(code)).append("</th>")
                            .append(Tables.cell(Shown.value(code, Double.parseDouble(reading.group(1)))))
                            .append(Tables.cell(verdict(reading.group(2))))
                            .append(Tables.cell(verdict(reading.group(3))))
                            .append("</tr>"));
        }
        return out.append(Tables.close()).toString();
    }

    private static String verdict(String word) {
        return VERDICTS.getOrDefault(word.toLowerCase(Locale.ROOT), new Words(word, word)).html();
    }
}
