package org.ruhu.tools.indicator.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ruhu.tools.CannotRun;

/**
 * A CSV table with a header that somebody made by hand: errors say which line and what to write.
 *
 * @param name of the file, or of what was sent
 */
record CsvTable(String name, Opening opening, List<String> needed) {

    interface Opening {
        CsvReader<NamedCsvRecord> open() throws IOException;
    }

    CsvTable(Path file, List<String> needed) {
        this(file.toString(), () -> CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file), needed);
    }

    static CsvTable of(String name, String text, List<String> needed) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.indexOf('\0') >= 0 || plain.indexOf('\uFFFD') >= 0) {
            throw new CannotRun(name + " is not a text in UTF-8: save it as CSV UTF-8");
        }
        return new CsvTable(name, () -> CsvReader.builder().ofNamedCsvRecord(plain), needed);
    }

    void forEach(Consumer<Entry> each) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = opening.open()) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(needed)) {
                    throw new CannotRun(name + ": the first line names the columns " + String.join(", ", needed));
                }
                each.accept(new Entry(name, row));
            }
        } catch (CsvParseException e) {
            throw new CannotRun(name + " is not CSV: " + e.getMessage());
        }
    }

    record Entry(String table, NamedCsvRecord row) {

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
            return new CannotRun(table + " line " + row.getStartingLineNumber() + ": " + column + " " + says);
        }
    }
}
