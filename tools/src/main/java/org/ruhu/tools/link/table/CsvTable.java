package org.ruhu.tools.link.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.CannotRun;

/** Delimited text with a line of column names first. */
final class CsvTable implements Table {

    private static final int LONGEST = 1 << 20;

    private final String name;
    private final Encoding encoding;
    private final Faults faults;
    private final CsvRow row = new CsvRow();
    private final CsvReader<CsvRow> reader;
    private final CloseableIterator<CsvRow> records;
    private final List<String> columns;
    private long line;

    /** @param sample the first bytes of the stream, which {@code in} begins with too */
    CsvTable(String name, byte[] sample, boolean whole, InputStream in, TableOptions options) throws IOException {
        this.name = name;
        this.encoding = Encoding.of(sample, whole, options.encoding(), name);
        this.faults = new Faults(name, options.skipBad());
        in.skipNBytes(encoding.mark());
        String beginning = new String(sample, encoding.mark(), sample.length - encoding.mark(), encoding.charset());
        reader = CsvReader.builder().fieldSeparator(options.delimiter().orElseGet(() -> delimiter(beginning)))
                .allowUnclosedQuote(false).trimWhitespacesAroundQuotes(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST).build(row, characters(in));
        records = reader.iterator();
        columns = header();
    }

    private Reader characters(InputStream in) {
        return new InputStreamReader(in, encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** That of comma, semicolon, tab and bar which the first line has most of outside of quotes. */
    private static char delimiter(String text) {
        String candidates = ",;\t|";
        int[] counts = new int[candidates.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n' && text.charAt(i) != '\r'); i++) {
            quoted ^= text.charAt(i) == '"';
            int candidate = quoted ? -1 : candidates.indexOf(text.charAt(i));
            if (candidate >= 0) {
                counts[candidate]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    private List<String> header() {
        if (!hasNext()) {
            throw new CannotRun(name + " is empty: it has not even a line of column names");
        }
        List<String> names = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (String field : records.next().all()) {
            String column = field.strip();
            names.add(column);
            if (!column.isEmpty() && !met.add(column)) {
                throw new CannotRun(name + " has two columns of one name, the second is column " + names.size()
                        + ". Give each a name of its own in the first line");
            }
        }
        if (met.isEmpty()) {
            throw new CannotRun(name + " is empty: its first line holds nothing");
        }
        return List.copyOf(names);
    }

    @Override
    public Optional<List<String>> columns() {
        return Optional.of(columns);
    }

    @Override
    public void scan(List<String> wanted, Taker taker) {
        row.want(columns.size(), Wanted.in(columns, wanted, name));
        while (hasNext()) {
            records.next();
            line = row.line();
            if (row.overfull()) {
                faults.bad(line, "has " + row.count() + " fields, the first line " + columns.size());
                continue;
            }
            if (row.count() < columns.size()) {
                faults.completed(line);
            }
            taker.take(line, "", row.fields());
        }
        faults.judge();
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new CannotRun(Encoding.notText(name, encoding.charset(),
                        line == 0 ? "near its beginning" : "somewhere after line " + line));
            }
            throw e;
        } catch (CsvParseException e) {
            throw new CannotRun(name + " cannot be read on after line " + line + ": a quotation mark is opened there"
                    + " and never closed, or a field is longer than " + LONGEST + " characters. Correct the"
                    + " line, or say the delimiter (--delimiter)");
        }
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (encoding.charset().equals(Encoding.GB18030)) {
            remarks.add(name + " is read as GB18030");
        }
        remarks.addAll(faults.remarks());
        return remarks;
    }

    @Override
    public long leftOut() {
        return faults.leftOut();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
