package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of every form has an interview that fits it and one that fails it, named after its code. */
class ExamplesTest {

    static Stream<Arguments> checks() {
        return Catalogue.bundled().forms().stream().flatMap(form -> form.checks().stream()
                .map(check -> Arguments.of(form.id() + " " + check.code(), form, check)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void anExampleThatFitsIsJudgedAndHolds(String name, FormVersion form, Check check) {
        Example fits = Example.of(form.id(), check.code() + ".fits");
        Interview interview = form.interview(fits.given(), Context.of(fits.context()));

        assertThat(form.misfits(fits.given())).isEmpty();
        assertThat(interview.findings()).extracting(Finding::check).doesNotContain(check.code());
        assertThat(verdicts(interview, check, fits)).hasAtLeastOneElementOfType(Verdict.Holds.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void anExampleThatFailsIsFoundAndStillHasTheShapeOfAnInterview(String name, FormVersion form, Check check) {
        Example fails = Example.of(form.id(), check.code() + ".fails");

        assertThat(form.misfits(fails.given())).isEmpty();
        assertThat(form.confront(fails.given(), Context.of(fails.context()))).extracting(Finding::check)
                .contains(fails.finds());
    }

    private static List<Verdict> verdicts(Interview interview, Check check, Example example) {
        return check.each().map(roster -> rows(example.answers(), "", roster)
                        .map(row -> interview.verdict(check.code(), row)).toList())
                .orElseGet(() -> List.of(interview.verdict(check.code())));
    }

    /** Pointers of the rows of a roster, also of one within the rows of others. */
    private static Stream<String> rows(JsonNode answers, String row, String roster) {
        int within = roster.indexOf("/*/");
        String here = row + (within < 0 ? roster : roster.substring(0, within));
        Stream<String> rows = IntStream.range(0, answers.at(here).size()).mapToObj(index -> here + "/" + index);
        return within < 0 ? rows : rows.flatMap(each -> rows(answers, each, roster.substring(within + 2)));
    }
}
