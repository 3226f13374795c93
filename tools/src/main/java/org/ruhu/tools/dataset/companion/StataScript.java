package org.ruhu.tools.dataset.companion;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.Cut;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.GapWords;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Table;

/** {@code import.do} for Stata 15 and later: what {@code --format dta} has, but for the characteristics. */
final class StataScript implements Companion {

    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_VALUE_LABEL = 2_000;
    private static final int A_LINE = 8;
    private static final Set<Storage> NUMBERS = Set.of(Storage.NUMBER, Storage.WHOLE);
    private static final Map<Gap, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put(Gap.DONT_KNOW, ".a");
        REASONS.put(Gap.REFUSED, ".b");
        REASONS.put(Gap.NOT_STATED, ".c");
    }

    @Override
    public String file() {
        return "import.do";
    }

    @Override
    public String text(Output output) {
        return switch (output.extension()) {
            case "csv" -> csv(output);
            case "dta" -> other(output, "use %s, clear");
            case "sav" -> other(output, "import spss using %s, clear");
            case "xlsx" -> other(output, "import excel using %s, sheet(%s) firstrow clear");
            default -> "";
        };
    }

    private static String other(Output output, String reading) {
        Lines lines = new Lines().add("* Reads the files of this folder into frames: cd to it, then do import.do."
                + " Stata 16 and later.", "version 16");
        output.tables().forEach(table -> {
            String frame = NameLimits.STATA.fit(List.of(table.name())).get(0);
            lines.add("capture frame create " + frame, "frame " + frame + ": " + reading.formatted(
                    quoted(output.file(table)), quoted(table.name())));
        });
        return lines.toString();
    }

    private static String csv(Output output) {
        Lines lines = new Lines().add(Templates.read("import.do").stripTrailing());
        output.tables().forEach(table -> table(lines, output, table));
        return lines.toString();
    }

    private static void table(Lines lines, Output output, Table table) {
        List<Column> columns = Column.of(output, table, NameLimits.STATA);
        lines.add("", "* " + output.file(table));
        if (output.measure(table).filter(measure -> measure.rows() == 0).isPresent()) {
            lines.add("clear");
            columns.forEach(column -> lines.add("generate str1 " + column.name() + " = \"\""));
        } else {
            lines.add("ruhu_csv " + quoted(output.file(table)), "#delimit ;", "rename (");
            names(lines, columns.stream().map(column -> "v" + (column.position() + 1)).toList());
            lines.add("  ) (");
            names(lines, columns.stream().map(Column::name).toList());
            lines.add("  ) ;", "#delimit cr");
        }
        columns.stream().filter(column -> NUMBERS.contains(column.coding().storage()))
                .forEach(column -> lines.add("ruhu_number " + column.name()));
        columns.stream().filter(column -> column.stored(Storage.DATE))
                .forEach(column -> lines.add("ruhu_date " + column.name()));
        columns.stream().filter(column -> column.stored(Storage.TIME))
                .forEach(column -> lines.add("ruhu_time " + column.name()));
        columns.stream().filter(column -> !column.text()).forEach(column -> {
            column.reason().ifPresent(reason -> REASONS.forEach((gap, value) -> lines.add("quietly replace "
                    + column.name() + " = " + value + " if " + reason + " == \"" + gap.code() + "\"")));
            if (column.coding().digits() > 0) {
                lines.add("format " + column.name() + " %0" + column.coding().digits() + ".0f");
            }
        });
        for (String language : output.languages()) {
            lines.add("label language " + language + (language.equals(output.language()) ? ", rename" : ", new"));
            columns.forEach(column -> labels(lines, column, language));
        }
        lines.add("label language " + output.language(), "quietly compress",
                "save " + quoted(table.name() + ".dta") + ", replace");
    }

    private static void names(Lines lines, List<String> names) {
        for (int i = 0; i < names.size(); i += A_LINE) {
            lines.add("  " + String.join(" ", names.subList(i, Math.min(names.size(), i + A_LINE))));
        }
    }

    private static void labels(Lines lines, Column column, String language) {
        lines.add("label variable " + column.name() + " " + quoted(Cut.letters(
                Lines.flat(column.variable().label(language)), LONGEST_LABEL)));
        if (!column.labelled()) {
            return;
        }
        String values = "values" + (column.position() + 1) + "_" + language;
        column.options().forEach(option -> lines.add("label define " + values + " "
                + BigDecimal.valueOf(Coding.number(option)).stripTrailingZeros().toPlainString() + " "
                + quoted(Cut.letters(Lines.flat(option.label(language)), LONGEST_VALUE_LABEL)) + ", modify"));
        REASONS.forEach((gap, value) -> lines.add("label define " + values + " " + value + " "
                + quoted(GapWords.label(gap, language)) + ", modify"));
        lines.add("label values " + column.name() + " " + values);
    }

    /**
     * As a string of Stata between compound quotes, where {@code "'} alone would end it and macros are still looked
     * for, but not behind a backslash.
     */
    static String quoted(String text) {
        return "`\"" + text.replaceAll("\\\\(?=[`$])", "\\\\ ").replace("`", "\\`").replace("$", "\\$")
                .replace("\"'", "\" '") + "\"'";
    }
}
