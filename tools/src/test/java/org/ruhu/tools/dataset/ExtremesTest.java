package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.companion.Accompanied;
import org.ruhu.tools.dataset.excel.XlsxFormat;
import org.ruhu.tools.dataset.parquet.ParquetFormat;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.dataset.sqlite.GeoPackageFormat;
import org.ruhu.tools.dataset.sqlite.SqliteFormat;
import org.ruhu.tools.dataset.stata.DtaFormat;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/** Names as long as a form may have them, or taken by what stands beside the tables; numbers and days at every edge. */
class ExtremesTest {

    private static final String INNER = "i".repeat(64);
    private static final FormVersion FORM = form();

    @TempDir
    private Path folder;

    private static FormVersion form() {
        String rows = "{'type': 'array', 'maxItems': 9, 'items': {'type': 'object', 'additionalProperties': false,"
                + " 'properties': {'%s': %s}}}";
        String inner = rows.formatted(INNER, rows.formatted("z", "{'type': 'integer'}"));
        String outer = rows.formatted(INNER, rows.formatted("y", "{'type': 'integer'}"));
        String plain = rows.formatted("x", "{'type': 'integer'}");
        return FormVersion.of(VisitLog.json("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:extremes:1.0',
                 'type': 'object', 'additionalProperties': false, 'x-checks': [],
                 'x-sections': [{'name': 'A', 'questions': ['/whole', '/amount', '/day', '/lat', '/lon']}],
                 'properties': {
                   'whole': {'type': 'integer', 'x-question': {'nonresponse': ['refused']}},
                   'amount': {'type': 'number', 'x-question': {'nonresponse': ['refused']}},
                   'day': {'type': 'string', 'format': 'date'},
                   'lat': {'type': 'number', 'x-question': {'unit': 'deg', 'widget': 'gps'}},
                   'lon': {'type': 'number', 'x-question': {'unit': 'deg', 'widget': 'gps'}},
                   'first': %s, 'outer_roster_of_twentyeight_l': %s, 'edits': %s, 'units_key': %s,
                   'units_labelled': %s, 'codelists_by_code': %s}}"""
                .formatted(inner, outer, plain, plain, plain, plain)), Map.of(), Map.of());
    }

    private static Revision interview(int number, String answers) {
        return new Revision("s-" + number, 1, FORM.id(), "c", "u", "540302", "2026-11-20T10:11:12Z",
                new Answers(read(answers), Map.of()), Map.of());
    }

    /** As lines are read: with every digit. */
    private static JsonNode read(String answers) {
        return ((Line.Good) new LineReader().read(new RawLine(1, answers.replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8), false))).json();
    }

    private void write(Format format, String... answers) throws IOException {
        List<Revision> interviews = new ArrayList<>();
        for (String one : answers) {
            interviews.add(interview(interviews.size() + 1, one));
        }
        Written.files(folder, Dataset.of(FORM), format, Mask.NONE, interviews);
    }

    @Test
    void noTableIsCalledLikeWhatStandsBeside() {
        assertThat(Dataset.of(FORM).tables()).extracting(Table::name).contains("edits_",
                "outer_roster_of_twentyeight_l_" + INNER);
    }

    @Test
    void psppReadsATableWithALongerNameThanAFileHasRoomFor() throws Exception {
        write(new SavFormat("en"), "{'outer_roster_of_twentyeight_l': [{'%1$s': [{'y': 7}]}]}".formatted(INNER));
        String table = "outer_roster_of_twentyeight_l_" + INNER;
        Judge.says(folder, "pspp-convert", table + ".sav", "read.csv");
        assertThat(SomeVisits.column(folder.resolve("read.csv"), "y")).containsExactly("7");
    }

    @Test
    void noAnswerIsTakenForAReasonHoweverLittleItIs() throws Exception {
        write(new SavFormat("en"), "{'whole': -999999999997, 'amount': -8.9e307}", "{'whole': -97, 'amount': 1}", "{}");
        Files.writeString(folder.resolve("ask.sps"), "GET FILE='units.sav'.\nDESCRIPTIVES whole amount.\n");
        assertThat(Judge.says(folder, "pspp", "-O", "format=csv", "ask.sps")).contains("/whole,2,", "/amount,2,")
                .contains("Missing N (listwise),1");
    }

    @Test
    void numbersThatStataTakesForMissingAreNoted() throws Exception {
        write(new DtaFormat("en"), "{'amount': 9e307}", "{'amount': 8e307}");
        assertThat(notes("column")).containsExactly("amount");
        assertThat(notes("what_en")).containsExactly("not of the column's type, left out as not stated");
    }

    @Test
    void parquetKeepsThemAndScriptsAreMadeOfTheLeastNumberThereIs() throws Exception {
        write(new ParquetFormat(), "{'amount': -1.7976931348623157e308}");
        assertThat(new Duck(folder, "units.parquet").ask("select amount from units")).isEqualTo("-1.7976931348623157E308");
        write(new Accompanied(CsvFormat.PLAIN, "en"), "{'amount': -1.7976931348623157e308}");
        assertThat(folder.resolve("import.sps")).exists();
    }

    @Test
    void digitsThatNoDoubleKeepsAreNotedAndOthersAreNot() throws Exception {
        for (Format format : List.of(new SavFormat("en"), new DtaFormat("en"))) {
            write(format, "{'amount': 0.1234567890123456789}", "{'amount': 0.14285714285714285}",
                    "{'amount': 12345678901234.56}", "{'whole': 9007199254740993}", "{'whole': 9007199254740992}");
            assertThat(notes("column")).containsExactly("whole", "amount");
            assertThat(notes("values")).containsOnly("1");
        }
    }

    @Test
    void aWorkbookCountsWithFractionsAndSaysWhichDaysAreText() throws Exception {
        write(new XlsxFormat(), "{'amount': 0.14285714285714285, 'day': '1899-12-31'}",
                "{'amount': 0.1234567890123456789, 'day': '1900-03-01'}", "{'whole': 1234567890123456}");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("extremes-1.0.xlsx")))) {
            Row head = book.getSheet("units").getRow(0);
            int amount = place(head, "amount");
            assertThat(book.getSheet("units").getRow(1).getCell(amount).getNumericCellValue())
                    .isEqualTo(0.14285714285714285);
            assertThat(book.getSheet("units").getRow(2).getCell(amount).getCellType()).isEqualTo(CellType.STRING);
            assertThat(book.getSheet("units").getRow(1).getCell(place(head, "day")).getStringCellValue())
                    .isEqualTo("1899-12-31");
            assertThat(book.getSheet("notes")).extracting(row -> row.getCell(1).getStringCellValue())
                    .containsExactly("column", "whole", "amount", "day");
        }
    }

    private static int place(Row head, String name) {
        for (org.apache.poi.ss.usermodel.Cell cell : head) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aDatabaseFindsNamesForItsViewsAndIndexes() throws Exception {
        write(new SqliteFormat("en"), "{'whole': 5, 'units_labelled': [{'x': 6}], 'units_key': [{'x': 7}]}");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("extremes-1.0.sqlite"))) {
            var said = database.createStatement().executeQuery("select whole || ' ' || (select x from units_labelled)"
                    + " || ' ' || (select x from units_key_labelled) from units_labelled_");
            assertThat(said.getString(1)).isEqualTo("5 6 7");
        }
    }

    @Test
    void gdalReadsPlacesBesideNumbersBeyond64Bits() throws Exception {
        write(new Accompanied(new GeoJsonFormat(), "en"), "{'lat': 31.5, 'lon': 97.25, 'whole': 9223372036854775808}",
                "{'lat': 31.5, 'lon': 97.25, 'amount': 1e300}", "{'lat': 31.5, 'whole': 1}");
        assertThat(Judge.says(folder, "ogrinfo", "-al", "units.geojson")).doesNotContainIgnoringCase("warning")
                .contains("Feature Count: 2", "whole (Real) = 9.22337203685478e+18", "amount (Real) = 1e+300");
        assertThat(new ObjectMapper().readTree(folder.resolve("datapackage.json").toFile()).at("/resources/0/rows"))
                .as("rows of the file").hasToString("2");
    }

    @Test
    void gdalSeesTheNotesOfAGeoPackage() throws Exception {
        write(new GeoPackageFormat(), "{'amount': 0.1234567890123456789}");
        assertThat(Judge.says(folder, "ogrinfo", "-so", "extremes-1.0.gpkg", "notes")).contains("Feature Count: 1");
    }

    @Test
    void pandasKeepsEveryDigitOfWholeNumbers() throws Exception {
        write(new Accompanied(CsvFormat.PLAIN, "en"), "{'whole': 9007199254740993}", "{}",
                "{'outer_roster_of_twentyeight_l': [{'%s': [{'y': 99999999999999999999}]}]}".formatted(INNER));
        Files.writeString(folder.resolve("ask.py"), """
                from importlib import import_module
                tables = import_module("import").load()
                print(tables["units"].whole.tolist(), tables["units"].whole.dtype)
                print([frame.y.tolist() for name, frame in tables.items() if "y" in frame])
                """);
        assertThat(Judge.pandas(folder, "ask.py"))
                .isEqualTo("[9007199254740993, <NA>, <NA>] Int64\n[[99999999999999999999]]\n");
    }

    private List<String> notes(String column) throws IOException {
        return SomeVisits.column(folder.resolve("notes.csv"), column);
    }
}
