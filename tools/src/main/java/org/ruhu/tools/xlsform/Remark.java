package org.ruhu.tools.xlsform;

/** What an importer has to say about a place of a workbook; refused means that nothing was imported. */
public record Remark(boolean refused, Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
