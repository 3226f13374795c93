package org.ruhu.tools.dataset.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Table;

/**
 * Apache Parquet, a file for every table: texts and codes are strings, several codes one string with blanks between as
 * in CSV, whole numbers 64 bits, others doubles, days and UTC times such, pages packed by Snappy. The file's key-value
 * metadata has under {@code ruhu.columns} what the columns mean, as JSON.
 */
public record ParquetFormat() implements SheetFormat {

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public Sheet open(Table table, OutputStream out) throws IOException {
        return new ParquetSheet(table, extension(), out);
    }
}
