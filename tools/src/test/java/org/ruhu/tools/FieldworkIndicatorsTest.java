package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ruhu indicators} says of the work itself: checks, revisits, notices, funds, teams. */
class FieldworkIndicatorsTest extends IndicatorsBase {

    @Test
    void problemsAndRevisitsAreFollowedAndTheFrameTellsWhoHasNoRecord() throws IOException {
        List<String> some = new ArrayList<>(Files.readAllLines(lines).subList(0, 20));
        some.add(line("door-check", 1, "'check_date': '2021-02-01', 'k_dividend': '2', 'problems': [" + String.join(",",
                problem("06", "6", "2021-02-11", "2021-02-10"), problem("06", "6", "2021-02-03", "2021-02-10"),
                problem("05", "8", "", "2021-02-10"), problem("05", "4", "", "2021-02-10")) + "]", ""));
        some.add(line("door-check", 5, "'check_date': '2021-02-01', 'k_dividend': '1'", ""));
        some.add(line("door-check", 6, "'check_date': '2021-02-01', 'k_dividend': '3'", ""));
        some.add(line("door-check", 7, "'check_date': '2021-02-01', 'k_dividend': '9'", ""));
        some.add(line("revisit", 2, "'q_date': '2021-03-01', 'q_listed': '1', 'q_type': '2', 'q_food': true,"
                + " 'q_prob_fixed': '2'",
                "'orig_food': {'value': false}"));
        some.add(line("revisit", 3, "'q_date': '2021-03-01', 'q_listed': '2', 'q_type': '2', 'q_food': true", ""));
        some.add(line("revisit", 4, "'q_date': '2021-03-01', 'q_listed': '1', 'q_type': '2', 'q_food': false,"
                + " 'q_prob_fixed': '1'",
                "'orig_food': {'value': false}"));
        Files.write(lines, some);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "county",
                "--frame", folder.resolve("s/units.ndjson").toString())).as(said()).isZero();

        assertThat(valueOf("process.dividends")).isEqualTo(0.5);
        assertThat(figure("process.dividends", "", "", "").path("missing_households").asInt()).isOne();
        assertThat(valueOf("aftercheck.total")).isEqualTo(20 * 3 / 2.0);
        assertThat(valueOf("process.problems.closed")).isEqualTo(0.5);
        assertThat(valueOf("process.problems.on-time")).isEqualTo(0.5);
        assertThat(valueOf("process.problems.reopened")).isEqualTo(0.25);
        assertThat(valueOf("process.problems.days")).isEqualTo(6);
        assertThat(valueOf("process.problems.unrepaired")).isEqualTo(0.5);
        assertThat(valueOf("aftercheck.missed")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(valueOf("aftercheck.food.gross")).isEqualTo(0.5);
        assertThat(valueOf("coverage.listed")).isEqualTo(20 / 400.0);
        assertThat(figure("process.problems.days", "", "domain", "06").path("value").asDouble()).isEqualTo(6);
    }

    @Test
    void noticesAndFundsComeFromTablesOfTheirOwn() throws IOException {
        Path notices = Files.writeString(folder.resolve("notices.csv"), """
                area,posted,removed,photo,days
                540302,2020-08-01,2020-08-08,yes,
                540302,2020-08-01,2020-08-07,yes,
                540302,2020-08-01,2020-08-09,no,
                540302,2020-08-01,2020-08-06,yes,5
                540302,2020-08-01,,yes,
                """);
        Path funds = Files.writeString(folder.resolve("funds.csv"),
                "area,year,planned,paid\n540302,2020,300,100\n540321,2020,100,100\n");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "county",
                "--notices", notices.toString(), "--funds", funds.toString())).as(said()).isZero();
        assertThat(valueOf("process.notices")).isEqualTo(0.5);
        assertThat(figure("process.notices", "", "", "").path("missing_households").asInt()).isOne();
        assertThat(valueOf("process.funds")).isEqualTo(0.5);
        assertThat(figure("process.funds", "540302", "", "").path("weighted_base").asInt()).isEqualTo(300);

        Files.writeString(notices, "area,posted,removed,photo\n540302,2020-08-09,2020-08-01,yes\n");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--notices",
                notices.toString())).isEqualTo(2);
        assertThat(said()).contains("notices.csv line 2: removed is not before posted");
    }

    @Test
    void teamsAreToldApartByTheirWorkAndNothingElse() throws IOException {
        List<String> some = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("s/submissions.ndjson")).subList(0, 12)) {
            some.add(line.replace("\"number\":1", "\"number\":" + (some.size() == 3 ? 2 : 1))
                    .replaceFirst("\\{", some.size() == 4 ? "{\"findings\":[{\"severity\":\"soft\"}],"
                            : some.size() == 5 ? "{\"findings\":[]," : "{"));
        }
        ObjectNode copied = (ObjectNode) JSON.readTree(some.get(0));
        ObjectNode answers = (ObjectNode) copied.get("answers");
        answers.put("head_name", "卓玛").put("enum1_id", "one").put("enum2_id", "other").put("gps_lat", 31);
        some.add(JSON.writeValueAsString(copied.put("submission", "00000000-0000-0000-0000-000000000001")));
        Files.write(lines, some);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "team"))
                .as(said()).isZero();
        assertThat(valueOf("quality.same-answers") * figure("quality.same-answers", "", "", "").path("households")
                .asInt()).isCloseTo(2, within(1e-8));
        assertThat(valueOf("quality.same-place")).isZero();
        assertThat(valueOf("quality.soft")).isEqualTo(0.5);
        assertThat(valueOf("quality.changed") * figure("quality.changed", "", "", "").path("households").asInt())
                .isCloseTo(1, within(1e-8));
        assertThat(figure("quality.forms-per-day", "", "team", "one + other").path("value").asInt()).isOne();
        assertThat(figures("i").stream().filter(figure -> figure.path("group_by").asText().equals("team"))
                .map(figure -> figure.path("indicator").asText())).allMatch(code -> code.startsWith("quality."));
        assertThat(Files.readString(folder.resolve("i/report.html"))).contains("one + other");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "team",
                "--public")).isEqualTo(2);
        assertThat(said()).contains("--by team is about the staff");
    }
}
