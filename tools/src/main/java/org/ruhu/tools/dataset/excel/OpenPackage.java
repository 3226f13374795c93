package org.ruhu.tools.dataset.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.ruhu.tools.dataset.Scratch;

/** The zip around the sheets: what Excel has to know about them before it reads one. */
final class OpenPackage {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OPEN = "http://schemas.openxmlformats.org/";
    private static final String RELATIONS = OPEN + "officeDocument/2006/relationships";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private OpenPackage() {}

    /** @param out stays open */
    static void write(List<Sheet.Begun> sheets, Scratch scratch, OutputStream out) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        put(zip, scratch, "[Content_Types].xml", types(sheets));
        put(zip, scratch, "_rels/.rels", HEAD + "<Relationships xmlns=\"" + OPEN + "package/2006/relationships\">"
                + relation(1, RELATIONS + "/officeDocument", "xl/workbook.xml") + "</Relationships>");
        put(zip, scratch, "xl/workbook.xml", workbook(sheets));
        put(zip, scratch, "xl/_rels/workbook.xml.rels", relations(sheets));
        put(zip, scratch, "xl/styles.xml", Styles.XML);
        for (Sheet.Begun sheet : sheets) {
            sheet.part().into(zip);
        }
        zip.finish();
        out.flush();
    }

    private static void put(ZipArchiveOutputStream zip, Scratch scratch, String name, String text) throws IOException {
        try (Part part = new Part(name, scratch)) {
            part.write(text);
            part.into(zip);
        }
    }

    private static String types(List<Sheet.Begun> sheets) {
        StringBuilder xml = new StringBuilder(HEAD + "<Types xmlns=\"" + OPEN + "package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        override(xml, "xl/workbook.xml", "sheet.main+xml");
        override(xml, "xl/styles.xml", "styles+xml");
        sheets.forEach(sheet -> override(xml, sheet.part().name(), "worksheet+xml"));
        return xml.append("</Types>").toString();
    }

    private static void override(StringBuilder xml, String part, String type) {
        xml.append("<Override PartName=\"/").append(part).append("\" ContentType=\"").append(CONTENT).append(type)
                .append("\"/>");
    }

    private static String workbook(List<Sheet.Begun> sheets) {
        StringBuilder xml = new StringBuilder(HEAD + "<workbook xmlns=\"" + OPEN
                + "spreadsheetml/2006/main\" xmlns:r=\"" + RELATIONS
                + "\"><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>");
        for (int i = 0; i < sheets.size(); i++) {
            String name = sheets.get(i).name();
            xml.append("<sheet name=\"").append(attribute(name)).append("\" sheetId=\"").append(i + 1)
                    .append("\" r:id=\"rId").append(i + 1).append("\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String relations(List<Sheet.Begun> sheets) {
        StringBuilder xml = new StringBuilder(HEAD + "<Relationships xmlns=\"" + OPEN
                + "package/2006/relationships\">");
        for (int i = 0; i < sheets.size(); i++) {
            String target = sheets.get(i).part().name().substring("xl/".length());
            xml.append(relation(i + 1, RELATIONS + "/worksheet", target));
        }
        return xml.append(relation(sheets.size() + 1, RELATIONS + "/styles", "styles.xml"))
                .append("</Relationships>").toString();
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }
}
