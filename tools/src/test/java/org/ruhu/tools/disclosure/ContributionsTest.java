package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of dominance, worked by hand. */
class ContributionsTest {

    /** The room is the most any rule wants: 100/k of the n largest less the sum, p% of the largest less the rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 30 20     | 1 | 75 | 10 | false | 0
            90 5 5       | 1 | 75 | 10 | true  | 20
            90 5 5       | 1 | 95 | 10 | true  | 4
            60 38 2      | 1 | 75 | 10 | true  | 4
            60 30 10     | 2 | 85 | 10 | true  | 5.88235294
            60 30 10     | 2 | 95 | 10 | false | 0
            100          | 1 | 75 | 10 | true  | 33.3333333
            -90 5 5      | 1 | 75 | 10 | true  | 20
            """)
    void aCellThatOneOrTwoHouseholdsMakeIsAtRisk(String amounts, int n, double k, double p, boolean dominated,
                                                 double room) throws IOException {
        TablePlan plan = Invented.tables(("{'population': 't', 'seed': 1, 'tables': {'t': {'sum': 'x', 'p': %s,"
                + " 'dominance': {'n': %d, 'percent': %s}, 'by': [{'from': 'a'}]}}}").formatted(p, n, k))
                .tables().get(0);
        Contributions contributions = new Contributions(1, Math.max(2, n));
        for (String amount : amounts.split(" ")) {
            contributions.add(0, Math.abs(Double.parseDouble(amount)));
        }
        assertThat(contributions.dominated(0, plan)).isEqualTo(dominated);
        assertThat(contributions.room(0, plan)).isEqualTo(room, within(1e-6));
    }
}
