package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
