package org.ruhu.forms.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.forms.expression.Scope.Level;
import org.ruhu.forms.expression.Scope.Variable;

/** Mistakes are found when a form is built, at the place where they are, with words that say what to write. */
class ParserTest {

    private static final Level JOBS =
            new Level("/members/*/jobs", 0, 5, Map.of("months", new Variable(Type.NUMBER, List.of(), 0)), Map.of());
    private static final Level MEMBERS = new Level("/members", 0, 30,
            Map.of("age", new Variable(Type.NUMBER, List.of(), 0),
                    "rel", new Variable(Type.TEXT, List.of("01", "02"), 1)), Map.of("jobs", JOBS));
    private static final Level MANY =
            new Level("/many", 1, 500, Map.of("n", new Variable(Type.NUMBER, List.of(), 0)), Map.of());
    private static final Scope SCOPE = Scope.of(new Level("", 0, 1,
            Map.of("x", new Variable(Type.NUMBER, List.of(), 0), "t", new Variable(Type.TEXT, List.of(), 1),
                    "d", new Variable(Type.DATE, List.of(), 2), "a", new Variable(Type.BOOLEAN, List.of(), 3),
                    "k", new Variable(Type.TEXT, List.of("1", "2"), 4),
                    "m", new Variable(Type.CODES, List.of("0", "1"), 5)),
            Map.of("members", MEMBERS, "many", MANY)), Map.of("line", new Variable(Type.NUMBER, List.of(), 0)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x +                              | 4  | stops too early
            x + )                            | 5  | a value is expected
            (x                               | 3  | ')' is expected
            x y                              | 3  | could end here
            x = 1                            | 3  | means nothing
            x == 1 == a                      | 8  | do not chain
            x < 1 < 2                        | 7  | do not chain
            y > 1                            | 1  | no question 'y'
            age > 1                          | 1  | no question 'age'
            form.y                           | 6  | no question 'y'
            $poverty > 1                     | 1  | no context value $poverty
            $ > 1                            | 2  | a name is expected after $
            x > '1'                          | 5  | a text never equals a number
            t == 1                           | 6  | a number never equals a text
            d < '2020-12-31'                 | 5  | never equals a date
            a < true                         | 1  | a boolean has no order
            x == null                        | 1  | ask answered
            null != x                        | 1  | ask answered
            not x                            | 5  | a boolean is expected
            a and t                          | 7  | a boolean is expected
            -t                               | 2  | a number is expected
            t + t                            | 1  | a number is expected
            k == '7'                         | 6  | not among the codes
            '7' != k                         | 1  | not among the codes
            k in ['1', '7']                  | 6  | '7' is not among
            m contains '7'                   | 12 | not among the codes
            m == ['0', '7']                  | 6  | '7' is not among
            '7' in m                         | 1  | not among the codes
            any(members, p -> p.rel == '03') | 28 | not among the codes
            x in ['1']                       | 1  | a text is expected
            k in [1]                         | 1  | a number is expected
            x in []                          | 7  | constants only
            x in [x]                         | 7  | constants only
            x in [1, '1']                    | 6  | not both
            [1, 2]                           | 1  | only to the right of 'in'
            x == [1]                         | 6  | only to the right of 'in'
            coalesce([1], [2])               | 10 | only to the right of 'in'
            k contains '1'                   | 1  | a codes is expected
            members                          | 1  | a roster stands only
            count(x)                         | 1  | wants a roster first
            sum(members)                     | 1  | needs a body
            any(members, m)                  | 15 | '->' is expected
            any(members, form -> true)       | 14 | taken
            any(members, not -> true)        | 14 | taken
            sum(members, p -> p.rel)         | 21 | a number is expected
            any(members, p -> p.age)         | 21 | a boolean is expected
            min(members, p -> a)             | 19 | has no order
            any(members, p -> p.x > 1)       | 21 | has no question 'x'
            any(members, p -> p == 1)        | 19 | write p.question
            any(members, p -> q.age > 1)     | 19 | no row variable
            any(members, p -> any(members, p -> true)) | 32 | taken
            any(members, p -> any(p.jobs, q -> any(p.jobs, r -> any(p.jobs, s -> any(p.jobs, u -> true))))) | 70 | at most 4 quantifiers
            any(many, p -> any(many, q -> any(many, r -> true))) | 31 | look at 125000000 rows
            any(many, p -> at(members, 1, q -> any(many, r -> any(members, s -> any(members, u -> true))))) | 69 | at most 4
            count(jobs)                      | 7  | no question 'jobs'
            any(members, p -> p.jobs == 1)   | 21 | a roster stands only
            any(members, p -> count(p.kids) > 1) | 27 | has no question 'kids'
            any(members, p -> any(p.jobs, p -> true)) | 31 | taken
            line(members)                    | 6  | no row variable
            at(members, 1)                   | 14 | ',' is expected
            at(members, t, p -> p.age)       | 13 | a number is expected
            at(x, 1, 2)                      | 1  | wants a roster first
            choice.code == t                 | 1  | an option in a filter
            concat(t)                        | 1  | takes 2 or more
            concat(t, x)                     | 11 | a text is expected
            text(m)                          | 6  | a number, text, date or boolean
            mod(x)                           | 1  | takes 2 values
            pow(x, t)                        | 8  | a number is expected
            add_days(x, 1)                   | 10 | a date is expected
            line()                           | 1  | needs a row
            line(p)                          | 6  | no row variable
            unanswered() == 0                | 1  | for checks
            round(x)                         | 1  | takes 2 values, not 1
            round(x, 11)                     | 10 | 0 to 10
            round(x, -1)                     | 10 | 0 to 10
            round(x, 1.5)                    | 10 | 0 to 10
            round(x, x)                      | 10 | 0 to 10
            min(x)                           | 1  | takes 2 or more
            if(a, 1)                         | 1  | takes 3 values
            if(a, 1, t)                      | 10 | must have one type
            coalesce(x, 'none')              | 13 | must have one type
            answered(x + 1)                  | 10 | asked about a question
            missing(1)                       | 9  | asked about a question
            len(x)                           | 5  | a text or codes
            matches(t, t)                    | 12 | a constant text
            matches(t, '(a+)+')              | 12 | character 1 of the pattern
            date('2021-02-29')               | 1  | no date
            age(d, t)                        | 8  | a date is expected
            frobnicate(x)                    | 1  | no function 'frobnicate'
            lower_ascii(t)                   | 1  | no function
            'abc                             | 1  | never ends
            '\\q'                             | 2  | unknown escape
            '\\u12'                           | 2  | four hexadecimal
            1.                               | 2  | could end here
            1e3                              | 1  | a number is digits
            12345678901234567890123456789012 | 1  | at most 30 digits
            x § 1                            | 3  | '§' means nothing
            """)
    void aMistakeIsNamedWhereItIs(String text, int position, String words) {
        assertThatExceptionOfType(ExpressionProblem.class).isThrownBy(() -> Parser.parse(text, SCOPE))
                .satisfies(problem -> assertThat(problem.position()).as(problem.getMessage()).isEqualTo(position))
                .withMessageContaining(words);
    }

    @Test
    void aProblemReadsAsAPositionAndWhatToDo() {
        assertThatExceptionOfType(ExpressionProblem.class).isThrownBy(() -> Parser.parse("y", SCOPE))
                .satisfies(problem -> assertThat(problem).hasToString("position 1: there is no question 'y' here"));
    }

    @Test
    void aRowSeesItsOwnQuestionsAndThoseOfTheForm() {
        assertThat(Parser.parse("age + x", SCOPE.in("/members")).type()).isEqualTo(Type.NUMBER);
        assertThat(Parser.parse("line()", SCOPE.in("/members")).type()).isEqualTo(Type.NUMBER);
        assertThat(Parser.parse("unanswered()", SCOPE.withCounting()).type()).isEqualTo(Type.NUMBER);
    }

    @Test
    void anExpressionThatIsTooLongOrTooDeepIsRefused() {
        assertThatExceptionOfType(ExpressionProblem.class)
                .isThrownBy(() -> Parser.parse("x" + " + x".repeat(1001), SCOPE)).withMessageContaining("4000");
        assertThatExceptionOfType(ExpressionProblem.class)
                .isThrownBy(() -> Parser.parse("(".repeat(200) + "x" + ")".repeat(200), SCOPE))
                .withMessageContaining("too deeply");
        assertThatExceptionOfType(ExpressionProblem.class)
                .isThrownBy(() -> Parser.parse("not ".repeat(200) + "a", SCOPE)).withMessageContaining("too deeply");
        assertThatExceptionOfType(ExpressionProblem.class)
                .isThrownBy(() -> Parser.parse("x" + " + x".repeat(100), SCOPE)).withMessageContaining("in a row");
        assertThat(Parser.parse("x" + " + x".repeat(99), SCOPE).type()).isEqualTo(Type.NUMBER);
    }

    @Test
    void aNameIsThatOfTheInnermostRowThatHasIt() {
        Scope job = SCOPE.in("/members/*/jobs");
        assertThat(tree("months + age + x", job)).isEqualTo("""
                {"call":"+","args":[{"call":"+","args":[{"field":"months","of":"row"},{"field":"age","of":"/members"}]},\
                {"field":"x","of":"form"}]}""");
        assertThat(tree("line(jobs) + line(members)", job)).isEqualTo("""
                {"call":"+","args":[{"line":"row"},{"line":"/members"}]}""");
        assertThat(tree("count(jobs)", job)).isEqualTo("""
                {"call":"count","over":{"roster":"jobs","of":"/members"}}""");
        assertThat(tree("count(jobs)", SCOPE.in("/members"))).isEqualTo("""
                {"call":"count","over":{"roster":"jobs","of":"row"}}""");
        assertThat(tree("count(form.members)", job)).isEqualTo("""
                {"call":"count","over":{"roster":"members","of":"form"}}""");
    }

    @Test
    void aRowThatIsBoundHasRostersToo() {
        assertThat(tree("sum(members, m -> sum(m.jobs, j -> j.months))", SCOPE)).isEqualTo("""
                {"call":"sum","over":{"roster":"members","of":"form"},"var":"m","body":\
                {"call":"sum","over":{"roster":"jobs","of":"m"},"var":"j","body":{"field":"months","of":"j"}}}""");
        assertThat(tree("at(members, x, m -> m.age)", SCOPE)).isEqualTo("""
                {"call":"at","over":{"roster":"members","of":"form"},"index":{"field":"x","of":"form"},\
                "var":"m","body":{"field":"age","of":"m"}}""");
    }

    private static String tree(String text, Scope scope) {
        return SyntaxTree.json(Parser.parse(text, scope).expression()).toString();
    }

    @Test
    void readsNameEveryQuestionLookedAt() {
        assertThat(reads("x > 1 and any(members, p -> p.age > $line or missing(a))", SCOPE))
                .containsExactly("/a", "/members", "/members/*/age", "/x");
        assertThat(reads("line() == age", SCOPE.in("/members"))).containsExactly("/members", "/members/*/age");
        assertThat(reads("months > age or line(members) == at(jobs, line(), j -> j.months)", SCOPE.in("/members/*/jobs")))
                .containsExactly("/members", "/members/*/age", "/members/*/jobs", "/members/*/jobs/*/months");
        assertThat(reads("any(members, m -> any(m.jobs, j -> j.months > 1))", SCOPE))
                .containsExactly("/members", "/members/*/jobs", "/members/*/jobs/*/months");
    }

    private static Set<String> reads(String text, Scope scope) {
        return Reads.of(Parser.parse(text, scope).expression(), scope);
    }
}
