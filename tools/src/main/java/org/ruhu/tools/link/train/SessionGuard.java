package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.train.Session.Follows;

/** Fits a session and says whether it may be believed. */
final class SessionGuard {

    /** A session with fewer expected matches teaches nothing. */
    static final double FEWEST_MATCHES = 10;
    private static final double SMALLEST_SHARE = 1e-6;
    private static final int FEWEST_COMPARISONS = 2;
    /**
     * How much oftener than by chance different records may agree before a comparison is told to follow from the rule.
     */
    private static final double FOLLOWS = 5;
    private static final double FOLLOWS_SHARE = 0.3;
    private static final double FOLLOWS_SAME = 0.5;
    /** Part of the rule's pairs that must be different before one comparison is judged by all others. */
    private static final double ENOUGH_DIFFERENT = 0.05;
    /** What different records agree on oftener has nothing else in its wake: sexes, say. */
    private static final double RARE = 0.05;

    private final List<Comparison> comparisons;
    private final SessionCounts counts;
    private final Sample sample;
    private final int most;

    /** @param most steps of the maximisation */
    SessionGuard(List<Comparison> comparisons, SessionCounts counts, Sample sample, int most) {
        this.comparisons = comparisons;
        this.counts = counts;
        this.sample = sample;
        this.most = most;
    }

    Session learn(double[][] u, Ties ties) {
        boolean[] off = new boolean[comparisons.size()];
        counts.off().forEach(c -> off[c] = true);
        List<Note> notes = new ArrayList<>();
        double[] all = new double[sample.size()];
        Arrays.fill(all, 1);
        double[][] tally = sample.tally(all);
        for (int c = 0; c < off.length; c++) {
            off[c] |= Chances.pairs(tally[c]) == 0;
        }
        List<Follows> follows = following(u, tally, off);
        for (Follows each : follows) {
            off[each.comparison()] = true;
            notes.add(Note.of("follows", counts.rule(), comparisons.get(each.comparison()).name()));
        }
        if (on(off) < FEWEST_COMPARISONS) {
            return new Session(counts.rule(), new double[off.length][], off, Optional.empty(), follows,
                    Optional.of(Note.of("few-comparisons", counts.rule())), notes);
        }
        return judged(SessionFit.best(sample, u, off, ties, most), u, off, follows, notes);
    }

    /** Learns again, with a u that has changed a little, from where it stood. */
    Session onward(double[][] u, Ties ties, Session earlier) {
        return earlier.fit().map(fit -> judged(SessionFit.onward(sample, u, earlier.off(), ties, most, fit), u,
                earlier.off(), earlier.follows(), earlier.notes())).orElse(earlier);
    }

    private Session judged(SessionFit fit, double[][] u, boolean[] off, List<Follows> follows, List<Note> notes) {
        return new Session(counts.rule(), fit.same(), off, Optional.of(fit), follows, doubt(fit, u, off), notes);
    }

    /**
     * Comparisons on which different records agree because the rule made something else equal, as surnames in one house
     * do. Those that agree suspiciously often are judged by a fit that leaves all of them out. Where too few are left
     * for that, all agree nearly always: such pairs are mostly the same.
     */
    private List<Follows> following(double[][] u, double[][] tally, boolean[] off) {
        boolean[] without = off.clone();
        List<Integer> suspects = new ArrayList<>();
        for (int c = 0; c < off.length; c++) {
            if (!off[c] && oftener(tally[c], u[c][1])) {
                suspects.add(c);
                without[c] = true;
            }
        }
        List<Integer> when = counts.off().stream().filter(c -> u[c][1] < RARE).sorted().toList();
        if (suspects.isEmpty() || on(without) < FEWEST_COMPARISONS) {
            return oneByOne(u, off, suspects, when);
        }
        SessionFit fit = SessionFit.best(sample, u, without, Ties.NONE, most);
        double[][] different = fit.different();
        return suspects.stream().filter(c -> oftener(different[c], u[c][1])
                && first(different[c]) > FOLLOWS_SAME * first(fit.same()[c]))
                .map(c -> new Follows(when, c, Chances.ofSame(fit.same(), u)[c], Chances.ofDifferent(different)[c]))
                .toList();
    }

