package org.ruhu.tools.indicator.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ruhu.tools.indicator.County;
import org.ruhu.tools.indicator.RuledByR;

/** Judge: base R, and numDeriv for the variance of kappa. */
class QualityRTest extends RuledByR {

    private static final double[] D1 = County.numbers("d1");
    private static final double[] D2 = County.numbers("d2");
    private static final double[] D3 = County.numbers("d3");
    private static final double[] INCOME = County.numbers("income");

    QualityRTest() {
        super("quality");
    }

    @Override
    protected void compute() {
        agreement();
        repeated();
        proportions();
        ages();
        Digits digits = Digits.of(Arrays.stream(INCOME).mapToObj(income -> (long) Math.floor(Math.abs(income)))
                .toList());
        say("digits", digits.evenness().statistic());
        say("digits.p", digits.evenness().p());
        Middle middle = Middle.of(INCOME);
        say("lower", middle.lower());
        say("median", middle.median());
        say("upper", middle.upper());
        say("score", Deviations.scores(INCOME).get(6));
        say("robust", Deviations.robustScores(INCOME).get(6));
    }

    private void agreement() {
        long[][] pairs = new long[3][3];
        for (int i = 0; i < County.size(); i++) {
            pairs[(int) Math.min(2, 2 * D1[i] + D2[i])][(int) Math.min(2, 2 * D1[i] + D3[i])]++;
        }
        Agreement agreement = Agreement.of(pairs);
        say("gross", agreement.gross().share());
        say("inconsistency", agreement.inconsistency());
        say("kappa", agreement.kappa());
        say("kappa.variance", agreement.kappaVariance());
        for (int k = 0; k < 3; k++) {
            say("net" + (k + 1), agreement.categories().get(k).net());
            say("inconsistency" + (k + 1), agreement.categories().get(k).inconsistency());
        }
    }

    private void repeated() {
        double[] second = IntStream.range(0, INCOME.length)
                .mapToDouble(i -> Math.rint(INCOME[i] / 100) * 100 + 100 * D1[i] - 40 * D2[i]).toArray();
        Repeated repeated = Repeated.of(INCOME, second);
        say("t", repeated.t().statistic());
        say("t.p", repeated.t().p());
        say("difference", repeated.meanDifference());
        say("response", repeated.responseVariance());
        say("reliability", repeated.reliability());
        say("wilcoxon", repeated.wilcoxon().statistic());
        say("wilcoxon.p", repeated.wilcoxon().p());
        Repeated few = Repeated.of(Arrays.copyOf(INCOME, 20), Arrays.copyOf(second, 20));
        say("few.wilcoxon", few.wilcoxon().statistic());
        say("few.wilcoxon.p", few.wilcoxon().p());
        Repeated tied = Repeated.of(County.numbers("persons"), Arrays.stream(D1).map(d -> 2 + 2 * d).toArray());
        say("tied.wilcoxon", tied.wilcoxon().statistic());
        say("tied.wilcoxon.p", tied.wilcoxon().p());
    }

    private void proportions() {
        int n = County.size();
        say("apart.p", Proportions.apart(new Share((long) Arrays.stream(D1).sum(), n),
                new Share((long) Arrays.stream(D2).sum(), n)).p());
        int yesNo = (int) IntStream.range(0, n).filter(i -> D1[i] > D2[i]).count();
        int noYes = (int) IntStream.range(0, n).filter(i -> D1[i] < D2[i]).count();
        say("paired.p", Proportions.paired(yesNo, noYes).p());
    }

    private void ages() {
        Ages men = Ages.of(IntStream.rangeClosed(0, 100)
                .mapToDouble(age -> 1000 - 9 * age + (age % 10 == 0 ? 300 : 0) + (age % 5 == 0 ? 150 : 0)).toArray());
        Ages women = Ages.of(IntStream.rangeClosed(0, 100)
                .mapToDouble(age -> 980 - 8 * age + (age % 10 == 0 ? 350 : 0) + 7 * (age % 3)).toArray());
        say("whipple", men.whipple());
        say("myers", men.myers());
        say("sex", Ages.sexRatio(men, women));
        say("age20", men.ageRatio(20));
        say("joint", Ages.jointScore(men, women));
    }
}
