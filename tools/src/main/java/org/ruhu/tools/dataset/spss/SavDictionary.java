package org.ruhu.tools.dataset.spss;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Cut;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.GapWords;
import org.ruhu.tools.dataset.Option;

/** All that stands in front of the cases. */
final class SavDictionary {

    private static final int SHORT_TEXT = 8;
    /** Of the file. */
    private static final int LABEL = 64;
    private static final int LONGEST_LABEL = 255;
    private static final int LONGEST_VALUE_LABEL = 120;
    private static final int UTF_8 = 65001;
    private static final byte[] BLANK = " ".getBytes(StandardCharsets.UTF_8);

    private final List<SavColumn> columns;
    private final String language;

    SavDictionary(List<SavColumn> columns, String language) {
        this.columns = columns;
        this.language = language;
    }

    void write(String table, long rows, SavOut out) throws IOException {
        header(table, rows, out);
        variables(out);
        labels(out);
        out.extension(3, 4, ints(1, 0, 0, -1, 1, 1, 2, UTF_8));
        out.extension(4, 8, doubles(-Double.MAX_VALUE, Double.MAX_VALUE, Math.nextUp(-Double.MAX_VALUE)));
        out.extension(11, 4, display());
        out.extension(13, longNames());
        veryLong(out);
        out.extension(16, 8, longs(1, rows));
        out.extension(20, "UTF-8");
        longLabels(out);
        out.int32(999, 0);
    }

    /** Without a date, so that the same rows always make the same bytes. */
    private void header(String table, long rows, SavOut out) throws IOException {
        out.padded("$FL2", 4);
        out.padded("@(#) SPSS DATA FILE Ruhu", 60);
        out.int32(2, columns.stream().mapToInt(SavColumn::elements).sum(), 1, 0,
                rows > Integer.MAX_VALUE ? -1 : (int) rows);
        out.float64(SavCases.BIAS);
        out.padded("01 Jan 8000:00:00", 17);
        out.padded(Cut.bytes(table, LABEL), LABEL);
        out.padded("", 3);
    }

    private void variables(SavOut out) throws IOException {
        int piece = 0;
        for (SavColumn column : columns) {
            for (int i = 0; i < column.pieces(); i++, piece++) {
                variable(column, i, SavFormat.alias(piece), out);
            }
        }
    }

    private void variable(SavColumn column, int piece, String alias, SavOut out) throws IOException {
        byte[] label = Cut.bytes(column.variable().label(language), LONGEST_LABEL);
        boolean labelled = piece == 0 && label.length > 0;
        int format = column.text() ? SavColumn.format(1, column.width(piece), 0) : column.format();
        out.int32(2, column.width(piece), labelled ? 1 : 0, column.gaps().size(), format, format);
        out.padded(alias, 8);
        if (labelled) {
            out.int32(label.length);
            out.padded(label, (label.length + 3) / 4 * 4);
        }
        for (Gap gap : Gap.values()) {
            if (column.gaps().containsKey(gap)) {
                out.float64(column.gaps().get(gap));
            }
        }
        for (int i = 1; i < column.elements(piece); i++) {
            out.int32(2, -1, 0, 0, 0, 0);
            out.padded("", 8);
        }
    }

    /** Labels of numbers and of texts of at most eight bytes. */
    private void labels(SavOut out) throws IOException {
        int index = 1;
        for (SavColumn column : columns) {
            Map<byte[], byte[]> labels = labels(column);
            if (!labels.isEmpty()) {
                out.int32(3, labels.size());
                for (Map.Entry<byte[], byte[]> label : labels.entrySet()) {
                    out.bytes(label.getKey());
                    out.int8(label.getValue().length);
                    out.padded(label.getValue(), (label.getValue().length + 8) / 8 * 8 - 1);
                }
                out.int32(4, 1, index);
            }
            index += column.elements();
        }
    }

    private Map<byte[], byte[]> labels(SavColumn column) {
        Map<byte[], byte[]> labels = new LinkedHashMap<>();
        for (Option option : options(column)) {
            byte[] value = column.text() ? SavOut.raw(utf8(option)) : SavOut.raw(Coding.number(option));
            labels.put(value, Cut.bytes(option.label(language), LONGEST_VALUE_LABEL));
        }
        for (Gap gap : Gap.values()) {
            if (column.gaps().containsKey(gap)) {
                labels.put(SavOut.raw(column.gaps().get(gap)),
                        Cut.bytes(GapWords.label(gap, language), LONGEST_VALUE_LABEL));
            }
        }
        return labels;
    }

    private static List<Option> options(SavColumn column) {
        return column.text() && column.width() > SHORT_TEXT ? List.of() : column.options();
    }

    private static byte[] utf8(Option option) {
        return option.value().getBytes(StandardCharsets.UTF_8);
    }

    /** Measure, width and side, for each piece. */
    private byte[] display() throws IOException {
        List<Integer> all = new ArrayList<>();
        for (SavColumn column : columns) {
            for (int piece = 0; piece < column.pieces(); piece++) {
                all.addAll(List.of(column.measure(), column.text() ? 16 : 10, column.text() ? 0 : 1));
            }
        }
        return ints(all.stream().mapToInt(Integer::intValue).toArray());
    }

    private String longNames() {
        List<String> names = columns.stream().map(column -> column.alias() + "=" + column.name()).toList();
        return String.join("\t", names);
    }

    private void veryLong(SavOut out) throws IOException {
        StringBuilder widths = new StringBuilder();
        columns.stream().filter(column -> column.pieces() > 1).forEach(column ->
                widths.append(column.alias()).append('=').append("%05d".formatted(column.width())).append("\0\t"));
        if (!widths.isEmpty()) {
            out.extension(14, widths.toString());
        }
    }

    /** Labels of texts longer than eight bytes. */
    private void longLabels(SavOut out) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (SavOut labels = new SavOut(content)) {
            for (SavColumn column : columns) {
                if (column.text() && column.width() > SHORT_TEXT && !column.options().isEmpty()) {
                    longLabels(column, labels);
                }
            }
        }
        if (content.size() > 0) {
            out.extension(21, 1, content.toByteArray());
        }
    }

    private void longLabels(SavColumn column, SavOut out) throws IOException {
        byte[] name = column.name().getBytes(StandardCharsets.UTF_8);
        out.int32(name.length);
        out.bytes(name);
        out.int32(column.width(), column.options().size());
        for (Option option : column.options()) {
            out.int32(column.width());
            out.padded(utf8(option), column.width());
            byte[] label = Cut.bytes(option.label(language), LONGEST_VALUE_LABEL);
            byte[] shown = label.length == 0 ? BLANK : label;
            out.int32(shown.length);
            out.bytes(shown);
        }
    }

    private static byte[] ints(int... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SavOut out = new SavOut(bytes)) {
            out.int32(values);
        }
        return bytes.toByteArray();
    }

    private static byte[] longs(long... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SavOut out = new SavOut(bytes)) {
            for (long value : values) {
                out.int64(value);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] doubles(double... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SavOut out = new SavOut(bytes)) {
            for (double value : values) {
                out.float64(value);
            }
        }
        return bytes.toByteArray();
    }
}
