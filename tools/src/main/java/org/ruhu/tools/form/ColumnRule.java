package org.ruhu.tools.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/** Columns of the exports keep their names in Stata (32 characters) and SPSS (64 bytes), and stay apart there. */
final class ColumnRule implements Lint.Rule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    @Override
    public void judge(Draft draft) {
        FormVersion form = draft.version().orElseThrow();
        for (Table table : Dataset.of(form).tables()) {
            Map<String, List<String>> tooLong = new LinkedHashMap<>();
            Map<String, String> short32 = new HashMap<>();
            for (Variable column : table.variables()) {
                String place = column.question().map(question -> question.path()).orElse("");
                String name = column.name();
                if (NameLimits.STATA.tooLong(name)) {
                    tooLong.computeIfAbsent(place, p -> new ArrayList<>()).add(name);
                }
                judge(draft, place, name);
                renamed(draft, table, column);
                String other = short32.putIfAbsent(folded(name), name);
                if (other != null) {
                    draft.error("columns-collide", place, "in " + table.name() + ".csv its column " + name + " and "
                            + other + " are the same after " + NameLimits.STATA.most()
                            + " characters or without regard to case",
                            "rename the question or a code");
                }
            }
            tooLong.forEach((place, names) -> tooLong(draft, place, names));
        }
    }

    private static String folded(String name) {
        return name.substring(0, Math.min(NameLimits.STATA.most(), name.length())).toLowerCase(Locale.ROOT);
    }

    private static void tooLong(Draft draft, String place, List<String> names) {
        boolean spss = names.stream().anyMatch(NameLimits.SPSS::tooLong);
        draft.error("column-too-long", place, "column " + names.get(0)
                + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more") + ": Stata takes "
                + NameLimits.STATA.most() + " characters" + (spss ? ", SPSS " + NameLimits.SPSS.most() + " bytes" : ""),
                "shorten the name of the question; a code adds itself after an underscore");
    }

    /** A name that is taken gets underscores, which nobody expects to find. */
    private static void renamed(Draft draft, Table table, Variable column) {
        String wanted = column.question().map(question -> switch (column.role()) {
            case KEY, VALUE, ADDED -> question.name();
            case MENTIONED -> question.name() + "_" + column.code().orElse("");
            case REASON -> question.name() + "_missing";
        }).orElse(column.name());
        if (!wanted.equals(column.name())) {
            draft.error("column-renamed", column.question().orElseThrow().path(), "another column of "
                    + table.name() + ".csv is called " + wanted + ", so this one becomes " + column.name(),
                    "rename the question");
        }
    }

    private static void judge(Draft draft, String place, String name) {
        if (!NAME.matcher(name).matches()) {
            draft.error("column-not-a-name", place, "column " + name
                    + " is no name in Stata or SPSS: letters, digits and _ only, a letter first",
                    "rename the question or the code");
        }
        boolean stata = NameLimits.STATA.keeps(name);
        if (stata || NameLimits.SPSS.keeps(name)) {
            draft.error("column-reserved", place, "column " + name + " is a word of " + (stata ? "Stata" : "SPSS"),
                    "rename the question");
        }
    }
}
