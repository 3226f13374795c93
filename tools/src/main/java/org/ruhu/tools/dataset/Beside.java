package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ruhu.tools.lines.Revision;

/**
 * Columns of a CSV file put beside the answers: weights, strata, clusters. Its first column says what a line is about:
 * {@code unit} or {@code submission} for whole interviews, {@code id} for rows, such as {@code SUBMISSION/members/1},
 * rows counted from 1. The file is held in memory.
 */
public final class Beside {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");

    /** What a line is about. */
    private enum Key { UNIT, SUBMISSION, ID }

    private final Key key;
    private final List<String> names;
    private final List<String[]> lines = new ArrayList<>();
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Set<String> rosters = new HashSet<>();
    private final boolean[] numbers;
    private final BitSet used = new BitSet();
    private final AtomicLong lacking = new AtomicLong();

    private Beside(Key key, List<String> names) {
        this.key = key;
        this.names = names;
        this.numbers = new boolean[names.size()];
    }

    /** @throws IllegalArgumentException if it is no such file; the message says in which line */
    public static Beside read(InputStream csv) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder().detectBomHeader(true)
                .allowExtraFields(true).allowMissingFields(true).ofCsvRecord(csv)) {
            Iterator<CsvRecord> all = records.iterator();
            List<String> heads = all.hasNext() ? all.next().getFields() : List.of();
            Key key = heads.isEmpty() ? null : keyOf(heads.get(0));
            if (key == null || heads.size() < 2) {
                throw new IllegalArgumentException(
                        "line 1: the first column must be unit, submission or id, and others follow");
            }
            Beside beside = new Beside(key, List.copyOf(heads.subList(1, heads.size())));
            all.forEachRemaining(beside::add);
            beside.judge();
            return beside;
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    private static Key keyOf(String head) {
        return switch (head) {
            case "unit" -> Key.UNIT;
            case "submission" -> Key.SUBMISSION;
            case "id" -> Key.ID;
            default -> null;
        };
    }

    private void add(CsvRecord line) {
        if (line.getFieldCount() != names.size() + 1) {
            throw new IllegalArgumentException("line " + line.getStartingLineNumber() + ": has " + line.getFieldCount()
                    + " fields, the first line has " + (names.size() + 1));
        }
        if (byKey.put(line.getField(0), lines.size()) != null) {
            throw new IllegalArgumentException("line " + line.getStartingLineNumber() + ": a line before it is about"
                    + " the same " + key.name().toLowerCase(Locale.ROOT));
        }
        rosters.add(about(line.getField(0)));
        lines.add(line.getFields().subList(1, line.getFieldCount()).toArray(String[]::new));
    }

    /** A column is one of numbers when every value is one; codes that begin with 0 stay text. */
    private void judge() {
        for (int i = 0; i < numbers.length; i++) {
            int column = i;
            numbers[i] = lines.stream().map(line -> line[column]).filter(value -> !value.isEmpty())
                    .allMatch(value -> NUMBER.matcher(value).matches());
        }
    }

    /** The columns that a table gets. */
    public List<Added> columns(Table table) {
        return key == Key.ID && !rosters.contains(table.roster().orElse("")) ? List.of()
                : IntStream.range(0, names.size()).<Added>mapToObj(Column::new).toList();
    }

    /** The roster that an id is about. */
    private static String about(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(slash).replaceAll("/[0-9]+(?=/)", "/*").replaceAll("/[0-9]+$", "");
    }

    /** Lines that no row was found for. */
    public long unused() {
        return lines.size() - used.cardinality();
    }

    /** Rows that no line was found for. */
    public long lacking() {
        return lacking.get();
    }

    private Optional<String[]> line(Revision revision, String row, boolean first) {
        Integer index = byKey.get(switch (key) {
            case UNIT -> revision.unit();
            case SUBMISSION -> revision.submission();
            case ID -> revision.submission() + counted(row);
        });
        if (index == null) {
            if (first) {
                lacking.incrementAndGet();
            }
            return Optional.empty();
        }
        synchronized (used) {
            used.set(index);
        }
        return Optional.of(lines.get(index));
    }

    /** Pointers count rows from 0, people from 1. */
    private static String counted(String row) {
        String[] steps = row.split("/");
        for (int i = 2; i < steps.length; i += 2) {
            steps[i] = Integer.toString(Integer.parseInt(steps[i]) + 1);
        }
        return String.join("/", steps);
    }

    private final class Column implements Added {

        private final int index;

        Column(int index) {
            this.index = index;
        }

        @Override
        public String name() {
            return names.get(index);
        }

        @Override
        public ValueType type() {
            return numbers[index] ? ValueType.NUMBER : ValueType.TEXT;
        }

        @Override
        public String label(String language) {
            return switch (name()) {
                case "weight" -> Words.in(language, "权数", "Weight");
                case "stratum" -> Words.in(language, "层", "Stratum of the sampling design");
                case "psu" -> Words.in(language, "初级抽样单元", "Primary sampling unit");
                case "fpc" -> Words.in(language, "有限总体校正", "Finite population correction");
                default -> name();
            };
        }

        @Override
        public JsonNode value(Revision revision, String row) {
            String value = line(revision, row, index == 0).map(line -> line[index]).orElse("");
            return value.isEmpty() ? MissingNode.getInstance()
                    : numbers[index] ? DecimalNode.valueOf(new BigDecimal(value)) : TextNode.valueOf(value);
        }
    }
}
