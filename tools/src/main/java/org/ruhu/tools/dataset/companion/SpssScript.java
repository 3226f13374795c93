package org.ruhu.tools.dataset.companion;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.Cut;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.GapWords;
import org.ruhu.tools.dataset.NameLimits;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.companion.Measures.Measure;
import org.ruhu.tools.dataset.spss.UserMissing;

/**
 * {@code import.sps} for SPSS and PSPP, after the Command Syntax Reference. It makes what {@code --format sav} has: the
 * same types, labels and user-missing values.
 */
final class SpssScript implements Companion {

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_LABEL = 255;
    private static final int LONGEST_VALUE_LABEL = 120;
    private static final int PIECE = 60;
    private static final List<Gap> REASONS = List.of(Gap.NOT_STATED, Gap.DONT_KNOW, Gap.REFUSED);

    @Override
    public String file() {
        return "import.sps";
    }

    @Override
    public String text(Output output) {
        return switch (output.extension()) {
            case "csv" -> csv(output);
            case "sav" -> other(output, "GET FILE=%s.");
            case "dta" -> other(output, "GET STATA FILE=%s.");
            case "xlsx" -> other(output, "GET DATA /TYPE=XLSX /FILE=%s /SHEET=NAME %s /READNAMES=ON.");
            default -> "";
        };
    }

    private static Lines head() {
        return new Lines().add("* Encoding: UTF-8.", "* Run this in the folder of the files: CD 'folder' goes there.");
    }

    private static String other(Output output, String reading) {
        Lines lines = head();
        output.tables().forEach(table -> lines.add(
                reading.formatted(quoted(output.file(table)), quoted(table.name())),
                "DATASET NAME " + NameLimits.SPSS.fit(List.of(table.name())).get(0) + "."));
        return lines.toString();
    }

    private static String csv(Output output) {
        Lines lines = head().add("* It reads each table, gives it its labels, and saves it as a .sav of its name.");
        output.tables().forEach(table -> table(lines, output, table, output.measure(table).orElseThrow()));
        return lines.toString();
    }

    private static void table(Lines lines, Output output, Table table, Measure measure) {
        lines.add("");
        if (measure.breaks()) {
            lines.add("* " + output.file(table) + " has texts with line breaks, which SPSS takes for ends of rows,"
                    + " so it is not read here.",
                    "* Write the dataset with --format sav, where they are no hindrance.");
            return;
        }
        List<Column> columns = Column.of(output, table, NameLimits.SPSS);
        lines.add("GET DATA /TYPE=TXT /FILE=" + quoted(output.file(table)) + " /ENCODING='UTF8'",
                "  /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='\"'", "  /VARIABLES=");
        columns.forEach(column -> lines.add("  " + (aside(column) ? asideName(column) : column.name()) + " "
                + read(column, measure)));
        lines.add("  .");
        guards(lines, columns);
        times(lines, columns);
        Map<Column, Map<Gap, Double>> gaps = new LinkedHashMap<>();
        columns.forEach(column -> gaps.put(column, UserMissing.of(column.variable(), column.coding(),
                measure.least(column.position()))));
        columns.stream().filter(column -> !column.text()).forEach(column -> reasons(lines, column, gaps.get(column)));
        columns.forEach(column -> labels(lines, output, column, gaps.get(column)));
        formats(lines, columns, measure);
        lines.add("ADD FILES /FILE=* /KEEP=");
        columns.forEach(column -> lines.add("  " + column.name()));
        lines.add("  .", "SAVE OUTFILE=" + quoted(table.name() + ".sav") + ".");
    }

    /** What is read as text first. */
    private static boolean aside(Column column) {
        return column.stored(Storage.TIME) || column.guarded();
    }

    private static String asideName(Column column) {
        return "ruhu_text_" + column.position();
    }

    private static String read(Column column, Measure measure) {
        if (aside(column)) {
            return "A40";
        }
        if (column.stored(Storage.DATE)) {
            return "SDATE10";
        }
        int code = column.options().stream()
                .mapToInt(option -> option.value().getBytes(StandardCharsets.UTF_8).length).max().orElse(1);
        return column.text() ? "A" + Math.min(LONGEST_TEXT, Math.max(code, measure.longest(column.position()) + 1))
                : "F40.0";
    }

