package org.ruhu.tools.link.splink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.condition.ConditionPrinter;

class ConditionsTest {

    private final Columns columns = new Columns();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "\"x_l\" = \"x_r\"                                        | exact(x)",
        "x_r = x_l                                                | exact(x)",
        "\"a_l\" = \"b_r\" AND \"a_r\" = \"b_l\"                  | exact(a, b) and exact(b, a)",
        "`x y_l` = `x y_r`                                        | exact('x y')",
        "x_l IS NULL OR x_r IS NULL                               | missing(x)",
        "(a_l is null or a_r is null) and (b_l is null or b_r is null) | missing(a) and missing(b)",
        "levenshtein(x_l, x_r) <= 2                               | levenshtein(x) <= 2",
        "2 >= levenshtein(x_l, x_r)                               | levenshtein(x) <= 2",
        "jaro_winkler_similarity(x_l, x_r) >= 0.92                | jaro_winkler(x) >= 0.92",
        "jaro_similarity(x_l, x_r) > .7                           | jaro(x) > 0.7",
        "damerau_levenshtein(CAST(x_l AS TEXT), x_r::varchar) <= 1 | damerau_levenshtein(x) <= 1",
        "jaccard(x_l, x_r) >= 0.9                                 | letters(x) >= 0.9",
        "NOT (x_l = x_r)                                          | not exact(x) and not missing(x)",
        "NOT (x_l = x_r OR y_l = y_r)                             | not exact(x) and not missing(x) and not exact(y) and not missing(y)",
        "lower(x_l) = lower(x_r)                                  | exact('x lower')",
        "SUBSTRING(LOWER(x_l), 1, 3) = SUBSTRING(LOWER(x_r), 1, 3) | exact('x lower first:3')",
        "right(x_l, 2) = substr(x_r, -2)                          | exact('x last:2')",
        "NULLIF(regexp_extract(x_l, '^[^@]+', 0), '') = NULLIF(regexp_extract(x_r, '^[^@]+', 0), '') | exact('x match:^[^@]+')",
        "try_strptime(x_l, '%d/%m/%Y') IS NULL OR try_strptime(x_r, '%d/%m/%Y') IS NULL | missing('x date:dd/MM/yyyy')",
        "ABS(EPOCH(try_strptime(x_l, '%Y-%m-%d')) - EPOCH(try_strptime(x_r, '%Y-%m-%d'))) <= 2629800.0 | days('x date:yyyy-MM-dd') <= 30.4375",
        "abs(date_diff('day', x_l, x_r)) <= 30                    | days(x) <= 30",
        "ABS(x_l - x_r) <= 3                                      | difference(x) <= 3",
        "(ABS(x_l - x_r) / (CASE WHEN x_r > x_l THEN x_r ELSE x_l END)) < 0.1 | relative_difference(x) < 0.1",
        "array_length(list_intersect(x_l, x_r)) >= 2              | common_words(x) >= 2",
        "least(array_length(x_l), array_length(x_r)) <> 0 AND array_length(array_intersect(x_l, x_r)) = least(array_length(x_l), array_length(x_r)) | words_contained(x) >= 1",
        "SUBSTR(x_l, 13, 6) = SUBSTR(x_r, 13, 6)                  | exact('x part:13-18')",
        "substr(x_l, 5) = substr(x_r, 5)                          | exact('x part:5-9999')",
        "NULLIF(regexp_extract(x_l, '([a-z]+)1', 1), '') = NULLIF(regexp_extract(x_r, '([a-z]+)1', 1), '') | exact('x capture:([a-z]+)1')",
        "regexp_replace(x_l, '[^0-9]', '', 'g') = regexp_replace(x_r, '[^0-9]', '', 'g') | exact('x drop:[^0-9]')",
        "replace(x_l, '-', ' ') = replace(x_r, '-', ' ')          | exact('x replace:-= ')",
        "nullif(x_l, 'NA') = nullif(x_r, 'NA')                    | exact('x null:NA')",
        "x_l[1] = x_r[1]                                          | exact('x token:1')",
        "x_l = 'a.b' AND x_r = 'a.b'                              | exact('x match:^a\\.b$')",
        "x_l = CAST(1 AS INT) AND x_r = CAST(1 AS INT)            | exact('x match:^1$')",
        "levenshtein(concat_ws(' ', a_l, b_l), concat_ws(' ', a_r, b_r)) <= 2 | levenshtein('a b') <= 2",
        "abs(x_l - x_r) between 1 and 3                           | difference(x) >= 1 and difference(x) <= 3",
    })
    void whatTheLibraryWritesBecomesACondition(String sql, String condition) {
        assertThat(ConditionPrinter.print(new Conditions(columns).of(sql))).isEqualTo(condition);
    }

    @Test
    void whatIsPutTogetherIsKnownOnlyWhereAllOfItIs() {
        assertThat(ConditionPrinter.print(new Conditions(columns).of("a_l || b_l = a_r || b_r")))
                .isEqualTo("exact('a b joined') and not missing(a) and not missing(b)");
        assertThatThrownBy(() -> new Conditions(columns).of("NOT a_l || b_l = a_r || b_r")).isInstanceOf(SqlProblem.class);
    }

    @Test
    void aColumnThatIsMadeSaysHow() {
        new Conditions(columns).of("left(lower(x_l), 3) = left(lower(x_r), 3)");
        assertThat(columns.made().get("x lower first:3").clean()).isEqualTo(List.of("lower", "first:3"));
        assertThat(columns.used()).containsExactly("x");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '#', value = {
        "cosine_similarity(x_l, x_r) >= 0.9     | uses the function cosine_similarity, which has no measure here",
        "reverse(x_l) = reverse(x_r)            | uses the function reverse, which no cleaner does",
        "x_l = x_l                              | compares two values of one record",
        "x_l = 'a'                              | can only be asked for in both records",
        "1 = 1                                  | compares a value with a number",
        "x_l IS NULL                            | asks whether one record's value is missing",
        "x = y                                  | without saying of which record",
        "x_l > x_r                              | says nothing of how alike they are",
        "substr(x_l, -5, 3) = substr(x_r, -5, 3) | counted from its end; count from its beginning",
        "abs(epoch(x_l) - epoch(x_r)) <= 600    | compares times of day",
        "coalesce(a_l, b_l) = coalesce(a_r, b_r) | make the column in settings of our own, with \"from\" and \"join\"",
        "list_min(list_transform(x_l, y -> y)) < 2 | common_words(column) >= 1",
        "x_l like 'a'                           | uses like; write it with",
        "starts_with(x_l, x_r)                  | write starts_with(column) in settings of our own",
        "abs(date_diff('month', x_l, x_r)) <= 1 | counts how often the month or year turned",
        "CASE WHEN x_l = x_r THEN 1 END = 1     | uses case",
        "x_l = x_r ; drop table x               | cannot be read from ';",
        "x_l =                                  | ends too early",
        "regexp_extract(x_l, '(a)(b)', 2) = regexp_extract(x_r, '(a)(b)', 2) | takes the group 2",
    })
    void whatHasNoEquivalentIsRefused(String sql, String message) {
        assertThatThrownBy(() -> new Conditions(columns).of(sql)).isInstanceOf(SqlProblem.class).hasMessageContaining(message);
    }
}
