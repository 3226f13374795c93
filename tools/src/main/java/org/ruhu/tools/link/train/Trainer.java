package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Shape;

/**
 * Learns from counted patterns alone how often the same and different records agree, and how many are the same.
 * <ol>
 * <li>u from random pairs.
 * <li>m from the pairs of each rule, u fixed; see {@link SessionFit}.
 * <li>The prior from the candidates of all rules, m and u fixed; no more matches than the records can have.
 * <li>Some random pairs are matches. Each pattern is taken out of u by the chance that it is one, and all begins again
 *     until u stands still.
 * </ol>
 */
public final class Trainer {

    private static final int ROUNDS = 8;
    private static final int ANEW = 2;
    private static final int LEAST_ROUNDS = 2;
    private static final double STILL = 0.01;
    private static final double START = 1e-4;
    private static final double LEAST_RECALL = 0.2;

    private final Settings settings;
    private final List<Comparison> comparisons;
    private final Counted counted;
    private final Shape shape;
    private final Sample random;
    private final Sample candidates;
    private final List<Label> labels;

    private Trainer(Settings settings, Counted counted, List<Label> labels) {
        this.settings = settings;
        this.comparisons = settings.comparisons();
        this.counted = counted;
        shape = new Shape(comparisons);
        random = new Sample(shape, counted.random());
        this.labels = labels;
        candidates = sample(counted.candidates(), labels.stream().filter(label -> !label.rules().isEmpty()).toList());
    }

    public static Learned learn(Settings settings, Counted counted) {
        return learn(settings, counted, List.of());
    }

    /**
     * @param labels judged pairs, held to be what they were said to be; with few of them nothing is learned from any
     */
    public static Learned learn(Settings settings, Counted counted, List<Label> labels) {
        return new Trainer(settings, counted, labels.size() < Judged.FEWEST ? List.of() : labels).learn();
    }

    private Sample sample(PatternCounts counts, List<Label> said) {
        return new Sample(shape, counts, Clamp.of(counts, said));
    }

    private Learned learn() {
        double[] different = new double[random.size()];
        Arrays.fill(different, 1);
        double[][] u = Chances.ofDifferent(random.tally(different));
        double recall = settings.training().recall().orElse(1.0);
        List<SessionGuard> guards = guards();
        List<Session> sessions = List.of();
        Ties ties = Ties.NONE;
        boolean[] rare = new boolean[comparisons.size()];
        for (int round = 1; ; round++) {
            double[][] tally = random.tally(different);
            sessions = sessions(guards, u, ties, round <= ANEW ? List.of() : sessions);
            Pooled pooled = new Pooled(comparisons, u, sessions, candidates, counted.pairs());
            double[][] m = ordered(pooled, u, tally);
            ties = Ties.of(sessions, m, u);
            double[] evidence = evidence(candidates, m, u, ties);
            double free = prior(evidence, recall);
            boolean tooMany = settings.training().prior().isEmpty() && free * counted.pairs() > counted.most();
            double prior = tooMany ? counted.most() / counted.pairs() : free;
            double matches = Mixture.matches(evidence, candidates.counts(), prior);
            Model model = new Model(settings, prior, chances(m, u, pooled, rare), Map.of(), ties.list(),
                    new Cuts(0, 0, 0),
                    notes(pooled, sessions, tooMany ? free : 0));
            recall = settings.training().recall().orElseGet(() -> recall(model));
            different = different(evidence(random, m, u, ties), prior);
            double[][] next = Chances.ofDifferent(random.tally(different));
            rare = Rare.correct(next, random.tally(different), counted.sessions(), sessions, counted.pairs());
            if (round == ROUNDS || round >= LEAST_ROUNDS && moved(u, next) < STILL) {
                return new Learned(model.prior(), matches, model.chances(), model.ties(), model.notes());
            }
            u = next;
        }
    }

