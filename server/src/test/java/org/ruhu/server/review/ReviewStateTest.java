package org.ruhu.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.State;

/** Where a submission stands by its steps: a step and the revision it is about, one after another. */
class ReviewStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "                                     | 1 | received   | 0 | true",
            "pass 1                               | 1 | checked    | 0 | true",
            "pass 1                               | 2 | received   | 0 | true",
            "pass 1, accept 1                     | 1 | accepted   | 1 | true",
            "return 1                             | 1 | returned   | 0 | true",
            "return 1                             | 2 | received   | 0 | true",
            "pass 1, return 1                     | 1 | returned   | 0 | true",
            "return 1, pass 2, accept 2           | 2 | accepted   | 2 | true",
            "pass 1, accept 1                     | 2 | correction | 1 | false",
            "pass 1, accept 1                     | 3 | correction | 1 | false",
            "pass 1, accept 1, accept 2           | 2 | accepted   | 2 | true",
            "pass 1, accept 1, return 2           | 2 | accepted   | 1 | false",
            "pass 1, accept 1, return 2           | 3 | correction | 1 | false",
            "pass 1, accept 1, return 2, accept 3 | 3 | accepted   | 3 | true",
            "void 1                               | 1 | void       | 0 | false",
            "void 1                               | 2 | void       | 0 | false",
            "pass 1, void 1, restore 1            | 1 | checked    | 0 | true",
            "pass 1, accept 1, void 1             | 1 | void       | 1 | false",
            "pass 1, accept 1, void 1, restore 1  | 1 | accepted   | 1 | true",
            "return 1, void 1, restore 1          | 1 | returned   | 0 | true"})
    void aSubmissionStandsWhereItsStepsLed(String steps, int latest, String state, int accepted, boolean counts) {
        Review review = new Review(steps == null ? List.of() : taken(steps));
        assertThat(review.state(latest).word()).isEqualTo(state);
        assertThat(review.accepted().map(Taken::revision).orElse(0)).isEqualTo(accepted);
        assertThat(review.counts(latest)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "return 1, pass 2, accept 2 | 1 | returned",
            "pass 1, accept 1, return 2 | 2 | returned",
            "pass 1, accept 1, return 2 | 1 | accepted",
            "pass 1, accept 1, accept 2 | 1 | accepted"})
    void aRevisionStandsWhereItWasLeft(String steps, int revision, String state) {
        assertThat(new Review(taken(steps)).stateOf(revision)).isEqualTo(State.of(state).orElseThrow());
    }

    private static List<Taken> taken(String steps) {
        List<Taken> taken = new ArrayList<>();
        for (String step : steps.split(", ")) {
            String[] words = step.split(" ");
            taken.add(new Taken(taken.size() + 1, Integer.parseInt(words[1]), Step.of(words[0]).orElseThrow(), "zhuoma",
                    Instant.EPOCH, Json.object()));
        }
        return taken;
    }
}
