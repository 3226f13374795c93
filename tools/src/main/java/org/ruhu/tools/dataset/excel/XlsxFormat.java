package org.ruhu.tools.dataset.excel;

import java.io.IOException;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.Unwritable;

/**
 * One workbook (ECMA-376, Office Open XML) with a sheet for every table, the codebook and the lists. Numbers, dates and
 * truth are kept as such; texts and codes stand in their cells as text, so that {@code 01} stays and nothing that looks
 * like a formula is one. Times are UTC.
 *
 * @param scratch where rows wait
 */
public record XlsxFormat(Scratch scratch) implements Format {

    public XlsxFormat() {
        this(Scratch.OF_THE_SYSTEM);
    }

    /** Office Open XML File Formats as Excel takes them ("Excel specifications and limits"). */
    static final int MOST_COLUMNS = 16_384;

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public Tables tables(Dataset dataset, Mask mask, Opener opener) throws IOException {
        for (Table table : dataset.tables()) {
            if (table.variables().size() > MOST_COLUMNS) {
                throw new Unwritable(table.name() + " has " + table.variables().size() + " columns, and a sheet "
                        + MOST_COLUMNS + " at most; take csv or parquet");
            }
        }
        return new Workbook(dataset, mask, opener.open(dataset.name() + ".xlsx"), scratch);
    }
}
