package org.ruhu.tools.indicator.deprivation;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.indicator.County;
import org.ruhu.tools.indicator.RuledByR;
import org.ruhu.tools.indicator.deprivation.Lacks.State;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;
import org.ruhu.tools.indicator.deprivation.Scheme.Indicator;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Lonely;

/** Judge: R, by matrices; standard errors by its package survey. */
class DeprivationRTest extends RuledByR {

    private static final Scheme SCHEME = new Scheme(List.of(new Indicator("d1", 2), new Indicator("d2", 2),
            new Indicator("d3", 1), new Indicator("d4", 1)));

    DeprivationRTest() {
        super("deprivation");
    }

    @Override
    protected void compute() {
        double[] weight = County.numbers("weight");
        double[] persons = County.numbers("persons");
        List<Lacks> lacks = lacks();
        DeprivationTally tally = new DeprivationTally(SCHEME);
        DesignBuilder builder = new DesignBuilder(Lonely.REFUSE);
        for (int i = 0; i < County.size(); i++) {
            tally.add(weight[i], persons[i], lacks.get(i));
            builder.add(County.words("stratum")[i], County.words("cluster")[i], weight[i])
                    .population(County.words("stratum")[i], County.numbers("villages")[i]);
        }
        Estimator estimator = new Estimator(builder.build());
        for (Unknowns unknowns : Unknowns.values()) {
            SampledDeprivation sampled = new SampledDeprivation(estimator, SCHEME, persons, lacks, unknowns);
            for (Cutoff cutoff : List.of(new Cutoff(1, 5), new Cutoff(1, 3), new Cutoff(1, 2))) {
                say(unknowns + " " + cutoff.over() + "/" + cutoff.under() + " ", tally.measures(cutoff, unknowns),
                        sampled);
            }
        }
    }

    private static List<Lacks> lacks() {
        double[] content = County.numbers("content");
        List<Lacks> lacks = new ArrayList<>();
        for (int i = 0; i < County.size(); i++) {
            List<State> states = new ArrayList<>();
            for (int j = 1; j <= 4; j++) {
                states.add(j == 4 && content[i] == 0 ? State.UNKNOWN
                        : County.numbers("d" + j)[i] == 1 ? State.DEPRIVED : State.NOT_DEPRIVED);
            }
            lacks.add(Lacks.of(states));
        }
        return lacks;
    }

    private void say(String name, Multidimensional found, SampledDeprivation sampled) {
        Cutoff cutoff = found.cutoff();
        say(name + "h", found.headcount());
        say(name + "m0", found.adjusted());
        say(name + "a", found.intensity());
        variance(name + "h", sampled.headcount(cutoff, Design.ALL).estimate());
        variance(name + "m0", sampled.adjusted(cutoff, Design.ALL));
        variance(name + "a", sampled.intensity(cutoff, Design.ALL));
        for (int j = 0; j < 4; j++) {
            Multidimensional.Part part = found.parts().get(j);
            say(name + "censored" + (j + 1), part.censored());
            variance(name + "censored" + (j + 1), sampled.censored(j, cutoff, Design.ALL).estimate());
            say(name + "contribution" + (j + 1), part.contribution());
            say(name + "uncensored" + (j + 1), sampled.uncensored(j, Design.ALL).share());
        }
    }

    private void variance(String name, Estimate estimate) {
        say(name + ".variance", estimate.variance());
    }
}