    /**
     * Where nearly everything agrees more often than elsewhere, since many of the rule's pairs are the same. The one that
     * tells most of what is not so is left out, then the next, as long as the others find enough different records.
     */
    private List<Follows> oneByOne(double[][] u, boolean[] off, List<Integer> suspects, List<Integer> when) {
        boolean[] out = off.clone();
        List<Follows> found = new ArrayList<>();
        Optional<Follows> next = Optional.empty();
        do {
            double most = 0;
            next = Optional.empty();
            for (int c : suspects) {
                boolean[] without = out.clone();
                without[c] = true;
                if (out[c] || telling(u, without) < FEWEST_COMPARISONS) {
                    continue;
                }
                SessionFit fit = SessionFit.best(sample, u, without, Ties.NONE, this.most);
                double[][] different = fit.different();
                double bits = Math.log(first(different[c]) / u[c][1]);
                if (bits > most && Chances.pairs(different[c]) > ENOUGH_DIFFERENT * sample.pairs()
                        && oftener(different[c], u[c][1]) && first(different[c]) > FOLLOWS_SAME * first(fit.same()[c])) {
                    most = bits;
                    next = Optional.of(new Follows(when, c, Chances.ofSame(fit.same(), u)[c],
                            Chances.ofDifferent(different)[c]));
                }
            }
            next.ifPresent(follows -> {
                found.add(follows);
                out[follows.comparison()] = true;
            });
        } while (next.isPresent());
        return found;
    }

    private static boolean oftener(double[] tally, double chance) {
        return Chances.pairs(tally) >= FEWEST_MATCHES && first(tally) > Math.max(FOLLOWS_SHARE, FOLLOWS * chance);
    }

    private static double first(double[] tally) {
        return tally[1] / Math.max(Chances.pairs(tally), Double.MIN_NORMAL);
    }

    private Optional<Note> doubt(SessionFit fit, double[][] u, boolean[] off) {
        if (!fit.converged()) {
            return Optional.of(Note.of("not-settled", counts.rule(), fit.steps()));
        }
        if (fit.share() < SMALLEST_SHARE) {
            return Optional.of(Note.of("small-share", counts.rule(),
                    String.format(Locale.ROOT, "%.1e", fit.share())));
        }
        if (fit.matches() < FEWEST_MATCHES) {
            return Optional.of(Note.of("few-matches", counts.rule(),
                    String.format(Locale.ROOT, "%.1f", fit.matches())));
        }
        int against = 0;
        for (int c = 0; c < off.length; c++) {
            if (off[c]) {
                continue;
            }
            double values = Chances.pairs(fit.same()[c]);
            if (fit.same()[c][1] <= values * u[c][1] && values * u[c][1] >= FEWEST_MATCHES / 2) {
                return Optional.of(Note.of("no-oftener", counts.rule(), comparisons.get(c).name()));
            }
            against += fit.m()[c][fit.m()[c].length - 1] > 0.5 ? 1 : 0;
        }
        return fit.share() > 0.5 && 2 * against > on(off)
                ? Optional.of(Note.of("large-share", counts.rule(),
                        String.format(Locale.ROOT, "%.0f", 100 * fit.share()))) : Optional.empty();
    }

    /** Comparisons that hardly ever agree by chance: without two of them nobody can say which records differ. */
    private static int telling(double[][] u, boolean[] off) {
        return (int) IntStream.range(0, off.length).filter(c -> !off[c] && u[c][1] < RARE).count();
    }

    private static int on(boolean[] off) {
        int on = 0;
        for (boolean each : off) {
            on += each ? 0 : 1;
        }
        return on;
    }
}
