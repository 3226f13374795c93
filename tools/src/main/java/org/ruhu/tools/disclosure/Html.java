package org.ruhu.tools.disclosure;

import java.util.List;
import java.util.Locale;
import org.ruhu.tools.page.Words;

/** A page of tables in one file, Chinese and English side by side, that loads nothing from anywhere. */
final class Html {

    private static final String STYLE = "body{font:15px/1.5 system-ui,'Noto Sans CJK SC',sans-serif;max-width:60rem;"
            + "margin:2rem auto;padding:0 1rem;color:#1d2329}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}"
            + "div{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #d5dae0;"
            + "padding:.3rem .5rem;text-align:left;vertical-align:top}td.n{text-align:right;"
            + "font-variant-numeric:tabular-nums}small,.en{color:#55606b}.bad{color:#a4161a;font-weight:600}"
            + ".good{color:#1b6e3c;font-weight:600}";

    private final StringBuilder page = new StringBuilder();

    Html(String zh, String en) {
        page.append("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width\"><title>").append(escaped(zh + " " + en)).append("</title><style>")
                .append(STYLE).append("</style></head><body>\n<h1>").append(both(zh, en)).append("</h1>\n");
    }

    Html head(String zh, String en) {
        page.append("<h2>").append(both(zh, en)).append("</h2>\n");
        return this;
    }

    Html says(String style, String zh, String en) {
        page.append("<p class=\"").append(style).append("\">").append(both(zh, en)).append("</p>\n");
        return this;
    }

    /** @param head text in Chinese, a stroke, the same in English */
    Html table(List<String> head, List<List<String>> rows) {
        page.append("<div><table><tr>");
        head.forEach(cell -> page.append("<th>").append(stroked(cell)).append("</th>"));
        page.append("</tr>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append(number(cell) ? "<td class=\"n\">" : "<td>").append(stroked(cell))
                    .append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
        return this;
    }

    /** In both languages. */
    Html listed(List<Words> items) {
        page.append("<ul>");
        items.forEach(item -> page.append("<li>").append(both(item.zh(), item.en())).append("</li>\n"));
        page.append("</ul>\n");
        return this;
    }

    /** As they are, such as what is cited. */
    Html list(List<String> items) {
        page.append("<ul>");
        items.forEach(item -> page.append("<li>").append(escaped(item)).append("</li>\n"));
        page.append("</ul>\n");
        return this;
    }

    String done() {
        return page + "</body></html>\n";
    }

    static String number(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%,d", (long) number)
                : RiskReport.shown(number);
    }

    private static boolean number(String cell) {
        return cell.matches("-?[0-9][0-9,.]*%?");
    }

    private static String stroked(String cell) {
        int stroke = cell.indexOf('|');
        return stroke < 0 ? escaped(cell) : both(cell.substring(0, stroke), cell.substring(stroke + 1));
    }

    private static String both(String zh, String en) {
        return escaped(zh) + " <span class=\"en\" lang=\"en\">" + escaped(en) + "</span>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
