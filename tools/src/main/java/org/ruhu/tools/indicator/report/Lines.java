package org.ruhu.tools.indicator.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** Curves over shares: the Lorenz curve with its diagonal, and the rate over the line. */
final class Lines {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 76;
    private static final int RIGHT = 24;
    private static final int TOP = 14;
    private static final int BOTTOM = 66;
    private static final int STEPS = 5;

    private Lines() {}

    record Point(double x, double y) {}

    /**
     * @param from     least x
     * @param to       largest x
     * @param top      largest y
     * @param diagonal whether the line of equality is drawn
     */
    static String html(Words says, Words axes, List<Point> points, double from, double to, double top,
                       boolean diagonal) {
        int across = (int) Math.round((to - from) * (diagonal ? 5 : 10));
        Svg svg = new Svg("chart", WIDTH, HEIGHT, says);
        for (int i = 0; i <= STEPS; i++) {
            double y = i * top / STEPS;
            svg.line("grid", LEFT, y(y, top), WIDTH - RIGHT, y(y, top))
                    .text("end", LEFT - 6, y(y, top) + 5, percent(y, top));
        }
        for (int i = 0; i <= across; i++) {
            double x = from + i * (to - from) / across;
            svg.text("middle", x(x, from, to), HEIGHT - BOTTOM + 24, Numbers.decimal(100 * x, 0) + "%");
        }
        svg.words("middle", (LEFT + WIDTH) / 2.0, HEIGHT - 12, axes);
        if (diagonal) {
            svg.path("expected", new double[] {x(from, from, to), y(from, top), x(to, from, to), y(to, top)});
        }
        svg.path("measured", points.stream().flatMapToDouble(point -> DoubleStream
                .of(x(point.x(), from, to), y(point.y(), top))).toArray());
        points.forEach(point -> svg.dot("match", x(point.x(), from, to), y(point.y(), top)));
        return "<figure><figcaption>" + says.html() + "</figcaption>" + svg.end() + "</figure>";
    }

    private static String percent(double share, double top) {
        return Numbers.decimal(100 * share, top < 0.1 ? 1 : 0) + "%";
    }

    private static double x(double value, double from, double to) {
        return LEFT + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }
}
