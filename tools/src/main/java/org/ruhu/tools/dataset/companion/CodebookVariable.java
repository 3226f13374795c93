package org.ruhu.tools.dataset.companion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.tools.dataset.Codebook;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;

/** The variables of one table on the page. */
final class CodebookVariable {

    private static final Map<ValueType, String> TYPES = Map.of(ValueType.TEXT, "文本", ValueType.INTEGER, "整数",
            ValueType.NUMBER, "数值", ValueType.BOOLEAN, "是否", ValueType.DATE, "日期", ValueType.DATETIME, "时间",
            ValueType.CODE, "代码", ValueType.CODES, "多个代码");

    private final Html html;
    private final Output output;
    private final Table table;
    private final List<String> names;

    CodebookVariable(Html html, Output output, Table table) {
        this.html = html;
        this.output = output;
        this.table = table;
        this.names = output.names(table);
    }

    String html(int column) {
        Variable variable = table.variables().get(column);
        String other = names.get(column).equals(variable.name()) ? "" : "<small>"
                + html.words("原名 ", "in the form ") + CodebookPage.code(variable.name()) + "</small>";
        return "<div class=\"variable\" id=\"" + Html.escaped(table.name() + "." + variable.name())
                + "\"><div class=\"name\">" + Html.escaped(names.get(column)) + other + "<small>" + type(variable)
                + "</small></div><div><p class=\"label\">" + html.said(variable::label) + "</p>" + hint(variable)
                + "<dl>" + said(variable) + "</dl></div></div>\n";
    }

    private String type(Variable variable) {
        String type = html.words(TYPES.get(variable.type()), variable.type().word());
        return variable.unit().isEmpty() ? type : type + " · " + Html.escaped(variable.unit());
    }

    private String hint(Variable variable) {
        return variable.role() != Role.VALUE || output.hint(variable, output.language()).isEmpty() ? ""
                : "<p class=\"dim\">" + html.said(language -> output.hint(variable, language).orElse("")) + "</p>";
    }

    private String said(Variable variable) {
        return Html.term(html.words("问题", "Question"), variable.role() == Role.VALUE
                        || variable.role() == Role.MENTIONED ? question(variable) : "")
                + Html.term(html.words("取值", "Values"), values(variable))
                + Html.term(html.words("范围", "Range"), range(variable))
                + Html.term(html.words("谁回答", "Asked of"), CodebookPage.code(variable.universe()))
                + Html.term(html.words("无值时", "No value"), Output.reasonOf(table, variable)
                        .map(reason -> "<a href=\"#" + Html.escaped(table.name() + "." + reason.name()) + "\">"
                                + CodebookPage.code(reason.name()) + "</a>").orElse(""))
                + Html.term(html.words("敏感程度", "Sensitivity"), sensitivity(variable))
                + Html.term(html.words("问卷版本", "Versions"), Html.escaped(
                        variable.versions().size() < output.dataset().versions().size()
                                ? String.join(" ", variable.versions()) : ""))
                + Html.term(html.words("旧版本的不同", "Older versions"), Html.escaped(Codebook.changes(variable)));
    }

    private String question(Variable variable) {
        return CodebookPage.code(variable.question().orElseThrow().path())
                + (variable.question().orElseThrow().calculated() ? " · " + html.words("由问卷计算", "calculated") : "");
    }

    private String sensitivity(Variable variable) {
        return switch (Codebook.sensitivity(variable)) {
            case "personal" -> html.words("个人信息", "personal");
            case "sensitive" -> html.words("敏感信息", "sensitive");
            default -> "";
        };
    }

    private String range(Variable variable) {
        Optional<String> least = output.bound(variable, "minimum").map(bound -> bound.toPlainString());
        Optional<String> most = output.bound(variable, "maximum").map(bound -> bound.toPlainString());
        return least.isEmpty() && most.isEmpty() ? ""
                : Html.escaped(least.orElse("…") + " – " + most.orElse("…"));
    }

    private String values(Variable variable) {
        if (variable.list().isPresent()) {
            String list = Html.escaped(variable.list().get());
            String count = " (" + variable.options().size() + ")";
            return output.lists().map(file -> "<a href=\"" + Html.escaped(file) + "\">" + Html.escaped(file) + "</a>: "
                    + list).orElse(list) + count;
        }
        return variable.options().isEmpty() ? "" : "<ul class=\"codes\">" + variable.options().stream()
                .map(option -> value(variable, option)).collect(Collectors.joining()) + "</ul>";
    }

    private String value(Variable variable, Option option) {
        String versions = option.versions().size() < variable.versions().size() && !option.versions().isEmpty()
                ? " <small class=\"dim\">" + Html.escaped(String.join(" ", option.versions())) + "</small>" : "";
        return "<li>" + CodebookPage.code(option.value()) + "<span>" + html.said(option::label) + versions
                + "</span></li>";
    }
}
