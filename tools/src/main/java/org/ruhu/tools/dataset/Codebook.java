package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.tools.dataset.Variable.Role;

/** What every column means, a row each: enough to read the tables without the form. */
final class Codebook {

    private static final List<String> HEADER = List.of("file", "position", "column", "label_zh", "label_en", "type",
            "codes_zh", "codes_en", "unit", "universe", "missing", "sensitivity", "calculated", "section", "question",
            "form", "version", "digest");

    private final FormVersion form;
    private final List<Table> tables;
    private final Sections sections;

    Codebook(FormVersion form, List<Table> tables) {
        this.form = form;
        this.tables = tables;
        this.sections = Sections.of(form);
    }

    void write(CsvWriter csv) {
        csv.writeRecord(HEADER);
        for (Table table : tables) {
            for (int i = 0; i < table.variables().size(); i++) {
                csv.writeRecord(row(table, i + 1, table.variables().get(i)));
            }
        }
    }

    private List<String> row(Table table, int position, Variable variable) {
        List<String> row = new ArrayList<>(List.of(table.name() + ".csv", Integer.toString(position), variable.name()));
        variable.question().ifPresentOrElse(
                question -> row.addAll(asked(question, variable)),
                () -> row.addAll(key(variable)));
        row.addAll(List.of(form.id().name(), form.id().version(), form.digest()));
        return row.stream().map(Cell::guarded).toList();
    }

    private static List<String> key(Variable key) {
        return switch (key.name()) {
            case "submission" -> key("访问记录号", "Submission: one interview of one unit", "text");
            case "number" -> key("版本号", "Revision of the submission; only the latest is in the dataset", "integer");
            case "campaign" -> key("普查轮次", "Campaign", "text");
            case "unit" -> key("调查单元", "Unit on the campaign's frame", "text");
            case "area" -> key("行政区划代码", "Area code of the unit; text, it may begin with 0", "text");
            case "received_at" -> key("接收时间", "When the server took the revision in; UTC", "datetime");
            default -> key("表内行号", "Row of the roster, from 1, in the order given", "integer");
        };
    }

    private static List<String> key(String zh, String en, String type) {
        return List.of(zh, en, type, "", "", "", "", "", "plain", "0", "", "");
    }

    private List<String> asked(Question question, Variable variable) {
        String path = question.path();
        return List.of(label(question, variable, "zh"), label(question, variable, "en"), type(question, variable),
                codes(question, variable, "zh"), codes(question, variable, "en"),
                variable.role() == Role.VALUE ? question.unit().orElse("") : "", universe(question),
                variable.role() == Role.VALUE ? String.join(" ", question.nonresponse()) : "",
                question.sensitivity().name().toLowerCase(), question.calculated() ? "1" : "0",
                sections.sectionOf().getOrDefault(path, ""), path);
    }

    private String label(Question question, Variable variable, String language) {
        String label = form.label(question.path(), language);
        return switch (variable.role()) {
            case KEY, VALUE -> label;
            case MENTIONED -> label + ": " + variable.code()
                    .map(code -> form.optionLabel(question.path(), code, language)).orElse("");
            case REASON -> label + (language.equals("zh") ? ": 未答原因" : ": why there is no answer");
        };
    }

    private static String type(Question question, Variable variable) {
        return switch (variable.role()) {
            case KEY, VALUE -> question.integer() ? "integer" : question.kind().word();
            case MENTIONED -> "boolean";
            case REASON -> "code";
        };
    }

    private String codes(Question question, Variable variable, String language) {
        boolean zh = language.equals("zh");
        if (variable.role() == Role.REASON) {
            return question.nonresponse().stream()
                    .map(reason -> reason + " = " + reason(reason, zh)).collect(Collectors.joining("; "));
        }
        if (variable.role() == Role.MENTIONED || question.kind() == Kind.BOOLEAN) {
            return zh ? "1 = 是; 0 = 否" : "1 = yes; 0 = no";
        }
        return question.codes().stream()
                .map(code -> code + " = " + form.optionLabel(question.path(), code, language))
                .collect(Collectors.joining("; "));
    }

    private static String reason(String reason, boolean zh) {
        return switch (reason) {
            case "dont-know" -> zh ? "不清楚" : "does not know";
            case "refused" -> zh ? "拒答" : "refused to answer";
            default -> reason;
        };
    }

    /** Who is asked: the rule of the question, after that of its roster; blank means everybody. */
    private String universe(Question question) {
        List<String> rules = new ArrayList<>();
        question.roster().ifPresent(roster -> add(rules, form.schema().at("/properties" + roster)));
        add(rules, form.schema().at("/properties" + question.path().replace("/*/", "/items/properties/")));
        return rules.size() < 2 ? String.join("", rules)
                : rules.stream().map(rule -> "(" + rule + ")").collect(Collectors.joining(" and "));
    }

    private static void add(List<String> rules, JsonNode property) {
        String rule = property.path("x-question").path("relevant").asText();
        if (!rule.isEmpty()) {
            rules.add(rule);
        }
    }
}
