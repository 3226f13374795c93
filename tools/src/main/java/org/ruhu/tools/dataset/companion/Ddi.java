package org.ruhu.tools.dataset.companion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Severity;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;

/** {@code ddi.xml}: DDI-Codebook 2.5. Elements stand in the order its schema wants. */
final class Ddi implements Companion {

    private static final String NAMESPACE = "ddi:codebook:2_5";

    @Override
    public String file() {
        return "ddi.xml";
    }

    @Override
    public String text(Output output) {
        Xml xml = new Xml("codeBook", "xmlns", NAMESPACE, "version", "2.5", "xml:lang", output.language());
        document(xml, output);
        study(xml, output);
        List<Table> tables = output.tables();
        for (int i = 0; i < tables.size(); i++) {
            file(xml, output, tables.get(i), i);
        }
        xml.open("dataDscr");
        for (int i = 0; i < tables.size(); i++) {
            groups(xml, output, tables.get(i), i);
        }
        for (int i = 0; i < tables.size(); i++) {
            DdiVariable variable = new DdiVariable(xml, output, tables.get(i), i);
            for (int column = 0; column < tables.get(i).variables().size(); column++) {
                variable.write(column);
            }
        }
        return xml.close().toString();
    }

    static String fileId(int table) {
        return "F" + (table + 1);
    }

    static String variableId(int table, int column) {
        return "V" + (table + 1) + "_" + (column + 1);
    }

    private static void document(Xml xml, Output output) {
        xml.open("docDscr").open("citation");
        titles(xml, output);
        xml.open("prodStmt").leaf("software", "Ruhu").close().close().close();
    }

    private static void titles(Xml xml, Output output) {
        xml.open("titlStmt").said("titl", output.language(), output.newest().title(output.language()));
        output.languages().stream().skip(1)
                .forEach(language -> xml.said("parTitl", language, output.newest().title(language)));
        xml.leaf("IDNo", "urn:ruhu:form:" + output.dataset().form()).close();
    }

    private static void study(Xml xml, Output output) {
        Dataset dataset = output.dataset();
        xml.open("stdyDscr").open("citation");
        titles(xml, output);
        xml.open("prodStmt").leaf("software", "Ruhu").close();
        for (FormVersion form : dataset.versions()) {
            xml.open("verStmt").leaf("version", form.id().version()).leaf("notes", form.digest(), "type", "digest")
                    .close();
        }
        xml.close();
        xml.open("stdyInfo").open("sumDscr").leaf("anlyUnit", unit(output.newest()))
                .leaf("universe", "Every " + unit(output.newest()) + " with an interview that is part of the dataset")
                .leaf("dataKind", "Answers of interviews").close().close();
        xml.open("method").open("dataColl");
        dataset.versions().forEach(form -> xml.leaf("resInstru",
                "Structured questionnaire " + form.id() + ", digest " + form.digest()));
        dataset.versions().forEach(form -> xml.leaf("cleanOps", "Version " + form.id().version() + ": "
                + form.checks().size() + " checks while the interview goes on and again when it arrives, "
                + form.checks().stream().filter(check -> check.severity() == Severity.HARD).count()
                + " of them hard. What they find is explained, corrected or dismissed by people; the data are never"
                + " changed by a check."));
        xml.close().close().close();
    }

    private static String unit(FormVersion form) {
        return switch (form.unit()) {
            case HOUSEHOLD -> "household";
            case VILLAGE -> "village";
            case COUNTY -> "county";
            case ORIGINAL -> "interview that is looked at again";
            case NONE -> "person who answered";
        };
    }

    private static void file(Xml xml, Output output, Table table, int index) {
        String file = output.file(table);
        String keys = Output.keys(table).stream()
                .map(key -> variableId(index, position(table, key))).collect(Collectors.joining(" "));
        xml.open("fileDscr", "ID", fileId(index), "URI", file).open("fileTxt")
                .leaf("fileName", output.apart() ? file : file + " " + table.name())
                .leaf("fileCont", output.title(table, output.language()))
                .open("fileStrc", "type", "relational").open("recGrp", "rectype", table.name(), "keyvar", keys);
        output.languages().forEach(language -> xml.said("labl", language, output.title(table, language)));
        xml.close();
        output.parent(table).ifPresent(parent -> xml.leaf("notes", "A row belongs to the row of "
                + output.file(parent) + (output.apart() ? "" : " " + parent.name()) + " where "
                + joined(Output.keys(parent)) + " are its " + joined(Output.keys(table).subList(0,
                        Output.keys(table).size() - 1)), "type", "foreign key"));
        xml.close().open("dimensns");
        output.measure(table).ifPresent(measure -> xml.leaf("caseQnty", Long.toString(measure.rows())));
        xml.leaf("varQnty", Integer.toString(table.variables().size())).close()
                .leaf("fileType", "charset=UTF-8").leaf("format", output.extension())
                .leaf("dataMsng", MissingWords.of(output.extension(), "en")).close();
        output.entry(file).ifPresent(entry -> xml.leaf("notes", entry.sha256(), "type", "sha256"));
        xml.close();
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }

    private static int position(Table table, String name) {
        return table.variables().stream().map(Variable::name).toList().indexOf(name);
    }

    /** Pages of the form, and the columns of a question with several answers. */
    private static void groups(Xml xml, Output output, Table table, int index) {
        Map<String, List<Integer>> sections = new LinkedHashMap<>();
        Map<String, List<Integer>> several = new LinkedHashMap<>();
        for (int i = 0; i < table.variables().size(); i++) {
            Variable variable = table.variables().get(i);
            sections.computeIfAbsent(variable.newest().map(edition -> edition.section()).orElse(""),
                    section -> new ArrayList<>()).add(i);
            if (variable.role() == Role.MENTIONED) {
                several.computeIfAbsent(variable.question().orElseThrow().path(), path -> new ArrayList<>()).add(i);
            }
        }
        sections.remove("");
        sections.forEach((section, columns) -> group(xml, output, "section", section, index, columns,
                language -> output.section(table.variables().get(columns.get(0)), language)));
        several.forEach((path, columns) -> group(xml, output, "multipleResp", path, index, columns,
                language -> table.variables().get(columns.get(0)).newest().orElseThrow().form().label(path, language)));
    }

    private static void group(Xml xml, Output output, String type, String name, int table, List<Integer> columns,
                              UnaryOperator<String> label) {
        xml.open("varGrp", "type", type, "name", name, "var",
                columns.stream().map(column -> variableId(table, column)).collect(Collectors.joining(" ")));
        output.languages().forEach(language -> xml.said("labl", language, label.apply(language)));
        xml.close();
    }
}
