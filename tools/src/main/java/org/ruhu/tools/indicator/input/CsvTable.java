package org.ruhu.tools.indicator.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ruhu.tools.CannotRun;

/** A CSV file with a header that somebody made by hand: errors say which line and what to write. */
record CsvTable(Path file, List<String> needed) {

    void forEach(Consumer<Entry> each) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(needed)) {
                    throw new CannotRun(file + ": the first line names the columns " + String.join(", ", needed));
                }
                each.accept(new Entry(file, row));
            }
        } catch (CsvParseException e) {
            throw new CannotRun(file + " is not CSV: " + e.getMessage());
        }
    }

    record Entry(Path file, NamedCsvRecord row) {

        String text(String column) {
            return row.findField(column).map(String::strip).orElse("");
        }

        /** @throws CannotRun for what is not a number of at least this */
        double number(String column, double least) {
            try {
                double number = Double.parseDouble(text(column));
                if (number >= least && !Double.isInfinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw wrong(column, "is a number of at least " + (long) least);
        }

        CannotRun wrong(String column, String says) {
            return new CannotRun(file + " line " + row.getStartingLineNumber() + ": " + column + " " + says);
        }
    }
}
