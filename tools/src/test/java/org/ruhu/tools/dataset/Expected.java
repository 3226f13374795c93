package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ruhu.tools.dataset.Variable.Role;
import org.ruhu.tools.lines.Revision;

/** What every reader should find in the files of a table, whatever their format; lines as {@code agree.R} has them. */
final class Expected {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final List<Gap> REASONS = List.of(Gap.NOT_STATED, Gap.DONT_KNOW, Gap.REFUSED);

    private final Table table;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> codes = new ArrayList<>();

    Expected(Table table, List<Revision> interviews) throws IOException {
        this.table = table;
        for (Revision interview : interviews) {
            table.rows(interview, Mask.NONE, row -> {
                rows.add(shown(row));
                codes.add(coded(row));
            });
        }
    }

    private List<String> shown(Row row) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < table.variables().size(); i++) {
            JsonNode cell = row.cells().get(i);
            Coding coding = Coding.of(table.variables().get(i));
            boolean none = cell.isMissingNode() || cell.isNull();
            shown.add(none ? coding.text() ? "" : kind(row.gap(i)) : coding.text() ? Cell.plain(cell)
                    : number(coding, coding.number(cell).orElseThrow()));
        }
        return shown;
    }

    private List<String> coded(Row row) {
        List<String> coded = new ArrayList<>();
        List<String> shown = rows.get(rows.size() - 1);
        for (int i = 0; i < shown.size(); i++) {
            JsonNode cell = row.cells().get(i);
            boolean code = table.variables().get(i).type() == ValueType.CODE;
            coded.add(cell.isMissingNode() || cell.isNull() ? "" : code ? cell.textValue() : shown.get(i));
        }
        return coded;
    }

    static String kind(Gap gap) {
        return "<" + gap.code() + ">";
    }

    static String number(Coding coding, double number) {
        return switch (coding.storage()) {
            case DATE -> LocalDate.ofEpochDay((long) number).toString();
            case TIME -> TIME.format(Instant.ofEpochMilli((long) number));
            default -> plain(number);
        };
    }

    static String plain(double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Cells, a row after the other, where codes are text and nothing says why there is no value. */
    List<List<String>> codes() {
        return codes;
    }

    /** The same where codes are numbers. */
    List<List<String>> withoutReasons() {
        return rows.stream().map(row -> row.stream().map(cell -> cell.matches("<[a-z-]+>") ? "" : cell).toList())
                .toList();
    }

    /** @param names of the columns as the file has them */
    List<String> lines(List<String> names, UnaryOperator<String> label, UnaryOperator<String> meaning,
                       boolean textsHaveMeanings) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int row = 0; row < rows.size(); row++) {
                lines.add(line("value", Integer.toString(row + 1), names.get(i), rows.get(row).get(i)));
            }
            Variable variable = table.variables().get(i);
            Coding coding = Coding.of(variable);
            lines.add(line("label", names.get(i), label.apply(variable.label("en"))));
            if (!coding.text() || textsHaveMeanings) {
                for (Option option : variable.options()) {
                    lines.add(line("meaning", names.get(i), coding.text() ? option.value()
                            : plain(Coding.number(option)), meaning.apply(option.label("en"))));
                }
            }
            if (!coding.text() && variable.role() != Role.KEY) {
                for (Gap gap : REASONS) {
                    lines.add(line("meaning", names.get(i), kind(gap), GapWords.label(gap, "en")));
                }
            }
        }
        return lines;
    }

    private static String line(String... parts) {
        List<String> escaped = new ArrayList<>();
        for (String part : parts) {
            escaped.add(part.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"));
        }
        return String.join("\t", escaped);
    }
}
