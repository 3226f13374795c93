package org.ruhu.tools.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.tools.dataset.Variable.Role;

/**
 * Collects the columns of a table, version after version. A column that is there keeps its name and its place: what a
 * later version adds comes behind. A question that is answered differently from some version on (of another kind, in
 * another unit) gets a column of its own, named after that version.
 */
final class Columns {

    /** What makes two versions of a question one column. */
    private record Identity(String path, String sort, Role role, Optional<String> code) {}

    private static final class Column {
        private final String name;
        private final Identity identity;
        private final List<Edition> editions = new ArrayList<>();

        Column(String name, Identity identity) {
            this.name = name;
            this.identity = identity;
        }
    }

    private final List<Variable> keys = new ArrayList<>();
    private final Map<Identity, Column> found = new HashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final FreeNames names = new FreeNames();
    private final Set<String> paths = new HashSet<>();

    Columns(List<String> keys) {
        keys.forEach(key -> this.keys.add(new Variable(names.free(key), Role.KEY, Optional.empty(), List.of())));
    }

    void add(Edition edition) {
        Question question = edition.question();
        Column value = column(edition, Role.VALUE, Optional.empty(), () -> valueName(edition));
        if (question.kind() == Kind.CODES && question.codes().size() <= Variable.MOST_OPTIONS) {
            question.codes().forEach(code ->
                    column(edition, Role.MENTIONED, Optional.of(code), () -> value.name + "_" + code));
        }
        if (!question.nonresponse().isEmpty()) {
            column(edition, Role.REASON, Optional.empty(), () -> value.name + "_missing");
        }
    }

    private interface Naming {
        String wanted();
    }

    private Column column(Edition edition, Role role, Optional<String> code, Naming naming) {
        Question question = edition.question();
        Identity identity = new Identity(question.path(), Variable.sort(question), role, code);
        Column column = found.get(identity);
        if (column == null) {
            column = new Column(names.free(naming.wanted()), identity);
            found.put(identity, column);
            columns.add(column);
        }
        column.editions.add(edition);
        return column;
    }

    /** The first kind of a question has its plain name, so that later versions rename nothing. */
    private String valueName(Edition edition) {
        String name = edition.question().name();
        return paths.add(edition.question().path()) ? name : name + "_v" + edition.version().replace('.', '_');
    }

    List<Variable> variables() {
        List<Variable> variables = new ArrayList<>(keys);
        columns.forEach(column -> variables.add(
                new Variable(column.name, column.identity.role(), column.identity.code(), column.editions)));
        return List.copyOf(variables);
    }
}
