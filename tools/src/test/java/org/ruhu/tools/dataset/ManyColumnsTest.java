package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.excel.XlsxFormat;
import org.ruhu.tools.dataset.parquet.ParquetFormat;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.dataset.sqlite.SqliteFormat;
import org.ruhu.tools.dataset.stata.DtaFormat;
import org.ruhu.tools.lines.Revision;

/** A form of 2,000 questions, and what readers make of the last one. */
class ManyColumnsTest {

    private static final int QUESTIONS = 2_000;
    private static final String LAST = "q" + (QUESTIONS - 1);
    private static final FormVersion FORM = form();

    @TempDir
    private Path folder;

    private static FormVersion form() {
        ObjectNode schema = VisitLog.json("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:wide:1.0',
                 'type': 'object', 'additionalProperties': false, 'x-checks': [], 'properties': {},
                 'x-sections': [{'name': 'A', 'questions': []}]}""");
        IntStream.range(0, QUESTIONS).mapToObj(i -> "q" + i).forEach(name -> {
            schema.withObject("/properties").putObject(name).put("type", "integer");
            schema.withArray("/x-sections/0/questions").add("/" + name);
        });
        return FormVersion.of(schema, Map.of("en", VisitLog.json("{'title': 'Wide', 'questions': {}}")), Map.of());
    }

    private void write(Format format) throws Exception {
        ObjectNode answers = VisitLog.json("{}");
        IntStream.range(0, QUESTIONS).forEach(i -> answers.put("q" + i, i));
        Written.files(folder, Dataset.of(FORM), format, Mask.NONE, List.of(new Revision("s", 1, FORM.id(), "c", "u",
                "a", "", new Answers(answers, Map.of()), Map.of())));
    }

    @Test
    void duckDbReadsTheLastOfCsvNdjsonAndParquet() throws Exception {
        for (Format format : List.of(CsvFormat.PLAIN, new NdjsonFormat(), new ParquetFormat())) {
            write(format);
            assertThat(new Duck(folder, "units." + format.extension()).ask("select " + LAST + " from units"))
                    .as(format.extension()).isEqualTo("1999");
        }
    }

    @Test
    void aWorkbookHoldsThem() throws Exception {
        write(new XlsxFormat());
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve("wide-1.0.xlsx")))) {
            XSSFSheet sheet = book.getSheet("units");
            int last = sheet.getRow(0).getLastCellNum() - 1;
            assertThat(sheet.getRow(0).getCell(last).getStringCellValue()).isEqualTo(LAST);
            assertThat(sheet.getRow(1).getCell(last).getNumericCellValue()).isEqualTo(QUESTIONS - 1);
        }
    }

    @Test
    void psppReadsTheLast() throws Exception {
        write(new SavFormat("en"));
        Judge.says(folder, "pspp-convert", "units.sav", "units.csv");
        assertThat(SomeVisits.column(folder.resolve("units.csv"), LAST)).containsExactly("1999");
    }

    @Test
    void readStatReadsTheLast() throws Exception {
        write(new DtaFormat("en"));
        Judge.says(folder, "readstat", "units.dta", "units.csv");
        assertThat(SomeVisits.column(folder.resolve("units.csv"), LAST).get(0)).startsWith("1999");
    }

    @Test
    void whatHasNoRoomForThemSaysWhatHas() {
        assertThatThrownBy(() -> write(new SqliteFormat("en"))).isInstanceOf(Unwritable.class)
                .hasMessage("units has 2007 columns, and a table of SQLite 2000 at most; take csv or parquet");
    }
}
