package org.ruhu.tools.dataset.companion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/** {@code codebook.html}: every variable on one page that loads and runs nothing and can be searched and printed. */
final class CodebookPage implements Companion {

    private static final Map<String, String> NAMES = Map.of("zh", "中文", "en", "English", "bo", "བོད་ཡིག");
    private static final Map<String, String> TAGS = Map.of("zh", "zh-CN", "en", "en", "bo", "bo");

    @Override
    public String file() {
        return "codebook.html";
    }

    @Override
    public String text(Output output) {
        Html html = new Html(output.languages());
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"").append(TAGS.get(output.language()))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.escaped(output.newest().title(output.language()))).append("</title>\n<style>\n")
                .append(Templates.read("codebook.css")).append("</style>\n</head>\n<body>\n");
        for (String language : output.languages()) {
            page.append("<input type=\"radio\" name=\"language\" id=\"").append(language).append('"')
                    .append(language.equals(output.language()) ? " checked" : "").append("><label for=\"")
                    .append(language).append("\">").append(NAMES.get(language)).append("</label>\n");
        }
        page.append("<main>\n<h1>").append(html.said(output.newest()::title)).append("</h1>\n");
        head(page, html, output);
        output.tables().forEach(table -> table(page, html, output, table));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void head(StringBuilder page, Html html, Output output) {
        for (FormVersion form : output.dataset().versions()) {
            page.append("<p class=\"dim\">").append(Html.escaped(form.id().toString())).append(" · <code>")
                    .append(form.digest(), 0, 12).append("</code></p>\n");
        }
        page.append("<div class=\"wide\"><table><thead><tr><th>").append(html.words("文件", "File")).append("</th><th>")
                .append(html.words("内容", "What it holds")).append("</th><th class=\"number\">")
                .append(html.words("行", "Rows")).append("</th><th class=\"number\">")
                .append(html.words("列", "Columns")).append("</th><th>")
                .append(html.words("主键", "Key of a row")).append("</th></tr></thead><tbody>\n");
        for (Table table : output.tables()) {
            page.append("<tr><td><a href=\"#").append(id(table.name())).append("\">").append(place(output, table))
                    .append("</a></td><td>").append(html.said(language -> output.title(table, language)))
                    .append("</td><td class=\"number\">")
                    .append(output.measure(table).map(measure -> Long.toString(measure.rows())).orElse(""))
                    .append("</td><td class=\"number\">").append(table.variables().size()).append("</td><td>")
                    .append(code(String.join(", ", Output.keys(table)))).append("</td></tr>\n");
        }
        page.append("</tbody></table></div>\n<p>").append(html.said(language ->
                MissingWords.of(output.extension(), language))).append("</p>\n");
    }

    private static String place(Output output, Table table) {
        return code(output.apart() ? output.file(table) : output.file(table) + " " + table.name());
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + Html.escaped(text) + "</code>";
    }

    /** As a name within the page. */
    private static String id(String name) {
        return Html.escaped(name);
    }

    private static void table(StringBuilder page, Html html, Output output, Table table) {
        page.append("<section id=\"").append(id(table.name())).append("\">\n<h2>")
                .append(html.said(language -> output.title(table, language))).append("</h2>\n<p class=\"dim\">")
                .append(place(output, table)).append("</p>\n");
        output.parent(table).ifPresent(parent -> page.append("<p class=\"dim\">")
                .append(html.words("按主键连接到 ", "Its key joins it to ")).append("<a href=\"#")
                .append(id(parent.name())).append("\">").append(place(output, parent)).append("</a></p>\n"));
        CodebookVariable variables = new CodebookVariable(html, output, table);
        Map<String, List<Integer>> sections = sections(table);
        if (sections.size() > 1) {
            page.append("<nav>").append(sections.keySet().stream().map(section -> "<div><a href=\"#"
                    + id(table.name() + ":" + section) + "\">" + heading(html, output, table, sections.get(section))
                    + "</a></div>").collect(Collectors.joining())).append("</nav>\n");
        }
        sections.forEach((section, columns) -> {
            page.append("<h3 id=\"").append(id(table.name() + ":" + section)).append("\">")
                    .append(heading(html, output, table, columns)).append("</h3>\n");
            columns.forEach(column -> page.append(variables.html(column)));
        });
        page.append("</section>\n");
    }

    private static String heading(Html html, Output output, Table table, List<Integer> columns) {
        Variable first = table.variables().get(columns.get(0));
        String section = html.said(language -> output.section(first, language));
        return switch (first.role()) {
            case KEY -> html.words("主键和来源", "Keys and where rows come from");
            case ADDED -> html.words("附加列", "Added columns");
            default -> section.isEmpty() ? html.words("问题", "Questions") : section;
        };
    }

    /** Columns by page of the form; what no page has is under a name no page has. */
    private static Map<String, List<Integer>> sections(Table table) {
        Map<String, List<Integer>> sections = new LinkedHashMap<>();
        for (int i = 0; i < table.variables().size(); i++) {
            Variable variable = table.variables().get(i);
            String section = variable.newest().map(edition -> edition.section())
                    .orElse("-" + variable.role().name().toLowerCase(Locale.ROOT));
            sections.computeIfAbsent(section, name -> new ArrayList<>()).add(i);
        }
        return sections;
    }
}
