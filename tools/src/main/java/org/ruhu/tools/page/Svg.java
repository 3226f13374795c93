package org.ruhu.tools.page;

import java.util.Locale;

/** Draws; lengths in units of the picture, from its upper left corner. */
public final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** @param says what somebody hears who does not see it */
    public Svg(String style, int width, int height, Words says) {
        out.append("<svg class=\"").append(style).append("\" viewBox=\"0 0 ").append(width).append(' ')
                .append(height).append("\" role=\"img\" aria-label=\"")
                .append(Words.escaped(says.zh() + " / " + says.en())).append("\">");
    }

    public Svg rect(String style, double x, double y, double width, double height) {
        out.append("<rect class=\"").append(style).append('"').append(at("x", x)).append(at("y", y))
                .append(at("width", Math.max(0, width))).append(at("height", Math.max(0, height))).append("/>");
        return this;
    }

    public Svg line(String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(style).append('"').append(at("x1", x1)).append(at("y1", y1))
                .append(at("x2", x2)).append(at("y2", y2)).append("/>");
        return this;
    }

    /** @param anchor start, middle or end */
    public Svg text(String anchor, double x, double y, String html) {
        out.append("<text text-anchor=\"").append(anchor).append('"').append(at("x", x)).append(at("y", y)).append('>')
                .append(html).append("</text>");
        return this;
    }

    public Svg words(String anchor, double x, double y, Words words) {
        return text(anchor, x, y, "<tspan lang=\"zh\">" + Words.escaped(words.zh()) + "</tspan><tspan lang=\"en\">"
                + Words.escaped(words.en()) + "</tspan>");
    }

    /** @param points x and y in turns */
    public Svg path(String style, double[] points) {
        out.append("<polyline class=\"").append(style).append("\" points=\"");
        for (int i = 0; i < points.length; i += 2) {
            out.append(i == 0 ? "" : " ").append(number(points[i])).append(',').append(number(points[i + 1]));
        }
        out.append("\"/>");
        return this;
    }

    public Svg dot(String style, double x, double y) {
        out.append("<circle class=\"").append(style).append("\" r=\"5\"").append(at("cx", x)).append(at("cy", y))
                .append("/>");
        return this;
    }

    public String end() {
        return out.append("</svg>").toString();
    }

    private static String at(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
