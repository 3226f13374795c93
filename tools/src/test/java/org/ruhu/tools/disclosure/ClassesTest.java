package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The twelve patients of Machanavajjhala, Kifer, Gehrke and Venkitasubramaniam (2007), figures 1 to 3: their table with
 * four alike in every class has a class of cancer only, and their other one has three illnesses in every class.
 */
class ClassesTest {

    private static final List<String> ILLNESSES = List.of("heart", "heart", "virus", "virus", "cancer", "heart",
            "virus", "virus", "cancer", "cancer", "cancer", "cancer");
    private static final List<String> FOUR_ALIKE = List.of("130** <30", "130** <30", "130** <30", "130** <30",
            "1485* >=40", "1485* >=40", "1485* >=40", "1485* >=40", "130** 3*", "130** 3*", "130** 3*", "130** 3*");
    private static final List<String> THREE_ILLNESSES = List.of("1305* <=40", "1306* <=40", "1306* <=40",
            "1305* <=40", "1485* >40", "1485* >40", "1485* >40", "1485* >40", "1305* <=40", "1305* <=40",
            "1306* <=40", "1306* <=40");

    @ParameterizedTest
    @CsvSource({"4, 1, 0, 0", "5, 1, 12, 12", "4, 2, 4, 0", "4, 3, 8, 0", "4, 4, 12, 12"})
    void peopleAtRiskAreThoseOfTheLiterature(int k, int l, int inTheFirst, int inTheSecond) throws IOException {
        assertThat(unsafe(FOUR_ALIKE, k, l, "")).isEqualTo(inTheFirst);
        assertThat(unsafe(THREE_ILLNESSES, k, l, "")).isEqualTo(inTheSecond);
    }

    @Test
    void aClassOfHarmlessValuesOnlyIsSafe() throws IOException {
        assertThat(unsafe(FOUR_ALIKE, 4, 2, "'cancer'")).isZero();
        assertThat(unsafe(FOUR_ALIKE, 4, 2, "'virus'")).isEqualTo(4);
    }

    @Test
    void peopleOfOneHouseholdDoNotHideEachOther() throws IOException {
        assertThat(unsafe(settings(2, 1, ""), List.of("1 a b ill", "1 a b well", "2 c d ill", "3 c d ill")))
                .isEqualTo(2);
    }

    @Test
    void noAnswerIsNoOtherValueUnlessItIsHarmless() throws IOException {
        List<String> rows = List.of("1 a b ill", "2 a b _");
        assertThat(unsafe(settings(2, 2, ""), rows)).isEqualTo(2);
        assertThat(unsafe(settings(2, 2, "''"), rows)).isZero();
    }

    private static int unsafe(List<String> keys, int k, int l, String harmless) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(i + " " + keys.get(i) + " " + ILLNESSES.get(i));
        }
        return unsafe(settings(k, l, harmless), rows);
    }

    private static Settings settings(int k, int l, String harmless) throws IOException {
        return Invented.settings("{'k': %d, 'reason': 'test', 'seed': 1, 'variables': {'zip': {'use': 'key'},"
                .formatted(k) + "'age': {'use': 'key'}, 'illness': {'use': 'sensitive', 'l': %d, 'harmless': [%s]}}}"
                .formatted(l, harmless));
    }

    private static int unsafe(Settings settings, List<String> rows) {
        Microdata data = Invented.people(settings, rows);
        return Classes.of(data.keys(), data.columns(Planned.Use.SENSITIVE), data.household(), settings.k()).unsafe();
    }
}
