package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ruhu.tools.dataset.VisitLog.interview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;

/** Rosters within rosters: a file each, with keys that join. */
class NestedRostersTest {

    private static final Dataset DATASET = Dataset.of(VisitLog.all());
    private static final String[] FILES = {"units.csv", "visits.csv", "helpers.csv", "brought.csv", "codebook.csv"};

    @TempDir
    Path folder;

    @Test
    void everyRosterHasAFileWithTheRowsAroundItAsKeys() {
        assertThat(DATASET.tables()).extracting(Table::name).containsExactly("units", "visits", "helpers", "brought");
        assertThat(columns(1)).containsSubsequence("form_version", "row", "day");
        assertThat(columns(2)).containsSubsequence("form_version", "visits_row", "row", "helper", "mobile",
                "mobile_missing");
        assertThat(columns(3)).endsWith("visits_row", "helpers_row", "row", "thing", "pieces");
    }

    @Test
    void filesJoinAndCountsAgree() throws Exception {
        List<Revision> interviews = IntStream.range(1, 60).mapToObj(NestedRostersTest::deep).toList();
        write(CsvFormat.PLAIN, interviews);
        int[] rows = new int[3];
        int pieces = 0;
        for (Revision revision : interviews) {
            for (var visit : revision.answers().values().path("visits")) {
                rows[0]++;
                for (var helper : visit.path("helpers")) {
                    rows[1]++;
                    for (var thing : helper.path("brought")) {
                        rows[2]++;
                        pieces += thing.path("pieces").intValue();
                    }
                }
            }
        }

        assertThat(ask("select (select count(*) from visits) || ' ' || (select count(*) from helpers) || ' ' "
                + "|| (select count(*) from brought)")).isEqualTo(rows[0] + " " + rows[1] + " " + rows[2]);
        assertThat(ask("select sum(b.pieces::int) from brought b join helpers h on h.submission = b.submission"
                + " and h.visits_row = b.visits_row and h.row = b.helpers_row join visits v"
                + " on v.submission = h.submission and v.row = h.visits_row join units u on u.submission = v.submission"))
                .isEqualTo(Integer.toString(pieces));
        assertThat(ask("select count(*) from brought b join helpers h on h.submission = b.submission and"
                + " h.visits_row = b.visits_row and h.row = b.helpers_row where not starts_with(h.helper,"
                + " b.submission[-3:] || '.' || b.visits_row || '.' || b.helpers_row)")).isEqualTo("0");
    }

    @Test
    void aReasonIsFoundAtItsRow() throws Exception {
        write(CsvFormat.PLAIN, List.of(interview(1, "1.0",
                "{'visits': [{}, {'day': '2026-11-01', 'helpers': [{'helper': '卓玛'}, {'helper': '多吉'}]}]}",
                "{'/visits/1/helpers/1/mobile': 'refused'}")));

        assertThat(new Duck(folder, FILES).askAll("select helper || mobile_missing from helpers"))
                .containsExactly("卓玛not-stated", "多吉refused");
    }

    @Test
    void identifiersOfInnerRowsAreMaskedToo() throws Exception {
        Written.files(folder, DATASET, CsvFormat.PLAIN, Mask.IDENTIFIERS, List.of(interview(1, "1.1",
                "{'visits': [{'helpers': [{'helper': '卓玛', 'mobile': '13900000001'}, {'helper': null}]}]}")));

        assertThat(new Duck(folder, FILES).askAll("select helper || mobile from helpers")).containsExactly("******", "");
    }

    @Test
    void theUniverseOfAnInnerQuestionNamesTheRulesOfTheRowsAroundIt() throws Exception {
        write(CsvFormat.PLAIN, List.of());

        assertThat(ask("select universe || '|' || changes || '|' || question from codebook where \"column\" = 'thing'"))
                .isEqualTo("answered(day)|1.1: universe (answered(day)) and (answered(helper))|"
                        + "/visits/*/helpers/*/brought/*/thing");
        assertThat(ask("select section from codebook where \"column\" = 'thing'")).isEqualTo("V");
        assertThat(ask("select label_en from codebook where file = 'brought.csv' and \"column\" = 'helpers_row'"))
                .startsWith("Row of helpers");
    }

