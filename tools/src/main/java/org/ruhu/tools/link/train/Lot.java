package org.ruhu.tools.link.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Shape;

/**
 * What links drawn by lot, of those nobody would have looked at, tell of the chance that such a link is wrong. A model
 * sees hardly an error there, and what it says of one in ten thousand is a guess; people who looked at some of them
 * know. All chances of an error are multiplied by one number, thought to be about 1 and hardly ever more than fifty or
 * less than a fiftieth; so a sample without an error does not abolish errors, nor does one error condemn the zone.
 *
 * @param drawn  how many were judged
 * @param wrong  of them, as a weighted share of the sample
 * @param expect of the model
 * @param times  so many times as many errors there are as the model expects
 * @param from   bits from which on this holds: the weight of the lightest, if that is more likely than not a link
 */
public record Lot(int drawn, double wrong, double expect, double times, double from) {

    private static final double SPREAD = 2;
    /** Bits of nine in ten: what is lighter was linked by another model, and is for clerks. */
    private static final double LINKED = Math.log(9) / Math.log(2);
    private static final double FARTHEST = 12;
    private static final int HALVINGS = 60;

    /** Empty if none was drawn, or too few to say. */
    public static Optional<Lot> of(Model model, List<Label> labels) {
        Shape shape = new Shape(model.settings().comparisons());
        List<Label> drawn = labels.stream().filter(Label::drawn).toList();
        if (drawn.size() < Judged.FEWEST) {
            return Optional.empty();
        }
        double each = drawn.stream().mapToDouble(Label::weight).average().orElseThrow();
        double wrong = 0;
        double expect = 0;
        double from = Double.POSITIVE_INFINITY;
        for (Label label : drawn) {
            double weight = Judged.weight(model, shape, label);
            wrong += label.same() ? 0 : label.weight() / each;
            expect += Model.probability(-weight) * label.weight() / each;
            from = Math.min(from, weight);
        }
        return Optional.of(new Lot(drawn.size(), wrong, expect, times(wrong, expect), Math.max(from, LINKED)));
    }

    /** The likeliest number, of errors that fall as by Poisson and a number whose logarithm is normal about 0. */
    static double times(double wrong, double expect) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (wrong - Math.exp(middle) * expect > middle / (SPREAD * SPREAD)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** Chance of a pair of some weight to be a match; it never falls as weights rise. */
    public double chance(double weight) {
        double bits = Math.log(times) / Math.log(2);
        return weight >= from ? Model.probability(weight - bits)
                : Math.min(Model.probability(weight), Model.probability(from - bits));
    }

    Note said() {
        return Note.of("lot", drawn, String.format(Locale.ROOT, "%.1f", wrong),
                String.format(Locale.ROOT, "%.2f", expect), String.format(Locale.ROOT, "%.2f", times));
    }
}
