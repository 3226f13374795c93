package org.ruhu.tools.xlsform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.ruhu.tools.CannotRun;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The sheets of an .xlsx or .xls file as texts, read as a stream where the format allows it. */
final class Workbook {

    private static final long LARGEST_FILE = 20L << 20;
    private static final long LARGEST_PART = 200L << 20;
    private static final int MOST_CELLS = 2_000_000;
    private static final int MOST_CHARACTERS = 50_000_000;

    private final Map<String, Table> sheets = new LinkedHashMap<>();
    private int cells;
    private int characters;

    private Workbook() {}

    /** @throws CannotRun for what is no workbook, is locked, or is far too large for a form */
    static Map<String, Table> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new CannotRun(file + " has more than 20 MB: that is no form");
        }
        Workbook workbook = new Workbook();
        try {
            switch (kind(file)) {
                case OOXML -> workbook.readXlsx(file);
                case OLE2 -> workbook.readXls(file);
                default -> throw new CannotRun(file + " is no Excel workbook: save the form as .xlsx");
            }
        } catch (EncryptedDocumentException e) {
            throw new CannotRun(file + " is locked with a password: save it without one");
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw new CannotRun(file + " cannot be read as an Excel workbook: " + plain(e));
        } catch (CannotRun e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CannotRun(file + " is a damaged workbook, or none: " + plain(e));
        }
        return workbook.sheets;
    }

    private static FileMagic kind(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return FileMagic.valueOf(stream);
        }
    }

    private static String plain(Exception e) {
        String said = String.valueOf(e.getMessage());
        return said.lines().findFirst().orElse("");
    }

    private void readXlsx(Path file)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(0.005);
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(parts);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts, false);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    Filler filler = new Filler(sheets.getSheetName());
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), strings, filler, new Values(), false));
                    xml.parse(new InputSource(sheet));
                    filler.done();
                }
            }
        }
    }

    private void readXls(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file); HSSFWorkbook book = new HSSFWorkbook(stream)) {
            for (org.apache.poi.ss.usermodel.Sheet sheet : book) {
                Filler filler = new Filler(sheet.getSheetName());
                sheet.forEach(row -> row.forEach(cell ->
                        filler.put(cell.getRowIndex() + 1, cell.getColumnIndex(), text(cell))));
                filler.done();
            }
        }
    }

    private static String text(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case NUMERIC -> DateUtil.isCellDateFormatted(cell)
                    ? moment(cell.getLocalDateTimeCellValue()) : plain(cell.getNumericCellValue());
            default -> "";
        };
    }

    private static String plain(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "";
    }

    private static String moment(LocalDateTime moment) {
        return moment == null ? "" : moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString() : moment.toString();
    }

    /** Numbers as they are, not as they are shown; days as days. */
    private static final class Values extends DataFormatter {

        Values() {
            super(Locale.ROOT);
        }

        @Override
        public String formatRawCellContents(double value, int index, String format) {
            return DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)
                    ? moment(DateUtil.getLocalDateTime(value)) : plain(value);
        }
    }

    private final class Filler implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final String name;
        private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();

        Filler(String name) {
            this.name = name.strip().toLowerCase(Locale.ROOT);
        }

        void put(int row, int column, String text) {
            String tidy = text == null ? "" : text.replace('\u00a0', ' ').strip();
            if (!tidy.isEmpty()) {
                cells++;
                characters += tidy.length();
                if (cells > MOST_CELLS || characters > MOST_CHARACTERS) {
                    throw new CannotRun("the workbook holds more than a form ever does: stopped at sheet " + name
                            + " row " + row);
                }
                rows.computeIfAbsent(row, r -> new TreeMap<>()).put(column, tidy);
            }
        }

        void done() {
            sheets.putIfAbsent(name, Table.of(name, rows));
        }

        @Override
        public void startRow(int row) {
            // cells bring their own place
        }

        @Override
        public void endRow(int row) {
            // nothing is left to do
        }

        @Override
        public void cell(String reference, String value, XSSFComment comment) {
            CellReference at = new CellReference(reference);
            put(at.getRow() + 1, at.getCol(), value);
        }
    }
}
