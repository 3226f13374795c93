package org.ruhu.tools.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPath.Path;
import org.ruhu.tools.xlsform.xpath.XPath.Step;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/** What is looked up in a list of options: written out as cases, so the list has to be short. */
final class Lookups {

    private static final int LONGEST = 3000;
    private static final int MOST_CASES = 40;

    private Lookups() {}

    /** {@code instance('list')/root/item[name = ${x}]/column}. */
    static Term of(Translator translator, Path path, Scope scope) {
        Choices.Options list = translator.choices().list(path.start().name()).orElseThrow(() ->
                new XPathProblem(path.at(), "there is no list '" + path.start().name() + "'"));
        List<Step> steps = path.steps();
        boolean usual = steps.size() == 3 && steps.get(0).name().equals("root") && steps.get(1).name().equals("item")
                && steps.get(1).predicates().size() == 1;
        if (!usual || !(steps.get(1).predicates().get(0) instanceof XPath.Binary equal)
                || !equal.operator().equals("=")) {
            throw new XPathProblem(path.at(),
                    "lists can be asked instance('list')/root/item[name = ${question}]/column only");
        }
        boolean columnFirst = column(equal.left());
        if (!columnFirst && !column(equal.right())) {
            throw new XPathProblem(equal.at(), "a column of the list must be compared with a value here");
        }
        String key = ((Path) (columnFirst ? equal.left() : equal.right())).steps().get(0).name();
        Term wanted = translator.text(columnFirst ? equal.right() : equal.left(), scope);
        return cases(wanted, values(path, list, key), values(path, list, steps.get(2).name()), path.at());
    }

    private static boolean column(XPath x) {
        return x instanceof Path path && path.start().from() == XPath.From.HERE && path.steps().size() == 1
                && !path.steps().get(0).name().startsWith(".");
    }

    private static List<String> values(Path path, Choices.Options list, String column) {
        if (column.equals("name")) {
            return list.codes();
        }
        if (column.equals("label") && list.labels().size() == 1) {
            Map<String, Cell> labels = list.labels().values().iterator().next();
            return list.codes().stream().map(code -> labels.containsKey(code) ? labels.get(code).text() : "").toList();
        }
        List<String> texts = list.columns().get(column);
        if (texts == null) {
            throw new XPathProblem(path.at(), "the list '" + list.written() + "' has no column '" + column + "'");
        }
        return texts;
    }

