package org.ruhu.tools.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.tools.xlsform.Term.Blank;
import org.ruhu.tools.xlsform.Term.Kind;
import org.ruhu.tools.xlsform.Translator.Mode;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/** The rules of a survey in our language: when a question is asked, must be answered, what it is calculated from. */
final class Rules {

    private final Translator translator;
    private final Choices choices;
    private final Remarks remarks;
    private final Map<Node, Optional<Term>> relevance = new HashMap<>();
    /** Which cell a rule of our form came from, by path and keyword. */
    private final Map<String, Place> sources = new LinkedHashMap<>();

    Rules(Translator translator, Choices choices, Remarks remarks) {
        this.translator = translator;
        this.choices = choices;
        this.remarks = remarks;
    }

    Place source(String pathAndKeyword) {
        String path = pathAndKeyword.substring(0, pathAndKeyword.indexOf(' ') + 1);
        return Optional.ofNullable(sources.get(pathAndKeyword)).orElseGet(() -> sources.entrySet().stream()
                .filter(source -> source.getKey().startsWith(path)).map(Map.Entry::getValue).findFirst()
                .orElse(Place.of("survey")));
    }

    private void from(Node node, String keyword, Place place) {
        sources.put(node.path() + " " + keyword, place);
    }

    /** Of the question and of the groups around it, as far as its row. */
    Optional<String> relevant(Node node) {
        List<Term> all = new ArrayList<>();
        for (Node each = node; each.parent != null && (each == node || each.what == What.GROUP); each = each.parent) {
            Optional<Term> own = relevance.computeIfAbsent(each, this::ownRelevance);
            if (own.isPresent()) {
                all.add(0, own.get());
                from(node, "relevant", each.line.at("relevant"));
            }
        }
        all.removeIf(term -> term.isBoolean(true));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(all.size() == 1 ? all.get(0).code()
                : all.stream().map(term -> term.in(Term.AND)).collect(Collectors.joining(" and ")));
    }

    private Optional<Term> ownRelevance(Node node) {
        return node.line.cell("relevant").flatMap(cell -> translator.translate(cell,
                x -> translator.condition(x, Scope.of(node), Mode.FALSE)));
    }

    /** Nothing for a question that need not be answered. */
    Optional<String> required(Node node) {
        Optional<Cell> cell = node.line.cell("required");
        String text = cell.map(Cell::text).orElse("");
        if (text.isEmpty() || text.matches("(?i)no|false|false\\(\\)|0")) {
            return Optional.empty();
        }
        if (node.line.yes("required")) {
            return Optional.of("true");
        }
        from(node, "required", cell.get().place());
        return translator.translate(cell.get(), x -> translator.condition(x, Scope.of(node), Mode.FALSE))
                .filter(term -> !term.isBoolean(false)).map(term -> term.isBoolean(true) ? "true" : term.code());
    }

    /** The rule of a constraint; it says nothing of what is not answered. */
    Optional<String> constraint(Node node) {
        return node.line.cell("constraint").flatMap(cell -> translator.translate(cell,
                x -> translator.condition(x, Scope.of(node).forConstraint(), Mode.TRUE)))
                .filter(term -> !term.isBoolean(true))
                .map(term -> term.facts().dotted() ? term.code()
                        : "answered(" + node.name() + ") implies " + term.code());
    }

    /** How many rows a repeat is to have. */
    Optional<Term> rows(Node repeat) {
        return repeat.line.cell("repeat_count").flatMap(cell -> {
            from(repeat, "rows", cell.place());
            return translator.translate(cell, x -> translator.number(x, Scope.of(repeat)));
        });
    }

