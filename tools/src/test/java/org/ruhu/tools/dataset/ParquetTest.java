package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Answers;
import org.ruhu.tools.dataset.parquet.ParquetFormat;
import org.ruhu.tools.lines.Revision;

/** What DuckDB reads in Parquet files. */
class ParquetTest {

    @TempDir
    private Path folder;

    private void write(List<Revision> interviews) throws IOException {
        Written.files(folder, Dataset.of(VisitLog.all()), new ParquetFormat(), Mask.NONE, interviews);
    }

    private List<String> ask(String question) throws Exception {
        return new Duck(folder, "units.parquet", "visits.parquet").askAll(question);
    }

    @Test
    void valuesAreReadAsTheyWereWrittenWithTheirTypes() throws Exception {
        write(SomeVisits.ALL);
        assertThat(ask("select concat_ws('|', purpose, length, spent, seen, seen_a, length_missing) from units"))
                .containsExactly("3|90|a b|true", "1|10.5|dont-know", "1|152|151.0", "2|-97");
        assertThat(ask("select epoch_ms(received_at) from units")).containsOnly("1795169472500");
        assertThat(ask("select column_type from (describe units) where column_name in ('length', 'spent', 'seen_a',"
                + " 'received_at', 'purpose') order by column_name"))
                .containsExactly("BIGINT", "VARCHAR", "TIMESTAMP WITH TIME ZONE", "BOOLEAN", "DOUBLE");
    }

    @Test
    void daysAreDaysAndWhatIsNoneIsNoted() throws Exception {
        write(List.of(VisitLog.interview(1, "1.0",
                "{'visits': [{'day': '1899-12-31'}, {'day': '2026-11-20'}, {'day': 'some day'}]}")));
        assertThat(ask("select concat_ws(' ', row, typeof(day), day) from visits order by row"))
                .containsExactly("1 DATE 1899-12-31", "2 DATE 2026-11-20", "3 DATE");
        assertThat(SomeVisits.column(folder.resolve("notes.csv"), "column")).containsExactly("day");
    }

    @Test
    void manyRowsMakeManyRowGroups() throws Exception {
        Random random = new Random(5);
        write(IntStream.range(0, 60_000).mapToObj(i -> note(i + " " + letters(random))).toList());
        assertThat(ask("select count(distinct note) || ' ' || count(*) from units")).containsExactly("60000 60000");
        assertThat(ask("select count(distinct row_group_id) > 1 from parquet_metadata('"
                + folder.resolve("units.parquet") + "')")).containsExactly("true");
        assertThat(ask("select count(*) from units where note like '59999 %'")).containsExactly("1");
    }

    private static String letters(Random random) {
        return random.ints(400, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    private static Revision note(String text) {
        return new Revision("s", 1, VisitLog.V1_1.id(), "c", "u", "0540", "",
                new Answers(VisitLog.json("{}").put("note", text), Map.of()), Map.of());
    }

    @Test
    void everyRowGroupKnowsTheBoundsOfItsColumnsAndHowMuchIsMissing() throws Exception {
        write(IntStream.range(0, 20_000).mapToObj(i -> i % 5 == 4 ? VisitLog.interview(i, "1.0", "{}")
                : VisitLog.interview(i, "1.0", "{'purpose': '%d', 'length': %d, 'spent': -%d.5, 'seen': ['%s']}"
                        .formatted(1 + i % 3, i, i, i % 2 == 0 ? "a" : "b"))).toList());
        String metadata = "from parquet_metadata('" + folder.resolve("units.parquet") + "') where path_in_schema = '%s'";
        for (String column : List.of("submission", "purpose", "length", "spent", "seen", "seen_a", "town")) {
            assertThat(ask("select concat_ws(' ', min(%1$s), max(%1$s), count(*) - count(%1$s)) from units"
                    .formatted(column))).as(column)
                    .isEqualTo(ask(("select concat_ws(' ', min(stats_min_value::%s), max(stats_max_value::%1$s),"
                            + " sum(stats_null_count)) " + metadata).formatted(type(column), column)));
        }
    }

    private static String type(String column) {
        return switch (column) {
            case "length" -> "bigint";
            case "spent" -> "double";
            default -> "varchar";
        };
    }

    @Test
    void aNumberGreaterThanAnyDoubleIsLeftOutAndNoted() throws Exception {
        write(List.of(VisitLog.interview(1, "1.0", "{'spent': 1e400, 'length': 1e400}")));
        assertThat(ask("select count(spent) + count(length) from units")).containsExactly("0");
        assertThat(SomeVisits.column(folder.resolve("notes.csv"), "column")).containsExactly("length", "spent");
    }

    @Test
    void whatColumnsMeanStandsInTheFile() throws Exception {
        write(List.of());
        assertThat(ask("select decode(value) from parquet_kv_metadata('" + folder.resolve("units.parquet")
                + "') where decode(key) = 'ruhu.columns'")).singleElement().asString()
                .contains("\"name\":\"purpose\"", "\"value\":\"1\",\"label\":{\"zh\":\"Help\"");
        assertThat(ask("select count(*) from units")).containsExactly("0");
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        write(SomeVisits.ALL);
        byte[] first = Files.readAllBytes(folder.resolve("units.parquet"));
        write(SomeVisits.ALL);
        assertThat(folder.resolve("units.parquet")).hasBinaryContent(first);
    }
}
