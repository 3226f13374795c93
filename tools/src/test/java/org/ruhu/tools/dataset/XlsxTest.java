package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Answers;
import org.ruhu.tools.dataset.excel.XlsxFormat;
import org.ruhu.tools.lines.Revision;

/** What LibreOffice and Apache POI read in a workbook. */
class XlsxTest {

    private static final String[] NASTY = {"=1+1", "=HYPERLINK(\"http://x\")", "+86", "-5", "@SUM(A1)", "'quoted'",
        "say \"扎西\" & <b>", "two\nlines", "two\r\nlines", " leading and trailing ", "𠮷 😀", "བཀྲ་ཤིས",
        "_x0041_ stays", "_x_", "bell \u0007", "\uFFFE", "007", "1e5", "TRUE", "2026-11-22"};

    @TempDir
    private Path folder;

    private void write(List<Revision> interviews) throws IOException {
        Written.files(folder, Dataset.of(VisitLog.all()), new XlsxFormat(), Mask.NONE, interviews);
    }

    @Test
    void libreOfficeReadsValuesAsTheyWereWritten() throws Exception {
        write(SomeVisits.ALL);
        assertThat(shown("units", "purpose")).containsExactly("3", "1", "1", "2");
        assertThat(shown("units", "length")).containsExactly("90", "", "152", "-97");
        assertThat(shown("units", "length_missing")).containsExactly("", "dont-know", "", "");
        assertThat(shown("units", "spent")).containsExactly("", "10.5", "151", "");
        assertThat(shown("units", "seen")).containsExactly("a b", "", "", "");
        assertThat(shown("units", "seen_a")).containsExactly("TRUE", "", "", "");
        assertThat(shown("units", "received_at")).containsOnly("2026-11-20 10:11:12");
        assertThat(shown("codebook", "file")).contains("units", "visits", "helpers", "brought");
        assertThat(shown("codelists", "label_en")).hasSize(VisitLog.TOWNS).contains("Town 00007");
    }

    private List<String> shown(String sheet, String column) throws Exception {
        Path csv = folder.resolve("visit-log-" + sheet + ".csv");
        if (!Files.exists(csv)) {
            Judge.says(folder, "soffice", "-env:UserInstallation=file://" + folder.resolve("profile"), "--headless",
                    "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                    "visit-log.xlsx");
        }
        return SomeVisits.column(csv, column);
    }

    @Test
    void libreOfficeReadsNastyTextsAsTheyWereWritten() throws Exception {
        write(nasty());
        assertThat(shown("units", "note").stream().map(text -> text.replace("\r\n", "\n"))).containsExactly(
                List.of(NASTY).stream().map(text -> text.replace("\r\n", "\n")).toArray(String[]::new));
    }

    @Test
    void noTextIsAFormulaAndEveryOneStaysWhole() throws Exception {
        write(nasty());
        assertThat(cells("units", "note")).allSatisfy(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING))
                .extracting(Cell::getStringCellValue).containsExactly(NASTY);
    }

    private static List<Revision> nasty() {
        return IntStream.range(0, NASTY.length).mapToObj(i -> note(NASTY[i])).toList();
    }

    private static Revision note(String text) {
        return new Revision("s", 1, VisitLog.V1_1.id(), "c", "u", "0540", "", new Answers(
                VisitLog.json("{}").put("note", text), Map.of()), Map.of());
    }

    @Test
    void typesAreKeptAndZerosInFrontToo() throws Exception {
        write(List.of(VisitLog.interview(1, "1.0",
                "{'town': '00007', 'length': 90, 'spent': 1234567890123456789, 'seen': ['b'], 'visits': [{'day':"
                        + " '1899-12-31'}, {'day': '2026-11-20'}, {'day': 'some day'}]}")));
        assertThat(cells("units", "town").get(0).getStringCellValue()).isEqualTo("00007");
        assertThat(cells("units", "length").get(0).getNumericCellValue()).isEqualTo(90);
        assertThat(cells("units", "seen_b").get(0).getBooleanCellValue()).isTrue();
        assertThat(cells("units", "spent").get(0).getStringCellValue()).isEqualTo("1234567890123456789");
        List<Cell> days = cells("visits", "day");
        assertThat(days.get(0).getStringCellValue()).isEqualTo("1899-12-31");
        assertThat(days.get(1).getLocalDateTimeCellValue()).isEqualTo("2026-11-20T00:00:00");
        assertThat(days.get(2).getStringCellValue()).isEqualTo("some day");
        assertThat(cells("notes", "what_en").get(0).getStringCellValue()).contains("kept as text");
    }

    @Test
    void aTextTooLongIsCutBetweenLettersAndThatIsNoted() throws Exception {
        write(List.of(note("x".repeat(32_766) + "😀")));
        assertThat(cells("units", "note").get(0).getStringCellValue()).isEqualTo("x".repeat(32_766));
        assertThat(cells("notes", "column").get(0).getStringCellValue()).isEqualTo("note");
        assertThat(cells("notes", "values").get(0).getNumericCellValue()).isEqualTo(1);
    }

    @Test
    void theFirstRowStaysInSight() throws Exception {
        write(SomeVisits.ALL);
        try (XSSFWorkbook book = new XSSFWorkbook(folder.resolve("visit-log.xlsx").toFile())) {
            assertThat(book.getSheet("units").getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        write(SomeVisits.ALL);
        byte[] first = Files.readAllBytes(folder.resolve("visit-log.xlsx"));
        write(SomeVisits.ALL);
        assertThat(folder.resolve("visit-log.xlsx")).hasBinaryContent(first);
    }

    @Test
    void aZipHoldsTheSameWorkbook() throws Exception {
        write(SomeVisits.ALL);
        byte[] zip = Written.zip(Dataset.of(VisitLog.all()), new XlsxFormat(), SomeVisits.ALL);
        assertThat(folder.resolve("visit-log.xlsx")).hasBinaryContent(Zips.unpacked(zip).get("visit-log.xlsx"));
    }

    @Test
    void anEmptyDatasetIsAWorkbookWithHeaders() throws Exception {
        write(List.of());
        assertThat(cells("helpers", "helper")).isEmpty();
    }

    /** The cells of a column below its header. */
    private List<Cell> cells(String name, String column) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("visit-log.xlsx")))) {
            XSSFSheet sheet = book.getSheet(name);
            List<Cell> cells = new ArrayList<>();
            for (Cell head : sheet.getRow(0)) {
                if (head.getStringCellValue().equals(column)) {
                    for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                        cells.add(sheet.getRow(i).getCell(head.getColumnIndex()));
                    }
                }
            }
            return cells;
        }
    }
}
