package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.ruhu.tools.dataset.Variable;

/** What the columns and values of released microdata mean, a row a value. */
public final class VariableList {

    public static final List<String> HEADER = List.of("variable", "use", "label_zh", "label_en", "value", "value_zh",
            "value_en");

    private VariableList() {}

    /** @param form what the form says of a column */
    static List<List<String>> of(List<Column> columns, Function<String, Optional<Variable>> form) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("weight", "", "权数：代表总体中的人数", "weight: people of the population it stands for", "", "",
                ""));
        for (Column column : columns) {
            Planned planned = column.planned();
            Optional<Variable> variable = planned.counted() ? Optional.empty() : form.apply(planned.from());
            for (String word : words(column)) {
                rows.add(List.of(planned.name(), planned.use().name().toLowerCase(Locale.ROOT),
                        planned.counted() ? "住户在文件中的人数" : label(variable, "zh"),
                        planned.counted() ? "people of the household in the source" : label(variable, "en"),
                        word, value(variable, word, "zh"), value(variable, word, "en")));
            }
        }
        return rows;
    }

    private static TreeSet<String> words(Column column) {
        TreeSet<String> words = new TreeSet<>();
        for (int row = 0; row < column.codes().length; row++) {
            words.add(column.word(row));
        }
        return words;
    }

    private static String label(Optional<Variable> variable, String language) {
        return variable.map(one -> one.label(language)).orElse("");
    }

    private static String value(Optional<Variable> variable, String word, String language) {
        if (word.equals(Column.STAR)) {
            return language.equals("en") ? "blanked to protect people" : "为保护个人而抑制";
        }
        if (word.isEmpty()) {
            return language.equals("en") ? "no answer" : "无回答";
        }
        return variable.stream().flatMap(one -> one.options().stream()).filter(option -> option.value().equals(word))
                .map(option -> option.label(language)).findFirst().orElse("");
    }
}
