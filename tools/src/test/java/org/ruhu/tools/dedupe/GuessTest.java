package org.ruhu.tools.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.settings.SettingsReader;

class GuessTest {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            by         | 1949 1968 1930 1957                            | year
            published  | 1999.0 2001.0 1998.0 1997.0                    | year
            bm         | 7 12 1 3                                       | category
            seen       | 1990-02-03 1971-12-31 1980-01-01 1985-06-07    | date
            seen       | 31/12/1971 03/02/1990 25/06/1985 01/01/1980    | date
            x          | 549901197205088976 54990119740128726X          | id-number
            x          | 540302201810000000 540302201810000001 540302201810000002 | none
            contact    | 310/246-1501 818/762-1221 310-475-3585         | phone
            contact    | 13890395219 15003498122 13890395210            | phone
            mail       | a@example.org b@example.org c@example.org      | email
            name       | 扎西卓玛 卓玛 多吉 扎西                        | person-name
            given      | ann bob carl dora                              | name
            hotel      | ann bob carl dora                              | name
            price      | $1.29 $0.99 $12.00 $3.50                       | number
            zip        | 2000 2010 2020 2037                            | postcode
            truth      | 1 2 3 4                                        | none
            serial     | 100021 100022 100023 100024                    | none
            constant   | yes yes yes yes                                | none
            """)
    void valuesTellWhatAColumnIs(String column, String values, String kind) {
        assertThat(GuessKinds.of(column, Portrait.of(List.of(values.split(" ")))).orElse("none")).isEqualTo(kind);
    }

    @Test
    void severalWordsAreText() {
        assertThat(GuessKinds.of("about", Portrait.of(List.of("the one and only paper on sheep", "a second one"
                + " about goats and yaks", "yet another text that is long")))).contains("words");
    }

    @Test
    void whatMeansNothingIsNoValue() {
        Portrait values = Portrait.of(List.of("NA", "na", "", "ann"));
        assertThat(values.filled()).isOne();
        assertThat(values.nulls()).containsExactly("na");
    }

    @Test
    void monthsAreComparedByThemselvesAndRulesPutColumnsTogether() {
        JsonNode settings = Guess.of(people(400, 400), Set.of()).settings();
        assertThat(settings.at("/id").asText()).isEqualTo("no");
        assertThat(settings.at("/comparisons").toString()).contains("\"by\",\"kind\":\"year\"",
                "\"bm\",\"kind\":\"category\"", "\"fname\",\"kind\":\"name\"").doesNotContain("always");
        assertThat(settings.at("/columns/fname/0").asText()).isEqualTo("null:na");
        assertThat(Guess.of(people(400, 1_000_000), Set.of()).settings().at("/blocking").toString())
                .contains(" + ").doesNotContain("\"bm\"");
    }

    @Test
    void tooLittleForSoManyRecordsIsSaid() {
        assertThat(Guess.of(people(400, 400), Set.of()).said()).noneMatch(line -> line.contains("WARNING"));
        assertThat(Guess.of(people(400, 40_000_000), Set.of("by")).said()).anyMatch(line -> line.contains("WARNING"));
    }

    @Test
    void columnsWithBlanksAndSignsInTheirNamesCanBeInRules() {
        List<String> columns = List.of("no", "family name", "last-name's", "born + \"year\"", "bm", "always");
        GuessSample people = new GuessSample(columns, people(400, 400).inputs(), 400);
        assertThat(SettingsReader.read(Guess.of(people, Set.of()).settings(), columns, Scope.WITHIN).used())
                .contains("family name", "last-name's", "born + \"year\"");
    }

    @Test
    void oneColumnIsNotEnough() {
        assertThatThrownBy(() -> Guess.of(people(400, 400), Set.of("fname", "lname", "by", "bm")))
                .isInstanceOf(CannotRun.class).hasMessageContaining("--guess");
    }

    private static GuessSample people(int rows, long records) {
        List<String[]> people = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            people.add(new String[] {"r" + i, i % 50 == 0 ? "NA" : letters(i * 7 % 61), letters(i * 13 % 97),
                    String.valueOf(1930 + i * 31 % 67), String.valueOf(1 + i * 5 % 12), "yes"});
        }
        return new GuessSample(List.of("no", "fname", "lname", "by", "bm", "always"), List.of(people), records);
    }

    private static String letters(int number) {
        return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "mo";
    }
}
