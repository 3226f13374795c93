package org.ruhu.tools.dataset.excel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ruhu.tools.dataset.UnfitCounts;

/**
 * Rows on their way into sheets: when one is full the next begins, with the header again. The first row of each stays
 * in sight.
 */
final class Sheet implements AutoCloseable {

    /** Rows of a sheet, its header counted. */
    static final int MOST_ROWS = 1_048_576;

    private static final int FULL = 1 << 16;
    private static final String BEGIN = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>"
            + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
            + " state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><sheetData>";
    private static final String END = "</sheetData></worksheet>";

    /** A sheet that was begun. */
    record Begun(String name, Part part) {}

    /** Opens the part of the next sheet. */
    interface Opener {
        Part open() throws IOException;
    }

    private final String name;
    private final List<String> header;
    private final Cells cells;
    private final int mostRows;
    private final Opener opener;
    private final UnaryOperator<String> naming;
    private final List<Begun> begun = new ArrayList<>();
    private final XmlText xml = new XmlText();
    private int rows;

    /**
     * @param naming   a free name for one more sheet of this one
     * @param mostRows of a sheet, its header counted
     */
    Sheet(String name, List<String> header, Cells cells, int mostRows, Opener opener, UnaryOperator<String> naming)
            throws IOException {
        this.name = name;
        this.header = List.copyOf(header);
        this.cells = cells;
        this.mostRows = mostRows;
        this.opener = opener;
        this.naming = naming;
        begin(name);
    }

    private void begin(String sheet) throws IOException {
        begun.add(new Begun(sheet, opener.open()));
        rows = 1;
        xml.raw(BEGIN).raw("<row r=\"1\">");
        for (int i = 0; i < header.size(); i++) {
            cells.head(xml, i, header.get(i));
        }
        xml.raw("</row>");
    }

    void row(List<JsonNode> values) throws IOException {
        if (rows == mostRows) {
            end();
            begin(naming.apply(name));
        }
        rows++;
        xml.raw("<row r=\"").number(rows).raw("\">");
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            if (!value.isMissingNode() && !value.isNull()) {
                cells.cell(xml, rows, i, value);
            }
        }
        xml.raw("</row>");
        if (xml.length() >= FULL) {
            flush();
        }
    }

    private void flush() throws IOException {
        last().write(xml.bytes(), xml.length());
        xml.clear();
    }

    private Part last() {
        return begun.get(begun.size() - 1).part();
    }

    private void end() throws IOException {
        xml.raw(END);
        flush();
    }

    /** Ends the last sheet and tells all. */
    List<Begun> finished() throws IOException {
        end();
        return List.copyOf(begun);
    }

    String name() {
        return name;
    }

    UnfitCounts unfit() {
        return cells.unfit();
    }

    @Override
    public void close() throws IOException {
        for (Begun one : begun) {
            one.part().close();
        }
    }
}
