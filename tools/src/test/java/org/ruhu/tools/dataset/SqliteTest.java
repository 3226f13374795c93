package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.dataset.sqlite.SqliteFormat;
import org.ruhu.tools.lines.Revision;

class SqliteTest {

    private static final List<Revision> SOME = List.of(
            VisitLog.interview(1, "1.0", "{'purpose': '3', 'length': 90, 'spent': 10.5, 'town': '00007', 'seen': ['a'],"
                    + " 'visits': [{'day': '2026-11-20', 'helpers': [{'helper': '扎西'}, {'helper': '卓\"玛'}]}]}"),
            VisitLog.interview(2, "1.1", "{'purpose': '4', 'visits': [{'day': 'some day'}]}",
                    "{'/length': 'dont-know'}"));

    @TempDir
    private Path folder;

    private void write(List<Revision> interviews) throws IOException {
        Written.files(folder, Dataset.of(VisitLog.all()), new SqliteFormat("en"), Mask.NONE, interviews);
    }

    private List<String> ask(String question) throws Exception {
        List<String> answers = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("visit-log.sqlite"));
                ResultSet rows = database.createStatement().executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    @Test
    void valuesAreReadAsTheyWereWritten() throws Exception {
        write(SOME);
        assertThat(ask("select concat_ws('|', purpose, length, typeof(length), spent, town, seen_a, length_missing)"
                + " from units order by submission"))
                .containsExactly("3|90|integer|10.5|00007|1", "4|null|not-asked");
        assertThat(ask("select day from visits order by submission")).containsExactly("2026-11-20", "some day");
        assertThat(ask("select helper from helpers order by row")).containsExactly("扎西", "卓\"玛");
    }

    @Test
    void keysAreUniqueAndJoinTheTables() throws Exception {
        write(SOME);
        assertThat(ask("pragma foreign_key_check")).isEmpty();
        assertThat(ask("pragma integrity_check")).containsExactly("ok");
        assertThat(ask("select purpose || ' ' || day || ' ' || helper from helpers join visits on visits.submission ="
                + " helpers.submission and visits.row = visits_row join units on units.submission = visits.submission"
                + " order by helpers.row")).containsExactly("3 2026-11-20 扎西", "3 2026-11-20 卓\"玛");
        assertThat(ask("select count(*) from pragma_foreign_key_list('helpers') where \"table\" = 'visits'"))
                .containsExactly("2");
        assertThat(ask("select \"unique\" from pragma_index_list('units')")).containsExactly("1");
    }

    @Test
    void viewsShowLabels() throws Exception {
        write(SOME);
        assertThat(ask("select purpose || ' in ' || coalesce(town, 'no town') from units_labelled order by submission"))
                .containsExactly("Count in Town 00007", "Look in no town");
        assertThat(ask("select count(*) from codelists where list = 'CL_TOWN'"))
                .containsExactly(Integer.toString(VisitLog.TOWNS));
        assertThat(ask("select label_en from codebook where file = 'units' and \"column\" = 'note'"))
                .containsExactly("Note");
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        write(SOME);
        byte[] first = Files.readAllBytes(folder.resolve("visit-log.sqlite"));
        write(SOME);
        assertThat(folder.resolve("visit-log.sqlite")).hasBinaryContent(first);
    }

    @Test
    void anEmptyDatasetIsADatabaseWithTables() throws Exception {
        write(List.of());
        assertThat(ask("select count(*) from brought_labelled")).containsExactly("0");
    }
}
