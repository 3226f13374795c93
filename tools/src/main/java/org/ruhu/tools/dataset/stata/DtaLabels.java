package org.ruhu.tools.dataset.stata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Cut;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.GapWords;
import org.ruhu.tools.dataset.Option;

/**
 * Labels of values, and what is not of one language: {@code label language} finds the labels of the others by
 * characteristics of the data ({@code _lang_list}, {@code _lang_c}) and of each column ({@code _lang_v_en},
 * {@code _lang_l_en}).
 */
final class DtaLabels {

    private static final int NAME = 129;
    private static final int MOST_LETTERS = 80;
    private static final int MOST_VALUE_BYTES = 32_000;
    private static final int LONG_MISSING = 2_147_483_621;
    private static final List<String> LANGUAGES = List.of("zh", "en", "bo");
    private static final List<Gap> REASONS = List.of(Gap.DONT_KNOW, Gap.REFUSED, Gap.NOT_STATED);

    private final List<DtaColumn> columns;
    private final String language;

    DtaLabels(List<DtaColumn> columns, String language) {
        this.columns = columns;
        this.language = language;
    }

    byte[] characteristics() throws IOException {
        return DtaWriter.part(out -> {
            out.text("<characteristics>");
            one("_dta", "_lang_c", language, out);
            one("_dta", "_lang_list", String.join(" ", LANGUAGES), out);
            for (DtaColumn column : columns) {
                languages(column, out);
                one(column.name(), "universe", column.variable().universe(), out);
                one(column.name(), "unit", column.variable().unit(), out);
                one(column.name(), "versions", String.join(" ", column.variable().versions()), out);
                one(column.name(), "column", column.variable().name().equals(column.name()) ? ""
                        : column.variable().name(), out);
            }
            out.text("</characteristics>");
        });
    }

    private void languages(DtaColumn column, DtaOut out) throws IOException {
        for (String other : LANGUAGES) {
            if (!other.equals(language)) {
                one(column.name(), "_lang_v_" + other, Cut.letters(column.variable().label(other), MOST_LETTERS), out);
                one(column.name(), "_lang_l_" + other, column.labels(other), out);
            }
        }
    }

    private static void one(String about, String name, String content, DtaOut out) throws IOException {
        if (content.isEmpty()) {
            return;
        }
        byte[] bytes = Cut.bytes(content, MOST_VALUE_BYTES);
        out.text("<ch>");
        out.int32(2 * NAME + bytes.length + 1);
        out.padded(about.getBytes(StandardCharsets.UTF_8), NAME);
        out.padded(name.getBytes(StandardCharsets.UTF_8), NAME);
        out.padded(bytes, bytes.length + 1);
        out.text("</ch>");
    }

    byte[] values() throws IOException {
        return DtaWriter.part(out -> {
            out.text("<value_labels>");
            for (DtaColumn column : columns) {
                for (String each : column.labelled() ? LANGUAGES : List.<String>of()) {
                    table(column, each, out);
                }
            }
            out.text("</value_labels>");
        });
    }

    private record Label(int value, byte[] text) {}

    private static void table(DtaColumn column, String language, DtaOut out) throws IOException {
        List<Label> labels = labels(column, language);
        int texts = labels.stream().mapToInt(label -> label.text().length + 1).sum();
        out.text("<lbl>");
        out.int32(8 + 8 * labels.size() + texts);
        out.padded(column.labels(language).getBytes(StandardCharsets.UTF_8), NAME);
        out.padded(new byte[0], 3);
        out.int32(labels.size());
        out.int32(texts);
        int offset = 0;
        for (Label label : labels) {
            out.int32(offset);
            offset += label.text().length + 1;
        }
        for (Label label : labels) {
            out.int32(label.value());
        }
        for (Label label : labels) {
            out.padded(label.text(), label.text().length + 1);
        }
        out.text("</lbl>");
    }

    private static List<Label> labels(DtaColumn column, String language) {
        List<Label> labels = new ArrayList<>();
        for (Option option : column.variable().options()) {
            labels.add(new Label((int) Coding.number(option), Cut.bytes(option.label(language), MOST_VALUE_BYTES)));
        }
        for (Gap gap : REASONS) {
            labels.add(new Label(LONG_MISSING + DtaType.place(gap),
                    GapWords.label(gap, language).getBytes(StandardCharsets.UTF_8)));
        }
        return labels;
    }
}
