package org.ruhu.tools.dataset.companion;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Row;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.TextFormat;
import org.ruhu.tools.dataset.Unfit;

/** What is seen of the tables while they are written: how many rows, how long the texts, how small the numbers. */
final class Measures {

    /** Of one table. */
    static final class Measure {

        private final Coding[] codings;
        private final int[] longest;
        private final double[] least;
        private final int[] decimals;
        private long rows;
        private boolean breaks;

        Measure(Table table) {
            int columns = table.variables().size();
            this.codings = table.variables().stream().map(Coding::of).toArray(Coding[]::new);
            this.longest = new int[columns];
            this.least = new double[columns];
            this.decimals = new int[columns];
        }

        long rows() {
            return rows;
        }

        /** Bytes of the longest text of a column in UTF-8; of an array of codes, never fewer than they take. */
        int longest(int column) {
            return longest[column];
        }

        /** The least number of a column, 0 if all are greater. */
        double least(int column) {
            return least[column];
        }

        /** The most digits of a number of a column behind its point. */
        int decimals(int column) {
            return decimals[column];
        }

        /** Whether there is a line break in a text. */
        boolean breaks() {
            return breaks;
        }

        /** What was seen by both; in whatever order, it comes to the same. */
        private void add(Measure other) {
            rows += other.rows;
            breaks |= other.breaks;
            for (int i = 0; i < codings.length; i++) {
                longest[i] = Math.max(longest[i], other.longest[i]);
                least[i] = Math.min(least[i], other.least[i]);
                decimals[i] = Math.max(decimals[i], other.decimals[i]);
            }
        }

        private void row(List<JsonNode> cells) {
            rows++;
            for (int i = 0; i < codings.length; i++) {
                JsonNode cell = cells.get(i);
                if (codings[i].text() || cell.isTextual()) {
                    longest[i] = Math.max(longest[i], bytes(cell));
                    time(i, cell);
                } else if (cell.isNumber()) {
                    number(i, cell);
                }
            }
        }

        /** Days and milliseconds before 1970 are numbers below 0. */
        private void time(int column, JsonNode cell) {
            Storage storage = codings[column].storage();
            if (storage == Storage.DATE || storage == Storage.TIME) {
                codings[column].number(cell).ifPresent(time -> least[column] = Math.min(least[column], time));
            }
        }

        private void number(int column, JsonNode cell) {
            codings[column].number(cell).ifPresent(number -> least[column] = Math.min(least[column], number));
            if (!cell.isIntegralNumber()) {
                decimals[column] = Math.max(decimals[column], cell.decimalValue().stripTrailingZeros().scale());
            }
        }

        private int bytes(JsonNode cell) {
            if (cell.isTextual()) {
                return bytes(cell.textValue());
            }
            int all = 0;
            for (JsonNode one : cell) {
                all += 1 + bytes(one.isValueNode() ? one.asText() : one.toString());
            }
            return all > 0 || cell.isMissingNode() || cell.isArray() ? all : bytes(cell.toString());
        }

        private int bytes(String letters) {
            int bytes = letters.length();
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                bytes += letter < 0x80 ? 0 : letter < 0x800 || Character.isSurrogate(letter) ? 1 : 2;
                breaks |= letter == '\n' || letter == '\r';
            }
            return bytes;
        }
    }

    private final Map<Table, Measure> measures = new HashMap<>();
    private boolean taken;

    Measures(Dataset dataset) {
        dataset.tables().forEach(table -> measures.put(table, new Measure(table)));
    }

    /** The same format; what it writes is measured on its way. */
    SheetFormat of(SheetFormat format) {
        taken = true;
        return new Measured(format);
    }

    /** Empty where the format writes its tables another way than row by row into files of their own. */
    Optional<Measure> of(Table table) {
        return taken ? Optional.of(measures.get(table)) : Optional.empty();
    }

    /** @param idle measures that wait for the next part, or for the end */
    private record MeasuredApart(SheetFormat.Apart apart, Measure measure, Queue<Measure> idle)
            implements SheetFormat.Apart {

        @Override
        public void row(Row row) throws IOException {
            measure.row(row.cells());
            apart.row(row);
        }

        @Override
        public void write() throws IOException {
            apart.write();
            idle.add(measure);
        }
    }

    private final class Measured implements SheetFormat {

        private final SheetFormat format;

        Measured(SheetFormat format) {
            this.format = format;
        }

        @Override
        public String extension() {
            return format.extension();
        }

        @Override
        public TextFormat codebook() {
            return format.codebook();
        }

        @Override
        public boolean holds(Table table) {
            return format.holds(table);
        }

        @Override
        public Predicate<Row> keeps(Table table) {
            return format.keeps(table);
        }

        @Override
        public Sheet open(Table table, OutputStream out) throws IOException {
            Sheet sheet = format.open(table, out);
            Measure measure = measures.get(table);
            Queue<Measure> others = new ConcurrentLinkedQueue<>();
            return new Sheet() {
                @Override
                public void row(Row row) throws IOException {
                    measure.row(row.cells());
                    sheet.row(row);
                }

                @Override
                public Apart apart() {
                    Measure idle = others.poll();
                    return new MeasuredApart(sheet.apart(), idle == null ? new Measure(table) : idle, others);
                }

                @Override
                public List<Unfit> unfit() {
                    return sheet.unfit();
                }

                @Override
                public void close() throws IOException {
                    others.forEach(measure::add);
                    others.clear();
                    sheet.close();
                }
            };
        }
    }
}
