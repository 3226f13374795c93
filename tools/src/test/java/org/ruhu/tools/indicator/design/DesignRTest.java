package org.ruhu.tools.indicator.design;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ruhu.tools.indicator.County;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.RuledByR;
import org.ruhu.tools.indicator.poverty.Negatives;
import org.ruhu.tools.indicator.poverty.SampledPoverty;

/** Judge: R's package survey. */
class DesignRTest extends RuledByR {

    private static final Confidence AS_R = new Confidence(0.95, true, false, 1);
    private static final String[] STRATUM = County.words("stratum");
    private static final String[] CLUSTER = County.words("cluster");
    private static final String[] STATUS = County.words("status");
    private static final double[] WEIGHT = County.numbers("weight");
    private static final double[] VILLAGES = County.numbers("villages");
    private static final double[] PERSONS = County.numbers("persons");
    private static final double[] INCOME = County.numbers("income");
    private static final double[] MONEY = product(PERSONS, INCOME);

    DesignRTest() {
        super("design");
    }

    private static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = left[i] * right[i];
        }
        return product;
    }

    private static Estimator sample(Lonely lonely, boolean corrected, IntPredicate kept) {
        DesignBuilder builder = new DesignBuilder(lonely);
        for (int i = 0; i < County.size(); i++) {
            if (kept.test(i)) {
                builder.add(STRATUM[i], CLUSTER[i], WEIGHT[i]);
                if (corrected) {
                    builder.population(STRATUM[i], VILLAGES[i]);
                }
            }
        }
        return new Estimator(builder.build());
    }

    private static double[] kept(double[] numbers, IntPredicate kept) {
        return IntStream.range(0, numbers.length).filter(kept).mapToDouble(i -> numbers[i]).toArray();
    }

    @Override
    protected void compute() {
        Estimator sample = sample(Lonely.REFUSE, true, Design.ALL);
        IntPredicate left = unit -> STATUS[unit].equals("left");
        all("total", sample.total(MONEY, Design.ALL));
        all("mean", sample.mean(INCOME, Design.ALL));
        all("endless", sample(Lonely.REFUSE, false, Design.ALL).mean(INCOME, Design.ALL));
        all("left", sample.mean(INCOME, left));
        all("ratio", sample.ratio(MONEY, PERSONS, Design.ALL));
        say("left.degrees", sample.mean(INCOME, left).degreesOfFreedom());
        say("degrees", sample.mean(INCOME, Design.ALL).degreesOfFreedom());
        say("mean.low", sample.mean(INCOME, Design.ALL).interval(0.95).low());
        say("left.ratio.variance", sample.ratio(County.numbers("wrong"), PERSONS, left).variance());
        say("left.total.variance", sample.total(MONEY, left).variance());
        double[] ones = new double[County.size()];
        Arrays.fill(ones, 1);
        Estimate gap = sample.difference(INCOME, ones, left, unit -> STATUS[unit].equals("out"));
        say("gap", gap.value());
        say("gap.variance", gap.variance());
        shares("left", sample.proportion(County.numbers("wrong"), PERSONS, left));
        shares("out", sample.proportion(County.numbers("missed"), PERSONS, unit -> STATUS[unit].equals("out")));
        bounds("content.beta", sample.proportion(County.numbers("content"), ones, Design.ALL).clopperPearson(AS_R));
        poverty(sample);
        lonely();
    }

    private void all(String name, Estimate estimate) {
        say(name, estimate.value());
        say(name + ".variance", estimate.variance());
        say(name + ".deff", estimate.deff());
    }

    private void bounds(String name, Bounds bounds) {
        say(name + ".low", bounds.low());
        say(name + ".high", bounds.high());
    }

    private void shares(String name, Proportion proportion) {
        say(name + ".share", proportion.share());
        say(name + ".share.variance", proportion.estimate().variance());
        bounds(name + ".beta", proportion.clopperPearson(AS_R));
        bounds(name + ".logit", proportion.logit(0.95));
        bounds(name + ".wilson", proportion.wilson(new Confidence(0.95, false, false, 1)));
    }

    private void poverty(Estimator sample) {
        SampledPoverty poverty = new SampledPoverty(sample, PERSONS, INCOME, County.numbers("line"), Design.ALL,
                Negatives.AS_THEY_ARE);
        for (int power = 0; power < 3; power++) {
            say("fgt" + power + ".variance", poverty.fgt(power, Design.ALL).variance());
        }
        Estimate gini = poverty.gini(Design.ALL);
        Estimate out = poverty.gini(unit -> STATUS[unit].equals("out"));
        say("gini", gini.value());
        say("gini.variance", gini.variance());
        say("gini.out", out.value());
        say("gini.out.variance", out.variance());
        for (double share : new double[] {0.2, 0.5, 0.8}) {
            SampledPoverty.Placed income = poverty.quantile(share, 0.95, Design.ALL);
            say("quantile" + share, income.value());
            bounds("quantile" + share, income.bounds());
        }
    }

    private void lonely() {
        IntPredicate few = unit -> !STRATUM[unit].equals("3") || CLUSTER[unit].equals("301");
        say("lonely.adjusted.variance", lonely(Lonely.GRAND_MEAN, few));
        say("lonely.merged.variance", lonely(Lonely.MERGE, few));
    }

    private static Measured lonely(Lonely lonely, IntPredicate few) {
        return sample(lonely, true, few).ratio(kept(MONEY, few), kept(PERSONS, few), Design.ALL).variance();
    }
}
