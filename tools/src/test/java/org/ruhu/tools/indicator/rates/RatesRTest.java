package org.ruhu.tools.indicator.rates;

import org.ruhu.tools.indicator.County;
import org.ruhu.tools.indicator.RuledByR;
import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.design.Lonely;
import org.ruhu.tools.indicator.rates.Settings.Limits;
import org.ruhu.tools.indicator.rates.Settings.Unclear;
import org.ruhu.tools.indicator.rates.ThreeRates.Finding;
import org.ruhu.tools.indicator.rates.Visit.Group;
import org.ruhu.tools.indicator.rates.Visit.Recognition;

/** Judge: R's package survey; the composite by its symbolic derivatives. */
class RatesRTest extends RuledByR {

    RatesRTest() {
        super("rates");
    }

    @Override
    protected void compute() {
        Evaluation evaluation = new Evaluation(new Settings(new Limits(0.02, 0.02, 0.03, 0.9), Confidence.of95(1.5),
                Lonely.REFUSE, Unclear.AS_NO, true));
        String[] stratum = County.words("stratum");
        String[] cluster = County.words("cluster");
        String[] status = County.words("status");
        double[] weight = County.numbers("weight");
        double[] persons = County.numbers("persons");
        double[] villages = County.numbers("villages");
        double[] wrong = County.numbers("wrong");
        double[] missed = County.numbers("missed");
        double[] content = County.numbers("content");
        for (int i = 0; i < County.size(); i++) {
            Group group = status[i].equals("left") ? Group.LEFT : status[i].equals("out") ? Group.OUTSIDE
                    : Group.STILL_POOR;
            int suspected = (int) (wrong[i] + missed[i]);
            evaluation.add(new Visit(stratum[i], cluster[i], weight[i], group, (int) persons[i], suspected,
                    (int) (suspected * content[i]), content[i] == 1 ? Recognition.YES : Recognition.UNCLEAR));
            evaluation.population(stratum[i], villages[i]);
        }
        ThreeRates rates = evaluation.rates(new Population(50000, 900, 6000, 40000));
        say("suspected", rates.suspected());
        say("verified", rates.verified());
        say("recognition", rates.recognition().share().share());
        say("recognition.variance", rates.recognition().share().estimate().variance());
    }

    private void say(String kind, Finding finding) {
        say(kind + ".exited", finding.wronglyExited().share().share());
        say(kind + ".exited.variance", finding.wronglyExited().share().estimate().variance());
        say(kind + ".missed", finding.missed().share().share());
        say(kind + ".missed.variance", finding.missed().share().estimate().variance());
        say(kind + ".composite", finding.composite().incidence());
        say(kind + ".composite.variance", finding.composite().variance());
        say(kind + ".composite.apart", finding.composite().apart());
    }
}
