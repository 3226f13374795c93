package org.ruhu.tools.link.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ruhu.tools.CannotRun;

/**
 * How a text is encoded, as its first bytes tell.
 *
 * @param mark how many bytes of a byte order mark come before the text
 */
record Encoding(Charset charset, int mark) {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final double MOSTLY = 0.9;

    /** @param whole whether the sample is the whole text */
    static Encoding of(byte[] sample, boolean whole, Optional<Charset> said, String table) {
        Encoding marked = marked(sample);
        if (said.isPresent()) {
            return new Encoding(said.get(), marked.charset.equals(said.get()) ? marked.mark : 0);
        }
        if (marked.mark > 0) {
            return marked;
        }
        if (holdsZero(sample)) {
            throw new CannotRun(table + " holds zero bytes: it is no text, or in UTF-16 without a mark"
                    + " (--encoding UTF-16LE)");
        }
        if (text(sample, StandardCharsets.UTF_8, whole).isPresent()) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        if (text(sample, GB18030, whole).filter(Encoding::isChinese).isPresent()) {
            return new Encoding(GB18030, 0);
        }
        throw new CannotRun(notText(table, StandardCharsets.UTF_8, "near its beginning"));
    }

    static String notText(String table, Charset charset, String where) {
        return table + " is not " + charset.name() + " text, " + where + ". Say in which encoding it was saved: "
                + (charset.equals(GB18030) ? "--encoding UTF-8" : "--encoding GB18030") + ", windows-1252, ...";
    }

    private static Encoding marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(StandardCharsets.UTF_8, 0);
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Empty if it is no text in that encoding; a character may be cut off at the end unless it is the whole. */
    static Optional<String> text(byte[] bytes, Charset charset, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        return decoder.decode(ByteBuffer.wrap(bytes), chars, whole).isError() ? Optional.empty()
                : Optional.of(chars.flip().toString());
    }

    /** GB18030 gives a meaning to nearly all bytes; what is really from China is nearly all Han or Tibetan. */
    private static boolean isChinese(String text) {
        long other = text.chars().filter(c -> c > 0x7F).count();
        long common = text.chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x0F00 && c <= 0x0FFF || c >= 0x3000 && c <= 0x301F
                || c >= 0xFF00 && c <= 0xFF5E || c == 0xB7 || c == 0x201C || c == 0x201D).count();
        return common >= MOSTLY * other;
    }
}
