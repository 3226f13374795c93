package org.ruhu.tools.link.report;

import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.report.Facts.Sample;
import org.ruhu.tools.link.report.Facts.Step;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** How pairs come to their weight, comparison by comparison, each bar beginning where the one above ends. */
final class Samples {

    private static final int WIDTH = 200;

    private final Facts facts;

    Samples(Facts facts) {
        this.facts = facts;
    }

    String html() {
        StringBuilder html = new StringBuilder();
        facts.samples().forEach(sample -> html.append(html(sample)));
        return html.toString();
    }

    private String html(Sample sample) {
        double low = 0;
        double high = 0;
        double sum = facts.model().priorWeight();
        low = Math.min(low, sum);
        for (Step step : sample.steps()) {
            sum += step.weight() + step.frequency();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        Scale scale = new Scale(low, high);
        double at = facts.model().priorWeight();
        StringBuilder html = new StringBuilder("<article class=\"pair\"><h3>").append(title(sample)).append("</h3>")
                .append("<p class=\"quiet\">").append(Words.escaped(sample.left())).append(" · ")
                .append(Words.escaped(sample.right())).append("<br>").append(Words.html("由规则找到：", "found by: "))
                .append(Words.escaped(sample.rule())).append("</p><div class=\"wide\"><table class=\"steps\"><tbody>")
                .append(row(Words.html("起点", "to begin with"), "", "", "", at, scale.bar(0, at)));
        for (Step step : sample.steps()) {
            double before = at;
            at += step.weight() + step.frequency();
            String name = step.comparison().equals(Step.TOGETHER) ? Words.html("重复计算的部分", "said twice")
                    : Words.escaped(step.comparison());
            html.append(row(name, Weights.label(step.level()) + rare(step), step.left(),
                    step.right(), step.weight() + step.frequency(), scale.bar(before, at)));
        }
        return html.append("<tr class=\"sum\"><th scope=\"row\">").append(Words.html("合计", "sum"))
                .append("</th><td colspan=\"3\">").append(Words.html("概率 ", "probability "))
                .append(Numbers.chance(Model.probability(sample.weight()))).append("</td><td class=\"n\">")
                .append(Numbers.bits(sample.weight())).append("</td><td>").append(scale.bar(0, sample.weight()))
                .append("</td></tr></tbody></table></div></article>").toString();
    }

    private static String row(String name, String level, String left, String right, double weight, String bar) {
        return "<tr><th scope=\"row\">" + name + "</th><td>" + level + "</td><td>" + Words.escaped(left) + "</td><td>"
                + Words.escaped(right) + "</td><td class=\"n\">" + Numbers.bits(weight) + "</td><td>" + bar
                + "</td></tr>";
    }

    private static String rare(Step step) {
        return step.frequency() == 0 ? "" : " <small>" + Words.html("其中罕见程度 ", "of it for rarity ")
                + Numbers.bits(step.frequency()) + "</small>";
    }

    private static String title(Sample sample) {
        return switch (sample.why()) {
            case AUTOMATIC -> Words.html("自动关联的一对", "a pair linked by itself");
            case ABOVE_AUTOMATIC -> Words.html("刚过自动门槛", "just above the automatic threshold");
            case BELOW_AUTOMATIC -> Words.html("刚好不到自动门槛", "just below the automatic threshold");
            case CLERICAL -> Words.html("交人工核对的一对", "a pair for clerks");
            case ABOVE_CLERICAL -> Words.html("刚过人工门槛", "just above the clerical threshold");
            case BELOW_CLERICAL -> Words.html("刚好不到人工门槛", "just below the clerical threshold");
            case REJECT -> Words.html("不关联的一对", "a pair not linked");
        };
    }

    private record Scale(double low, double high) {

        String bar(double from, double to) {
            double weight = to - from;
            return new Svg("bar", WIDTH, 14, new Words(Numbers.bits(weight), Numbers.bits(weight)))
                    .line("axis", x(0), 0, x(0), 14)
                    .rect(weight >= 0 ? "for" : "against", x(Math.min(from, to)), 2, Math.abs(x(to) - x(from)), 10)
                    .end();
        }

        private double x(double weight) {
            return high == low ? 0 : (weight - low) / (high - low) * (WIDTH - 2) + 1;
        }
    }
}
