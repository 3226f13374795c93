package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices from the command line, and the scanner for everything else that is to be public. */
class NoticeTest {

    private static final String SETTINGS = """
            {"title": "拟退出户公示", "contact": "乡人民政府 0895-4821234", "from": "2021-03-01", "until": "2021-03-07",
             "removeOn": "2021-03-08", "results": {"2": "拟退出"},
             "columns": {"name": "head", "group": "village", "result": "status", "reason": "cause"}}""";
    private static final String CSV = "head,village,status,cause,phone,id_no\r\n"
            + "扎西多吉,2组,2,01,13800138000,549901199001011234\r\n卓玛,3组,2,11,,\r\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int ruhu(String... args) {
        return Ruhu.run(new World(InputStream.nullInputStream(), out, new PrintStream(err), false), args);
    }

    private int notice(String settings, String csv) throws IOException {
        Files.writeString(folder.resolve("n.json"), settings);
        Files.writeString(folder.resolve("in.csv"), csv);
        return ruhu("notice", folder.resolve("in.csv").toString(), "--settings", folder.resolve("n.json").toString(),
                "--out", folder.resolve("o").toString());
    }

    @Test
    void aNoticeHoldsWhatTheTemplateAllowsAndNothingElse() throws IOException {
        assertThat(notice(SETTINGS, CSV)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(folder.resolve("o/notice.csv"))).isEqualTo(
                "name,group,result,reason,contact,from,until,remove_on\r\n"
                + "扎西*吉,2组,拟退出,家庭支出负担,乡人民政府 0895-4821234,2021-03-01,2021-03-07,2021-03-08\r\n"
                + "卓*,3组,拟退出,其他,乡人民政府 0895-4821234,2021-03-01,2021-03-07,2021-03-08\r\n");
        assertThat(Files.readString(folder.resolve("o/notice.html"))).contains("2021-03-08", "扎西*吉")
                .doesNotContain("多吉", "138", "5499", "因病", "动力");
        assertThat(ruhu("scan", folder.resolve("o/notice.csv").toString(), folder.resolve("o/notice.html").toString()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2组,2,01      | 电话138 0013 8000,2,01 | phone
            2组,2,01      | 2组,因病退出,01        | private-matter
            2组,2,01      | 2组,人均收入5000元,01  | private-matter
            2组,2,01      | 2组,2,77               | unknown-cause
            2组,2,01      | 2组,退出（尘肺）,01    | unknown-result
            2组,2,01      | 2组 残 疾 人,2,01      | private-matter
            2组,2,01      | 2组包虫病,2,01         | private-matter
            2组,2,01      | 2组 ནད་པ,2,01          | private-matter
            2组,2,01      | 扎西多吉家,2,01        | name
            2组,2,01      | 一三八〇〇一三八〇〇〇,2,01 | phone
            2组,2,01      | 549901199001011234,2,01 | id-18
            """)
    void whatMayNotStandThereIsToldByRowAndColumnAndNothingIsWritten(String was, String is, String kind)
            throws IOException {
        assertThat(notice(SETTINGS, CSV.replace(was, is))).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"row\":1", "\"kind\":\"" + kind + "\"")
                .doesNotContain("8000", "5499");
        assertThat(folder.resolve("o/notice.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "reason": "cause"         | "income": "status"           | have no place in it
            "removeOn": "2021-03-08"  | "removeOn": "2021-03-06"     | from "until" to 90 days after it
            "removeOn": "2021-03-08", |                              | a day such as
            "until": "2021-03-07"     | "until": "2021-02-30"        | a day such as
            "title"                   | "score": 1, "title"          | there is no such setting
            """)
    void settingsThatWantMoreAreRefused(String was, String is, String why) throws IOException {
        assertThat(notice(SETTINGS.replace(was, is == null ? "" : is), CSV)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(why);
    }

    @Test
    void theScannerSaysWhereAndWhatButNotTheNumber() throws IOException {
        Path csv = Files.writeString(folder.resolve("x.csv"), CSV);
        Path text = Files.writeString(folder.resolve("x.txt"), "one\ntwo 138-0013-8000\n");
        assertThat(ruhu("scan", csv.toString(), text.toString())).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(
                "{\"file\":\"" + csv + "\",\"row\":2,\"column\":5,\"kind\":\"phone\"}",
                "{\"file\":\"" + csv + "\",\"row\":2,\"column\":6,\"kind\":\"id-18\"}",
                "{\"file\":\"" + text + "\",\"row\":2,\"kind\":\"phone\"}");
    }

    @ParameterizedTest
    @CsvSource({"GBK,txt", "UTF-16,txt", "UTF-16,csv", "UTF-8,html", "UTF-8,geojson", "UTF-8,gz"})
    void itIsFoundInWhateverItStands(String charset, String kind) throws IOException {
        String text = switch (kind) {
            case "html" -> "<p>扎西 <b>138</b>0013<i>8000</i></p><p title='&#49;3800138000'>x</p>";
            case "geojson" -> "{\"properties\":{\"tel\":\"\\u0031\\u0033\\u0038\\u00300138000\"},\"at\":"
                    + "[91.549901900101123,29.123456789012345]}";
            default -> "扎西，１３８００１３８０００\n";
        };
        byte[] bytes = text.getBytes(charset);
        Path file = folder.resolve("x." + kind);
        if (kind.equals("gz")) {
            try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
                packed.write(bytes);
            }
        } else {
            Files.write(file, bytes);
        }
        assertThat(ruhu("scan", file.toString())).as(err.toString(StandardCharsets.UTF_8)).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).isNotEmpty()
                .allMatch(line -> line.contains("\"kind\":\"phone\""));
    }

    @Test
    void aLineWithoutEndIsLookedThroughInPieces() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "[\"" + "扎".repeat(65_530) + "13800138000"
                + "西".repeat(70_000) + "\"]");
        assertThat(ruhu("scan", file.toString())).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1).allMatch(line -> line.contains("phone"));
    }

    /** A second sheet with a number as a number, one as a text in two fonts, and a sheet called like a telephone. */
    @Test
    void aWorkbookInAZipIsLookedThroughSheetBySheet() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("a").createRow(0).createCell(0).setCellValue("扎西");
            XSSFRow row = book.createSheet("13800138001").createRow(3);
            row.createCell(0).setCellValue(13800138000.0);
            XSSFRichTextString rich = new XSSFRichTextString("13800138000");
            rich.applyFont(0, 4, book.createFont());
            row.createCell(1).setCellValue(rich);
            book.write(workbook);
        }
        Path file = folder.resolve("卓玛549901199001011234.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a/b.xlsx"));
            zip.write(workbook.toByteArray());
        }
        assertThat(ruhu("scan", file.toString())).as(err.toString(StandardCharsets.UTF_8)).isOne();
        String found = out.toString(StandardCharsets.UTF_8);
        assertThat(found).contains("\"row\":0,\"kind\":\"id-18\"", "b.xlsx!xl/sharedStrings.xml",
                "b.xlsx!xl/worksheets/sheet2.xml", "b.xlsx!xl/workbook.xml").doesNotContain("138001", "5499");
    }

    @Test
    void whatCannotBeReadIsNotTakenForClean() throws IOException {
        Path file = Files.write(folder.resolve("x.db"), new byte[] {'S', 'Q', 'L', 0, 1});
        assertThat(ruhu("scan", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is no text nor any format known here");
    }

    @Test
    void noticesWhoseDayHasComeAreListedAndRemovedWhateverTheyAreCalled() throws IOException {
        notice(SETTINGS, CSV);
        Path copy = Files.copy(folder.resolve("o/notice.csv"), folder.resolve("o/copy.csv"));
        Path other = Files.writeString(folder.resolve("o/other.csv"), "name,group\n");
        String in = folder.resolve("o").toString();
        assertThat(ruhu("notice", "--due", in, "--on", "2021-03-07")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(ruhu("notice", "--due", in, "--on", "2021-03-08")).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3)
                .allMatch(line -> line.contains("\"removeOn\":\"2021-03-08\",\"removed\":false"));
        assertThat(ruhu("notice", "--due", in, "--remove")).isZero();
        assertThat(copy).doesNotExist();
        assertThat(folder.resolve("o/notice.html")).doesNotExist();
        assertThat(other).exists();
        assertThat(ruhu("notice", "--due", in)).isZero();
        assertThat(ruhu("notice", "--remove")).isEqualTo(2);
    }
}
