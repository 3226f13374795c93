package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Few blanks, in the cells that matter least, worked out by hand. */
class SuppressionTest {

    private static final String SETTINGS = "{'k': 2, 'reason': 'test', 'seed': 1, 'fraction': 1, 'households': '%s',"
            + "'variables': {'town': {'use': 'key', 'importance': 5}, 'age': {'use': 'key', 'importance': %s},"
            + "'sex': {'use': 'key', 'importance': 3}}}";

    @Test
    void onlyThePeopleAtRiskAreBlankedAndWhereItMattersLeast() throws IOException {
        assertThat(blanked("apart", 1, "1 A old m", "2 A old m", "3 A young m", "4 A old f", "5 A young f", "6 A old f",
                "7 A middle m"))
                .containsExactly("A old m", "A old m", "A * m", "A old f", "A old f", "A * m");
    }

    @Test
    void anotherImportanceBlanksOtherCells() throws IOException {
        List<String> rows = List.of("1 A old m", "2 A young m", "3 A old f", "4 A young f");
        assertThat(blanked("apart", 1, rows.toArray(String[]::new))).containsExactly("A * m", "A * m", "A * f",
                "A * f");
        assertThat(blanked("apart", 4, rows.toArray(String[]::new))).containsExactly("A old *", "A young *", "A old *",
                "A young *");
    }

    @Test
    void whatAllOfAHouseholdShareIsBlankedForAllOfIt() throws IOException {
        assertThat(blanked("together", 9, "1 B old m", "1 B old f", "5 B old f", "6 B old f", "7 C old m", "7 C old f",
                "8 C old f", "9 C old f")).containsExactly("* old m", "* old f", "B old f", "B old f", "* old m",
                "* old f", "C old f", "C old f");
        assertThat(blanked("apart", 9, "1 B old m", "1 B old f", "5 B old f", "7 C old m")).containsExactly("* old m",
                "B old f", "B old f", "* old m");
    }

    @Test
    void whoIsAtRiskWithNothingLeftTakesTheHouseholdAlong() throws IOException {
        assertThat(blanked("together", 1, "1 A old m", "2 A old m", "3 B young f", "3 A old m"))
                .containsExactly("A old m", "A old m");
        assertThat(blanked("apart", 1, "1 A old m", "2 A old m", "3 B young f", "3 A old m"))
                .containsExactly("A old m", "A old m", "A old m");
    }

    private static List<String> blanked(String households, int age, String... rows) throws IOException {
        Settings settings = Invented.settings(SETTINGS.formatted(households, age));
        Microdata released = Suppression.of(settings, Invented.people(settings, List.of(rows)));
        assertThat(Classes.of(released.keys(), List.of(), released.household(), 2).unsafe()).isZero();
        return Invented.rows(released);
    }
}
