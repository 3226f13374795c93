package org.ruhu.tools.link.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionParserTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "exact(given)                            | exact(given)",
        "exact(given, surname)                   | exact(given, surname)",
        "Jaro-Winkler( given )>=.92              | jaro_winkler(given) >= 0.92",
        "levenshtein(x) <= 2                     | levenshtein(x) <= 2",
        "levenshtein(x) == 2                     | levenshtein(x) = 2",
        "missing(x) or missing(y) and exact(z)   | missing(x) or (missing(y) and exact(z))",
        "(missing(x) or missing(y)) AND exact(z) | (missing(x) or missing(y)) and exact(z)",
        "not (exact(a) and exact(b))             | not (exact(a) and exact(b))",
        "not not exact(a)                        | exact(a)",
        "exact(\"family name\")                  | exact('family name')",
        "exact('it''s')                          | exact('it''s')",
        "exact(姓名) and exact(\"身份证 号\")       | exact(姓名) and exact('身份证 号')",
        "exact(མིང)                              | exact(མིང)",
        "exact('and')                            | exact('and')",
        "exact('1st')                            | exact('1st')",
        "exact(a) >= 1                           | exact(a)",
    })
    void aConditionIsReadAndWritten(String written, String printed) {
        Condition condition = ConditionParser.parse(written);
        assertThat(ConditionPrinter.print(condition)).isEqualTo(printed);
        assertThat(ConditionParser.parse(printed)).isEqualTo(condition);
    }

    @ParameterizedTest(name = "{0} on given is {1}")
    @CsvSource(delimiter = '|', value = {
        "exact                                  | exact(given)",
        "levenshtein <= 2                       | levenshtein(given) <= 2",
        "jaro_winkler >= 0.8 and exact(surname) | jaro_winkler(given) >= 0.8 and exact(surname)",
        "not missing                            | not missing(given)",
    })
    void aMeasureWithoutColumnTakesThatOfTheComparison(String written, String printed) {
        assertThat(ConditionPrinter.print(ConditionParser.parse(written, "given"))).isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "exact                          | position 1: which column? Write exact(column)",
        "jaro_winker(x) >= 0.9          | position 1: there is no measure 'jaro_winker'; did you mean 'jaro_winkler'?",
        "frobnicate(x)                  | position 1: there is no measure 'frobnicate'; there are exact, missing,",
        "jaro_winkler(x)                | position 1: jaro_winkler gives a number; compare it with one: jaro_winkler(x) >= 0.9",
        "levenshtein(x)                 | compare it with one: levenshtein(x) <= 2",
        "jaro_winkler(x) >= 92          | position 20: jaro_winkler gives numbers from 0 to 1, so 92 makes no sense",
        "levenshtein(x) <= -1           | position 19: levenshtein gives numbers from 0, so -1 makes no sense",
        "exact(x) and                   | position 13: expected a measure, such as exact(column)",
        "exact(x) exact(y)              | position 10: expected 'and', 'or' or the end, found 'exact'",
        "exact(x                        | position 8: expected ')', found the end",
        "exact()                        | position 7: expected a column",
        "exact(x, y, z)                 | position 11: expected ')', found ','",
        "levenshtein(x) <= two          | position 19: expected a number, found 'two'",
        "levenshtein(x) <= 1.2.3        | position 19: '1.2.3' is no number",
        "exact(family&name)             | position 13: '&' has no meaning here; a column name that holds it needs quotes",
        "exact('x)                      | position 7: a quote that does not end",
        "(exact(x)                      | position 10: expected ')', found the end",
    })
    void whatCannotBeReadSaysWhereAndWhatWasExpected(String written, String message) {
        assertThatThrownBy(() -> ConditionParser.parse(written)).isInstanceOf(ConditionProblem.class)
                .hasMessageContaining(message);
    }

    @Test
    void parenthesesAreNotEndless() {
        assertThatThrownBy(() -> ConditionParser.parse("(".repeat(10_000))).isInstanceOf(ConditionProblem.class)
                .hasMessageContaining("more than 50 parentheses");
    }
}
