package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * RFC 4180: commas, CRLF, quotes where they are needed; always UTF-8.
 *
 * @param byteOrderMark whether files begin with U+FEFF, without which Excel shows Chinese as rubbish
 */
public record CsvFormat(boolean byteOrderMark) implements TextFormat {

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
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(1 << 16)
                .build(out, StandardCharsets.UTF_8).writeRecord(columns);
        return new CsvSheet(writer, new ArrayList<>(columns.size()));
    }

    private record CsvSheet(CsvWriter writer, List<String> texts) implements Lines {

        @Override
        public void line(List<JsonNode> cells) {
            texts.clear();
            cells.forEach(cell -> texts.add(Cell.of(cell)));
            writer.writeRecord(texts);
        }

        @Override
        public void close() throws IOException {
            writer.close();
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
