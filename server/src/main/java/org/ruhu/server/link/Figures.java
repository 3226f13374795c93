package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.server.door.Json;

/** How many pairs stand where, how far the model can be trusted by itself, and how far clerks agree. */
final class Figures {

    /** Of the normal distribution, for intervals that hold in 95 of 100 cases. */
    private static final double Z = 1.959963984540054;
    /** Last day of each class of age; what is older comes last. */
    private static final List<Integer> AGES = List.of(1, 7, 30);

    private final List<Pair> pairs;
    private final Instant now;

    Figures(List<Pair> pairs, Instant now) {
        this.pairs = List.copyOf(pairs);
        this.now = now;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        ObjectNode counts = json.putObject("counts");
        for (Zone zone : Zone.values()) {
            ObjectNode states = counts.putObject(zone.word());
            Arrays.stream(State.values()).forEach(state -> states.put(state.word(), pairs.stream()
                    .filter(pair -> pair.score().zone() == zone && pair.state() == state).count()));
        }
        json.set("automatic", automatic());
        json.set("agreement", agreement());
        var open = json.putArray("open");
        for (int i = 0; i <= AGES.size(); i++) {
            long least = i == 0 ? 0 : AGES.get(i - 1) + 1;
            long most = i == AGES.size() ? Long.MAX_VALUE : AGES.get(i);
            open.addObject().put("days", most == Long.MAX_VALUE ? least + "+" : least + "-" + most)
                    .put("pairs", waits().stream().filter(days -> days >= least && days <= most).count());
        }
        pairs.stream().filter(pair -> pair.state().open()).map(Figures::since).min(Comparator.naturalOrder())
                .ifPresent(oldest -> json.put("oldest", oldest.toString()));
        return json;
    }

    /** Precision of what the model links by itself, from the pairs drawn by lot that clerks have decided. */
    private ObjectNode automatic() {
        List<Pair> all = pairs.stream().filter(pair -> pair.score().zone() == Zone.AUTOMATIC)
                .filter(pair -> pair.state() != State.GONE).toList();
        List<Verdict> decided = all.stream().filter(Pair::sampled).flatMap(pair -> pair.decision().stream()).toList();
        long same = decided.stream().filter(verdict -> verdict == Verdict.SAME).count();
        ObjectNode json = Json.object().put("pairs", all.size())
                .put("sampled", all.stream().filter(Pair::sampled).count()).put("decided", decided.size())
                .put("same", same);
        if (!decided.isEmpty()) {
            double[] interval = wilson(same, decided.size());
            json.put("precision", (double) same / decided.size()).put("low", interval[0]).put("high", interval[1]);
        }
        return json;
    }

    /** Interval for a share, after Wilson (1927); keeps within 0 and 1 and is of use for few cases, too. */
    static double[] wilson(long of, long all) {
        double share = (double) of / all;
        double shrunk = 1 + Z * Z / all;
        double middle = (share + Z * Z / (2 * all)) / shrunk;
        double half = Z / shrunk * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }

    /** First and second judgement of each pair, each time it was open. Third persons are no part of it. */
    private ObjectNode agreement() {
        List<List<Verdict>> twice = pairs.stream().flatMap(pair -> rounds(pair).stream())
                .filter(round -> round.size() >= 2).map(round -> round.subList(0, 2)).toList();
        long agreed = twice.stream().filter(two -> two.get(0) == two.get(1)).count();
        ObjectNode json = Json.object().put("pairs", twice.size()).put("agreed", agreed).put("disputed",
                twice.stream().filter(two -> two.get(0) != two.get(1) || two.get(0) == Verdict.UNSURE).count());
        if (!twice.isEmpty()) {
            json.put("share", (double) agreed / twice.size());
            kappa(twice).ifPresent(kappa -> json.put("kappa", kappa));
        }
        return json;
    }

    /**
     * Agreement beyond chance after Fleiss (1971), as clerks are not always the same two: 1 whole, 0 as by lot. Empty
     * if everybody always said the same, when there is nothing to tell from chance.
     */
    static Optional<Double> kappa(List<List<Verdict>> twice) {
        Map<Verdict, Integer> said = new EnumMap<>(Verdict.class);
        twice.forEach(two -> two.forEach(verdict -> said.merge(verdict, 1, Integer::sum)));
        double all = 2.0 * twice.size();
        double chance = said.values().stream().mapToDouble(number -> number / all * (number / all)).sum();
        double agreed = (double) twice.stream().filter(two -> two.get(0) == two.get(1)).count() / twice.size();
        return said.size() < 2 ? Optional.empty() : Optional.of((agreed - chance) / (1 - chance));
    }

    private static List<List<Verdict>> rounds(Pair pair) {
        List<List<Verdict>> rounds = new ArrayList<>(List.of(new ArrayList<>()));
        for (Judgement said : pair.judgements()) {
            if (said.judges()) {
                rounds.get(rounds.size() - 1).add(said.verdict());
            } else {
                rounds.add(new ArrayList<>());
            }
        }
        return rounds;
    }

    /** Days that each open pair has waited. */
    private List<Long> waits() {
        return pairs.stream().filter(pair -> pair.state().open())
                .map(pair -> Math.max(0, Duration.between(since(pair), now).toDays())).toList();
    }

    /** When it was found, or opened again. */
    private static Instant since(Pair pair) {
        return pair.judgements().stream().filter(said -> !said.judges()).map(Judgement::at)
                .max(Comparator.naturalOrder()).orElse(pair.foundAt());
    }
}
