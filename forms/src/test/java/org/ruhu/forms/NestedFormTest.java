package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form with rosters within rosters says of itself, and how such a form can be wrong. */
class NestedFormTest {

    private static final String JOBS = roster(3, "'months': {'type': 'integer'}, 'pay': " + roster(2, "'amount': {'type': 'number'}"));
    private static final FormVersion FORM = FormSource.form(
            "{'size': {'type': 'integer'}, 'members': " + roster(30, "'age': {'type': 'integer'}, 'jobs': " + JOBS)
                    + ", 'plots': " + roster(5, "'area': {'type': 'number'}") + "}",
            "'x-sections': [{'name': 'A', 'questions': ['/size', '/plots']}, {'name': 'M', 'roster': '/members'}]",
            "'x-unit': 'village'",
            "'x-checks': [{'code': 'J01', 'severity': 'hard', 'each': '/members/*/jobs', 'rule': 'months <= 12', 'refers': []}]");

    private static String roster(int mostRows, String questions) {
        return "{'type': 'array', 'maxItems': " + mostRows + ", 'items': {'type': 'object', "
                + "'additionalProperties': false, 'properties': {" + questions + "}}}";
    }

    @Test
    void rostersComeInTheOrderOfTheFormEachBeforeThoseInItsRows() {
        assertThat(FORM.rosters()).containsExactly("/members", "/members/*/jobs", "/members/*/jobs/*/pay", "/plots");
        assertThat(FORM.question("/members/*/jobs/*/pay/*/amount").orElseThrow().roster())
                .contains("/members/*/jobs/*/pay");
        assertThat(FORM.question("/members/*/jobs").orElseThrow().roster()).contains("/members");
    }

    @Test
    void theQuestionsOfARowAreItsOwnAndTheRostersInIt() {
        assertThat(FORM.questionsOf("/members/*/jobs")).extracting(Question::name).containsExactly("months", "pay");
        assertThat(FORM.questionsOf("")).extracting(Question::name).containsExactly("size", "members", "plots");
        assertThat(FORM.questionsOf("/nothing")).isEmpty();
        assertThat(FORM.sections()).extracting(Section::roster, Section::questions).containsExactly(
                tuple(Optional.empty(), List.of("/size", "/plots")),
                tuple(Optional.of("/members"),
                        List.of("/members/*/age", "/members/*/jobs")));
    }

    @Test
    void aFormSaysWhatIsInterviewed() {
        assertThat(FORM.unit()).isEqualTo(UnitKind.VILLAGE);
        assertThat(FormSource.form("{'a': {'type': 'number'}}").unit()).isEqualTo(UnitKind.HOUSEHOLD);
    }

    @Test
    void aCheckOfNestedRowsHasAVerdictInEach() {
        Interview interview = FORM.interview(answers(
                "{'members': [{'jobs': [{'months': 12}, {'months': 13}]}, {'jobs': [{}]}]}"), Context.none());

        assertThat(interview.verdict("J01", "/members/0/jobs/0")).isInstanceOf(Verdict.Holds.class);
        assertThat(interview.verdict("J01", "/members/0/jobs/1")).isInstanceOf(Verdict.Fails.class);
        assertThat(interview.verdict("J01", "/members/1/jobs/0")).isInstanceOf(Verdict.Unanswered.class);
        assertThatIllegalArgumentException().isThrownBy(() -> interview.verdict("J01", "/members/1/jobs/1"));
        assertThatIllegalArgumentException().isThrownBy(() -> interview.verdict("J01", "/members/0"));
        assertThatIllegalArgumentException().isThrownBy(() -> interview.verdict("J01", ""));
    }

    @Test
    void theValueOfANestedRosterIsItsCleanedRows() {
        Interview interview = FORM.interview(answers("{'members': [{'jobs': [{'months': 2}]}]}"), Context.none());
        assertThat(interview.value("/members/0/jobs")).isEqualTo(FormSource.json("[{'months': 2}]"));
        assertThat(interview.value("/members/0/jobs/0/months").intValue()).isEqualTo(2);
        assertThat(interview.value("/members/0/jobs/1/months").isMissingNode()).isTrue();
    }

