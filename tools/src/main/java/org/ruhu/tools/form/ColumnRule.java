package org.ruhu.tools.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;

/** Columns of the exports keep their names in Stata (32 characters) and SPSS (64 bytes), and stay apart there. */
final class ColumnRule implements Lint.Rule {

    private static final int STATA = 32;
    private static final int SPSS = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> STATA_WORDS = Set.of("_all", "_b", "byte", "_coef", "_cons", "double", "float",
            "if", "in", "int", "long", "_n", "_N", "_pi", "_pred", "_rc", "_skip", "strL", "using", "with");
    private static final Pattern STATA_TEXT = Pattern.compile("str[0-9]+");
    private static final Set<String> SPSS_WORDS = Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not",
            "or", "to", "with");

    @Override
    public void judge(Draft draft) {
        FormVersion form = draft.version().orElseThrow();
        for (Table table : Dataset.of(form).tables()) {
            Map<String, List<String>> tooLong = new LinkedHashMap<>();
            Map<String, String> short32 = new HashMap<>();
            for (Variable column : table.variables()) {
                String place = column.question().map(question -> question.path()).orElse("");
                String name = column.name();
                if (name.length() > STATA) {
                    tooLong.computeIfAbsent(place, p -> new ArrayList<>()).add(name);
                }
                judge(draft, place, name);
                renamed(draft, table, column);
                String other = short32.putIfAbsent(folded(name), name);
                if (other != null) {
                    draft.error("columns-collide", place, "in " + table.name() + ".csv its column " + name + " and "
                            + other + " are the same after " + STATA + " characters or without regard to case",
                            "rename the question or a code");
                }
            }
            tooLong.forEach((place, names) -> tooLong(draft, place, names));
        }
    }

    private static String folded(String name) {
        return name.substring(0, Math.min(STATA, name.length())).toLowerCase(Locale.ROOT);
    }

    private static void tooLong(Draft draft, String place, List<String> names) {
        boolean spss = names.stream().anyMatch(name -> name.getBytes(StandardCharsets.UTF_8).length > SPSS);
        draft.error("column-too-long", place, "column " + names.get(0)
                + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more") + ": Stata takes " + STATA
                + " characters" + (spss ? ", SPSS " + SPSS + " bytes" : ""),
                "shorten the name of the question; a code adds itself after an underscore");
    }

    /** A name that is taken gets underscores, which nobody expects to find. */
    private static void renamed(Draft draft, Table table, Variable column) {
        String wanted = column.question().map(question -> switch (column.role()) {
            case KEY, VALUE -> question.name();
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
        boolean stata = STATA_WORDS.contains(name) || STATA_TEXT.matcher(name).matches();
        if (stata || SPSS_WORDS.contains(name.toLowerCase(Locale.ROOT))) {
            draft.error("column-reserved", place, "column " + name + " is a word of " + (stata ? "Stata" : "SPSS"),
                    "rename the question");
        }
    }
}
