package org.ruhu.tools.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ruhu.tools.CannotRun;

/**
 * All texts and numbers of a {@code .dta} of Stata 13 and later (formats 117 to 119): labels and characteristics as row
 * 0, the rows, long texts with their rows. As Stata's own description of the formats has it.
 */
final class DtaTexts {

    private static final String START = "<stata_dta>";
    private static final int STRL = 32_768;
    private static final int LONGEST_TEXT = 2_045;

    private final String file;
    private final Binary in;
    private final ReadableFile.Look look;
    private int release;
    private int columns;
    private long rows;

    private DtaTexts(String file, InputStream in, ReadableFile.Look look) {
        this.file = file;
        this.in = new Binary(in);
        this.look = look;
    }

    static boolean is(byte[] start) {
        return start.length > START.length()
                && new String(start, 0, START.length(), StandardCharsets.US_ASCII).equals(START);
    }

    static void read(String file, InputStream in, ReadableFile.Look look) throws IOException {
        DtaTexts texts = new DtaTexts(file, in, look);
        texts.header();
        texts.all();
    }

    private void header() throws IOException {
        expect(START + "<header><release>");
        release = Integer.parseInt(Binary.whole(in.bytes(3)));
        if (release < 117 || release > 119) {
            throw damaged();
        }
        expect("</release><byteorder>");
        in.order(Binary.whole(in.bytes(3)).equals("MSF") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        expect("</byteorder><K>");
        columns = release == 119 ? in.int32() : in.int16();
        expect("</K><N>");
        rows = release == 117 ? in.int32() : in.int64();
        expect("</N><label>");
        tell(0, 0, in.bytes(release == 117 ? in.int8() : in.int16()));
        expect("</label><timestamp>");
        in.bytes(in.int8());
        expect("</timestamp></header><map>");
        in.bytes(14 * 8);
        expect("</map>");
    }

    private void all() throws IOException {
        expect("<variable_types>");
        int[] types = new int[columns];
        for (int i = 0; i < columns; i++) {
            types[i] = in.int16();
        }
        expect("</variable_types>");
        int name = release == 117 ? 33 : 129;
        texts("varnames", name);
        expect("<sortlist>");
        in.bytes((columns + 1L) * (release == 119 ? 4 : 2));
        expect("</sortlist>");
        texts("formats", release == 117 ? 49 : 57);
        texts("value_label_names", name);
        texts("variable_labels", release == 117 ? 81 : 321);
        expect("<characteristics>");
        for (String tag = tag(); tag.equals("<ch>"); tag = tag()) {
            byte[] content = in.bytes(in.int32());
            tell(0, 0, Arrays.copyOfRange(content, Math.min(content.length, 2 * name), content.length));
            expect("</ch>");
        }
        expect("<data>");
        for (long row = 1; row <= rows; row++) {
            for (int i = 0; i < columns; i++) {
                cell(types[i], row, i + 1);
            }
        }
        expect("</data><strls>");
        longTexts();
        expect("<value_labels>");
        for (String tag = tag(); tag.equals("<lbl>"); tag = tag()) {
            in.int32();
            in.bytes(name + 3L);
            int count = in.int32();
            int length = in.int32();
            in.bytes(4L * count);
            byte[] values = in.bytes(4L * count);
            for (int i = 0; i < count; i++) {
                say(0, 0, String.valueOf(in.int32(values, 4 * i)));
            }
            tell(0, 0, in.bytes(length));
            expect("</lbl>");
        }
    }

    private void texts(String part, int width) throws IOException {
        expect("<" + part + ">");
        for (int i = 1; i <= columns; i++) {
            say(0, i, Binary.text(in.bytes(width)));
        }
        expect("</" + part + ">");
    }

    private void cell(int type, long row, int column) throws IOException {
        switch (type) {
            case 65_526 -> say(row, column, Binary.plain(in.float64(in.bytes(8))));
            case 65_527 -> say(row, column, Binary.plain(Float.intBitsToFloat(in.int32())));
            case 65_528 -> say(row, column, String.valueOf(in.int32()));
            case 65_529 -> in.bytes(2);
            case 65_530 -> in.bytes(1);
            case STRL -> in.bytes(8);
            default -> {
                if (type > LONGEST_TEXT) {
                    throw damaged();
                }
                say(row, column, Binary.text(in.bytes(type)));
            }
        }
    }

    private void longTexts() throws IOException {
        for (String three = Binary.whole(in.bytes(3)); three.equals("GSO"); three = Binary.whole(in.bytes(3))) {
            int column = in.int32();
            long row = release == 117 ? in.int32() : in.int64();
            in.int8();
            tell(row, column, in.bytes(in.int32()));
        }
        expect("trls>");
    }

    /** The next tag; of those that end a list one is as good as another. */
    private String tag() throws IOException {
        StringBuilder tag = new StringBuilder();
        while (tag.length() < 40 && (tag.length() == 0 || tag.charAt(tag.length() - 1) != '>')) {
            tag.append((char) in.int8());
        }
        return tag.toString();
    }

    private void expect(String tags) throws IOException {
        if (!Binary.whole(in.bytes(tags.length())).equals(tags)) {
            throw damaged();
        }
    }

    private CannotRun damaged() {
        return new CannotRun(file + " is damaged, or a .dta of a release not known here; save it as CSV first");
    }

    private void tell(long row, int column, byte[] text) throws IOException {
        say(row, column, Binary.whole(text));
    }

    private void say(long row, int column, String text) throws IOException {
        if (!text.isEmpty()) {
            look.at(file, row, column, text);
        }
    }
}
