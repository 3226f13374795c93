package org.ruhu.tools.link.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** What every level of every comparison says for or against, with the chances it comes from. */
final class Weights {

    private static final int HALF = 100;

    private final Model model;
    private final double most;

    Weights(Model model) {
        this.model = model;
        this.most = model.chances().stream().flatMap(chances -> chances.stream())
                .mapToDouble(chance -> Math.abs(chance.weight())).filter(Double::isFinite).max().orElse(1);
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"weights\"><thead><tr><th></th>"
                + "<th></th><th>" + Words.html("权重", "weight") + "</th><th>m</th><th>u</th></tr></thead>");
        for (int c = 0; c < model.chances().size(); c++) {
            Comparison comparison = model.settings().comparisons().get(c);
            html.append("<tbody><tr><th scope=\"rowgroup\" colspan=\"5\">").append(Words.escaped(comparison.name()))
                    .append("<br><small>").append(from(model.chances().get(c))).append("</small></th></tr>");
            for (int level = 1; level <= comparison.otherwise(); level++) {
                html.append(row(comparison, level, model.chances().get(c).get(level - 1)));
            }
            html.append("</tbody>");
        }
        return html.append("</table></div>").toString();
    }

    private String row(Comparison comparison, int level, Chance chance) {
        boolean rare = level <= comparison.levels().size()
                && comparison.levels().get(level - 1).frequency().isPresent();
        return "<tr><th scope=\"row\">" + label(comparison.label(level))
                + (rare ? " <small>" + Words.html("罕见值加分", "rarer says more") + "</small>" : "") + "</th><td>"
                + bar(chance.weight()) + "</td><td class=\"n\">" + Numbers.bits(chance.weight())
                + "</td><td class=\"n\">" + Numbers.chance(chance.m()) + "</td><td class=\"n\">"
                + Numbers.chance(chance.u()) + "</td></tr>";
    }

    /** Where the numbers are from; mostly all of a comparison's are from the same. */
    private static String from(List<Chance> chances) {
        String m = chances.stream().map(Chance::mFrom).distinct().collect(Collectors.joining("; "));
        String u = chances.stream().map(Chance::uFrom).distinct().collect(Collectors.joining("; "));
        return "m: " + Words.escaped(m) + "; u: " + Words.escaped(u);
    }

    static String label(String label) {
        return switch (label) {
            case Comparison.MISSING -> Words.html("缺值", label);
            case Comparison.OTHERWISE -> Words.html("其他情况", label);
            default -> Words.escaped(label);
        };
    }

    private String bar(double weight) {
        double length = Math.min(1, Math.abs(weight) / most) * HALF;
        return new Svg("bar", 2 * HALF, 14, new Words(Numbers.bits(weight), Numbers.bits(weight)))
                .line("axis", HALF, 0, HALF, 14)
                .rect(weight >= 0 ? "for" : "against", weight >= 0 ? HALF : HALF - length, 2, length, 10).end();
    }
}
