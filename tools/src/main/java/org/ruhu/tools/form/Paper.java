package org.ruhu.tools.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.forms.Check;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Severity;

/** A form as a questionnaire on paper: one HTML file that needs nothing else and prints on A4. */
public final class Paper {

    private static final Map<String, String> TAGS = Map.of("zh", "zh-CN", "en", "en", "bo", "bo");

    private final PaperForm paper;
    private final PaperAnswer answer;

    private Paper(FormVersion form, String language) {
        this.paper = new PaperForm(form, language);
        this.answer = new PaperAnswer(paper);
    }

    /** @param language zh, en or bo */
    public static String html(FormVersion form, String language) {
        return new Paper(form, language).html();
    }

    private String html() {
        String pages = paper.pages.stream().map(this::page).collect(Collectors.joining());
        String checks = checks();
        return "<!doctype html>\n<html lang=\"" + TAGS.get(paper.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<title>" + title() + " " + paper.form.id() + "</title>\n<style>\n" + style()
                + "</style>\n</head>\n<body>\n" + cover() + pages + checks + PaperLists.html(paper)
                + "</body>\n</html>\n";
    }

    private String title() {
        return PaperForm.escaped(paper.form.title(paper.language));
    }

    private String style() {
        try (InputStream in = Paper.class.getResourceAsStream("/form/paper.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("$title", quoted(paper.form.title(paper.language))).replace("$form", quoted(id()))
                    .replace("$page", quoted(Words.say(paper.language, "paper.page") + " "))
                    .replace("$of", quoted(" " + Words.say(paper.language, "paper.of") + " "))
                    .replace("$end", quoted(" " + Words.say(paper.language, "paper.pages")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String id() {
        return paper.form.id().name() + " · " + Words.say(paper.language, "paper.version", paper.form.id().version());
    }

    /** As a string of CSS that cannot end the style sheet. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\5c ").replace("\"", "\\22 ").replace("<", "\\3c ").replace("\n", " ")
                + "\"";
    }

    private String cover() {
        List<String> notes = Stream.of("how.tick", "how.boxes", "how.if", "how.goto", "how.grey", "how.reason")
                .map(key -> "<li>" + paper.say(key) + "</li>").toList();
        return "<header><h1>" + title() + "</h1><p class=\"id\">" + PaperForm.escaped(id()) + "<span>"
                + paper.say("digest") + " " + paper.form.digest().substring(0, 12) + "</span></p>"
                + "<div class=\"how\"><h2>" + paper.say("how") + "</h2><ul>" + String.join("", notes)
                + "</ul></div></header>\n";
    }

    private String page(PaperForm.Page page) {
        String head = "<h2><span>" + PaperForm.escaped(page.name()) + "</span>"
                + PaperForm.escaped(paper.form.sectionTitle(page.name(), paper.language)) + "</h2>";
        String body = page.roster().map(roster -> new PaperRoster(paper, answer).html(roster))
                .orElseGet(() -> questions(page));
        return "<section class=\"" + (page.roster().isPresent() ? "rows" : "page") + "\">" + head + body
                + "</section>\n";
    }

    private String questions(PaperForm.Page page) {
        List<String> shown = page.questions().stream().filter(path -> paper.form.question(path).isPresent())
                .filter(path -> !paper.hidden(path)).toList();
        int next = paper.pages.indexOf(page) + 1;
        String after = next < paper.pages.size() ? paper.say("goto.section", paper.pages.get(next).name())
                : paper.say("goto.end");
        PaperQuestion question = new PaperQuestion(paper, answer);
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            String path = shown.get(i);
            if (paper.question(path).kind() == Kind.ROSTER) {
                html.append("<h3>").append(paper.number(path)).append(' ').append(paper.label(path)).append("</h3>")
                        .append(new PaperRoster(paper, answer).html(path));
            } else {
                html.append(question.html(paper.question(path), shown.subList(i + 1, shown.size()), after));
            }
        }
        return html.toString();
    }

    private String checks() {
        if (paper.form.checks().isEmpty()) {
            return "";
        }
        return "<section class=\"annex\"><h2>" + paper.say("checks") + "</h2><table class=\"checks\"><thead><tr><th>"
                + paper.say("checks.code") + "</th><th></th><th>" + paper.say("checks.says") + "</th><th>"
                + paper.say("checks.about") + "</th></tr></thead><tbody>"
                + paper.form.checks().stream().map(this::check).collect(Collectors.joining())
                + "</tbody></table></section>\n";
    }

    private String check(Check check) {
        String about = check.refers().stream().map(paper::number).filter(number -> !number.isEmpty())
                .distinct().collect(Collectors.joining(", "));
        return "<tr><td>" + PaperForm.escaped(check.code()) + "</td><td class=\""
                + check.severity().name().toLowerCase(Locale.ROOT) + "\">"
                + paper.say(check.severity() == Severity.HARD ? "checks.hard" : "checks.soft") + "</td><td>"
                + PaperForm.escaped(paper.form.checkMessage(check.code(), paper.language)) + "</td><td>"
                + PaperForm.escaped(about) + "</td></tr>";
    }
}
