package org.ruhu.tools.imputation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Added;
import org.ruhu.tools.dataset.Edition;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.lines.Revision;

/** Says of every cell of a column whether somebody answered it. Empty where the cell is. */
final class Flag implements Added {

    private final Variable variable;
    private final String question;

    private Flag(Variable variable) {
        this.variable = variable;
        this.question = variable.question().orElseThrow().name();
    }

    /** A flag for each of the questions that a table has, and for each that is calculated from them. */
    static List<Added> of(Table table, Set<String> questions) {
        return table.variables().stream().filter(variable -> variable.role() == Variable.Role.VALUE)
                .filter(variable -> variable.editions().stream().anyMatch(edition -> touched(edition, questions)))
                .<Added>map(Flag::new).toList();
    }

    private static boolean touched(Edition edition, Set<String> questions) {
        FormVersion form = edition.form();
        String path = edition.question().path();
        return questions.contains(path) || form.calculatedFrom(questions).contains(path);
    }

    @Override
    public String name() {
        return variable.name() + "_imputed";
    }

    @Override
    public ValueType type() {
        return ValueType.CODE;
    }

    @Override
    public String label(String language) {
        return variable.label(language) + (language.equals("en") ? ": whether imputed" : "：是否插补");
    }

    @Override
    public List<Option> options() {
        return Filled.options();
    }

    @Override
    public JsonNode value(Revision revision, String row) {
        boolean empty = !variable.versions().contains(revision.form().version())
                || Rows.lacks(revision.answers().values().at(row), question);
        return empty ? MissingNode.getInstance() : TextNode.valueOf(
                revision.imputed().getOrDefault(row + "/" + question, Filled.AS_ANSWERED.code()));
    }
}
