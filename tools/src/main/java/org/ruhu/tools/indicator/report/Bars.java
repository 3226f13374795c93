package org.ruhu.tools.indicator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.page.Svg;
import org.ruhu.tools.page.Words;

/** Bars that lie, one row for each name: several bars under one another, or parts of one bar side by side. */
final class Bars {

    private static final int WIDTH = 640;
    private static final int LEFT = 210;
    private static final int RIGHT = 90;
    private static final int TOP = 6;
    private static final int BAR = 18;

    private final List<Row> rows = new ArrayList<>();
    private final Words says;
    private final DoubleFunction<String> written;
    private final boolean stacked;
    private Optional<Double> limit = Optional.empty();

    /** @param written how a value is written beside its bar */
    private Bars(Words says, DoubleFunction<String> written, boolean stacked) {
        this.says = says;
        this.written = written;
        this.stacked = stacked;
    }

    static Bars beside(Words says, DoubleFunction<String> written) {
        return new Bars(says, written, false);
    }

    static Bars stacked(Words says, DoubleFunction<String> written) {
        return new Bars(says, written, true);
    }

    /** @param style class of the bar; empty values are drawn as hatched "no result" */
    record Bar(String style, OptionalDouble value, Optional<Interval> interval) {}

    private record Row(Words name, List<Bar> bars) {}

    Bars row(Words name, List<Bar> bars) {
        rows.add(new Row(name, List.copyOf(bars)));
        return this;
    }

    /** A line across all rows. */
    Bars limit(double at) {
        limit = Optional.of(at);
        return this;
    }

    String html() {
        if (rows.isEmpty()) {
            return "";
        }
        int each = stacked ? 1 : rows.stream().mapToInt(row -> row.bars().size()).max().orElse(1);
        int step = each * BAR + 12;
        int height = TOP + rows.size() * step + 8;
        double from = Math.min(0, values(true));
        double to = Math.max(stacked ? 1 : 1e-9, values(false));
        Svg svg = new Svg("chart", WIDTH, height, says);
        svg.line("axis", x(0, from, to), TOP, x(0, from, to), height - 6);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int y = TOP + i * step + 4;
            svg.words("end", LEFT - 8, y + each * BAR / 2.0 + 5, row.name());
            if (stacked) {
                stack(svg, row, y, from, to);
            } else {
                for (int bar = 0; bar < row.bars().size(); bar++) {
                    bar(svg, row.bars().get(bar), y + bar * BAR, from, to);
                }
            }
        }
        limit.ifPresent(at -> svg.line("cut", x(at, from, to), TOP, x(at, from, to), height - 6));
        return "<figure><figcaption>" + says.html() + "</figcaption>" + svg.end() + "</figure>";
    }

    private void bar(Svg svg, Bar bar, int y, double from, double to) {
        if (bar.value().isEmpty()) {
            svg.words("start", x(0, from, to) + 6, y + 13, new Words("无结果", "no result"));
            return;
        }
        double value = bar.value().getAsDouble();
        double end = x(Math.max(value, 0), from, to);
        svg.rect(bar.style(), x(Math.min(value, 0), from, to), y, end - x(Math.min(value, 0), from, to), BAR - 4);
        bar.interval().ifPresent(its -> whisker(svg, its, y, from, to));
        double after = bar.interval().map(its -> x(Math.min(its.upper(), to), from, to)).orElse(end);
        svg.text("start", Math.max(end, after) + 6, y + 12, written.apply(value));
    }

    private static void whisker(Svg svg, Interval its, int y, double from, double to) {
        double left = x(Math.max(from, its.lower()), from, to);
        double right = x(Math.min(its.upper(), to), from, to);
        double middle = y + (BAR - 4) / 2.0;
        svg.line("whisker", left, middle, right, middle).line("whisker", left, y + 2, left, y + BAR - 6)
                .line("whisker", right, y + 2, right, y + BAR - 6);
    }

    private static void stack(Svg svg, Row row, int y, double from, double to) {
        double at = 0;
        for (Bar bar : row.bars()) {
            double value = bar.value().orElse(0);
            svg.rect(bar.style(), x(at, from, to), y, x(at + value, from, to) - x(at, from, to), BAR);
            at += value;
        }
    }

    private double values(boolean least) {
        double found = limit.orElse(0.0);
        for (Row row : rows) {
            for (Bar bar : row.bars()) {
                double value = bar.value().orElse(0);
                double end = bar.interval().map(its -> least ? its.lower() : its.upper()).orElse(value);
                found = least ? Math.min(found, Math.min(value, end)) : Math.max(found, Math.max(value, end));
            }
        }
        return found;
    }

    private static double x(double value, double from, double to) {
        return LEFT + (value - from) / (to - from) * (WIDTH - LEFT - RIGHT);
    }

    /** What the styles stand for. */
    static String legend(List<String> styles, List<Words> words) {
        StringBuilder out = new StringBuilder("<p class=\"legend\">");
        for (int i = 0; i < styles.size(); i++) {
            out.append("<span><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect class=\"").append(styles.get(i))
                    .append("\" width=\"14\" height=\"14\"/></svg>").append(words.get(i).html()).append("</span>");
        }
        return out.append("</p>").toString();
    }
}
