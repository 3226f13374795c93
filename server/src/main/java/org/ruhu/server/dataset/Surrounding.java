package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Every value from outside that an interview was judged with, a row each: which, how much, and from where; of one that
 * may single out a person only that there was one.
 */
final class Surrounding implements AutoCloseable {

    private static final List<String> ABOUT = List.of("from", "parameter", "area", "version", "source", "interviews");

    private final CsvWriter rows;

    Surrounding(OutputStream out) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        List<String> head = new ArrayList<>(List.of("submission", "number", "name", "value"));
        head.addAll(ABOUT);
        rows.writeRecord(head);
    }

    void add(ObjectNode body) {
        mask(body);
        body.path("context").properties().forEach(entry -> {
            List<String> row = new ArrayList<>(List.of(body.get("submission").asText(), body.get("number").asText(),
                    entry.getKey(), entry.getValue().path("value").asText("***")));
            ABOUT.forEach(column -> row.add(entry.getValue().path(column).asText()));
            rows.writeRecord(row);
        });
    }

    /** Takes away what is sealed. */
    static void mask(ObjectNode body) {
        for (JsonNode known : body.path("context")) {
            if (((ObjectNode) known).remove("sealed") != null) {
                ((ObjectNode) known).put("masked", true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
