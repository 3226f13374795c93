package org.ruhu.tools.link.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Words;

/** What each threshold would give: expected from the model, and measured where the truth is known. */
final class Thresholds {

    /** Precision and recall, were everything from a weight on linked. */
    record Point(double weight, long pairs, double precision, double recall) {}

    private static final int ROWS = 9;
    private static final double NEAR = 0.3;

    private final Facts facts;
    private final Cuts cuts;
    private final double matches;

    Thresholds(Facts facts) {
        this.facts = facts;
        this.cuts = facts.model().cuts();
        this.matches = facts.bins().expectedFrom(Double.NEGATIVE_INFINITY) / facts.recall().orElse(1.0);
    }

    Point expected(double weight) {
        long pairs = facts.bins().pairsFrom(weight);
        double right = facts.bins().expectedFrom(weight);
        return new Point(weight, pairs, pairs == 0 ? Double.NaN : right / pairs,
                matches == 0 ? Double.NaN : right / matches);
    }

    Point measured(double weight) {
        long pairs = facts.bins().pairsFrom(weight);
        double right = facts.bins().sameFrom(weight);
        long all = facts.measured().map(Facts.Measured::pairs).orElse(0L);
        return new Point(weight, pairs, pairs == 0 ? Double.NaN : right / pairs, all == 0 ? Double.NaN : right / all);
    }

    String html() {
        boolean truth = facts.measured().isPresent();
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"numbers\"><thead><tr>")
                .append(head("门槛", "threshold")).append(head("概率", "probability")).append(head("对数", "pairs"))
                .append(head("预计准确率", "expected precision")).append(head("预计查全率", "expected recall"));
        if (truth) {
            html.append(head("实测准确率", "measured precision")).append(head("实测查全率", "measured recall"));
        }
        html.append("</tr></thead><tbody>");
        for (double weight : weights()) {
            Point expected = expected(weight);
            html.append(isCut(weight) ? "<tr class=\"chosen\"><th scope=\"row\">" : "<tr><th scope=\"row\">")
                    .append(Numbers.bits(weight)).append(name(weight)).append("</th>")
                    .append(cell(Numbers.chance(Model.probability(weight))))
                    .append(cell(Numbers.count(expected.pairs()))).append(cell(Numbers.percent(expected.precision())))
                    .append(cell(Numbers.percent(expected.recall())));
            if (truth) {
                Point measured = measured(weight);
                html.append(cell(Numbers.percent(measured.precision())))
                        .append(cell(Numbers.percent(measured.recall())));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /** The thresholds in use and some on either side, the highest first. */
    private List<Double> weights() {
        TreeSet<Double> weights = new TreeSet<>(List.of(cuts.automatic(), cuts.match(), cuts.clerical()));
        double from = Math.floor(weights.first()) - 4;
        double step = Math.max(1, Math.ceil((Math.ceil(weights.last()) + 4 - from) / ROWS));
        for (int i = 0; i <= ROWS; i++) {
            double weight = from + i * step;
            if (weights.stream().noneMatch(near -> Math.abs(near - weight) < NEAR)) {
                weights.add(weight);
            }
        }
        weights.removeIf(weight -> !Double.isFinite(weight));
        return new ArrayList<>(weights.descendingSet());
    }

    private boolean isCut(double weight) {
        return weight == cuts.automatic() || weight == cuts.match() || weight == cuts.clerical();
    }

    private String name(double weight) {
        StringBuilder names = new StringBuilder();
        if (weight == cuts.automatic()) {
            names.append(" <small>").append(Words.html("自动", "automatic")).append("</small>");
        }
        if (weight == cuts.match()) {
            names.append(" <small>").append(Words.html("单一门槛", "single cut")).append("</small>");
        }
        if (weight == cuts.clerical()) {
            names.append(" <small>").append(Words.html("人工", "clerical")).append("</small>");
        }
        return names.toString();
    }

    private static String head(String zh, String en) {
        return "<th scope=\"col\">" + Words.html(zh, en) + "</th>";
    }

    private static String cell(String text) {
        return "<td>" + text + "</td>";
    }
}
