package org.ruhu.tools.dataset.companion;

import java.util.List;
import java.util.function.UnaryOperator;

/** Words on a page that shows one of its languages at a time. */
record Html(List<String> languages) {

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A text in every language; once where it is the same in all. */
    String said(UnaryOperator<String> text) {
        List<String> texts = languages.stream().map(text).toList();
        if (texts.stream().distinct().count() < 2) {
            return escaped(texts.get(0));
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            html.append("<span lang=\"").append(languages.get(i)).append("\">").append(escaped(texts.get(i)))
                    .append("</span>");
        }
        return html.toString();
    }

    /** Our own words; Chinese also where Tibetan is asked for. */
    String words(String zh, String en) {
        return said(language -> language.equals("en") ? en : zh);
    }

    /** A term and what there is to say about it; nothing where there is nothing. */
    static String term(String term, String html) {
        return html.isEmpty() ? "" : "<dt>" + term + "</dt><dd>" + html + "</dd>";
    }
}
