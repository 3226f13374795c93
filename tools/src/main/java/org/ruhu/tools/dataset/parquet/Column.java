package org.ruhu.tools.dataset.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.ValueType;

/** The values of one column on their way into a row group. */
final class Column {

    /** There is only one, and most cells are it: asking each what it is would take longer than writing it. */
    private static final JsonNode MISSING = MissingNode.getInstance();
    /** No double beyond it is a whole number for sure. */
    private static final double MOST_WHOLE = 1L << 53;
    /** Different texts that are remembered at a time. */
    private static final int MOST_TEXTS = 1 << 9;

    private final ValueType type;
    private final Coding coding;
    private final ColumnWriter writer;
    private final Statistics<?> statistics;
    private final Consumer<Unfit.Why> unfit;
    private final Map<String, Binary> texts = new HashMap<>();
    private boolean repeating = true;
    private int written;

    /** @param unfit is told of every value that could not be kept as it was given */
    Column(ValueType type, Coding coding, ColumnWriter writer, Statistics<?> statistics, Consumer<Unfit.Why> unfit) {
        this.type = type;
        this.coding = coding;
        this.writer = writer;
        this.statistics = statistics;
        this.unfit = unfit;
    }

    /** @param number which of a row's cells is of this column */
    void write(List<List<JsonNode>> rows, int number) {
        for (List<JsonNode> row : rows) {
            JsonNode cell = row.get(number);
            if (cell == MISSING || cell.isNull()) {
                nothing();
            } else {
                value(cell);
            }
        }
    }

    private void value(JsonNode value) {
        switch (type) {
            case TEXT, CODE, CODES -> writer.write(text(value), 0, 1);
            case BOOLEAN -> truth(value);
            case INTEGER -> whole(value);
            case NUMBER -> number(value);
            case DATE -> coded(value).ifPresent(day -> {
                statistics.updateStats((int) day);
                writer.write((int) day, 0, 1);
            });
            case DATETIME -> coded(value).ifPresent(moment -> whole((long) moment));
        }
    }

    private void nothing() {
        writer.writeNull(0, 0);
        statistics.incrementNumNulls();
    }

    /** Most columns hold few texts, and each is turned into bytes and compared with the bounds but once. */
    private Binary text(JsonNode value) {
        String text = value instanceof TextNode plain ? plain.textValue() : Cell.plain(value);
        written++;
        Binary known = texts.get(text);
        if (known != null) {
            return known;
        }
        Binary utf8 = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
        statistics.updateStats(utf8);
        if (repeating) {
            remember(text, utf8);
        }
        return utf8;
    }

    private void remember(String text, Binary utf8) {
        texts.put(text, utf8);
        if (texts.size() == MOST_TEXTS) {
            repeating = written > 2 * MOST_TEXTS;
            texts.clear();
            written = 0;
        }
    }

    private void truth(JsonNode value) {
        if (value.isBoolean()) {
            statistics.updateStats(value.booleanValue());
            writer.write(value.booleanValue(), 0, 1);
        } else {
            left();
        }
    }

    private void whole(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            whole(value.longValue());
        } else if (value.isNumber() && Math.abs(value.doubleValue()) <= MOST_WHOLE
                && value.doubleValue() == Math.rint(value.doubleValue())) {
            whole((long) value.doubleValue());
        } else {
            left();
        }
    }

    private void whole(long number) {
        statistics.updateStats(number);
        writer.write(number, 0, 1);
    }

    private void number(JsonNode value) {
        coded(value).ifPresent(number -> {
            statistics.updateStats(number);
            writer.write(number, 0, 1);
            if (Cell.rounded(value)) {
                unfit.accept(Unfit.Why.ROUNDED);
            }
        });
    }

    private OptionalDouble coded(JsonNode value) {
        OptionalDouble number = coding.number(value);
        if (number.isEmpty()) {
            left();
        }
        return number;
    }

    /** A value that is none of its column's type. */
    private void left() {
        nothing();
        unfit.accept(Unfit.Why.NOT_ITS_TYPE);
    }
}