    /** What is calculated, and of what type it is. */
    Optional<Term> calculation(Node node) {
        Optional<Cell> cell = node.line.cell("calculation");
        if (cell.isEmpty()) {
            boolean constant = (node.what == What.HIDDEN || node.what == What.CALCULATE)
                    && node.line.cell("default").isPresent();
            return constant ? constant(node) : Optional.empty();
        }
        from(node, "calculate", cell.get().place());
        node.line.cell("trigger").ifPresent(trigger -> remarks.refuse(trigger.place(),
                "a calculation follows the answers always; it cannot wait for one to change"));
        return translator.translate(cell.get(), x -> typed(node, x));
    }

    private Optional<Term> constant(Node node) {
        Cell cell = node.line.cell("default").orElseThrow();
        if (cell.text().matches(".*(\\$\\{|\\().*")) {
            return translator.translate(cell, x -> translator.text(x, Scope.of(node)));
        }
        return Optional.of(Term.text(cell.text()));
    }

    private Term typed(Node node, XPath x) {
        Scope scope = Scope.of(node);
        Term term = switch (node.what) {
            case CALCULATE, HIDDEN -> translator.calculation(node, x);
            case INTEGER -> Arithmetic.truncated(translator.number(x, scope));
            case RANGE -> Ranges.whole(node.line) ? Arithmetic.truncated(translator.number(x, scope))
                    : translator.number(x, scope);
            case DECIMAL -> translator.number(x, scope);
            case DATE, TODAY -> translator.value(new XPath.Call("date", List.of(x), x.at()), scope);
            case TEXT, NOTE, ONE, BARCODE -> translator.text(x, scope);
            default -> throw new XPathProblem(x.at(), "this type of question cannot be calculated");
        };
        return kept(term);
    }

    /** A text that may be empty is nothing once it is kept. */
    private Term kept(Term term) {
        if (!term.is(Kind.TEXT) || !term.facts().hollow()) {
            return term.isText("") ? Term.of("substr(\"\", 1, 1)", Term.PRIMARY, Kind.TEXT, Blank.EMPTY) : term;
        }
        Term blank = translator.blank(term);
        return Term.of("if(" + blank.code() + ", null, " + term.code() + ")", Term.PRIMARY, Kind.TEXT, Blank.EMPTY)
                .among(term.codes());
    }

    /** Which options are on offer. */
    Optional<String> filter(Node node, Choices.Options list) {
        return node.line.cell("choice_filter").flatMap(cell -> {
            from(node, "filter", cell.place());
            return translator.translate(cell, x ->
                    translator.condition(x, Scope.of(node).choosing(list), Mode.FALSE));
        }).filter(term -> !term.isBoolean(true)).map(Term::code);
    }

    /** The question whose answers, in the rows of its repeat, are the options. */
    Optional<Node> chosenFrom(Node node) {
        Cell cell = new Cell(node.line.at("type"), node.type.list());
        try {
            XPath x = org.ruhu.tools.xlsform.xpath.XPathParser.parse(node.type.list());
            Node from = translator.ways().follow((XPath.Path) x, Scope.of(node)).node();
            if (from.roster().isEmpty() || from.what.branch()) {
                throw new XPathProblem(1, "options can be made of a question in a repeat only");
            }
            return Optional.of(from);
        } catch (XPathProblem problem) {
            remarks.refuse(cell.place(), problem.getMessage() + ", in: " + cell.text());
            return Optional.empty();
        }
    }

    /** Which rows are on offer. */
    Optional<String> where(Node node, Node from) {
        Node roster = from.roster().orElseThrow();
        return node.line.cell("choice_filter").flatMap(cell -> {
            from(node, "choose where", cell.place());
            return translator.translate(cell, x ->
                    translator.condition(x, Scope.inRow(roster, node), Mode.FALSE));
        }).filter(term -> !term.isBoolean(true)).map(Term::code);
    }

    Optional<Choices.Options> list(Node node) {
        Optional<Choices.Options> list = choices.list(node.type.list());
        if (list.isEmpty() && !node.type.list().matches("(?i).*\\.(csv|xml|geojson)")) {
            remarks.refuse(node.line.at("type"), "there is no list '" + node.type.list() + "' among the choices");
        }
        return list;
    }
}
