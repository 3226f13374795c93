package org.ruhu.tools.dataset.companion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.tools.dataset.Codebook;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.GapWords;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;
import org.ruhu.tools.dataset.spss.UserMissing;

/** The variables of one file in DDI. */
final class DdiVariable {

    private static final List<Gap> REASONS = List.of(Gap.DONT_KNOW, Gap.REFUSED, Gap.NOT_STATED);

    private final Xml xml;
    private final Output output;
    private final Table table;
    private final int index;
    private final List<String> names;

    DdiVariable(Xml xml, Output output, Table table, int index) {
        this.xml = xml;
        this.output = output;
        this.table = table;
        this.index = index;
        this.names = output.names(table);
    }

    void write(int column) {
        Variable variable = table.variables().get(column);
        boolean counted = variable.type() == ValueType.NUMBER || variable.type() == ValueType.INTEGER;
        xml.open("var", "ID", Ddi.variableId(index, column), "name", names.get(column), "files", Ddi.fileId(index),
                "dcml", counted ? Integer.toString(output.measure(table).map(m -> m.decimals(column)).orElse(0)) : "",
                "intrvl", counted ? "contin" : "discrete", "measUnit", variable.unit(),
                "representationType", representation(variable));
        output.languages().forEach(language -> xml.said("labl", language, variable.label(language)));
        if (variable.question().isPresent()) {
            xml.leaf("security", Codebook.sensitivity(variable));
        }
        question(variable);
        range(variable);
        xml.leaf("universe", variable.universe());
        variable.list().ifPresentOrElse(list -> xml.leaf("txt", "Codes: list " + list
                        + output.lists().map(file -> " in " + file).orElse("")),
                () -> variable.options().forEach(option -> category(variable, option)));
        missing(variable, column);
        variable.versions().forEach(version -> xml.open("verStmt").leaf("version", version).close());
        if (variable.question().filter(question -> question.calculated()).isPresent()) {
            xml.open("derivation").leaf("drvdesc", "Calculated by the form").close();
        }
        xml.empty("varFormat", "type", counted || !coded(variable).text() ? "numeric" : "character", "schema",
                "other", "formatname", variable.type().word());
        notes(variable, column);
        xml.close();
    }

    private static Coding coded(Variable variable) {
        return Coding.of(variable);
    }

    private static String representation(Variable variable) {
        return switch (variable.type()) {
            case TEXT -> "text";
            case INTEGER, NUMBER -> "numeric";
            case BOOLEAN, CODE, CODES -> "code";
            case DATE, DATETIME -> "datetime";
        };
    }

    private void question(Variable variable) {
        if (variable.role() != Role.VALUE && variable.role() != Role.MENTIONED) {
            return;
        }
        String path = variable.question().orElseThrow().path();
        for (String language : output.languages()) {
            xml.open("qstn", "xml:lang", language);
            if (table.roster().isPresent()) {
                xml.leaf("preQTxt", output.title(table, language));
            }
            xml.leaf("qstnLit", variable.newest().orElseThrow().form().label(path, language))
                    .leaf("ivuInstr", output.hint(variable, language).orElse("")).close();
        }
    }

    private void range(Variable variable) {
        Optional<BigDecimal> least = output.bound(variable, "minimum");
        Optional<BigDecimal> most = output.bound(variable, "maximum");
        if (least.isPresent() || most.isPresent()) {
            xml.open("valrng").empty("range", "UNITS", variable.type() == ValueType.INTEGER ? "INT" : "REAL",
                    "min", least.map(BigDecimal::toPlainString).orElse(""),
                    "max", most.map(BigDecimal::toPlainString).orElse("")).close();
        }
    }

    private void category(Variable variable, Option option) {
        xml.open("catgry", "missing", variable.role() == Role.REASON ? "Y" : "").leaf("catValu", option.value());
        output.languages().forEach(language -> xml.said("labl", language, option.label(language)));
        if (option.versions().size() < variable.versions().size()) {
            xml.leaf("txt", String.join(" ", option.versions()));
        }
        xml.close();
    }

    /** Where files have values of their own for the reasons. */
    private void missing(Variable variable, int column) {
        if (coded(variable).text() || variable.role() == Role.KEY) {
            return;
        }
        switch (output.extension()) {
            case "sav" -> {
                Map<Gap, Double> gaps = UserMissing.of(variable, coded(variable),
                        output.measure(table).map(measure -> measure.least(column)).orElse(0.0));
                REASONS.forEach(gap -> missing(gap, BigDecimal.valueOf(gaps.get(gap)).stripTrailingZeros()
                        .toPlainString()));
            }
            case "dta" -> REASONS.forEach(gap -> missing(gap, "." + "abc".charAt(REASONS.indexOf(gap))));
            default -> { }
        }
    }

    private void missing(Gap gap, String value) {
        xml.open("catgry", "missing", "Y", "missType", gap.code()).leaf("catValu", value);
        output.languages().forEach(language -> xml.said("labl", language, GapWords.label(gap, language)));
        xml.close();
    }

    private void notes(Variable variable, int column) {
        if (!names.get(column).equals(variable.name())) {
            xml.leaf("notes", variable.name(), "type", "column");
        }
        if (variable.role() == Role.VALUE) {
            Output.reasonOf(table, variable).ifPresent(reason ->
                    xml.leaf("notes", reason.name(), "type", "missing reasons"));
        }
        if (variable.question().isPresent()) {
            xml.leaf("notes", variable.question().orElseThrow().path(), "type", "question")
                    .leaf("notes", Codebook.changes(variable), "type", "changes");
        }
    }
}