    @Test
    void whatIsNoRowAndWhatIsNoRosterStopsNothing() throws Exception {
        write(CsvFormat.PLAIN, List.of(interview(1, "1.0", "{'visits': {'day': 1}}"),
                interview(2, "1.0", "{'visits': [7, null, {'helpers': 'x'}, {'helpers': [[], {'brought': [1, {}]}]}]}")));

        assertThat(ask("select count(*) from units")).isEqualTo("2");
        assertThat(new Duck(folder, FILES).askAll("select row from visits")).containsExactly("1", "2", "3", "4");
        assertThat(new Duck(folder, FILES).askAll("select visits_row || helpers_row || row from brought"))
                .containsExactly("421", "422");
    }

    @Test
    void whatIsTakenIsCalledDifferently() {
        String rows = "{'type': 'array', 'maxItems': 3, 'items': {'type': 'object', 'additionalProperties': false,"
                + " 'properties': {'Jobs': {'type': 'array', 'maxItems': 3, 'items': {'type': 'object',"
                + " 'additionalProperties': false, 'properties': {'Row': {'type': 'boolean'}}}}}}}";
        Dataset dataset = Dataset.of(FormVersion.of(VisitLog.json("{'$id': 'urn:ruhu:form:names:1', 'type': 'object',"
                + " 'properties': {'codebook': " + rows.replace("Jobs", "jobs") + ", 'men': " + rows + ", 'Unit':"
                + " {'type': 'boolean'}}, 'x-checks': [], 'x-sections': [{'name': 'A', 'questions': ['/Unit']},"
                + " {'name': 'B', 'roster': '/codebook'}, {'name': 'C', 'roster': '/men'}]}"), Map.of(), Map.of()));

        assertThat(dataset.tables()).extracting(Table::name)
                .containsExactly("units", "codebook_", "jobs", "men", "men_Jobs");
        assertThat(dataset.tables().get(0).variables()).extracting(Variable::name).endsWith("form_version", "Unit_");
        assertThat(dataset.tables().get(2).variables()).extracting(Variable::name)
                .endsWith("codebook_row", "row", "Row_");
    }

    private static Revision deep(int number) {
        List<String> visits = new ArrayList<>();
        for (int visit = 1; visit <= number % 4; visit++) {
            List<String> helpers = new ArrayList<>();
            for (int helper = 1; helper <= (number + visit) % 3; helper++) {
                String name = "%03d.%d.%d".formatted(number, visit, helper);
                String things = IntStream.range(0, (number + helper) % 5)
                        .mapToObj(i -> "{'thing': 'oil', 'pieces': " + (i + 1) + "}").collect(Collectors.joining(","));
                helpers.add("{'helper': '" + name + "', 'brought': [" + things + "]}");
            }
            visits.add("{'day': '2026-11-01', 'helpers': [" + String.join(",", helpers) + "]}");
        }
        Revision revision = interview(number, number % 2 == 0 ? "1.0" : "1.1",
                "{'visits': [" + String.join(",", visits) + "]}");
        return new Revision("submission-%03d".formatted(number), 1, revision.form(), "visits", "", "", "",
                revision.answers(), Map.of());
    }

    private static List<String> columns(int table) {
        return DATASET.tables().get(table).variables().stream().map(Variable::name).toList();
    }

    private String ask(String question) throws SQLException {
        return new Duck(folder, FILES).ask(question);
    }

    private void write(Format format, List<Revision> interviews) throws IOException {
        Written.files(folder, DATASET, format, Mask.NONE, interviews);
    }
}
