package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Note;

/**
 * What all sessions taught of how often the same records agree: their expected matches added up, so that each counts by
 * how much it saw. What none taught is taken from the pairs of all rules, told apart by the other comparisons; where
 * these are too few, it is assumed.
 */
final class Pooled {

    static final String ASSUMED = "assumed: nothing was learned of it";
    private static final double ENOUGH = 50;
    private static final double APART = 0.15;
    private static final double TIMES = 4;

    private final List<Comparison> comparisons;
    private final double[][] u;
    private final List<Session> sessions;
    private final double[][] same;
    private final String[] from;
    private final double[][] m;
    private final List<Note> notes = new ArrayList<>();

    Pooled(List<Comparison> comparisons, double[][] u, List<Session> sessions, Sample candidates,
            double pairs) {
        this.comparisons = comparisons;
        this.u = u;
        this.sessions = sessions;
        this.same = candidates.empty();
        this.from = new String[comparisons.size()];
        for (int c = 0; c < from.length; c++) {
            add(c);
        }
        m = Chances.ofSame(same, u);
        boolean[] unknown = new boolean[from.length];
        for (int c = 0; c < from.length; c++) {
            unknown[c] = from[c] == null;
        }
        for (int c = 0; c < from.length; c++) {
            if (unknown[c]) {
                guess(c, unknown, candidates, pairs);
            }
        }
    }

    double[][] m() {
        return m;
    }

    double[][] same() {
        return same;
    }

    String from(int comparison) {
        return from[comparison];
    }

    List<Note> notes() {
        return notes;
    }

    private void add(int comparison) {
        List<String> names = new ArrayList<>();
        double lowest = 1;
        double highest = 0;
        for (Session session : sessions) {
            if (!session.used() || session.off()[comparison]) {
                continue;
            }
            double[] tally = session.same()[comparison];
            double pairs = Chances.pairs(tally);
            for (int level = 0; level < tally.length; level++) {
                same[comparison][level] += tally[level];
            }
            names.add(session.rule());
            if (pairs >= ENOUGH) {
                lowest = Math.min(lowest, tally[1] / pairs);
                highest = Math.max(highest, tally[1] / pairs);
            }
        }
        if (!names.isEmpty() && Chances.pairs(same[comparison]) > 1) {
            from[comparison] = "learned from the pairs of " + String.join(", ", names);
            disagreement(comparison, lowest, highest);
        }
    }

    private void disagreement(int comparison, double lowest, double highest) {
        if (highest - lowest > APART || 1 - lowest > TIMES * (1 - highest) && 1 - lowest > 0.05) {
            notes.add(Note.of("disagreement", comparisons.get(comparison).name(),
                    String.format(Locale.ROOT, "%.3f", lowest), String.format(Locale.ROOT, "%.3f", highest)));
        }
    }

    private void guess(int comparison, boolean[] unknown, Sample candidates, double pairs) {
        double[] evidence = candidates.sums(Chances.evidence(m, u, unknown));
        double share = Mixture.share(evidence, candidates.counts(), pairs, 1e-4);
        double[] tally = candidates.tally(candidates.held(Mixture.posterior(evidence, share)))[comparison];
        String name = comparisons.get(comparison).name();
        if (Arrays.equals(unknown, all()) || Chances.pairs(tally) < SessionGuard.FEWEST_MATCHES) {
            from[comparison] = ASSUMED;
            m[comparison] = Chances.assumed(m[comparison].length);
            notes.add(Note.of("assumed", name));
        } else {
            from[comparison] = "learned from the pairs of all rules, told apart by the other comparisons";
            same[comparison] = tally;
            m[comparison] = Chances.ofSame(new double[][] {tally}, new double[][] {u[comparison]})[0];
            notes.add(Note.of("from-all", name));
        }
    }

    private boolean[] all() {
        boolean[] all = new boolean[from.length];
        Arrays.fill(all, true);
        return all;
    }
}
