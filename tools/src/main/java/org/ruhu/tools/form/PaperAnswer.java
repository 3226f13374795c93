package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** Where the answer to one question is written: boxes, lines and ticks of a fitting size. */
final class PaperAnswer {

    private static final int MOST_TICKED = 40;
    private static final int MOST_BOXES = 20;
    private static final int LONGEST_CODE = 6;
    private static final int LINE = 45;

    /** Decimals of a position: a metre. */
    private static final int DEGREES = 5;

    private static final Pattern DIGITS = Pattern.compile("\\^?(?:\\\\d|\\[0-9])\\{(\\d{1,2})}\\$?");

    private final PaperForm paper;
    private final PaperSkips skips;

    PaperAnswer(PaperForm paper) {
        this.paper = paper;
        this.skips = new PaperSkips(paper);
    }

    /** Whether it needs the whole width, below its question. */
    boolean wide(Question question) {
        return ticked(question) || question.kind() == Kind.TEXT && letters(question) > LINE && boxes(question) == 0
                || question.widget().filter("signature"::equals).isPresent();
    }

    /** Whether options are printed with a box before each. */
    private boolean ticked(Question question) {
        return !question.codes().isEmpty() && question.codes().size() <= MOST_TICKED;
    }

    /** @param following questions printed after it, in their order */
    String html(Question question, List<String> following, String next) {
        String answer = switch (question.kind()) {
            case BOOLEAN -> ticks(List.of("true", "false"), question, following, next);
            case CODE, CODES -> ticked(question) ? ticks(question.codes(), question, following, next)
                    : coded(question);
            case NUMBER -> paper.program.choose(question.path()).isPresent() ? chosen(question) : number(question);
            case DATE -> day();
            case DATETIME -> day() + boxes(2) + small("hour") + boxes(2) + small("minute");
            case TEXT -> paper.program.choose(question.path()).isPresent() ? chosen(question) : text(question);
            case ROSTER -> "";
        };
        return answer + reasons(question);
    }

    private String small(String word) {
        return "<small>" + paper.say(word) + "</small>";
    }

    private String day() {
        return boxes(4) + small("year") + boxes(2) + small("month") + boxes(2) + small("day");
    }

    static String boxes(int count) {
        return "<span class=\"boxes\">" + "<i></i>".repeat(Math.max(1, count)) + "</span>";
    }

    private String number(Question question) {
        JsonNode schema = paper.schema(question.path());
        int whole = Math.max(digits(schema.path("minimum")), digits(schema.path("maximum")));
        String unit = question.unit().map(name -> "<small>" + PaperForm.escaped(Words.unit(name, paper.language))
                + "</small>").orElse("");
        int decimals = question.integer() ? 0 : question.unit().filter("deg"::equals).isPresent() ? DEGREES : 2;
        String boxes = whole == 0 ? "<span class=\"line\"></span>"
                : boxes(whole) + (decimals > 0 ? "<b class=\"point\">.</b>" + boxes(decimals) : "");
        return boxes + unit + range(question, schema);
    }

    private static int digits(JsonNode limit) {
        return limit.isNumber() ? Math.max(1, limit.decimalValue().abs().toBigInteger().toString().length()) : 0;
    }

    private String range(Question question, JsonNode schema) {
        Optional<String> from = plain(schema.path("minimum"));
        Optional<String> to = plain(schema.path("maximum"));
        if (question.calculated() || from.isEmpty() && to.isEmpty()) {
            return "";
        }
        return "<small class=\"range\">" + (from.isPresent() && to.isPresent()
                ? paper.say("range", from.get(), to.get())
                : from.isPresent() ? paper.say("range.from", from.get()) : paper.say("range.to", to.get()))
                + "</small>";
    }

    private static Optional<String> plain(JsonNode limit) {
        return limit.isNumber() ? Optional.of(new BigDecimal(limit.asText()).toPlainString()) : Optional.empty();
    }

    private int letters(Question question) {
        return paper.schema(question.path()).path("maxLength").asInt(LINE + 1);
    }

    /** How many characters it has, when that is known and one box for each makes sense. */
    private int boxes(Question question) {
        Matcher fixed = DIGITS.matcher(paper.schema(question.path()).path("pattern").asText());
        if (fixed.matches()) {
            return Integer.parseInt(fixed.group(1));
        }
        boolean number = question.identifier().filter(Identifier.ID_NUMBER::equals).isPresent();
        return number ? Math.min(letters(question), MOST_BOXES) : 0;
    }

    private String text(Question question) {
        if (question.widget().filter("signature"::equals).isPresent()) {
            return "<span class=\"signature\">" + paper.say("signature") + "</span>";
        }
        int boxes = boxes(question);
        int lines = Math.min(6, 1 + (letters(question) - 1) / (2 * LINE));
        return boxes > 0 ? boxes(boxes)
                : "<span class=\"line" + (letters(question) > LINE ? " full" : "") + "\"></span>"
                + "<span class=\"line full\"></span>".repeat(letters(question) > LINE ? lines - 1 : 0);
    }