    /** Chooses the text beside the key; the first counts where a key stands twice. */
    private static Term cases(Term wanted, List<String> keys, List<String> texts, int at) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            byKey.putIfAbsent(keys.get(i), texts.get(i));
        }
        Map<String, List<String>> byText = new LinkedHashMap<>();
        byKey.forEach((key, text) -> {
            boolean possible = wanted.codes().isEmpty() || wanted.codes().contains(key);
            if (!text.isEmpty() && !key.isEmpty() && possible) {
                byText.computeIfAbsent(text, t -> new java.util.ArrayList<>()).add(key);
            }
        });
        String code = "null";
        List<Map.Entry<String, List<String>>> cases = List.copyOf(byText.entrySet());
        for (int i = cases.size() - 1; i >= 0; i--) {
            List<String> same = cases.get(i).getValue();
            String is = same.size() == 1 ? wanted.in(Term.SUM) + " == " + Term.quoted(same.get(0)) : wanted.in(Term.SUM)
                    + " in [" + same.stream().map(Term::quoted).collect(Collectors.joining(", ")) + "]";
            code = "if(" + is + ", " + Term.quoted(cases.get(i).getKey()) + ", " + code + ")";
        }
        if (cases.size() > MOST_CASES || code.length() > LONGEST) {
            throw new XPathProblem(at,
                    "this list is too long to be looked up in: it would be " + cases.size() + " cases");
        }
        return cases.isEmpty() ? Term.text("")
                : Term.of(code, Term.PRIMARY, Kind.TEXT, Blank.EMPTY)
                        .among(List.copyOf(new TreeSet<>(byText.keySet())));
    }

    /** The text of an option, in the language of the workbook: one value, the same in whatever language people read. */
    static Term choiceName(Translator translator, XPath.Call call, Scope scope) {
        Calls.takes(call, 2, 2);
        Term value = translator.value(call.args().get(0), scope);
        Node choice = choice(translator, call, scope);
        Choices.Options list = translator.choices().list(choice.type.list()).orElseThrow(() -> Calls.problem(call,
                "'" + choice + "' has no list of its own"));
        if (!value.is(Kind.TEXT)) {
            throw Calls.problem(call, "only the one option of a select_one has a name");
        }
        Map<String, Cell> labels = translator.choices().standardLabels(list);
        if (labels.values().stream().anyMatch(cell -> cell.text().contains("${"))) {
            throw Calls.problem(call, "the texts of '" + list.written() + "' hold answers");
        }
        translator.warn("jr:choice-name() is the text in the form's own language, in whatever language people read");
        return cases(value, list.codes(), list.codes().stream().map(code ->
                labels.containsKey(code) ? labels.get(code).text() : "").toList(), call.at()).hollow(false);
    }

    private static Node choice(Translator translator, XPath.Call call, Scope scope) {
        if (call.args().get(1) instanceof XPath.Text text) {
            XPath inner = org.ruhu.tools.xlsform.xpath.XPathParser.parse(text.value());
            if (inner instanceof Path path) {
                return translator.ways().follow(path, scope).node();
            }
        }
        throw Calls.problem(call, "the second value of jr:choice-name() is the question in quotes: '${question}'");
    }

    /** The options chosen with blanks between, in the order of the list: the order of choosing is not kept. */
    static Term joined(Translator translator, Term codes, int at) {
        String pieces = codes.codes().stream().map(code -> "if(" + codes.code() + " contains " + Term.quoted(code)
                + ", " + Term.quoted(" " + code) + ", \"\")").collect(Collectors.joining(", "));
        if (codes.codes().size() < 2 || pieces.length() > LONGEST / 2) {
            throw new XPathProblem(at, "the answers of this select_multiple cannot be used as one text: "
                    + "ask selected(...) of them");
        }
        translator.warn("several options as one text go by the order of the list, not of choosing");
        String all = "concat(" + pieces + ")";
        return Term.of("substr(" + all + ", 2, len(" + all + ") - 1)", Term.PRIMARY, Kind.TEXT, codes.blank())
                .dotted(codes.facts().dotted());
    }

    /** The n-th of the options chosen, in the order of the list: the order of choosing is not kept. */
    static Term selectedAt(Translator translator, XPath.Call call, Scope scope) {
        Calls.takes(call, 2, 2);
        Term codes = translator.value(call.args().get(0), scope);
        Term index = Arithmetic.truncated(translator.number(call.args().get(1), scope));
        if (!codes.is(Kind.CODES) || codes.codes().isEmpty() || index.constant().isEmpty()) {
            throw Calls.problem(call, "selected-at() takes a select_multiple and a number");
        }
        int wanted = Integer.parseInt(index.constant().get());
        StringBuilder code = new StringBuilder();
        StringBuilder before = new StringBuilder();
        for (String each : codes.codes()) {
            String chosen = codes.code() + " contains " + Term.quoted(each);
            String place = wanted == 0 ? "" : before.length() == 0 ? " and " + wanted + " == 0"
                    : " and " + before + " == " + wanted;
            code.append("if(").append(chosen).append(place).append(", ").append(Term.quoted(each)).append(", ");
            before.append(before.length() == 0 ? "" : " + ").append("if(").append(chosen).append(", 1, 0)");
        }
        code.append("null").append(")".repeat(codes.codes().size()));
        if (wanted < 0 || code.length() > LONGEST || codes.codes().size() > MOST_CASES) {
            throw Calls.problem(call, "selected-at() cannot be written out for so long a list");
        }
        translator.warn("selected-at() goes by the order of the list, not of choosing");
        return Term.of(code.toString(), Term.PRIMARY, Kind.TEXT, Blank.EMPTY).among(codes.codes());
    }
}
