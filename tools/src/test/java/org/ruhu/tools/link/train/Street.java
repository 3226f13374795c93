package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;

/**
 * Pairs of a village whose truth is known, among them brothers and sisters: not the same, but of one surname and telephone,
 * born within some years, with names that resemble each other. What agrees in them agrees together, which no model of
 * independent comparisons expects.
 */
final class Street {

    static final int MATCHES = 2_000;
    private static final int DIFFERENT = 998_000;
    private static final double[][] OF_KIN = {{0, .02, .33, .65}, {0, .97, .03}, {0, .12, .5, .38}, {0, .9, .1}};

    /** @param same what is true of it, which the model must not see */
    record Met(int pattern, List<String> rules, boolean same) {}

    final List<Met> met = new ArrayList<>();
    private final TreeMap<Integer, Long> random = new TreeMap<>();
    private final Random dice = new Random(11);
    private final int kin;

    /** @param kin pairs of brothers and sisters; without any the model of independent comparisons is right */
    Street(int kin) {
        this.kin = kin;
        Village village = new Village(5);
        for (int i = 0; i < MATCHES + DIFFERENT + kin; i++) {
            int[] levels = village.levels(i < MATCHES ? Village.M : i < MATCHES + kin ? OF_KIN : Village.U);
            int pattern = Village.SHAPE.pattern(levels);
            if (dice.nextInt(4) == 0) {
                random.merge(pattern, 1L, Long::sum);
            }
            List<String> rules = IntStream.range(0, 3).filter(c -> levels[c] == 1).mapToObj("rule [%d]"::formatted).toList();
            if (!rules.isEmpty()) {
                met.add(new Met(pattern, rules, i < MATCHES));
            }
        }
    }

    Counted counted() {
        return new Counted(Village.counts(random), IntStream.range(0, 3).mapToObj(c -> Village.session(
                counts(pair -> pair.rules().contains("rule [" + c + "]")), c)).toList(), candidates(),
                MATCHES + DIFFERENT + kin, Counted.Found.ALL);
    }

    PatternCounts candidates() {
        return counts(pair -> true);
    }

    private PatternCounts counts(Predicate<Met> wanted) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        met.stream().filter(wanted).forEach(pair -> counts.merge(pair.pattern(), 1L, Long::sum));
        return Village.counts(counts);
    }

    /** By what was learned, with thresholds of what it promises. */
    static Model model(Learned learned, PatternCounts candidates) {
        Model model = new Model(Village.settings(), learned.prior(), learned.chances(), Map.of(), learned.ties(),
                new Cuts(0, 0, 0), learned.notes());
        return new Model(model.settings(), model.prior(), model.chances(), Map.of(), model.ties(),
                CutChoice.choose(Weights.of(model, candidates), model.settings().thresholds()), model.notes());
    }

    Model plain() {
        return model(Trainer.learn(Village.settings(), counted()), candidates());
    }

    Lesson taught(List<Label> labels) {
        PatternCounts candidates = candidates();
        return Lesson.of(plain(), model(Trainer.learn(Village.settings(), counted(), labels), candidates), labels, candidates);
    }

    /** As clerks see them: all between two weights, in an order of chance. */
    List<Label> judged(Model model, double low, double high, int most) {
        List<Met> shown = new ArrayList<>(met.stream().filter(pair -> {
            double weight = model.weight(Village.SHAPE, pair.pattern());
            return weight >= low && weight < high;
        }).toList());
        Collections.shuffle(shown, dice);
        return shown.stream().limit(most).map(pair -> new Label(pair.pattern(), 0, pair.rules(), pair.same(), 1, false))
                .toList();
    }

    /** By lot of what is linked, each for as many as there are of one drawn. */
    List<Label> drawn(Model model, int most) {
        double all = met.stream().filter(pair -> model.weight(Village.SHAPE, pair.pattern()) >= model.cuts().automatic()).count();
        List<Label> drawn = judged(model, model.cuts().automatic(), Double.POSITIVE_INFINITY, most);
        return drawn.stream().map(label -> new Label(label.pattern(), 0, label.rules(), label.same(),
                Math.max(1, all / drawn.size()), true)).toList();
    }

    /** At the single cut. */
    double f1(Model model) {
        double above = 0;
        double right = 0;
        for (Met pair : met) {
            if (model.weight(Village.SHAPE, pair.pattern()) >= model.cuts().match()) {
                above++;
                right += pair.same() ? 1 : 0;
            }
        }
        return 2 * right / (above + met.stream().filter(Met::same).count());
    }

    /** Bits by which the truth of all pairs surprises, on the average of a match. */
    double surprise(Model model) {
        return Judged.surprise(model, met.stream().map(pair ->
                new Label(pair.pattern(), 0, pair.rules(), pair.same(), 1, false)).toList()) * met.size() / MATCHES;
    }
}