    private String coded(Question question) {
        if (question.codes().isEmpty()) {
            boolean signed = question.widget().filter("signature"::equals).isPresent();
            int most = paper.schema(question.path()).path("maxItems").asInt(1);
            return signed ? ("<span class=\"signature\">" + paper.say("signature") + "</span>").repeat(most)
                    : paper.program.choose(question.path()).isPresent() ? chosen(question)
                    : boxes(1) + "<small>" + paper.say("photos") + "</small>";
        }
        return code(question) + "<span class=\"line short\"></span><small>" + list(question) + "</small>";
    }

    /** Boxes for a code; a long one is written out. */
    private static String code(Question question) {
        int length = question.codes().stream().mapToInt(String::length).max().orElse(1);
        return length > LONGEST_CODE ? "" : boxes(length);
    }

    /** Where the codes are printed. */
    String list(Question question) {
        if (question.codes().size() > PaperLists.LONGEST) {
            return paper.say("list.long", question.codes().size());
        }
        String name = question.codelist().orElse(question.path());
        paper.annexed.putIfAbsent(name, question);
        return paper.say("list", PaperLists.title(paper, name, question));
    }

    private String chosen(Question question) {
        JsonNode choose = paper.program.choose(question.path()).orElseThrow();
        String roster = Where.in(paper.program.rowOf(question.path())).roster(choose.path("roster"));
        String value = roster + "/*/" + choose.path("value").asText();
        String where = choose.path("where").isObject() ? paper.say("choose.where", paper.phrases.of(
                new Program.Rule(choose.path("where"), Where.in(roster)))) : "";
        return (question.kind() == Kind.CODES ? (boxes(2) + "&ensp;").repeat(4) : boxes(2)) + "<small>"
                + paper.say("choose", paper.phrases.question(value), paper.phrases.question(roster)) + where
                + "</small>";
    }

    private String ticks(List<String> codes, Question question, List<String> following, String next) {
        int longest = codes.stream().mapToInt(code -> width(option(question, code))).max().orElse(0);
        boolean several = question.kind() == Kind.CODES;
        int most = paper.schema(question.path()).path("maxItems").asInt(codes.size());
        String note = !several ? "" : "<small class=\"several\">" + (most < codes.size()
                ? paper.say("several.most", most) : paper.say("several")) + "</small>";
        return note + "<ul class=\"ticks " + (longest <= 14 ? "four" : longest <= 26 ? "three"
                : longest <= 44 ? "two" : "one") + "\">" + codes.stream().map(code -> "<li><i></i><span>"
                        + (question.kind() == Kind.BOOLEAN ? "" : "<b>" + PaperForm.escaped(code) + "</b> ")
                        + option(question, code) + skips.after(question, code, following, next) + "</span></li>")
                        .collect(Collectors.joining()) + "</ul>";
    }

    private String option(Question question, String code) {
        return PaperForm.escaped(paper.phrases.option(question, code));
    }

    /** Of a text on paper, in narrow letters. */
    static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    private String reasons(Question question) {
        return question.nonresponse().isEmpty() ? "" : "<ul class=\"reasons\">" + question.nonresponse().stream()
                .map(reason -> "<li><i></i><span>" + PaperForm.escaped(Words.say(paper.language, reason))
                        + "</span></li>").collect(Collectors.joining()) + "</ul>";
    }

    /** In a cell of a table, where there is little room. */
    String cell(Question question) {
        return switch (question.kind()) {
            case BOOLEAN -> shortTicks(List.of(paper.phrases.option(question, "true"),
                    paper.phrases.option(question, "false")));
            case CODE -> code(question);
            case CODES -> question.codes().isEmpty() ? "" : question.codes().size() <= 12
                    ? shortTicks(question.codes()) : "";
            case NUMBER -> smallNumber(question);
            case DATE -> "<span class=\"day\"><u></u>/<u class=\"s\"></u>/<u class=\"s\"></u></span>";
            default -> "";
        };
    }

    private static String shortTicks(List<String> codes) {
        return "<ul class=\"ticks cell\">" + codes.stream().map(code -> "<li><i></i><span>" + PaperForm.escaped(code)
                + "</span></li>").collect(Collectors.joining()) + "</ul>";
    }

    private String smallNumber(Question question) {
        JsonNode schema = paper.schema(question.path());
        int whole = Math.max(digits(schema.path("minimum")), digits(schema.path("maximum")));
        return whole > 0 && whole <= 4 && question.integer() ? boxes(whole) : "";
    }
}
