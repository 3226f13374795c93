package org.ruhu.tools.dedupe;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.dataset.Cell;

/** CSV as the other files are: commas, CRLF, UTF-8. Ids stand as they are, so that they can be looked up again. */
final class CsvFile implements AutoCloseable {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final CsvWriter csv;
    private final List<String> cells = new ArrayList<>();

    CsvFile(OutputStream out, List<String> columns) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(1 << 16)
                .build(out, StandardCharsets.UTF_8);
        csv.writeRecord(columns.stream().map(Cell::guarded).toList());
    }

    CsvFile id(String id) {
        cells.add(id);
        return this;
    }

    CsvFile text(String text) {
        cells.add(Cell.guarded(text));
        return this;
    }

    /** With so many digits behind the point, rounded half up. */
    CsvFile number(double number, int digits) {
        long unit = POWERS[digits];
        long scaled = Math.round(Math.abs(number) * unit);
        StringBuilder text = new StringBuilder(20).append(number < 0 && scaled > 0 ? "-" : "").append(scaled / unit)
                .append('.').append(scaled % unit + unit);
        text.deleteCharAt(text.indexOf(".") + 1);
        cells.add(text.toString());
        return this;
    }

    CsvFile number(long number) {
        cells.add(Long.toString(number));
        return this;
    }

    void end() {
        csv.writeRecord(cells);
        cells.clear();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
