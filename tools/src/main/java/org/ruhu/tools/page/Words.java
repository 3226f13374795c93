package org.ruhu.tools.page;

/** The same in Chinese and in English; the page shows one of them. Neither is escaped yet. */
public record Words(String zh, String en) {

    public static String html(String zh, String en) {
        return "<span lang=\"zh\">" + zh + "</span><span lang=\"en\">" + en + "</span>";
    }

    /** Both, to be put between tags. */
    public String html() {
        return html(escaped(zh), escaped(en));
    }

    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c < ' ' || c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }
}
