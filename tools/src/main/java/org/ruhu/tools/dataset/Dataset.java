package org.ruhu.tools.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** The tables that revisions of one form version become: one for the interview and one for each of its rosters. */
public final class Dataset {

    private final FormVersion form;
    private final List<Table> tables;
    private final Codebook codebook;

    private Dataset(FormVersion form) {
        this.form = form;
        this.tables = tables(form);
        this.codebook = new Codebook(form, tables);
    }

    public static Dataset of(FormVersion form) {
        return new Dataset(form);
    }

    public FormVersion form() {
        return form;
    }

    /** The interview's table first. */
    public List<Table> tables() {
        return tables;
    }

    Codebook codebook() {
        return codebook;
    }

    /** {@code households.csv}, {@code members.csv}, ..., {@code codebook.csv}. */
    public List<String> files() {
        List<String> files = new ArrayList<>();
        tables.forEach(table -> files.add(table.name() + ".csv"));
        files.add("codebook.csv");
        return files;
    }

    private static List<Table> tables(FormVersion form) {
        List<Question> asked = Sections.of(form).questions();
        List<Table> tables = new ArrayList<>();
        String first = form.id().name().startsWith("household") ? "households" : "units";
        tables.add(Table.of(first, Optional.empty(), in(asked, Optional.empty())));
        form.questionsOf("").stream().filter(question -> question.kind() == Kind.ROSTER).forEach(roster ->
                tables.add(Table.of(roster.name(), Optional.of(roster.path()), in(asked, Optional.of(roster.path())))));
        return List.copyOf(tables);
    }

    private static List<Question> in(List<Question> asked, Optional<String> roster) {
        return asked.stream()
                .filter(question -> question.kind() != Kind.ROSTER && question.roster().equals(roster))
                .toList();
    }
}
