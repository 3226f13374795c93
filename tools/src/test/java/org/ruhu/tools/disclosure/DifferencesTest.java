package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.page.Words;

/** Two tables that are harmless each and tell of somebody together. */
class DifferencesTest {

    /** Ages 0 to 79 in two towns; of one age there are three people, of every other forty. */
    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int age = 0; age < 80; age++) {
            for (int n = 0; n < (age == 15 ? 3 : 40); n++) {
                rows.add(rows.size() + " " + age + " " + (n % 2 == 0 ? "540302100201" : "540302101202") + " "
                        + (n < 39 ? "1" : "2"));
            }
        }
        return rows;
    }

    private static Publication publication(String by, String more, Optional<Publication> before) throws Exception {
        TablePlan.Several several = Invented.tables("{'population': 't', 'seed': 1, 'where': {%s}, "
                .formatted(more) + "'tables': {'t': {'by': [%s]}}}".formatted(by));
        Tally tally = new Tally(several, true);
        for (String row : rows()) {
            String[] cells = row.split(" ");
            tally.add(cells[0], several.columns().stream().map(column -> switch (column) {
                case "age" -> cells[1];
                case "area" -> cells[2];
                default -> cells[3];
            }).toList());
        }
        return new Publication(several, List.of(tally), before.map(Publication::register));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'from': 'age', 'bands': [16, 60]}     | {'from': 'age', 'bands': [15, 60]}         | less
            {'from': 'age', 'bands': [16, 60]}     | {'from': 'age', 'bands': [10, 14, 60]}     | nothing
            {'from': 'age', 'bands': [16, 60]}     | {'from': 'age', 'bands': [5, 10, 15, 60]}  | less
            {'from': 'age', 'bands': [16, 60]}     | {'from': 'age', 'bands': [16, 60]}         | nothing
            {'from': 'area', 'level': 'township'}  | {'from': 'area', 'level': 'county'}        | nothing
            {'from': 'area', 'level': 'county'}, {'from': 'sex'} | {'from': 'sex'}             | nothing
            """)
    void aSmallDifferenceIsRefusedAndOthersAreNot(String first, String second, String told) throws Exception {
        Publication before = publication(first, "", Optional.empty());
        assertThat(before.refusals()).isEmpty();
        List<String> refusals = publication(second, "", Optional.of(before)).refusals().stream()
                .map(Words::en).toList();
        if (told.equals("nothing")) {
            assertThat(refusals).isEmpty();
        } else {
            assertThat(refusals).isNotEmpty().first().asString().contains(" less ").contains("under 10")
                    .contains("age");
        }
    }

    @Test
    void leavingAFewPeopleOutOfTheSameTableTellsOfThem() throws Exception {
        Publication all = publication("{'from': 'age', 'bands': [75]}", "", Optional.empty());
        assertThat(publication("{'from': 'age', 'bands': [75]}", "'sex': ['1']", Optional.of(all)).refusals())
                .anyMatch(said -> said.en().contains("age [75,)") && said.zh().contains("减去"));
    }

    @Test
    void whatIsWithheldInOneMayNotStandInTheOther() throws Exception {
        Publication open = publication("{'from': 'age', 'bands': [15, 16, 60]}", "", Optional.empty());
        assertThat(open.sheets().get(0).rows()).anyMatch(row -> row.get(2).equals("C"));
        assertThat(publication("{'from': 'age', 'bands': [16, 60]}", "", Optional.of(open)).refusals()).isEmpty();
        assertThat(publication("{'from': 'age', 'bands': [15, 60]}", "", Optional.of(open)).refusals())
                .anyMatch(said -> said.en().contains("(,15) is withheld in one table")
                        && said.zh().contains("age (,15) 在一张表中不公开"));
    }

    /** Three towns each in two counties; in one town of either, 4 and 5 people have the answer 2, elsewhere 20. */
    @ParameterizedTest
    @CsvSource({"township, county", "county, township"})
    void aCountyLessItsTownsTellsOfTheOneThatIsWithheld(String first, String second) throws Exception {
        List<String> rows = new ArrayList<>();
        for (int town = 0; town < 6; town++) {
            for (int n = 0; n < 80; n++) {
                String answer = n < (town == 0 ? 4 : town == 3 ? 5 : 20) ? "2" : "1";
                rows.add(rows.size() + " 54030" + town / 3 + "10" + town + "001 " + answer);
            }
        }
        Publication alone = of(rows, first, Optional.empty());
        assertThat(alone.refusals()).isEmpty();
        assertThat(of(rows, second, Optional.empty()).refusals()).isEmpty();
        assertThat(of(rows, second, Optional.of(alone)).refusals()).anyMatch(said ->
                said.en().contains("area 540301") && said.en().contains("its 2 parts"));
        assertThat(of(rows, first, Optional.of(alone)).refusals()).isEmpty();
    }

    private static Publication of(List<String> rows, String level, Optional<Publication> before) throws Exception {
        TablePlan.Several several = Invented.tables(("{'population': 't', 'seed': 1, 'tables': {'by-%s': {'by':"
                + "[{'from': 'area', 'level': '%s'}, {'from': 'sex'}]}}}").formatted(level, level));
        return new Publication(several, List.of(Invented.tally(several, rows)), before.map(Publication::register));
    }

    @Test
    void partsFromSeveralTablesLeaveAFewOfTheWhole() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            rows.add(n + " " + (n < 40 ? "a" : n < 80 ? "b" : n < 96 ? "c" : "d"));
        }
        Optional<Publication> known = Optional.of(counted(rows, "", Optional.empty()));
        for (String kind : List.of("'a'", "'b'")) {
            known = Optional.of(counted(rows, "'kind': [" + kind + "]", known));
            assertThat(known.get().refusals()).isEmpty();
        }
        assertThat(counted(rows, "'kind': ['c']", known).refusals())
                .anyMatch(said -> said.en().contains("with the tables released before") && said.en().contains("kind"));
    }

    private static Publication counted(List<String> rows, String where, Optional<Publication> before)
            throws Exception {
        TablePlan.Several several = Invented.tables(("{'population': 't', 'seed': 1, 'where': {%s}, 'tables': {'t':"
                + " {'by': [{'from': 'none'}]}}}").formatted(where));
        Tally tally = new Tally(several, true);
        for (String row : rows) {
            String[] cells = row.split(" ");
            tally.add(cells[0], several.columns().stream().map(column -> column.equals("kind") ? cells[1] : "1")
                    .toList());
        }
        return new Publication(several, List.of(tally), before.map(Publication::register));
    }

    @Test
    void theRegisterReadsItselfAndHoldsATableOnce() throws Exception {
        Publication before = publication("{'from': 'age', 'bands': [16, 60]}", "", Optional.empty());
        Publication again = publication("{'from': 'age', 'bands': [16, 60]}", "", Optional.of(before));
        assertThat(again.register().path("releases")).hasSize(1);
        Figures read = Figures.of(again.register().path("releases").get(0));
        assertThat(read.json()).isEqualTo(again.register().path("releases").get(0));
    }
}
