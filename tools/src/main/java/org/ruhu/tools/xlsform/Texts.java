package org.ruhu.tools.xlsform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.Translator.Mode;
import org.ruhu.tools.xlsform.xpath.XPath;

/** Functions about texts. Null stands for the empty text. */
final class Texts {

    private final Translator translator;

    Texts(Translator translator) {
        this.translator = translator;
    }

    Term condition(XPath.Call call, Scope scope, Mode mode) {
        if (call.function().equals("boolean-from-string")) {
            Term text = translator.text(Calls.one(call), scope);
            return Translator.exact(Term.strict("matches(" + text.code() + ", \"1|[Tt][Rr][Uu][Ee]\")", Term.PRIMARY,
                    Kind.BOOLEAN, text), mode, false);
        }
        Calls.takes(call, 2, 2);
        Term text = translator.text(call.args().get(0), scope);
        Term part = translator.text(call.args().get(1), scope);
        if (call.function().equals("starts-with") && part.constant().isEmpty()) {
            return Term.of("starts(" + text.or("\"\"").code() + ", " + part.or("\"\"").code() + ")", Term.PRIMARY,
                    Kind.BOOLEAN, Blank.NEVER);
        }
        String constant = part.constant().orElseThrow(() -> Calls.problem(call,
                "the second value of " + call.function() + "() must be a text in quotes"));
        if (call.function().equals("regex")) {
            return regex(call, text, constant, mode);
        }
        if (constant.isEmpty()) {
            return Term.bool(true);
        }
        if (text.constant().isPresent()) {
            String known = text.constant().get();
            return Term.bool(call.function().equals("contains") ? known.contains(constant)
                    : call.function().equals("ends-with") ? known.endsWith(constant) : known.startsWith(constant));
        }
        if (call.function().equals("starts-with")) {
            return Translator.exact(Term.call("starts", Kind.BOOLEAN, text, part), mode, false);
        }
        String pattern = ".*" + Patterns.literal(constant) + (call.function().equals("contains") ? ".*" : "");
        return Translator.exact(matches(text, pattern), mode, false);
    }

    private static Term matches(Term text, String pattern) {
        return Term.strict("matches(" + text.code() + ", " + Term.quoted(pattern) + ")", Term.PRIMARY, Kind.BOOLEAN,
                text);
    }

    private Term regex(XPath.Call call, Term text, String pattern, Mode mode) {
        boolean blankMatches;
        try {
            blankMatches = Pattern.matches(pattern, "");
            if (text.constant().isPresent()) {
                return Term.bool(Pattern.matches(pattern, text.constant().get()));
            }
        } catch (PatternSyntaxException e) {
            throw Calls.problem(call, "'" + pattern + "' is no pattern: " + e.getDescription());
        }
        try {
            return Translator.exact(matches(text, Patterns.portable(pattern)), mode, blankMatches);
        } catch (IllegalArgumentException e) {
            throw Calls.problem(call, "the pattern '" + pattern + "' cannot be kept: " + e.getMessage());
        }
    }

    /** Whether a text holds this between blanks. */
    Term word(Term text, String word, Mode mode) {
        return Translator.exact(matches(text, "(.* )?" + Patterns.literal(word) + "( .*)?"), mode, false);
    }

    Term value(XPath.Call call, Scope scope) {
        return switch (call.function()) {
            case "string" -> translator.text(Calls.one(call), scope);
            case "string-length" -> length(call, scope);
            case "substr" -> substring(call, scope);
            case "concat" -> joined(call, call.args(), "", scope);
            default -> join(call, scope);
        };
    }

    private Term length(XPath.Call call, Scope scope) {
        XPath of = call.args().isEmpty() ? new XPath.Path(new XPath.Start(XPath.From.HERE, "", List.of()),
                List.of(new XPath.Step(".", List.of())), call.at()) : Calls.one(call);
        Term text = translator.text(of, scope);
        if (text.constant().isPresent()) {
            return Term.number(BigDecimal.valueOf(text.constant().get().length()));
        }
        Term length = Term.call("len", Kind.NUMBER, text);
        return length.or("0").whole(true).positive(true);
    }

    /** From and to count from 0, and from the end when negative; what lies outside is cut off. */
    private Term substring(XPath.Call call, Scope scope) {
        Calls.takes(call, 2, 3);
        Term text = translator.text(call.args().get(0), scope);
        String length = "len(" + text.code() + ")";
        Term first = Arithmetic.truncated(translator.number(call.args().get(1), scope));
        boolean fixed = first.constant().filter(from -> !from.startsWith("-")).isPresent();
        String from = fixed ? first.code() : within(first, length);
        Term last = call.args().size() == 2 ? Term.text("") : translator.number(call.args().get(2), scope);
        String to = last.isText("") ? length : within(last, length);
        String start = fixed ? new BigDecimal(from).add(BigDecimal.ONE).toPlainString() : from + " + 1";
        String count = from.equals("0") ? to : to + " - " + (fixed ? from : "(" + from + ")");
        boolean full = last.isText("") ? !fixed || from.equals("0")
                : from.equals("0") && last.constant().filter(at -> !at.startsWith("-") && !at.equals("0")).isPresent();
        return Term.of("substr(" + text.code() + ", " + start + ", " + count + ")", Term.PRIMARY, Kind.TEXT,
                Blank.EMPTY)
                .hollow(text.facts().hollow() || !(full && (fixed || first.constant().isPresent())));
    }

    private static String within(Term index, String length) {
        Term whole = Arithmetic.truncated(index);
        if (whole.constant().isPresent()) {
            String value = whole.constant().get();
            return value.startsWith("-") ? "max(" + length + " - " + value.substring(1) + ", 0)"
                    : value.equals("0") ? "0" : "min(" + value + ", " + length + ")";
        }
        String at = whole.or("0").code();
        String counted = whole.facts().positive() ? at
                : "if(" + at + " < 0, max(" + length + " + " + at + ", 0), " + at + ")";
        return "min(" + counted + ", " + length + ")";
    }

    private Term join(XPath.Call call, Scope scope) {
        Calls.takes(call, 2, 50);
        Term separator = translator.text(call.args().get(0), scope);
        String between = separator.constant().orElseThrow(() ->
                Calls.problem(call, "what stands between the values of join() must be a text in quotes"));
        return joined(call, call.args().subList(1, call.args().size()), between, scope);
    }

    private Term joined(XPath.Call call, List<XPath> parts, String between, Scope scope) {
        List<Term> terms = new ArrayList<>();
        for (XPath part : parts) {
            if (!terms.isEmpty() && !between.isEmpty()) {
                terms.add(Term.text(between));
            }
            Term term = translator.text(part, scope);
            if (!term.isText("")) {
                terms.add(term);
            }
        }
        if (terms.isEmpty()) {
            return Term.text("");
        }
        if (terms.size() == 1) {
            return terms.get(0);
        }
        boolean full = terms.stream().anyMatch(term -> !term.blank().possible() && !term.facts().hollow());
        List<String> codes = terms.stream().map(term -> term.or("\"\"").code()).toList();
        return Term.of("concat(" + String.join(", ", codes) + ")", Term.PRIMARY, Kind.TEXT, Blank.NEVER).hollow(!full);
    }
}
