package org.ruhu.tools.link.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.CannotRun;

class TableFileTest {

    private static final List<String> WANTED = List.of("given", "born");
    private static final String TWO = "[2 扎西 1990, 3 卓玛 1991]";

    @TempDir
    Path folder;

    private List<String> remarks = List.of();

    @ParameterizedTest
    @ValueSource(strings = {
        "given,born\n扎西,1990\n卓玛,1991\n", "\uFEFFgiven,born\r\n扎西,1990\r\n卓玛,1991",
        "born, x, given\n1990,,扎西\n1991,, 卓玛 \n", "given;born\n扎西;1990\n卓玛;1991\n",
        "given\tborn\n扎西\t1990\n卓玛\t1991\n", " given | born \n扎西|1990\n卓玛|1991\n",
        "\"given\",\"a;b;c;d\",\"born\"\n\"扎西\",,1990\n卓玛,,\"1991\"\n", "given,born\n扎西,1990,,\n卓玛,1991\n"})
    void delimitersQuotesMarksAndBlanksAreSeenThrough(String csv) throws IOException {
        assertThat(read(csv.getBytes(UTF_8))).isEqualTo(TWO);
        assertThat(remarks).isEmpty();
    }

    @Test
    void aDelimiterThatTheHeaderDoesNotTellCanBeSaid() throws IOException {
        byte[] csv = "given:born\n扎西:1990\n卓玛:1991\n".getBytes(UTF_8);
        assertThat(read(csv, new TableOptions(Optional.empty(), Optional.of(':'), false, 1))).isEqualTo(TWO);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "GB18030, is read as GB18030", "UTF-16LE, ''", "UTF-16BE, ''"})
    void encodingsAreTold(String encoding, String remark) throws IOException {
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        byte[] csv = (mark + "given,born\n扎西,1990\n卓玛,1991\n").getBytes(Charset.forName(encoding));
        assertThat(read(csv)).isEqualTo(TWO);
        assertThat(String.join("", remarks)).contains(remark);
    }

    @Test
    void anEncodingThatIsSaidIsNotGuessed() throws IOException {
        byte[] csv = "given,born\nZo\u00EB,1990\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(csv)).isInstanceOf(CannotRun.class).hasMessageContaining("--encoding");
        assertThat(read(csv, new TableOptions(Optional.of(StandardCharsets.ISO_8859_1), Optional.empty(), false, 1)))
                .isEqualTo("[2 Zo\u00EB 1990]");
    }

    @Test
    void gzipIsUnpackedAndLinesAreCountedAsAnEditorDoes() throws IOException {
        assertThat(read(packed("born,given\n1990,\"扎西\n2\"\n\n1991,卓玛\n".getBytes(UTF_8))))
                .isEqualTo("[2 扎西\n2 1990, 5 卓玛 1991]");
    }

    @Test
    void ofObjectsOnLinesMembersWithinMembersAreColumnsToo() throws IOException {
        byte[] lines = ("{\"given\":\" 扎西 \",\"born\":1990,\"at\":{\"town\":\"a\"}}\n\n"
                + "{\"at\":{\"town\":\"b\"},\"given\":[\"卓玛\",\"X\"],\"born\":null,\"ok\":true}\n").getBytes(UTF_8);
        assertThat(read(lines)).isEqualTo("[1 扎西 1990, 3 卓玛 X ]");
        assertThat(read(lines, TableOptions.USUAL, "at/town", "ok", "given/0")).isEqualTo("[1 a  , 3 b true 卓玛]");
    }

    @Test
    void everyMemberOfTheLatestInterviewIsARecordWithTheColumnsOfItsHousehold() throws IOException {
        String lines = interview(2, "扎西", "卓玛") + interview(1, "多吉");
        for (byte[] bytes : List.of(lines.getBytes(UTF_8), packed(lines.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(read(bytes, TableOptions.USUAL, "name_zh", "phone", "unit", "area", "household/hh_serial"))
                    .isEqualTo("[1 a/members/1 扎西 100 540399-7 540399 3, 1 a/members/2 卓玛 100 540399-7 540399 3]");
        }
        assertThat(remarks).isEmpty();
        read(lines.getBytes(UTF_8), TableOptions.USUAL, "name_zh", "name_alias");
        assertThat(remarks).singleElement().asString().contains("nobody has a value for name_alias");
    }

    private static String interview(int number, String... names) {
        StringBuilder members = new StringBuilder();
        for (String name : names) {
            members.append(members.isEmpty() ? "" : ",").append("{\"name_zh\":\"").append(name).append("\"}");
        }
        return "{\"submission\":\"a\",\"number\":" + number
                + ",\"form\":{\"name\":\"household-census\",\"version\":\"1.0\"},\"unit\":\"540399-7\","
                + "\"answers\":{\"phone\":\"100\",\"hh_serial\":3,\"members\":[" + members + "]}}\n";
    }

    @Test
    void parquetIsReadFromAFileAndFromAStream() throws IOException, SQLException {
        Path file = folder.resolve("it's.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            duck.createStatement().execute("copy (select * from (values ('扎西', date '1990-01-31', null),"
                    + " (' 卓玛', null, 'x')) t(given, \"bo\"\"rn\", rest)) to '"
                    + file.toString().replace("'", "''") + "' (format parquet)");
        }
        String both = "[1 扎西 1990-01-31, 2 卓玛 ]";
        assertThat(read(Files.readAllBytes(file), TableOptions.USUAL, "given", "bo\"rn")).isEqualTo(both);
        assertThat(read(packed(Files.readAllBytes(file)), TableOptions.USUAL, "given", "bo\"rn")).isEqualTo(both);
        try (Table table = new TableFile("it", TableOptions.USUAL).open(file)) {
            assertThat(table.columns().orElseThrow()).containsExactly("given", "bo\"rn", "rest");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "`` ~ f is empty",
        "`\n \n` ~ f is empty",
        "`given,given\na,b\n` ~ two columns of one name, the second is column 2",
        "`扎西,1990\n卓玛,1991\n` ~ none of the columns that are asked for (given, born). Does it lack",
        "`given,year\n扎西,1990\n` ~ no column born; it has given, year",
        "`given,born\n扎西,1990,1\n卓玛,1991\n` ~ line 2 has 3 fields, the first line 2",
        "`given,born\n扎西,1990\n\"卓玛,1991\n多吉,1992\n` ~ after line 2: a quotation mark is opened there and never closed",
        "`[{\"given\":1}]` ~ jq -c '.[]'",
        "`{\"given\":\"扎西\",\"born\":1}\n{\"given\":\n` ~ line 2 is not JSON",
        "`{\"given\":\"扎西\"}\n` ~ no line has a value for born; its first has given",
        "`PAR1 and so on` ~ cannot be read as Parquet"})
    void whatCannotBeReadSaysWhereAndNeverWhat(String text, String says) {
        assertThatThrownBy(() -> read(text.getBytes(UTF_8))).isInstanceOf(CannotRun.class)
                .hasMessageContaining(says).message().doesNotContain("扎西", "卓玛", "1991");
    }

    @Test
    void whatIsNoTextSaysSo() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0})).hasMessageContaining("save its sheet as CSV");
        assertThatThrownBy(() -> read(new byte[] {'a', 0, 'b', 0})).hasMessageContaining("zero bytes");
        byte[] late = ("given,born\n" + "a,1\n".repeat(400_000) + "\u00E9,2\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(late)).hasMessageContaining("is not UTF-8 text, somewhere after line 39");
        byte[] huge = ("given,born\na,1\nb," + "2".repeat(2_000_000) + "\n").getBytes(UTF_8);
        assertThatThrownBy(() -> read(huge)).hasMessageContaining("after line 2").hasMessageContaining("longer than");
    }

    @Test
    void badLinesAreLeftOutOnlyOnRequestAndNamed() throws IOException {
        TableOptions skip = new TableOptions(Optional.empty(), Optional.empty(), true, 2);
        assertThat(read("given,born\n扎西,1990\na,b,c\n卓玛\n".getBytes(UTF_8), skip))
                .isEqualTo("[2 扎西 1990, 4 卓玛 ]");
        assertThat(remarks).hasSize(2);
        assertThat(remarks.get(0)).contains("1 line left out: line 3 has 3 fields");
        assertThat(remarks.get(1)).contains("1 short line is taken as missing: 4");
        assertThat(read("{\"given\":\"扎西\",\"born\":1990}\noops\n{\"given\":1,\"given\":2}\n".getBytes(UTF_8),
                skip)).isEqualTo("[1 扎西 1990]");
        assertThat(remarks).singleElement().asString().contains("2 lines left out: line 2 is not JSON");
    }

    private String read(byte[] bytes) throws IOException {
        return read(bytes, TableOptions.USUAL);
    }

    private String read(byte[] bytes, TableOptions options) throws IOException {
        return read(bytes, options, WANTED.toArray(String[]::new));
    }

    private String read(byte[] bytes, TableOptions options, String... wanted) throws IOException {
        List<String> rows = new ArrayList<>();
        try (Table table = new TableFile("f", options).open(new ByteArrayInputStream(bytes))) {
            table.read(List.of(wanted), (line, id, values) ->
                    rows.add(line + " " + (id.isEmpty() ? "" : id + " ") + String.join(" ", values)));
            remarks = table.remarks();
        }
        return rows.toString();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
