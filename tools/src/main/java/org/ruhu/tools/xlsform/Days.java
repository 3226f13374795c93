package org.ruhu.tools.xlsform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Facts;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.xpath.XPath;

/** Functions about days. Points in time are no part of it: to XPath they are days too, to us they are moments. */
final class Days {

    private final Translator translator;

    Days(Translator translator) {
        this.translator = translator;
    }

    Term value(XPath.Call call, Scope scope) {
        switch (call.function()) {
            case "today", "now":
                Calls.takes(call, 0, 0);
                return translator.today(scope);
            case "format-date", "format-date-time":
                return formatted(call, scope);
            case "decimal-date-time":
                if (Calls.one(call) instanceof XPath.Call now && now.function().equals("now")) {
                    throw Calls.problem(call, "the time of day is not at hand");
                }
                return translator.number(date(call, Calls.one(call), scope), call.at());
            default:
                return date(call, Calls.one(call), scope);
        }
    }

    private Term date(XPath.Call call, XPath of, Scope scope) {
        Term value = translator.value(of, scope);
        switch (value.kind()) {
            case DATE:
                Facts facts = value.facts();
                return value.with(new Facts(false, false, facts.question(), facts.dotted(), false));
            case NUMBER:
                String code = value.day().orElseGet(() ->
                        "add_days(date(\"1970-01-01\"), " + Arithmetic.truncated(value).code() + ")");
                return Term.strict(code, Term.PRIMARY, Kind.DATE, value).blank(Blank.EMPTY);
            case TEXT:
                return value.constant().map(text -> constant(call, text))
                        .orElseGet(() -> Term.call("date", Kind.DATE, value).blank(Blank.EMPTY));
            default:
                throw Calls.problem(call, "this cannot be taken for a day");
        }
    }

    private static Term constant(XPath.Call call, String text) {
        if (text.isEmpty()) {
            return Term.text("");
        }
        Optional<LocalDate> day = day(text);
        return Term.of("date(" + Term.quoted(day.orElseThrow(() ->
                Calls.problem(call, "'" + text + "' is no day: write 2020-12-31")).toString()) + ")",
                Term.PRIMARY, Kind.DATE, Blank.NEVER);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            boolean moment = text.length() > 10 && text.charAt(10) == 'T';
            return Optional.of(LocalDate.parse(moment ? text.substring(0, 10) : text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Term formatted(XPath.Call call, Scope scope) {
        Calls.takes(call, 2, 2);
        Term date = date(call, call.args().get(0), scope);
        String format = translator.text(call.args().get(1), scope).constant().orElseThrow(() ->
                Calls.problem(call, "the format must be a text in quotes"));
        if (format.equals("%Y-%m-%d")) {
            return Term.strict("text(" + date.code() + ")", Term.PRIMARY, Kind.TEXT, date);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder between = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                between.append(format.charAt(i));
                continue;
            }
            if (between.length() > 0) {
                pieces.add(Term.quoted(between.toString()));
                between.setLength(0);
            }
            pieces.add(piece(call, format.charAt(++i), date));
        }
        if (between.length() > 0) {
            pieces.add(Term.quoted(between.toString()));
        }
        return Term.strict(pieces.size() == 1 ? pieces.get(0) : "concat(" + String.join(", ", pieces) + ")",
                Term.PRIMARY, Kind.TEXT, date);
    }

    /** The English short name, as ODK writes it where no other language is set. */
    private static String month(Term date) {
        StringBuilder cases = new StringBuilder();
        for (Month month : Month.values()) {
            String name = Term.quoted(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 3));
            cases.append(month == Month.DECEMBER ? name
                    : "if(month(" + date.code() + ") == " + month.getValue() + ", " + name + ", ");
        }
        return cases.append(")".repeat(Month.values().length - 1)).toString();
    }

    private static String piece(XPath.Call call, char letter, Term date) {
        String text = "text(" + date.code() + ")";
        return switch (letter) {
            case 'Y' -> "substr(" + text + ", 1, 4)";
            case 'y' -> "substr(" + text + ", 3, 2)";
            case 'm' -> "substr(" + text + ", 6, 2)";
            case 'd' -> "substr(" + text + ", 9, 2)";
            case 'n' -> "text(month(" + date.code() + "))";
            case 'b' -> month(date);
            case 'e' -> "text(day(" + date.code() + "))";
            default -> throw Calls.problem(call, "%" + letter + " cannot be translated: only %Y %y %m %n %b %d %e can");
        };
    }
}
