package org.ruhu.tools.xlsform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.FormProblem;
import org.ruhu.forms.FormVersion;

/** Makes a form of ours of an XLSForm, or says everything that stands in the way. */
public final class XlsForm {

    private XlsForm() {}

    /**
     * @param name    of the form; that of the settings when absent
     * @param version of the form; that of the settings when absent
     * @throws org.ruhu.tools.CannotRun for what is no workbook with a survey
     */
    public static Outcome read(Path file, Optional<String> name, Optional<String> version) throws IOException {
        Map<String, Table> sheets = Workbook.read(file);
        Remarks remarks = new Remarks();
        if (!sheets.containsKey("survey")) {
            remarks.refuse(Place.of("survey"), "there is no sheet 'survey' in " + file.getFileName());
            return new Outcome.Refused(remarks.sorted());
        }
        new Columns(remarks).judge(sheets);
        Settings settings =
                Settings.of(sheet(sheets, "settings"), file.getFileName().toString(), name, version, remarks);
        Choices choices = new Choices(remarks);
        choices.standardLanguage(settings.standardLanguage());
        choices.read(sheet(sheets, "choices"), settings.duplicates());
        choices.read(sheet(sheets, "external_choices"), settings.duplicates());
        Survey survey = Survey.of(sheets.get("survey"), remarks);
        new ListFiles(file.toAbsolutePath().getParent(), choices, remarks).read(survey);
        survey.root().all().stream().filter(node -> node.what.choice() && node.type.orOther())
                .forEach(node -> choices.withOther(node.type.list()));
        Languages languages = Languages.of(texts(sheets), settings.standardLanguage(), remarks);
        FormWriter writer = new FormWriter(survey, settings, choices, languages, remarks);
        ObjectNode form = writer.form();
        Map<String, ObjectNode> codelists = writer.codelists();
        if (!remarks.refused()) {
            judge(form, writer, codelists, remarks);
        }
        return remarks.refused() ? new Outcome.Refused(remarks.sorted())
                : new Outcome.Imported(form, writer.labels(), codelists, remarks.sorted());
    }

    private static Table sheet(Map<String, Table> sheets, String name) {
        return sheets.getOrDefault(name, Table.empty(name));
    }

    private static List<Table> texts(Map<String, Table> sheets) {
        List<Table> texts = new ArrayList<>();
        for (String name : List.of("survey", "choices", "external_choices")) {
            texts.add(sheet(sheets, name));
        }
        return texts;
    }

    /** Our engine has the last word. */
    private static void judge(ObjectNode form, FormWriter writer, Map<String, ObjectNode> codelists, Remarks remarks) {
        try {
            FormVersion.of(form, Map.copyOf(writer.labels()), Map.copyOf(codelists));
        } catch (FormProblem problem) {
            problem.problems().forEach(each -> remarks.refuse(writer.place(each), each));
        }
    }
}
