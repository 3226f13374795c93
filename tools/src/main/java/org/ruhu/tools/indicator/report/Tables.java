package org.ruhu.tools.indicator.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Words;

/** Tables of figures, each with what it stands on and how much is missing. */
final class Tables {

    private final Findings findings;
    private final Function<String, Words> names;

    Tables(Findings findings, Function<String, Words> names) {
        this.findings = findings;
        this.names = names;
    }

    /** A row for each indicator, of everything that was read. */
    String of(Words caption, List<String> indicators) {
        boolean sample = findings.sample();
        StringBuilder rows = new StringBuilder();
        for (String indicator : indicators) {
            findings.all(indicator).ifPresent(figure -> rows.append("<tr><th scope=\"row\">")
                    .append(Shown.linked(indicator)).append("</th>").append(cell(Shown.value(figure)))
                    .append(sample ? cell(Shown.interval(figure)) : "").append(base(figure)).append("</tr>"));
        }
        return rows.isEmpty() ? "" : open(caption) + head(new Words("指标", "indicator"))
                + head(new Words("数值", "value")) + (sample ? head(new Words("95% 区间", "95 % interval")) : "")
                + baseHead() + "</tr></thead><tbody>" + rows + close();
    }

    /** A row for each area, a column for each indicator; base and missing are those of the first. */
    String byArea(Words caption, List<String> indicators) {
        return findings.areas().isEmpty() ? "" : rows(caption, new Words("地区", "area"), indicators, findings.areas(),
                area -> names.apply(area).html(), findings::at);
    }

    interface At<T> {
        Optional<Figure> figure(String indicator, T place);
    }

    <T> String rows(Words caption, Words of, List<String> indicators, List<T> places, Function<T, String> name,
                    At<T> at) {
        StringBuilder out = new StringBuilder(open(caption)).append(head(of));
        indicators.forEach(indicator -> out.append("<th scope=\"col\">")
                .append(Shown.linked(indicator)).append("</th>"));
        out.append(baseHead()).append("</tr></thead><tbody>");
        for (T place : places) {
            out.append("<tr><th scope=\"row\">").append(name.apply(place)).append("</th>");
            indicators.forEach(indicator -> out.append(
                    cell(at.figure(indicator, place).map(Shown::value).orElse("–"))));
            out.append(at.figure(indicators.get(0), place).map(this::base)
                    .orElse("<td></td><td></td>" + (findings.imputed() ? "<td></td>" : "")))
                    .append("</tr>");
        }
        return out.append(close()).toString();
    }

    private String base(Figure figure) {
        return cell(Numbers.count(figure.base().households())) + cell(Numbers.percent(figure.base().missingShare()))
                + (findings.imputed() ? cell(Numbers.percent(figure.base().imputedShare())) : "");
    }

    private String baseHead() {
        return head(new Words("户数", "households")) + head(new Words("缺失", "missing"))
                + (findings.imputed() ? head(new Words("插补", "imputed")) : "");
    }

    static String open(Words caption) {
        return "<div class=\"wide\" tabindex=\"0\"><table class=\"numbers\"><caption>" + caption.html()
                + "</caption><thead><tr>";
    }

    static String close() {
        return "</tbody></table></div>";
    }

    static String head(Words words) {
        return "<th scope=\"col\">" + words.html() + "</th>";
    }

    static String cell(String html) {
        return "<td>" + html + "</td>";
    }
}
