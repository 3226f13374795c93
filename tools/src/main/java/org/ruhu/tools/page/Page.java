package org.ruhu.tools.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One HTML file, Chinese or English at the reader's choice. */
public final class Page {

    private final StringBuilder out = new StringBuilder();

    /**
     * @param first  the language it opens in, zh or en
     * @param styles style sheets on the class path besides the common one
     */
    public Page(Words title, String first, String... styles) {
        out.append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Words.escaped(title.zh() + " / " + title.en())).append("</title>\n<style>\n")
                .append(style("/page/page.css"));
        for (String style : styles) {
            out.append(style(style));
        }
        out.append("</style>\n</head>\n<body>\n").append(choice("zh", "中文", first))
                .append(choice("en", "English", first)).append("\n").append(hatch()).append("<main>\n<h1>")
                .append(title.html()).append("</h1>\n");
    }

    private static String choice(String language, String name, String first) {
        return "<input type=\"radio\" name=\"language\" id=\"" + language + "\""
                + (language.equals(first) ? " checked" : "") + "><label for=\"" + language + "\">" + name + "</label>";
    }

    public Page add(String html) {
        out.append(html);
        return this;
    }

    public Page section(Words title, Words about, String content) {
        out.append("<section><h2>").append(title.html()).append("</h2><p>").append(about.html()).append("</p>")
                .append(content).append("</section>\n");
        return this;
    }

    public String html() {
        return out + "</main>\n</body>\n</html>\n";
    }

    /** What tells areas apart without colour. */
    private static String hatch() {
        return "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"defs\"><defs>"
                + "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
                + " patternTransform=\"rotate(45)\">"
                + "<rect width=\"6\" height=\"6\" class=\"under\"/><rect width=\"3\" height=\"6\" class=\"stripe\"/>"
                + "</pattern></defs></svg>\n";
    }

    private static String style(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
