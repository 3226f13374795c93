package org.ruhu.tools.indicator.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.ValueType;

/** The rows of one exported table, one after the other. */
final class TableFile implements Closeable {

    private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(JsonNode.class);

    private final String name;
    private final Iterator<? extends Cells> rows;
    private final Closeable file;
    private Optional<Cells> row = Optional.empty();
    private long read;

    private TableFile(String name, Iterator<? extends Cells> rows, Closeable file) {
        this.name = name;
        this.rows = rows;
        this.file = file;
    }

    /** Cells by the names of columns. */
    interface Cells {

        Set<String> columns();

        /** Empty where there is nothing, or no such column. */
        String text(String column);

        /** As an interview has it; missing where there is nothing. */
        JsonNode value(String column, ValueType type);
    }

    /** Of the CSV or NDJSON of that name in a folder, at its first row. */
    static TableFile in(Path folder, String table) throws IOException {
        Path csv = folder.resolve(table + ".csv");
        Path ndjson = folder.resolve(table + ".ndjson");
        TableFile file;
        if (Files.isRegularFile(csv)) {
            CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(csv);
            Iterator<NamedCsvRecord> records = reader.iterator();
            file = new TableFile(csv.toString(), new Iterator<Cells>() {
                @Override
                public boolean hasNext() {
                    return records.hasNext();
                }

                @Override
                public Cells next() {
                    return new Texts(records.next());
                }
            }, reader);
        } else if (Files.isRegularFile(ndjson)) {
            MappingIterator<JsonNode> objects = JSON.readValues(ndjson.toFile());
            file = new TableFile(ndjson.toString(), new Iterator<Cells>() {
                @Override
                public boolean hasNext() {
                    return objects.hasNext();
                }

                @Override
                public Cells next() {
                    return new Line(objects.next());
                }
            }, objects);
        } else {
            throw new CannotRun(folder + ": there is no " + table + ".csv nor " + table
                    + ".ndjson; give the folder of ruhu export --format csv or ndjson");
        }
        file.next();
        return file;
    }

    /** The one it stands at; empty at the end. */
    Optional<Cells> row() {
        return row;
    }

    void next() throws IOException {
        try {
            row = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
            read++;
        } catch (CsvParseException e) {
            throw new CannotRun(name + " is not CSV: " + e.getMessage());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof JsonProcessingException) {
                throw new CannotRun(name + ": row " + (read + 1) + " is no JSON");
            }
            throw e;
        }
    }

    boolean has(String column) {
        return row.filter(cells -> cells.columns().contains(column)).isPresent();
    }

    CannotRun wrong(String says) {
        return new CannotRun(name + ": row " + read + " " + says);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private record Texts(NamedCsvRecord record) implements Cells {

        @Override
        public Set<String> columns() {
            return Set.copyOf(record.getHeader());
        }

        @Override
        public String text(String column) {
            return record.findField(column).orElse("");
        }

        @Override
        public JsonNode value(String column, ValueType type) {
            String text = text(column);
            return text.isEmpty() ? MissingNode.getInstance() : switch (type) {
                case INTEGER, NUMBER -> number(text);
                case BOOLEAN -> text.equals("1") || text.equals("0") ? BooleanNode.valueOf(text.equals("1"))
                        : TextNode.valueOf(text);
                case CODES -> codes(plain(text));
                case TEXT, DATE, DATETIME, CODE -> TextNode.valueOf(plain(text));
            };
        }

        /** Without the apostrophe that keeps spreadsheets from running it. */
        private static String plain(String text) {
            return text.startsWith("'") ? text.substring(1) : text;
        }

        /** What is none was written down as it was given. */
        private static JsonNode number(String text) {
            try {
                return DecimalNode.valueOf(new BigDecimal(text));
            } catch (NumberFormatException e) {
                return TextNode.valueOf(plain(text));
            }
        }

        private static JsonNode codes(String text) {
            ArrayNode codes = JsonNodeFactory.instance.arrayNode();
            for (String code : text.split(" ")) {
                codes.add(code);
            }
            return codes;
        }
    }

    private record Line(JsonNode object) implements Cells {

        @Override
        public Set<String> columns() {
            Set<String> names = new HashSet<>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }

        @Override
        public String text(String column) {
            return object.path(column).isNull() ? "" : object.path(column).asText("");
        }

        @Override
        public JsonNode value(String column, ValueType type) {
            JsonNode value = object.path(column);
            return value.isNull() ? MissingNode.getInstance() : value;
        }
    }
}