    private static double[] evidence(Sample sample, double[][] m, double[][] u, Ties ties) {
        boolean[] none = new boolean[m.length];
        double[] evidence = sample.sums(Chances.evidence(m, u, none));
        double[] repeated = ties.repeated(sample, none);
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] += repeated[i];
        }
        return evidence;
    }

    private List<SessionGuard> guards() {
        List<String> wanted = settings.training().sessions();
        return counted.sessions().stream().filter(session -> wanted.isEmpty() || wanted.contains(session.rule()))
                .map(session -> new SessionGuard(comparisons, session, sample(session.counts(),
                        labels.stream().filter(label -> label.rules().contains(session.rule())).toList()),
                        settings.training().iterations())).toList();
    }

    /** Where u still moves much every session begins anew. */
    private static List<Session> sessions(List<SessionGuard> guards, double[][] u, Ties ties,
            List<Session> earlier) {
        return IntStream.range(0, guards.size()).mapToObj(i -> earlier.isEmpty() ? guards.get(i).learn(u, ties)
                : guards.get(i).onward(u, ties, earlier.get(i))).toList();
    }

    private double[][] ordered(Pooled pooled, double[][] u, double[][] different) {
        double[][] m = pooled.m();
        double[][] ordered = new double[m.length][];
        for (int c = 0; c < m.length; c++) {
            ordered[c] = Order.put(m[c], u[c], pooled.same()[c], different[c]);
        }
        return ordered;
    }

    private double prior(double[] evidence, double recall) {
        double found = counted.pairs() * recall;
        return settings.training().prior().orElseGet(() -> Math.min(0.5,
                Math.max(0.5 / found, Mixture.share(evidence, candidates.counts(), found, START))));
    }

    private double recall(Model model) {
        double found = counted.found().share(pattern -> Model.probability(model.weight(shape, pattern)));
        return Math.min(1, Math.max(LEAST_RECALL, found));
    }

    /**
     * No more is taken out than twice what the prior expects: a model gone wrong shall not talk away what chance does.
     */
    private double[] different(double[] evidence, double prior) {
        double[] same = Mixture.posterior(evidence, prior);
        double taken = 0;
        for (int i = 0; i < same.length; i++) {
            taken += same[i] * random.count(i);
        }
        double allowed = Math.min(1, 2 * prior * random.pairs() / Math.max(taken, Double.MIN_NORMAL));
        double[] different = new double[same.length];
        for (int i = 0; i < same.length; i++) {
            different[i] = 1 - allowed * same[i];
        }
        return different;
    }

    private static double moved(double[][] u, double[][] next) {
        double moved = 0;
        for (int c = 0; c < u.length; c++) {
            for (int level = 1; level < u[c].length; level++) {
                moved = Math.max(moved, Math.abs(Math.log(u[c][level] / next[c][level])));
            }
        }
        return moved;
    }

    private List<List<Chance>> chances(double[][] m, double[][] u, Pooled pooled, boolean[] rare) {
        List<List<Chance>> chances = new ArrayList<>();
        String uFrom = String.format(Locale.ROOT, "%d pairs at random", (long) random.pairs());
        for (int c = 0; c < m.length; c++) {
            List<Chance> levels = new ArrayList<>();
            for (int level = 1; level < m[c].length; level++) {
                levels.add(new Chance(m[c][level], u[c][level], pooled.from(c),
                        rare[c] && level == 1 ? "all pairs that agree, without the matches among them" : uFrom));
            }
            chances.add(levels);
        }
        return chances;
    }

    private List<Note> notes(Pooled pooled, List<Session> sessions, double refused) {
        List<Note> notes = new ArrayList<>();
        for (Session session : sessions) {
            notes.addAll(session.notes());
            session.refused().ifPresent(notes::add);
        }
        if (sessions.stream().noneMatch(Session::used)) {
            notes.add(Note.of("guess"));
        }
        notes.addAll(pooled.notes());
        if (refused > 0) {
            notes.add(Note.of("too-many", String.format(Locale.ROOT, "%,.0f", refused * counted.pairs()),
                    String.format(Locale.ROOT, "%,.0f", counted.most())));
        }
        return notes;
    }
}
