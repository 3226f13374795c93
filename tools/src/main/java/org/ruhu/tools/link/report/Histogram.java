package org.ruhu.tools.link.report;

import java.util.Map;
import java.util.TreeMap;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.page.Numbers;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** How many pairs have which match weight, and in which zone they are. */
final class Histogram {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int TOP = 34;
    private static final int BOTTOM = 66;
    private static final int BARS = 60;

    private final Bins bins;
    private final Cuts cuts;
    private final TreeMap<Long, Long> bars = new TreeMap<>();
    private final double width;
    private final double from;
    private final double to;
    private final double decades;

    Histogram(Bins bins, Cuts cuts) {
        this.bins = bins;
        this.cuts = cuts;
        int first = 0;
        int last = bins.size() - 1;
        while (first < last && bins.pairs(first) == 0) {
            first++;
        }
        while (last > first && bins.pairs(last) == 0) {
            last--;
        }
        width = Math.max(1, Math.ceil((bins.edge(last) - bins.edge(first)) / BARS));
        for (int bin = first; bin <= last; bin++) {
            bars.merge((long) Math.floor(bins.edge(bin) / width), bins.pairs(bin), Long::sum);
        }
        from = bars.firstKey() * width;
        to = (bars.lastKey() + 1) * width;
        long most = bars.values().stream().mapToLong(Long::longValue).max().orElse(0);
        decades = Math.max(1, Math.ceil(Math.log10(Math.max(1, most))));
    }

    String html() {
        Svg svg = new Svg("chart", WIDTH, HEIGHT, new Words("匹配权重分布", "distribution of match weights"));
        for (int decade = 0; decade <= decades; decade++) {
            double y = y((long) Math.pow(10, decade));
            svg.line("grid", LEFT, y, WIDTH - RIGHT, y).text("end", LEFT - 6, y + 4, power(decade));
        }
        for (Map.Entry<Long, Long> bar : bars.entrySet()) {
            double weight = bar.getKey() * width;
            double y = y(bar.getValue());
            svg.rect(zone(weight), x(weight) + 0.5, y, x(weight + width) - x(weight) - 1, HEIGHT - BOTTOM - y);
        }
        axis(svg);
        if (cuts.clerical() < cuts.automatic()) {
            cut(svg, cuts.clerical(), 28);
        }
        cut(svg, cuts.automatic(), 12);
        return svg.end() + legend();
    }

    private void axis(Svg svg) {
        svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        double step = Math.max(1, Math.ceil((to - from) / 8 / 5) * 5);
        for (double tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
            svg.text("middle", x(tick), HEIGHT - BOTTOM + 22, Numbers.decimal(tick, 0));
        }
        svg.words("middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12,
                new Words("匹配权重（比特，越大越像同一人）", "match weight (bits; the more, the likelier the same)"));
    }

    private void cut(Svg svg, double weight, int y) {
        if (weight >= from && weight <= to) {
            svg.line("cut", x(weight), y + 4, x(weight), HEIGHT - BOTTOM);
            svg.text(x(weight) > WIDTH / 2.0 ? "end" : "start", x(weight), y, Numbers.bits(weight));
        }
    }

    private String legend() {
        return "<p class=\"legend\">" + key("reject", new Words("不关联", "not linked"))
                + key("clerical", new Words("人工核对", "for clerks"))
                + key("automatic", new Words("自动关联", "linked by itself")) + "</p>";
    }

    private static String key(String zone, Words name) {
        return "<span><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect class=\"" + zone
                + "\" width=\"14\" height=\"14\"/></svg>" + name.html() + "</span>";
    }

    private String zone(double weight) {
        double middle = weight + width / 2;
        return middle >= cuts.automatic() ? "automatic" : middle >= cuts.clerical() ? "clerical" : "reject";
    }

    private static String power(int decade) {
        return decade < 4 ? String.valueOf((long) Math.pow(10, decade)) : "10<tspan dy=\"-5\">" + decade + "</tspan>";
    }

    private double x(double weight) {
        return LEFT + (weight - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    /** Logarithmic, so that a single pair is still seen beside a million. */
    private double y(long pairs) {
        double height = pairs == 0 ? 0 : (Math.log10(pairs) + 0.15) / (decades + 0.15);
        return HEIGHT - BOTTOM - height * (HEIGHT - TOP - BOTTOM);
    }
}
