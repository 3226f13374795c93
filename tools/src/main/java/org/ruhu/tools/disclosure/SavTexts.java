package org.ruhu.tools.disclosure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.CannotRun;

/**
 * All texts and numbers of a {@code .sav} of SPSS: labels and notes of its dictionary as row 0, then the cases. As the
 * PSPP developers describe the format; what is packed by zlib ({@code .zsav}) is not read.
 */
final class SavTexts {

    private static final int PIECE = 252;
    private static final int ELEMENT = 8;
    private static final byte[] BLANKS = "        ".getBytes(StandardCharsets.US_ASCII);

    private final String file;
    private final Binary in;
    private final ReadableFile.Look look;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, Integer> veryLong = new HashMap<>();
    private double bias;
    private boolean packed;
    private byte[] codes = new byte[0];
    private int code;

    /**
     * @param width bytes of a text; 0 for a number
     * @param time  whether the number is seconds since 1582, which look like a telephone
     */
    private record Piece(String name, int width, boolean time) {

        int elements() {
            return Math.max(1, (width + ELEMENT - 1) / ELEMENT);
        }
    }

    private SavTexts(String file, InputStream in, ReadableFile.Look look) {
        this.file = file;
        this.in = new Binary(in);
        this.look = look;
    }

    static boolean is(byte[] start) {
        return start.length > 4 && new String(start, 0, 3, StandardCharsets.US_ASCII).equals("$FL")
                && (start[3] == '2' || start[3] == '3');
    }

    static void read(String file, InputStream in, ReadableFile.Look look) throws IOException {
        SavTexts texts = new SavTexts(file, in, look);
        texts.header();
        texts.dictionary();
        texts.cases();
    }

    private void header() throws IOException {
        tell(0, 0, in.bytes(64));
        byte[] layout = in.bytes(4);
        in.order(layout[0] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        in.int32();
        int compression = in.int32();
        if (compression < 0 || compression > 1) {
            throw new CannotRun(file + " is packed by zlib; save it as a plain .sav first");
        }
        packed = compression == 1;
        in.bytes(8);
        bias = in.float64(in.bytes(8));
        tell(0, 0, in.bytes(84));
    }

    private void dictionary() throws IOException {
        for (int record = in.int32(); record != 999; record = in.int32()) {
            switch (record) {
                case 2 -> variable();
                case 3 -> labels();
                case 4 -> in.bytes(4L * in.int32());
                case 6 -> tell(0, 0, in.bytes(80L * in.int32()));
                case 7 -> extension();
                default -> throw new CannotRun(file + " is damaged, or written in a way not known here");
            }
        }
        in.int32();
    }

    private void variable() throws IOException {
        int width = in.int32();
        boolean labelled = in.int32() == 1;
        int missing = in.int32();
        int format = in.int32() >> 16 & 0xff;
        in.bytes(4);
        String name = Binary.whole(in.bytes(8)).strip();
        if (labelled) {
            int length = in.int32();
            tell(0, pieces.size() + 1, Arrays.copyOf(in.bytes((length + 3L) / 4 * 4), length));
        }
        in.bytes(8L * Math.abs(missing));
        if (width >= 0) {
            pieces.add(new Piece(name, width, format >= 20 && format <= 30 || format >= 38 && format <= 41));
        }
    }

    private void labels() throws IOException {
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            byte[] value = in.bytes(8);
            tell(0, 0, value);
            say(0, 0, Binary.plain(in.float64(value)));
            int length = in.int8();
            tell(0, 0, Arrays.copyOf(in.bytes((length + 8L) / 8 * 8 - 1), length));
        }
    }

    private void extension() throws IOException {
        int subtype = in.int32();
        byte[] content = in.bytes((long) in.int32() * in.int32());
        tell(0, 0, content);
        if (subtype == 14) {
            for (String one : new String(content, StandardCharsets.UTF_8).split("\t")) {
                int equals = one.indexOf('=');
                if (equals > 0) {
                    veryLong.put(one.substring(0, equals), Integer.parseInt(one.substring(equals + 1).replace("\0", "")
                            .strip()));
                }
            }
        }
    }

    private void cases() throws IOException {
        byte[] first = element(true);
        for (long row = 1; first.length > 0; row++) {
            byte[] next = first;
            int column = 1;
            for (int i = 0; i < pieces.size(); column++) {
                int together = (veryLong.getOrDefault(pieces.get(i).name(), 0) + PIECE - 1) / PIECE;
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                for (int j = 0; j < Math.max(1, together) && i < pieces.size(); j++, i++) {
                    Piece piece = pieces.get(i);
                    ByteArrayOutputStream its = new ByteArrayOutputStream();
                    for (int k = 0; k < piece.elements(); k++) {
                        byte[] eight = next.length > 0 ? next : element(false);
                        next = new byte[0];
                        its.write(eight);
                    }
                    if (piece.width() == 0 && !piece.time()) {
                        say(row, column, Binary.plain(in.float64(its.toByteArray())));
                    } else if (piece.width() > 0) {
                        text.write(its.toByteArray(), 0, Math.min(together > 1 ? PIECE : its.size(), its.size()));
                    }
                }
                tell(row, column, text.toByteArray());
            }
            first = element(true);
        }
    }

    /** Eight bytes of a case; empty at the end, where a case may begin. */
    private byte[] element(boolean begins) throws IOException {
        if (!packed) {
            return begins ? in.upTo(ELEMENT) : in.bytes(ELEMENT);
        }
        while (true) {
            if (code == codes.length) {
                codes = begins ? in.upTo(ELEMENT) : in.bytes(ELEMENT);
                code = 0;
                if (codes.length == 0) {
                    return codes;
                }
            }
            int one = codes[code++] & 0xff;
            switch (one) {
                case 0 -> { }
                case 252 -> {
                    return new byte[0];
                }
                case 253 -> {
                    return in.bytes(ELEMENT);
                }
                case 254 -> {
                    return BLANKS;
                }
                case 255 -> {
                    return in.raw(Double.NaN);
                }
                default -> {
                    return in.raw(one - bias);
                }
            }
        }
    }

    private void tell(long row, int column, byte[] text) throws IOException {
        say(row, column, Binary.whole(text).strip());
    }

    private void say(long row, int column, String text) throws IOException {
        if (!text.isEmpty()) {
            look.at(file, row, column, text);
        }
    }
}
