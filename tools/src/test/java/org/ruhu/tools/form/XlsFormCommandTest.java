package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.Ruhu;
import org.ruhu.tools.World;

/** {@code ruhu form xlsform} as somebody at a keyboard meets it. */
class XlsFormCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path made;

    @BeforeEach
    void nothingIsThereYet() {
        made = folder.resolve("made");
    }

    private Path workbook(String[]... rows) throws IOException {
        Path file = folder.resolve("village.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream stream = Files.newOutputStream(file)) {
            var sheet = book.createSheet("survey");
            for (String[] cells : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int i = 0; i < cells.length; i++) {
                    row.createCell(i).setCellValue(cells[i]);
                }
            }
            book.write(stream);
        }
        return file;
    }

    private int ruhu(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        World world = new World(new ByteArrayInputStream(new byte[0]), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return Ruhu.run(world, words);
    }

    private static final String[] HEAD = {"type", "name", "label", "relevant"};

    @Test
    void aFormWithoutDifferencesEndsWithZeroAndPassesTheMetaSchema() throws IOException {
        Path file = workbook(HEAD, new String[] {"text", "name", "姓名", ""},
                new String[] {"integer", "age", "年龄", "${name} != ''"});
        assertThat(ruhu("form", "xlsform", file, "--out", made)).isZero();
        assertThat(out.size()).isZero();
        JsonNode form = JSON.readTree(Files.readString(made.resolve("form.json")));
        assertThat(form.path("$id").asText()).isEqualTo("urn:ruhu:form:village:1.0");
        assertThat(made.resolve("labels.zh.json")).exists();
        ruhu("form", "lint", made);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("meta-schema").doesNotContain("expression");
    }

    @Test
    void differencesEndWithOneAndALineSaysWhereEachIs() throws IOException {
        Path file = workbook(HEAD, new String[] {"barcode", "card", "卡号", ""});
        assertThat(ruhu("form", "xlsform", file, "--name", "cards", "--version", "2.1", "--out", made)).isOne();
        JsonNode line = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(line.path("severity").asText()).isEqualTo("warning");
        assertThat(line.path("sheet").asText() + line.path("row").asInt() + line.path("column").asText())
                .isEqualTo("survey2A");
        assertThat(Files.readString(made.resolve("form.json"))).contains("urn:ruhu:form:cards:2.1");
    }

    @Test
    void whatCannotBeHadEndsWithTwoAndWritesNothing() throws IOException {
        Path file = workbook(HEAD, new String[] {"text", "a", "A", "${b} = 1"});
        assertThat(ruhu("form", "xlsform", file, "--out", made)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"refused\"").contains("\"column\":\"D\"");
        assertThat(made).doesNotExist();
    }

    @Test
    void aFormThatIsThereIsNotWrittenOver() throws IOException {
        Path file = workbook(HEAD, new String[] {"text", "a", "A", ""});
        assertThat(ruhu("form", "xlsform", file, "--out", made)).isZero();
        assertThat(ruhu("form", "xlsform", file, "--out", made)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("already");
    }

    @Test
    void wrongInputIsToldInOneLine() throws IOException {
        Path file = workbook(HEAD, new String[] {"text", "a", "A", ""});
        assertThat(ruhu("form", "xlsform", folder.resolve("none.xlsx"), "--out", made)).isEqualTo(2);
        assertThat(ruhu("form", "xlsform", file, "--name", "Bad Name", "--out", made)).isEqualTo(2);
        assertThat(ruhu("form", "xlsform", file, "--version", "one", "--out", made)).isEqualTo(2);
        Path text = Files.writeString(folder.resolve("x.xlsx"), "x");
        assertThat(ruhu("form", "xlsform", text, "--out", made)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(4).noneMatch(line -> line.contains("\tat "));
    }
}
