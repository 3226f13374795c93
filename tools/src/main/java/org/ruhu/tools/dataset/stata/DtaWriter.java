package org.ruhu.tools.dataset.stata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ruhu.tools.dataset.Cut;
import org.ruhu.tools.dataset.Spool;

/** The parts of a file in their order, and the map in front that says where each begins. */
final class DtaWriter {

    private static final int NAME = 129;
    private static final int FORMAT = 57;
    private static final int LABEL = 321;
    private static final int MOST_LETTERS = 80;
    private static final int MAP_ENTRIES = 14;
    /** Tags of the map and its entries. */
    private static final int MAP = "<map></map>".length() + MAP_ENTRIES * Long.BYTES;

    private final List<DtaColumn> columns;
    private final String language;
    private final Spool spool;

    DtaWriter(List<DtaColumn> columns, String language, Spool spool) {
        this.columns = columns;
        this.language = language;
        this.spool = spool;
    }

    void write(String table, DtaOut out) throws IOException {
        DtaLabels labels = new DtaLabels(columns, language);
        byte[] header = header(table);
        List<byte[]> parts = List.of(types(), names(), sorted(), formats(), labelNames(), variableLabels(),
                labels.characteristics());
        byte[] values = labels.values();
        out.bytes(header);
        map(header.length, parts, values.length, out);
        for (byte[] part : parts) {
            out.bytes(part);
        }
        out.text("<data>");
        spool.each(new DtaRows(columns, out));
        out.text("</data><strls>");
        if (columns.stream().anyMatch(column -> column.type().equals(DtaType.STRL))) {
            spool.each(new DtaLongTexts(columns, out));
        }
        out.text("</strls>");
        out.bytes(values);
        out.text("</stata_dta>");
    }

    /** Without a date, so that the same rows always make the same bytes. */
    private byte[] header(String table) throws IOException {
        return part(out -> {
            out.text("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>");
            out.int16(columns.size());
            out.text("</K><N>");
            out.int64(spool.rows());
            out.text("</N><label>");
            byte[] label = Cut.letters(table, MOST_LETTERS).getBytes(StandardCharsets.UTF_8);
            out.int16(label.length);
            out.bytes(label);
            out.text("</label><timestamp>");
            out.int8(0);
            out.text("</timestamp></header>");
        });
    }

    private void map(int from, List<byte[]> parts, int values, DtaOut out) throws IOException {
        out.text("<map>");
        out.int64(0);
        out.int64(from);
        long place = (long) from + MAP;
        for (byte[] part : parts) {
            out.int64(place);
            place += part.length;
        }
        out.int64(place);
        place += "<data></data>".length() + spool.rows() * columns.stream().mapToInt(one -> one.type().bytes()).sum();
        out.int64(place);
        place += "<strls></strls>".length() + DtaLongTexts.bytes(columns, spool);
        out.int64(place);
        out.int64(place + values);
        out.int64(place + values + "</stata_dta>".length());
        out.text("</map>");
    }

    private byte[] types() throws IOException {
        return part(out -> {
            out.text("<variable_types>");
            for (DtaColumn column : columns) {
                out.int16(column.type().code());
            }
            out.text("</variable_types>");
        });
    }

    private byte[] names() throws IOException {
        return texts("varnames", NAME, columns.stream().map(DtaColumn::name).toList());
    }

    private byte[] sorted() throws IOException {
        return part(out -> {
            out.text("<sortlist>");
            for (int i = 0; i <= columns.size(); i++) {
                out.int16(0);
            }
            out.text("</sortlist>");
        });
    }

    private byte[] formats() throws IOException {
        return texts("formats", FORMAT, columns.stream().map(DtaColumn::format).toList());
    }

    private byte[] labelNames() throws IOException {
        return texts("value_label_names", NAME, columns.stream().map(column -> column.labels(language)).toList());
    }

    private byte[] variableLabels() throws IOException {
        return texts("variable_labels", LABEL, columns.stream()
                .map(column -> Cut.letters(column.variable().label(language), MOST_LETTERS)).toList());
    }

    private static byte[] texts(String tag, int width, List<String> texts) throws IOException {
        return part(out -> {
            out.text("<" + tag + ">");
            for (String text : texts) {
                out.padded(text.getBytes(StandardCharsets.UTF_8), width);
            }
            out.text("</" + tag + ">");
        });
    }

    /** Writes a part of the file. */
    interface Part {
        void write(DtaOut out) throws IOException;
    }

    static byte[] part(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DtaOut out = new DtaOut(bytes)) {
            part.write(out);
        }
        return bytes.toByteArray();
    }
}
