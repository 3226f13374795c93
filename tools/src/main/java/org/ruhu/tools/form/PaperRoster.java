package org.ruhu.tools.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** A roster as a table: questions down and rows across when there are many questions, else rows down. */
final class PaperRoster {

    private static final int FEW_QUESTIONS = 6;
    private static final int ACROSS = 6;
    private static final int DOWN = 10;
    private static final int INLINE_OPTIONS = 12;

    private final PaperForm paper;
    private final PaperAnswer answer;

    PaperRoster(PaperForm paper, PaperAnswer answer) {
        this.paper = paper;
        this.answer = answer;
    }

    /** The roster, and after it the rosters in its rows, each with a column for the row it belongs to. */
    String html(String roster) {
        List<String> row = paper.rowOf(roster).stream().filter(path -> !paper.hidden(path)).toList();
        List<String> own = row.stream().filter(path -> paper.question(path).kind() != Kind.ROSTER).toList();
        String table = own.size() > FEW_QUESTIONS ? across(roster, own) : down(roster, own);
        return table + row.stream().filter(path -> paper.question(path).kind() == Kind.ROSTER)
                .map(path -> "<h3>" + PaperForm.escaped(paper.number(path)) + " " + paper.label(path) + "</h3>"
                        + html(path)).collect(Collectors.joining());
    }

    private String note(String roster, int shown, String more) {
        int most = paper.schema(roster).path("maxItems").asInt();
        String outer = paper.program.rowOf(roster);
        String rule = paper.program.rule(roster, "relevant")
                .map(relevant -> "<p class=\"if\">" + paper.say("if.roster", paper.phrases.of(relevant)) + "</p>")
                .orElse("");
        String count = paper.program.rule(roster, "rows")
                .map(rows -> paper.say("rows.count", paper.phrases.of(rows))).orElse("");
        String hint = paper.form.hint(roster, paper.language)
                .map(text -> "<p class=\"h\">" + paper.text(text, roster) + "</p>").orElse("");
        return rule + hint + "<p class=\"h\">" + (outer.isEmpty() ? "" : paper.say("nested",
                paper.phrases.question(outer))) + (paper.hints(roster).has("opens") ? paper.say("opens") : "")
                + paper.say("rows.most", most) + count + (most > shown ? more : "") + "</p>";
    }

    private String across(String roster, List<String> questions) {
        int most = paper.schema(roster).path("maxItems").asInt();
        int columns = Math.min(ACROSS, most);
        boolean nested = !paper.program.rowOf(roster).isEmpty();
        String heads = ("<th class=\"row\">" + paper.say("row") + "</th>").repeat(columns);
        return note(roster, columns, paper.say("rows.sheets", columns)) + "<table class=\"across\"><thead><tr><th"
                + " class=\"no\"></th><th class=\"what\">" + paper.say("question") + "</th>" + heads
                + "</tr></thead><tbody>" + (nested ? belongs(roster, columns) : "")
                + questions.stream().map(path -> line(path, columns)).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String belongs(String roster, int columns) {
        return "<tr><td class=\"no\"></td><td>" + paper.say("belongs.to", paper.phrases.question(
                paper.program.rowOf(roster))) + "</td>" + ("<td>" + PaperAnswer.boxes(2) + "</td>").repeat(columns)
                + "</tr>";
    }

    private String line(String path, int columns) {
        Question question = paper.question(path);
        String grey = question.calculated() ? " class=\"office\"" : "";
        return "<tr><td class=\"no\">" + PaperForm.escaped(paper.number(path)) + "</td><td class=\"what\">"
                + what(question) + "</td>" + ("<td" + grey + ">" + answer.cell(question) + "</td>").repeat(columns)
                + "</tr>";
    }

    /** A question in little room: who is asked, text, hint, codes, unit. */
    private String what(Question question) {
        String path = question.path();
        String unit = question.unit().map(name -> " <small>(" + PaperForm.escaped(Words.unit(name, paper.language))
                + ")</small>").orElse("");
        String choose = paper.program.choose(path).isEmpty() ? "" : "<p class=\"h\">"
                + answer.html(question, List.of(), "").replaceAll(".*?(<small>)", "$1") + "</p>";
        return PaperQuestion.condition(paper, question) + "<p class=\"t\">" + paper.label(path) + unit + "</p>"
                + (question.kind() == Kind.DATE ? "<p class=\"h\">" + paper.say("order") + "</p>" : "")
                + paper.form.hint(path, paper.language).map(text -> "<p class=\"h\">" + paper.text(text, path) + "</p>")
                        .orElse("") + codes(question) + choose + PaperQuestion.office(paper, question);
    }

    private String codes(Question question) {
        if (question.codes().isEmpty()) {
            return "";
        }
        String several = question.kind() == Kind.CODES ? paper.say("several") + " " : "";
        if (question.codes().size() > INLINE_OPTIONS) {
            return "<p class=\"o\">" + several + answer.list(question) + "</p>";
        }
        return "<p class=\"o\">" + several + question.codes().stream().map(code -> "<span><b>"
                + PaperForm.escaped(code) + "</b> " + PaperForm.escaped(paper.form.optionLabel(question.path(), code,
                        paper.language)) + "</span>").collect(Collectors.joining(" ")) + "</p>";
    }

    private String down(String roster, List<String> questions) {
        int lines = Math.min(DOWN, paper.schema(roster).path("maxItems").asInt());
        boolean nested = !paper.program.rowOf(roster).isEmpty();
        String heads = Stream.concat(
                Stream.of("<th class=\"no\"></th>"
                        + (nested ? "<th class=\"no\">" + paper.say("belongs") + "</th>" : "")),
                questions.stream().map(path -> "<th>" + PaperForm.escaped(paper.number(path)) + " "
                        + what(paper.question(path)) + "</th>")).collect(Collectors.joining());
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            rows.append("<tr><td class=\"no\">").append(i).append("</td>").append(nested ? "<td></td>" : "");
            questions.forEach(path -> rows.append(paper.question(path).calculated() ? "<td class=\"office\">" : "<td>")
                    .append(answer.cell(paper.question(path))).append("</td>"));
            rows.append("</tr>");
        }
        return note(roster, lines, paper.say("rows.lines")) + "<table class=\"down\"><thead><tr>" + heads
                + "</tr></thead><tbody>" + rows + "</tbody></table>";
    }
}
