package org.ruhu.tools.xlsform;

/**
 * Where something stands in a workbook.
 *
 * @param row    from 1, as a spreadsheet counts; 0 for the whole sheet
 * @param column as letters; empty for the whole row
 */
public record Place(String sheet, int row, String column) {

    static Place of(String sheet) {
        return new Place(sheet, 0, "");
    }

    @Override
    public String toString() {
        return sheet + (row == 0 ? "" : " row " + row) + (column.isEmpty() ? "" : " column " + column);
    }
}
