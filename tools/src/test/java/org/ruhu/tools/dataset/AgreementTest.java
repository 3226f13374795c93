package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Answers;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.excel.XlsxFormat;
import org.ruhu.tools.dataset.parquet.ParquetFormat;
import org.ruhu.tools.dataset.spss.SavFormat;
import org.ruhu.tools.dataset.stata.DtaFormat;
import org.ruhu.tools.lines.Revision;

/**
 * The same interviews in every format, read by programs that other people wrote: they find the same values, labels and
 * reasons why there is no value, and these are those of the interviews.
 */
class AgreementTest {

    private static final int WIDE = 2_000;

    @TempDir
    private Path folder;

    /** Interviews and the dataset they make. */
    record Case(String name, Dataset dataset, List<Revision> interviews) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(new Case("awkward words", Dataset.of(OddForm.FORM), OddForm.interviews(true)),
                new Case("versions and rosters in rosters", Dataset.of(VisitLog.all()), visits()),
                new Case("nothing", Dataset.of(OddForm.FORM), List.of()),
                new Case("2,000 columns", Dataset.of(wide()), List.of(row(1), row(2))));
    }

    private static List<Revision> visits() {
        List<Revision> all = new ArrayList<>(SomeVisits.ALL);
        all.add(SomeVisits.withLongNote());
        all.add(VisitLog.interview(7, "1.1", "{'length': 'short', 'visits': [{'day': '2026-11-01', 'helpers': ["
                + "{'helper': '扎西', 'brought': [{'thing': 'oil', 'pieces': 3}, {}]}, {}]}, {}]}",
                "{'/visits/0/helpers/1/mobile': 'refused'}"));
        return all;
    }

    private static FormVersion wide() {
        ObjectNode schema = VisitLog.json("{'$id': 'urn:ruhu:form:wide:1.0', 'type': 'object', 'x-checks': [],"
                + "'$schema': 'https://json-schema.org/draft/2020-12/schema', 'additionalProperties': false,"
                + "'x-sections': []}");
        IntStream.range(0, WIDE).forEach(i -> schema.withObject("/properties").set("q" + i, VisitLog.json(i % 2 == 0
                ? "{'type': 'integer'}" : "{'type': 'string', 'enum': ['1', '2']}")));
        return FormVersion.of(schema, Map.of("en", VisitLog.json("{}")), Map.of());
    }

    private static Revision row(int row) {
        ObjectNode answers = VisitLog.json("{}");
        IntStream.range(0, WIDE).filter(i -> i % 7 != row).forEach(i -> {
            if (i % 2 == 0) {
                answers.put("q" + i, i * row * 1000);
            } else {
                answers.put("q" + i, Integer.toString(row));
            }
        });
        return new Revision("s-" + row, 1, wide().id(), "c", "u", "a", "2026-11-20T10:11:12Z",
                new Answers(answers, Map.of()), Map.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void havenReadsSystemFilesAndPsppWritesThemAgain(Case given) throws Exception {
        write(given, new SavFormat("en"));
        StringBuilder again = new StringBuilder();
        given.dataset().tables().forEach(table -> again.append("GET FILE='%1$s.sav'.\nSAVE OUTFILE='again-%1$s.sav'.\n"
                .formatted(table.name())));
        Files.writeString(folder.resolve("again.sps"), again);
        assertThat(Judge.says(folder, "pspp", "again.sps")).isEmpty();
        haven(given, "%s.sav", "again-%s.sav");

        for (Table table : given.dataset().tables()) {
            List<String> lines = new Expected(table, given.interviews()).lines(NameLimits.SPSS.fit(names(table)),
                    label -> cut(label, 255), label -> cut(label, 120), true);
            assertThat(said(table.name() + ".sav")).as(table.name()).containsExactlyInAnyOrderElementsOf(lines);
            assertThat(said("again-" + table.name() + ".sav")).containsExactlyInAnyOrderElementsOf(lines);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void havenReadsStataFiles(Case given) throws Exception {
        write(given, new DtaFormat("en"));
        haven(given, "%s.dta");
        for (Table table : given.dataset().tables()) {
            assertThat(said(table.name() + ".dta")).as(table.name()).containsExactlyInAnyOrderElementsOf(
                    new Expected(table, given.interviews()).lines(NameLimits.STATA.fit(names(table)),
                            label -> Cut.letters(label, 80), label -> cut(label, 32_000), false));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gretlReadsTheNumbersOfStataFiles(Case given) throws Exception {
        write(given, new DtaFormat("en"));
        for (Table table : given.dataset().tables()) {
            List<List<String>> rows = new Expected(table, given.interviews()).withoutReasons();
            List<String> names = NameLimits.STATA.fit(names(table));
            List<Integer> counted = IntStream.range(0, names.size()).filter(i -> number(table, i)).boxed().toList();
            if (!rows.isEmpty()) {
                Path csv = folder.resolve(table.name() + "-gretl.csv");
                Files.writeString(folder.resolve("ask.inp"), "open " + folder.resolve(table.name() + ".dta")
                        + " --quiet\nset csv_na \"\"\nstore " + csv + " " + String.join(" ", counted.stream()
                        .map(names::get).toList()) + "\n");
                Judge.says(folder, "gretlcli", "-b", "-q", "ask.inp");
                List<List<String>> read = csv(csv);
                assertThat(read.subList(1, read.size())).as(table.name()).isEqualTo(rows.stream()
                        .map(row -> counted.stream().map(row::get).toList()).toList());
            }
        }
    }

    private static boolean number(Table table, int column) {
        Coding.Storage storage = Coding.of(table.variables().get(column)).storage();
        return storage == Coding.Storage.WHOLE || storage == Coding.Storage.NUMBER;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void duckDbReadsParquet(Case given) throws Exception {
        write(given, new ParquetFormat());
        for (Table table : given.dataset().tables()) {
            List<List<String>> read = new Duck(folder, table.name() + ".parquet").rows(table.name()).stream()
                    .map(row -> row.stream().map(AgreementTest::plain).toList()).toList();
            assertThat(read).as(table.name()).isEqualTo(codes(table, given));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void duckDbReadsCsv(Case given) throws Exception {
        write(given, CsvFormat.PLAIN);
        for (Table table : given.dataset().tables()) {
            List<List<String>> read = new Duck(folder, table.name() + ".csv").rows(table.name()).stream()
                    .map(row -> IntStream.range(0, row.size()).mapToObj(i -> given(table, i, (String) row.get(i)))
                            .toList()).toList();
            assertThat(read).as(table.name()).isEqualTo(codes(table, given));
        }
    }

    private static String given(Table table, int column, String text) {
        boolean time = table.variables().get(column).type() == ValueType.DATETIME;
        return text.isEmpty() ? "" : time ? plain(OffsetDateTime.parse(text)) : text.replaceFirst("^'", "");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void poiReadsWorkbooks(Case given) throws Exception {
        write(given, new XlsxFormat());
        try (XSSFWorkbook book = new XSSFWorkbook(folder.resolve(given.dataset().name() + ".xlsx").toFile())) {
            for (Table table : given.dataset().tables()) {
                List<List<String>> read = new ArrayList<>();
                book.getSheet(table.name()).forEach(row -> read.add(IntStream.range(0, table.variables().size())
                        .mapToObj(i -> shown(table, i, row.getCell(i))).toList()));
                assertThat(read.subList(1, read.size())).as(table.name()).isEqualTo(codes(table, given));
            }
        }
    }

    private static String shown(Table table, int column, org.apache.poi.ss.usermodel.Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
            default -> switch (table.variables().get(column).type()) {
                case DATE -> cell.getLocalDateTimeCellValue().toLocalDate().toString();
                case DATETIME -> plain(cell.getLocalDateTimeCellValue().atOffset(ZoneOffset.UTC));
                default -> Expected.plain(cell.getNumericCellValue());
            };
        };
    }

    private static List<List<String>> codes(Table table, Case given) throws IOException {
        return new Expected(table, given.interviews()).codes();
    }

    private static String plain(Object value) {
        return value == null ? "" : value instanceof Boolean truth ? truth ? "1" : "0"
                : value instanceof Number number ? Expected.plain(number.doubleValue())
                : value instanceof LocalDate date ? date.toString()
                : value instanceof OffsetDateTime time
                        ? Expected.number(new Coding(Coding.Storage.TIME, 0), time.toInstant().toEpochMilli())
                : value.toString();
    }

    private static String cut(String text, int bytes) {
        return new String(Cut.bytes(text, bytes), StandardCharsets.UTF_8);
    }

    private static List<String> names(Table table) {
        return table.variables().stream().map(Variable::name).toList();
    }

    /** Has haven read the files of all tables. */
    private void haven(Case given, String... files) throws Exception {
        try (InputStream script = AgreementTest.class.getResourceAsStream("/dataset/agree.R")) {
            Files.copy(script, folder.resolve("agree.R"));
        }
        List<String> command = new ArrayList<>(List.of("Rscript", "agree.R"));
        given.dataset().tables().forEach(table ->
                Stream.of(files).forEach(file -> command.add(file.formatted(table.name()))));
        Judge.says(folder, command.toArray(String[]::new));
    }

    private List<String> said(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file + ".txt"));
    }

    private static List<List<String>> csv(Path file) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }

    private void write(Case given, Format format) throws IOException {
        Written.files(folder, given.dataset(), format, Mask.NONE, given.interviews());
    }
}
