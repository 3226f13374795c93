package org.ruhu.tools.indicator.poverty;

import org.ruhu.tools.indicator.County;
import org.ruhu.tools.indicator.RuledByR;

/** Judges: base R by other formulas where there are others, laeken for the median. */
class PovertyRTest extends RuledByR {

    PovertyRTest() {
        super("poverty");
    }

    @Override
    protected void compute() {
        for (Negatives negatives : Negatives.values()) {
            PovertyTally tally = new PovertyTally(negatives);
            Incomes incomes = new Incomes();
            double[] weight = County.numbers("weight");
            double[] persons = County.numbers("persons");
            double[] income = County.numbers("income");
            double[] line = County.numbers("line");
            for (int i = 0; i < County.size(); i++) {
                tally.add(weight[i], persons[i], income[i], line[i]);
                incomes.add(weight[i], persons[i], income[i]);
            }
            say(negatives + ".", tally.poverty(), Inequality.of(incomes, negatives, 10));
        }
    }

    private void say(String start, Poverty poverty, Inequality inequality) {
        say(start + "fgt0", poverty.rate());
        say(start + "fgt1", poverty.gap());
        say(start + "fgt2", poverty.severity());
        say(start + "edge", poverty.edge());
        say(start + "rate0.9", poverty.lines().get(0).rate());
        say(start + "rate1.1", poverty.lines().get(2).rate());
        say(start + "gini", inequality.gini());
        say(start + "mean", inequality.mean());
        say(start + "median", inequality.median());
        inequality.lorenz().subList(1, 10).forEach(point -> say(start + "lorenz" + point.persons(), point.income()));
        say(start + "ratio", inequality.ratio());
    }
}
