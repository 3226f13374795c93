package org.ruhu.server.link;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decisions to learn from, a line each: which records, what was decided, and how the pair came before clerks. */
final class Labels {

    private static final String HEAD = "left,right,same,zone,sampled,weight\n";

    private final List<Pair> decided;
    private final double each;

    Labels(List<Pair> pairs) {
        decided = pairs.stream().filter(pair -> pair.state().decided() && !pair.changed())
                .sorted(Comparator.comparing(pair -> Pair.key(pair.left().record(), pair.right().record()))).toList();
        long linked = pairs.stream().filter(pair -> pair.score().zone() == Zone.AUTOMATIC && pair.state() != State.GONE)
                .count();
        each = linked / (double) Math.max(1, decided.stream().filter(Labels::drawn).count());
    }

    private static boolean drawn(Pair pair) {
        return pair.sampled() && pair.score().zone() == Zone.AUTOMATIC;
    }

    String csv() {
        return HEAD + decided.stream().map(this::line).collect(Collectors.joining());
    }

    /** All others are judged because all of their kind are, so they stand for themselves. */
    private String line(Pair pair) {
        return String.format(Locale.ROOT, "%s,%s,%d,%s,%d,%.3f\n", pair.left().record(), pair.right().record(),
                pair.state() == State.SAME ? 1 : 0, pair.score().zone().word(), drawn(pair) ? 1 : 0,
                drawn(pair) ? Math.max(1, each) : 1.0);
    }
}
