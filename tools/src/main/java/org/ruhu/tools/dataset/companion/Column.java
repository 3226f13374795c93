package org.ruhu.tools.dataset.companion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;

/**
 * A column of CSV on its way into a program.
 *
 * @param name   in the program
 * @param reason name of the column that says why there is no value
 */
record Column(int position, Variable variable, String name, Coding coding, List<Option> options,
              Optional<String> reason) {

    private static final Coding TEXT = new Coding(Storage.TEXT, 0);

    /** @param limits what the program takes for a name */
    static List<Column> of(Output output, Table table, NameLimits limits) {
        List<Variable> variables = table.variables();
        List<String> names = limits.fit(variables.stream().map(Variable::name).toList());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Variable variable = variables.get(i);
            boolean starred = output.starred(variable);
            columns.add(new Column(i, variable, names.get(i), starred ? TEXT : Coding.of(variable),
                    starred ? List.of() : variable.options(),
                    Output.reasonOf(table, variable).map(reason -> names.get(variables.indexOf(reason)))));
        }
        return columns;
    }

    boolean text() {
        return coding.text();
    }

    boolean stored(Storage storage) {
        return coding.storage() == storage;
    }

    /** Whether its numbers have labels or stand for reasons. */
    boolean labelled() {
        return !text() && (!options.isEmpty() || reason.isPresent());
    }

    /** Codes of less than nothing look like formulas, so that CSV has an apostrophe before them. */
    boolean guarded() {
        return !text() && options.stream().anyMatch(option -> option.value().startsWith("-"));
    }

    boolean key() {
        return variable.role() == Role.KEY;
    }
}
