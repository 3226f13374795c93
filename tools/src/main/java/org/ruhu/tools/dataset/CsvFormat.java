package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * RFC 4180: commas, CRLF, quotes where they are needed; always UTF-8.
 *
 * @param byteOrderMark whether files begin with U+FEFF, without which Excel shows Chinese as rubbish
 */
public record CsvFormat(boolean byteOrderMark) implements TextFormat {

    private static final int BUFFER = 1 << 13;

    /** What programs read best. */
    public static final CsvFormat PLAIN = new CsvFormat(false);

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public Lines open(List<String> columns, OutputStream out) throws IOException {
        if (byteOrderMark) {
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(BUFFER);
        CsvWriter writer = writer(kept).writeRecord(columns);
        writer.flush();
        return new CsvSheet(out, kept, writer, new ConcurrentLinkedQueue<>());
    }

    private static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(BUFFER)
                .build(out, StandardCharsets.UTF_8);
    }

    private static void write(List<JsonNode> cells, CsvWriter to) {
        List<String> texts = new ArrayList<>(cells.size());
        cells.forEach(cell -> texts.add(Cell.of(cell)));
        to.writeRecord(texts);
    }

    /**
     * @param kept what is not yet in the file, whoever wrote it
     * @param idle parts that were written and serve again: there are as many as are under way at a time
     */
    private record CsvSheet(OutputStream out, ByteArrayOutputStream kept, CsvWriter writer, Queue<Part> idle)
            implements Lines {

        @Override
        public void line(List<JsonNode> cells) throws IOException {
            write(cells, writer);
            writer.flush();
            flush(BUFFER);
        }

        @Override
        public Apart apart() {
            Part part = idle.poll();
            return part == null ? new Part(this) : part;
        }

        private void put(Part part) throws IOException {
            part.bytes.writeTo(kept);
            part.bytes.reset();
            idle.add(part);
            flush(BUFFER);
        }

        private void flush(int from) throws IOException {
            if (kept.size() >= from) {
                kept.writeTo(out);
                kept.reset();
            }
        }

        @Override
        public void close() throws IOException {
            try (out) {
                flush(0);
            }
        }
    }

    /** Some rows in words. */
    private static final class Part implements SheetFormat.Apart {

        private final CsvSheet sheet;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        private final CsvWriter writer = writer(bytes);

        Part(CsvSheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public void row(Row row) throws IOException {
            CsvFormat.write(row.cells(), writer);
            writer.flush();
        }

        @Override
        public void write() throws IOException {
            sheet.put(this);
        }
    }

    @Override
    public JsonNode referred(String list) {
        return TextNode.valueOf(Dataset.LISTS + ".csv: " + list);
    }

    /** {@code 1 = yes; 2 = no [1.0]}: with the versions that offer it, where not all do. */
    @Override
    public JsonNode described(List<Option> options, List<String> versions, String language) {
        return TextNode.valueOf(options.stream().map(option -> option.value() + " = " + option.label(language)
                + (option.versions().size() < versions.size() && !option.versions().isEmpty()
                        ? " [" + String.join(" ", option.versions()) + "]" : ""))
                .collect(Collectors.joining("; ")));
    }
}
