package org.ruhu.tools.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;

/** Four interviews with all that may be odd about numbers, and what a judge made of them. */
final class SomeVisits {

    static final List<Revision> ALL = List.of(
            interview(VisitLog.V1_0, "{'purpose': '3', 'length': 90, 'town': '1', 'seen': ['a', 'b']}", Map.of()),
            interview(VisitLog.V1_0, "{'purpose': '1', 'spent': 10.5}", Map.of("/length", "dont-know")),
            interview(VisitLog.V1_0, "{'purpose': '1', 'spent': 151, 'length': 152}", Map.of()),
            interview(VisitLog.V1_0, "{'purpose': '2', 'length': -97}", Map.of()));

    private static final String LONG = ("སྒྲོལ་མ 卓玛 😀 \"' " + "x".repeat(83)).repeat(20).stripTrailing();

    private SomeVisits() {}

    private static Revision interview(FormVersion form, String answers, Map<String, String> missing) {
        return new Revision("s-1", 1, form.id(), "c", "u", "a", "2026-11-20T10:11:12.5Z",
                new Answers(VisitLog.json(answers), missing), Map.of());
    }

    /** One with a note of more than 2,045 bytes. */
    static Revision withLongNote() {
        String quoted = LONG.replace("\"", "\\\"").replace("'", "\\'");
        return interview(VisitLog.V1_1, "{'note': '%s', 'purpose': '1'}".formatted(quoted), Map.of());
    }

    static String longNote() {
        return LONG;
    }

    /** A column of a CSV file that a judge wrote. */
    static List<String> column(Path csv, String name) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return rows.stream().map(row -> row.getField(name)).toList();
        }
    }
}
