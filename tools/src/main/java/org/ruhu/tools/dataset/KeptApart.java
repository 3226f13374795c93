package org.ruhu.tools.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that are made ahead and written later as they are.
 *
 * @param gaps whether the file wants to know why cells are missing
 */
record KeptApart(SheetFormat.Sheet sheet, boolean gaps, List<Row> rows) implements SheetFormat.Apart {

    KeptApart(SheetFormat.Sheet sheet, boolean gaps) {
        this(sheet, gaps, new ArrayList<>());
    }

    @Override
    public void row(Row row) {
        Row kept = row.kept();
        rows.add(gaps && kept instanceof KeptRow unsettled ? unsettled.settled() : kept);
    }

    @Override
    public void write() throws IOException {
        for (Row row : rows) {
            sheet.row(row);
        }
    }
}
