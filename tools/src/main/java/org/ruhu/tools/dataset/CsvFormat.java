package org.ruhu.tools.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * RFC 4180: commas, CRLF, quotes where they are needed; always UTF-8.
 *
 * @param byteOrderMark whether files begin with U+FEFF, without which Excel shows Chinese as rubbish
 */
public record CsvFormat(boolean byteOrderMark, Mask mask) {

    /** What programs read best, with everything in it. */
    public static final CsvFormat PLAIN = new CsvFormat(false, Mask.NONE);

    CsvWriter open(OutputStream out) {
        try {
            if (byteOrderMark) {
                out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            }
            return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(1 << 16)
                    .build(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
