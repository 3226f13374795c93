package org.ruhu.tools.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A JSON object on a line for every row, with all columns in their order: values keep their types, what is not there is
 * null.
 */
public record NdjsonFormat() implements TextFormat {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).build();

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public Lines open(List<String> columns, OutputStream out) throws IOException {
        return new Objects(List.copyOf(columns), out, generator(out));
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return JSON.createGenerator(out).setRootValueSeparator(null);
    }

    private record Objects(List<String> columns, OutputStream out, JsonGenerator json) implements Lines {

        @Override
        public void line(List<JsonNode> cells) throws IOException {
            line(cells, json);
        }

        @Override
        public Apart apart() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 13);
            return new Apart() {
                @Override
                public void row(Row row) throws IOException {
                    try (JsonGenerator json = generator(bytes)) {
                        line(row.cells(), json);
                    }
                }

                @Override
                public void write() throws IOException {
                    bytes.writeTo(out);
                }
            };
        }

        private void line(List<JsonNode> cells, JsonGenerator json) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeFieldName(columns.get(i));
                Cell.write(cells.get(i), json);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }

    @Override
    public JsonNode described(List<Option> options, List<String> versions, String language) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Option option : options) {
            ObjectNode one = array.addObject().put("value", option.value()).put("label", option.label(language));
            if (!option.versions().isEmpty()) {
                option.versions().forEach(one.putArray("versions")::add);
            }
        }
        return array;
    }

    /** Nothing, for a column keeps its type. */
    @Override
    public JsonNode referred(String list) {
        return JsonNodeFactory.instance.arrayNode();
    }
}
