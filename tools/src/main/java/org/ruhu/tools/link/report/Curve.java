package org.ruhu.tools.link.report;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.report.Thresholds.Point;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** Precision over recall as the threshold falls: expected, and measured where the truth is known. */
final class Curve {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 62;
    private static final int RIGHT = 30;
    private static final int TOP = 14;
    private static final int BOTTOM = 66;

    private final Facts facts;
    private final Thresholds thresholds;
    private final double lowest;

    Curve(Facts facts, Thresholds thresholds) {
        this.facts = facts;
        this.thresholds = thresholds;
        this.lowest = lowest();
    }

    /** Where both scales begin: a little below the worst of the thresholds in use. */
    private double lowest() {
        Cuts cuts = facts.model().cuts();
        double worst = 0.95;
        for (double cut : new double[] {cuts.automatic(), cuts.match(), cuts.clerical()}) {
            for (Point point : points(cut)) {
                worst = Math.min(worst, Math.min(orOne(point.precision()), orOne(point.recall())));
            }
        }
        return Math.max(0, Math.floor(worst * 10 - 0.5) / 10);
    }

    private static double orOne(double share) {
        return Double.isNaN(share) ? 1 : share;
    }

    private List<Point> points(double weight) {
        return facts.measured().isPresent() ? List.of(thresholds.expected(weight), thresholds.measured(weight))
                : List.of(thresholds.expected(weight));
    }

    String html() {
        Svg svg = new Svg("chart", WIDTH, HEIGHT, new Words("准确率与查全率", "precision and recall"));
        for (int i = 0; i <= 5; i++) {
            double share = lowest + i * (1 - lowest) / 5;
            svg.line("grid", LEFT, y(share), WIDTH - RIGHT, y(share))
                    .text("end", LEFT - 6, y(share) + 4, Numbers.decimal(100 * share, lowest < 0.8 ? 0 : 1) + "%")
                    .text("middle", x(share), HEIGHT - BOTTOM + 24,
                            Numbers.decimal(100 * share, lowest < 0.8 ? 0 : 1) + "%");
        }
        svg.words("middle", (LEFT + WIDTH) / 2.0, HEIGHT - 12,
                new Words("横：查全率　纵：准确率", "across: recall; up: precision"));
        draw(svg, false);
        if (facts.measured().isPresent()) {
            draw(svg, true);
        }
        return svg.end() + legend();
    }

    private void draw(Svg svg, boolean measured) {
        List<Double> points = new ArrayList<>();
        for (int bin = facts.bins().size() - 1; bin >= 0; bin--) {
            Point point = at(facts.bins().edge(bin), measured);
            if (facts.bins().pairs(bin) > 0 && shown(point)) {
                points.add(x(point.recall()));
                points.add(y(point.precision()));
            }
        }
        svg.path(measured ? "measured" : "expected", points.stream().mapToDouble(Double::doubleValue).toArray());
        Cuts cuts = facts.model().cuts();
        mark(svg, "clerical", at(cuts.clerical(), measured));
        mark(svg, "match", at(cuts.match(), measured));
        mark(svg, "automatic", at(cuts.automatic(), measured));
    }

    private void mark(Svg svg, String style, Point point) {
        if (shown(point)) {
            svg.dot(style, x(point.recall()), y(point.precision()));
        }
    }

    private Point at(double weight, boolean measured) {
        return measured ? thresholds.measured(weight) : thresholds.expected(weight);
    }

    private boolean shown(Point point) {
        return point.precision() >= lowest && point.recall() >= lowest;
    }

    private String legend() {
        return "<p class=\"legend\">" + line("expected", Words.html("按模型预计", "expected by the model"))
                + (facts.measured().isPresent() ? line("measured", Words.html("按真值实测", "measured by the truth")) : "")
                + dot("automatic", Words.html("自动门槛", "automatic")) + dot("match", Words.html("单一门槛", "single cut"))
                + dot("clerical", Words.html("人工门槛", "clerical")) + "</p>";
    }

    private static String line(String style, String name) {
        return "<span><svg viewBox=\"0 0 24 14\" aria-hidden=\"true\"><line class=\"" + style
                + "\" x1=\"0\" x2=\"24\" y1=\"7\" y2=\"7\"/></svg>" + name + "</span>";
    }

    private static String dot(String style, String name) {
        return "<span><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><circle class=\"" + style
                + "\" cx=\"7\" cy=\"7\" r=\"5\"/></svg>" + name + "</span>";
    }

    private double x(double share) {
        return LEFT + (share - lowest) / (1 - lowest) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double share) {
        return HEIGHT - BOTTOM - (share - lowest) / (1 - lowest) * (HEIGHT - TOP - BOTTOM);
    }
}
