package org.ruhu.tools.disclosure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.lines.Packed;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;

/**
 * All texts of a file, whatever it is wrapped in: cells of CSV, texts and attributes of XML and HTML, lines of anything
 * else; cells of {@code .sav}, {@code .dta} and Parquet; packed by gzip, or in a zip as workbooks and documents of
 * offices are. UTF-8, UTF-16 with its mark, or GB 18030.
 */
public final class ReadableFile {

    private static final int PEEK = 1 << 16;
    private static final int DEEPEST = 4;
    private static final int LONGEST = 1 << 16;
    private static final int OVERLAP = 1 << 7;
    private static final Pattern CSV = Pattern.compile(".*\\.csv(\\.gz)?");
    private static final Pattern TAGGED = Pattern.compile(".*\\.(xml|rels|vml|html?|svg|kml|gml)(\\.gz)?");
    private static final Pattern JSON = Pattern.compile(".*\\.(json|geojson|ndjson|jsonl)(\\.gz)?");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|gif|emf|wmf|bmp|tiff?|webp|heic|bin)");
    private static final Pattern FRACTION = Pattern.compile("(?<=[\\[,:\\s])-?\\d+\\.\\d{9,}(?=[\\s,\\]}]|$)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final Look look;
    private final List<String> pictures = new ArrayList<>();

    /** Takes one text after the other. */
    @FunctionalInterface
    public interface Look {

        /**
         * @param file   its path, and in a zip the path there
         * @param row    from 1; 0 for the name of the file
         * @param column from 1; 0 where there are none
         */
        void at(String file, long row, int column, String text) throws IOException;
    }

    public ReadableFile(Look look) {
        this.look = look;
    }

    /** Pictures in documents, which nobody looked at. */
    public List<String> pictures() {
        return List.copyOf(pictures);
    }

    /** @throws CannotRun if it is no text, so that nobody takes it for clean */
    public void read(String file, String name, InputStream in) throws IOException {
        read(file, name, in, 0);
    }

    private void read(String file, String name, InputStream in, int depth) throws IOException {
        look.at(file, 0, 0, name);
        InputStream bytes = new BufferedInputStream(Packed.unpacked(in), PEEK);
        byte[] start = start(bytes);
        String kind = name.toLowerCase(Locale.ROOT);
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            entries(file, bytes, depth + 1);
            return;
        }
        if (PICTURE.matcher(kind).matches()) {
            throw new CannotRun(file + " is a picture or the like, into which nothing here can look");
        }
        if (begins(start, "%PDF")) {
            throw new CannotRun(file + " is a PDF; scan what it was made of");
        }
        if (binary(file, start, bytes)) {
            return;
        }
        Reader text = new InputStreamReader(bytes, decoder(file, start));
        try {
            if (CSV.matcher(kind).matches()) {
                cells(file, text);
            } else if (TAGGED.matcher(kind).matches()) {
                new Tagged(piece -> look.at(file, piece.number(), 0, piece.text())).read(text);
            } else {
                lines(file, text, JSON.matcher(kind).matches());
            }
        } catch (CharacterCodingException e) {
            throw unreadable(file);
        }
    }

    /** Whether it was one of the formats of statistics. */
    private boolean binary(String file, byte[] start, InputStream bytes) throws IOException {
        try {
            if (SavTexts.is(start)) {
                SavTexts.read(file, bytes, look);
            } else if (DtaTexts.is(start)) {
                DtaTexts.read(file, bytes, look);
            } else if (begins(start, "PAR1")) {
                parquet(file, bytes);
            } else {
                return false;
            }
        } catch (EOFException | NumberFormatException e) {
            throw new CannotRun(file + " is damaged; save it anew, or as CSV");
        }
        return true;
    }

    private static boolean begins(byte[] start, String with) {
        return start.length >= with.length()
                && new String(start, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }

    /** Names of columns as row 0; nothing of what else the file says of itself. */
    private void parquet(String file, InputStream bytes) throws IOException {
        try (Table table = new TableFile(file, TableOptions.USUAL).open(new Unclosed(bytes))) {
            List<String> columns = table.columns().orElse(List.of());
            for (int i = 0; i < columns.size(); i++) {
                look.at(file, 0, i + 1, columns.get(i));
            }
            table.read(columns, (row, id, values) -> {
                for (int i = 0; i < values.length; i++) {
                    try {
                        look.at(file, row, i + 1, values[i]);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] start(InputStream bytes) throws IOException {
        bytes.mark(PEEK);
        byte[] start = bytes.readNBytes(PEEK - 1);
        bytes.reset();
        return start;
    }

    private static CannotRun unreadable(String file) {
        return new CannotRun(file + " is no text nor any format known here; save it as CSV first");
    }

    private void entries(String file, InputStream bytes, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new CannotRun(file + ": too many zips in each other");
        }
        ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (PICTURE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                look.at(file + "!" + name, 0, 0, name);
                pictures.add(file + "!" + name);
            } else if (!entry.isDirectory()) {
                read(file + "!" + name, name, new Unclosed(zip), depth);
            }
        }
    }

    /** Closing an entry must not close the zip. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    private static CharsetDecoder decoder(String file, byte[] start) {
        if (start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                || start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return strict(StandardCharsets.UTF_16);
        }
        for (byte one : start) {
            if (one == 0) {
                throw unreadable(file);
            }
        }
        return strict(utf8(start) ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether it begins as UTF-8; the last sign may be cut off. */
    private static boolean utf8(byte[] start) {
        return !strict(StandardCharsets.UTF_8)
                .decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false).isError();
    }

    private void cells(String file, Reader text) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
            long row = 0;
            for (CsvRecord record : rows) {
                row++;
                for (int i = 0; i < record.getFieldCount(); i++) {
                    look.at(file, row, i + 1, record.getField(i));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Columns of a text are where its letters stand, which would repeat too much: only the line is told. What is too
     * long for a line is looked through in pieces that overlap.
     */
    private void lines(String file, Reader text, boolean json) throws IOException {
        StringBuilder line = new StringBuilder();
        long row = 1;
        char[] some = new char[1 << 13];
        for (int count = text.read(some); count >= 0; count = text.read(some)) {
            for (int i = 0; i < count; i++) {
                if (some[i] == 0) {
                    throw unreadable(file);
                }
                boolean end = some[i] == '\n';
                if (!end) {
                    line.append(some[i]);
                }
                if (end || line.length() > LONGEST) {
                    look.at(file, row, 0, json ? unescaped(line.toString()) : line.toString());
                    line.delete(0, end ? line.length() : line.length() - OVERLAP);
                    row += end ? 1 : 0;
                }
            }
        }
        look.at(file, row, 0, json ? unescaped(line.toString()) : line.toString());
    }

    /** As JSON means it; fractions of many digits are no more than coordinates and shares. */
    private static String unescaped(String line) {
        String text = line.contains("\\u") ? ESCAPED.matcher(line).replaceAll(found -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(found.group(1), 16)))) : line;
        return FRACTION.matcher(text).replaceAll("");
    }
}
