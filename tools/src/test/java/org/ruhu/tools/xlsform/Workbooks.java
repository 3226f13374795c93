package org.ruhu.tools.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** XLSForms written as tables of text, made into real workbooks; whole numbers become numbers, as people type them. */
final class Workbooks {

    private Workbooks() {}

    /** The table of a fixture, which has an XForm of the same name made from it by pyxform. */
    static String table(String name) {
        return resource(name + ".md");
    }

    static String resource(String name) {
        try (InputStream stream = Workbooks.class.getResourceAsStream("/xlsforms/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param file its ending says which kind: .xlsx or .xls */
    static Path write(String table, Path file) {
        try (Workbook book = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet[] sheet = new Sheet[1];
            table.lines().filter(line -> line.startsWith("|")).forEach(line -> {
                List<String> cells = cells(line);
                if (!cells.get(0).isEmpty()) {
                    sheet[0] = book.createSheet(cells.get(0));
                } else {
                    fill(sheet[0].createRow(sheet[0].getPhysicalNumberOfRows()), cells.subList(1, cells.size()));
                }
            });
            book.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static void fill(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i);
            if (text.matches("0|-?[1-9]\\d{0,8}")) {
                row.createCell(i).setCellValue(Integer.parseInt(text));
            } else if (!text.isEmpty()) {
                row.createCell(i).setCellValue(text);
            }
        }
    }
}
