package org.ruhu.tools.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/**
 * Which question every column of an export is about.
 *
 * @param byName path of a question by {@code file:column}
 */
record Columns(Map<String, String> byName) {

    private static final int MOST_SHOWN = 4;

    static Columns of(FormVersion form) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Table table : Dataset.of(form).tables()) {
            for (Variable column : table.variables()) {
                column.question().ifPresent(question ->
                        byName.put(table.name() + ".csv:" + column.name(), question.path()));
            }
        }
        return new Columns(byName);
    }

    /** In a dataset of both versions, the columns that hold answers to the later one alone. */
    static List<String> apart(FormVersion before, FormVersion after, String path) {
        if (!before.id().name().equals(after.id().name()) || before.id().equals(after.id())) {
            return List.of();
        }
        List<String> apart = new ArrayList<>();
        for (Table table : Dataset.of(List.of(before, after)).tables()) {
            for (Variable column : table.variables()) {
                boolean here = column.question().filter(question -> question.path().equals(path)).isPresent();
                if (here && column.versions().equals(List.of(after.id().version()))) {
                    apart.add(table.name() + ".csv:" + column.name());
                }
            }
        }
        return apart;
    }

    List<String> all(String path) {
        return byName.entrySet().stream().filter(column -> column.getValue().equals(path)).map(Map.Entry::getKey)
                .toList();
    }

    /** The columns of a question, in words. */
    String of(String path) {
        return shown(all(path));
    }

    /** The columns of a question, of a roster those of its rows too. */
    String under(String path) {
        return shown(byName.entrySet().stream()
                .filter(column -> column.getValue().equals(path) || column.getValue().startsWith(path + "/*/"))
                .map(Map.Entry::getKey).toList());
    }

    static String shown(List<String> columns) {
        return columns.isEmpty() ? "no column" : columns.size() <= MOST_SHOWN ? String.join(", ", columns)
                : String.join(", ", columns.subList(0, MOST_SHOWN)) + " and " + (columns.size() - MOST_SHOWN) + " more";
    }
}
