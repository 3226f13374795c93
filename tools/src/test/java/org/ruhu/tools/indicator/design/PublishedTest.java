package org.ruhu.tools.indicator.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.dataset.Judge;

/**
 * The samples of Californian schools that come with R's package survey, and the figures its documentation prints for
 * them (Lumley, "A survey analysis example", and Lumley 2004, Journal of Statistical Software 9(8)).
 */
class PublishedTest {

    private record Schools(List<String[]> rows) {

        static Schools of(String name) throws Exception {
            String said = Judge.r(Path.of(PublishedTest.class.getResource("/indicator/api.R").toURI()).getParent(),
                    "api.R", name);
            return new Schools(said.lines().skip(1).map(line -> line.split(",")).toList());
        }

        Estimator estimator() {
            DesignBuilder builder = new DesignBuilder(Lonely.REFUSE);
            rows.forEach(row -> builder.add(row[0], row[1], Double.parseDouble(row[2]))
                    .population(row[0], Double.parseDouble(row[3])));
            return new Estimator(builder.build());
        }

        double[] column(int column) {
            return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
        }
    }

    private static void says(Estimate estimate, double value, double error, double digit) {
        assertThat(estimate.value().value().orElseThrow()).isCloseTo(value, within(digit / 2));
        assertThat(estimate.standardError().value().orElseThrow()).isCloseTo(error, within(error * 5e-5));
    }

    @Test
    void apiclus1() throws Exception {
        Schools schools = Schools.of("apiclus1");
        says(schools.estimator().mean(schools.column(4), Design.ALL), 644.17, 23.542, 0.01);
        says(schools.estimator().total(schools.column(5), Design.ALL), 3404940, 932235, 1);
        says(schools.estimator().ratio(schools.column(6), schools.column(5), Design.ALL), 0.8497087, 0.008386297, 1e-7);
    }

    @Test
    void apistrat() throws Exception {
        Schools schools = Schools.of("apistrat");
        says(schools.estimator().mean(schools.column(4), Design.ALL), 662.29, 9.4089, 0.01);
        says(schools.estimator().total(schools.column(5), Design.ALL), 3687178, 114642, 1);
    }
}
