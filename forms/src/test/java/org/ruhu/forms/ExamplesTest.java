package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

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
        return check.each().isEmpty() ? List.of(interview.verdict(check.code()))
                : IntStream.range(0, example.answers().at(check.each().get()).size())
                        .mapToObj(row -> interview.verdict(check.code(), row)).toList();
    }
}