    private static Answers answers(String json) {
        return new Answers(FormSource.json(json), Map.of());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'r': R[3 'x': N, 's': R[3 'x': N]] | small 1 /r/*/s/*/x: a question of a row around this one has the same name
            'r': R[3 's': R[3 't': R[2 's': N]]] | small 1 /r/*/s/*/t/*/s: a question of a row around this one has the same name
            'r': R[3 's': R[3 't': R[2 'u': R[2 'x': N]]]] | small 1 /r/*/s/*/t/*/u: rosters lie within one another 3 deep at most
            'r': R[500 's': R[21 'x': N]] | small 1 /r/*/s: there may be 10500 rows, and 10000 are the most: lower its maxItems or that of a roster around it
            'r': R[3 's': R[3 'x': Q['relevant': 'count(t) > 1']]] | small 1 /r/*/s/*/x relevant: position 7: there is no question 't' here
            'r': R[3 's': R[3 'x': Q['calculate': 'sum(s, p -> p.x)']]] | small 1 /r/*/s/*/x: its value depends on itself: /r/*/s/*/x -> /r/*/s/*/x
            'r': R[3 'a': Q['relevant': 'count(s) > 0'], 's': H['relevant': 'a > 1' R[2 'x': N]]] | small 1 /r/*/a: its value depends on itself: /r/*/a -> /r/*/s -> /r/*/a
            'r': H['rows': 'true' R[3 'x': N]] | small 1 /r rows: position 1: a number is expected here, this is a boolean
            'a': Q['choose': {'roster': '/r', 'value': 'line', 'label': ['x']}] | small 1 /a choose: there is no roster /r of the form or of a row around this question
            'a': Q['choose': {'roster': '/r/*/s', 'value': 'line', 'label': ['x']}], 'r': R[3 's': R[3 'x': N]] | small 1 /a choose: there is no roster /r/*/s of the form or of a row around this question
            'a': Q['choose': {'roster': '/r', 'value': 'y', 'label': ['x']}], 'r': R[3 'x': N] | small 1 /a choose: value must be line or a question of a row of /r with one number, text, code, date or boolean
            'a': Q['choose': {'roster': '/r', 'value': 's', 'label': ['x']}], 'r': R[3 'x': N, 's': R[2 'y': N]] | small 1 /a choose: value must be line or a question of a row of /r with one number, text, code, date or boolean
            'a': Q['choose': {'roster': '/r', 'value': 'line', 'label': ['y']}], 'r': R[3 'x': N] | small 1 /a choose: label must name questions of a row of /r, no roster and no point in time
            'a': Q['choose': {'roster': '/r', 'value': 'x', 'label': ['x'], 'where': 'a'}], 'r': R[3 'x': N] | small 1 /a choose where: position 1: a boolean is expected here, this is a number
            'a': Q['choose': {'roster': '/r', 'value': 'x', 'label': ['x']}], 'r': R[3 'x': Q['identifier': 'id-number']] | small 1 /a choose: the value singles out a person, so this question must be the same identifier
            'a': Q['filter': 'true'] | small 1 /a filter: only a question with codes can have one
            'a': {'type': 'string', 'enum': ['1'], 'x-question': {'filter': 'choice.x == choice.code'}} | small 1 /a filter: position 8: the code list has no column 'x'
            'a': {'type': 'string', 'enum': ['1'], 'x-question': {'filter': 'choice.code'}} | small 1 /a filter: position 8: a boolean is expected here, this is a text
            'a': {'type': 'string', 'enum': ['1'], 'x-question': {'relevant': 'choice.code == true'}} | small 1 /a relevant: position 1: choice stands for an option in a filter, and this is none
            'a': {'type': 'string', 'enum': ['1'], 'x-question': {'choose': {'roster': '/r', 'value': 'line', 'label': ['x']}}} | small 1 /a choose: only a number, a text or several texts can be chosen
            '__proto__': N | small 1 /__proto__: this name is a word of the expression language
            """)
    void aFormWithAMistakeIsRefusedByNameAndPlace(String written, String problem) {
        assertThatExceptionOfType(FormProblem.class).isThrownBy(() -> FormSource.form("{" + longhand(written) + "}"))
                .satisfies(refused -> assertThat(refused.problems()).containsExactly(problem));
    }

    /** N is a number, Q[...] one with hints, R[n ...] a roster of n rows, H['hint': 'x' R[...]] one with a hint. */
    private static String longhand(String written) {
        String json = written.replaceAll("\\bN\\b", "{'type': 'number'}");
        String before;
        do {
            before = json;
            json = json.replaceAll("\\bQ\\[((?:[^\\[\\]]|\\[[^\\[\\]]*])*)]", "{'type': 'number', 'x-question': {$1}}")
                    .replaceAll("\\bR\\[(\\d+) ([^\\[\\]]*(?:\\['x'(?:, 'y')?][^\\[\\]]*)*)]", "{'type': 'array', 'maxItems': $1, "
                            + "'items': {'type': 'object', 'additionalProperties': false, 'properties': {$2}}}")
                    .replaceAll("\\bH\\[('\\w+': '[^']*') \\{([^\\[\\]]*)}]", "{'x-question': {$1}, $2}");
        } while (!json.equals(before));
        return json;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            who is {{nobody}}?   | small 1 /a text {{nobody}}: position 1: there is no question 'nobody' here
            {{members}}          | small 1 /a text {{members}}: position 1: a roster stands only as first argument of count, sum, min, max, any, all, unique or at
            {{$x}}               | small 1 /a text {{$x}}: position 1: the form declares no context value $x
            {{$at}}              | small 1 /a text {{$at}}: only a question, or a value from outside that is no point in time
            {{a + 1}}            | small 1 /a text {{a + 1}}: only a question, or a value from outside that is no point in time
            {{}}                 | small 1 /a label: write {{name}} to show an answer
            a {{ b               | small 1 /a label: write {{name}} to show an answer
            """)
    void aTextThatShowsWhatIsNotThereIsRefused(String label, String problem) {
        ObjectNode schema = FormSource.schema("{'a': {'type': 'number'}, 'members': " + roster(2, "'x': {'type': 'number'}") + "}",
                "'x-context': {'at': {'type': 'datetime'}}");
        JsonNode labels = FormSource.json("{'questions': {'/a': {'label': '" + label + "'}}}");

        assertThatExceptionOfType(FormProblem.class).isThrownBy(() -> FormVersion.of(schema, Map.of("zh", labels), Map.of()))
                .satisfies(refused -> assertThat(refused.problems()).containsExactly(problem));
    }
}