    /** An apostrophe in front keeps spreadsheets from running a text; it is no part of it. */
    private static void guards(Lines lines, List<Column> columns) {
        List<String> texts = columns.stream().filter(column -> column.text() || aside(column))
                .map(column -> aside(column) ? asideName(column) : column.name()).toList();
        lines.add("DO REPEAT ruhu_any =").add(texts.stream().map(name -> "  " + name).toArray(String[]::new))
                .add("  .", "IF (SUBSTR(ruhu_any, 1, 1) = \"'\") ruhu_any = SUBSTR(ruhu_any, 2).", "END REPEAT.");
        for (Column column : columns) {
            if (column.guarded()) {
                lines.add("NUMERIC " + column.name() + " (F12.0).",
                        "COMPUTE " + column.name() + " = NUMBER(" + asideName(column) + ", F40.0).");
            }
        }
    }

    /** Times in UTC: the day, the hour, a part of a second if there is one, and how far away from UTC that is. */
    private static void times(Lines lines, List<Column> columns) {
        for (Column column : columns) {
            if (column.stored(Storage.TIME)) {
                String name = column.name();
                String text = asideName(column);
                lines.add("NUMERIC " + name + " (F20.3).",
                        "DO IF (LENGTH(RTRIM(" + text + ")) > 18).",
                        "COMPUTE " + name + " = NUMBER(SUBSTR(" + text + ", 1, 10), SDATE10)",
                        "  + NUMBER(SUBSTR(" + text + ", 12, 8), TIME8).",
                        "COMPUTE #zone = INDEX(SUBSTR(" + text + ", 20), 'Z+-', 1).",
                        "IF (#zone > 2) " + name + " = " + name + " + NUMBER(SUBSTR(" + text
                                + ", 20, #zone - 1), F12.0).",
                        "COMPUTE #away = 60 * NUMBER(SUBSTR(" + text + ", 20 + #zone, 2), F2.0)",
                        "  + NUMBER(SUBSTR(" + text + ", 23 + #zone, 2), F2.0).",
                        "IF (SUBSTR(" + text + ", 19 + #zone, 1) = '+') " + name + " = " + name + " - 60 * #away.",
                        "IF (SUBSTR(" + text + ", 19 + #zone, 1) = '-') " + name + " = " + name + " + 60 * #away.",
                        "END IF.");
            }
        }
    }

    private static void reasons(Lines lines, Column column, Map<Gap, Double> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        if (column.stored(Storage.DATE)) {
            lines.add("FORMATS " + column.name() + " (F20.0).");
        }
        column.reason().ifPresent(reason -> REASONS.forEach(gap -> lines.add("IF (" + reason + " = '" + gap.code()
                + "') " + column.name() + " = " + number(gaps.get(gap)) + ".")));
        lines.add("MISSING VALUES " + column.name() + " (" + REASONS.stream().map(gaps::get).map(SpssScript::number)
                .collect(Collectors.joining(", ")) + ").");
    }

    private static void labels(Lines lines, Output output, Column column, Map<Gap, Double> gaps) {
        cut(column.variable().label(output.language()), LONGEST_LABEL).ifPresent(label ->
                lines.add("VARIABLE LABELS " + column.name() + " " + label + "."));
        List<String> values = new ArrayList<>();
        column.options().forEach(option -> cut(option.label(output.language()), LONGEST_VALUE_LABEL)
                .ifPresent(label -> values.add("  " + (column.text() ? quoted(option.value())
                        : number(Coding.number(option))) + " " + label)));
        REASONS.stream().filter(gaps::containsKey).forEach(gap -> values.add("  " + number(gaps.get(gap)) + " "
                + quoted(GapWords.label(gap, output.language()))));
        if (!values.isEmpty()) {
            lines.add("VALUE LABELS " + column.name()).add(values.toArray(String[]::new)).add("  .");
        }
    }

    private static void formats(Lines lines, List<Column> columns, Measure measure) {
        for (Column column : columns) {
            String format = switch (column.coding().storage()) {
                case TEXT -> "";
                case DATE -> "SDATE10";
                case TIME -> "DATETIME20";
                case NUMBER -> "F16." + Math.min(6, measure.decimals(column.position()));
                case WHOLE -> column.coding().digits() > 0 ? "N" + column.coding().digits() : "F12.0";
            };
            if (!format.isEmpty()) {
                lines.add("FORMATS " + column.name() + " (" + format + ").");
            }
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Optional<String> cut(String label, int most) {
        String flat = new String(Cut.bytes(Lines.flat(label), most), StandardCharsets.UTF_8);
        return flat.isBlank() ? Optional.empty() : Optional.of(quoted(flat));
    }

    /** As a string of SPSS; a long one is several, so that no line is longer than SPSS reads. */
    static String quoted(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.codePointCount(0, rest.length()) > PIECE) {
            int cut = rest.offsetByCodePoints(0, PIECE);
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        pieces.add(rest);
        return pieces.stream().map(piece -> "'" + piece.replace("'", "''") + "'")
                .collect(Collectors.joining(" +\n    "));
    }
}
