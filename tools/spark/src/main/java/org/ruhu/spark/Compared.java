package org.ruhu.spark;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Part;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Tallies;
import org.ruhu.tools.link.train.PatternCounts;

/** What comes back from a part, packed. */
final class Compared {

    private Compared() {}

    /** Patterns of random pairs, then those of the pairs of blocks. */
    static byte[] counted(Plan plan, Route route, Gathered gathered) {
        Part part = gathered.part();
        Blocking blocking = gathered.blocking();
        Pack pack = new Pack();
        put(part.random(route.random(plan.settings()), piece ->
                piece % route.parts() == gathered.number()), pack);
        Tallies tallies = part.tallies(blocking, route.found(plan.settings()), Engine.LEARNED_FROM);
        tallies.byRule().forEach(counts -> put(counts, pack));
        put(tallies.candidates(), pack);
        put(tallies.byOne(), pack);
        put(tallies.byTwo(), pack);
        return pack.packed();
    }

    private static void put(PatternCounts counts, Pack pack) {
        int[] patterns = new int[counts.size()];
        long[] pairs = new long[counts.size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = counts.pattern(i);
            pairs[i] = counts.count(i);
        }
        pack.ints(patterns).longs(pairs);
    }

    /** Of one part or of all. */
    record Counts(PatternCounts random, Tallies tallies) {

        static Counts of(Plan plan, byte[] packed) {
            Unpack from = new Unpack(packed);
            PatternCounts random = counts(from);
            List<PatternCounts> byRule = new ArrayList<>();
            for (int rule = 0; rule < plan.rules(); rule++) {
                byRule.add(counts(from));
            }
            return new Counts(random, new Tallies(byRule, counts(from), counts(from), counts(from)));
        }

        private static PatternCounts counts(Unpack from) {
            return new PatternCounts(from.ints(), from.longs());
        }
    }

    static byte[] scored(Model model, double keep, Gathered gathered) {
        Scored scored = gathered.part().scored(gathered.blocking(), model, keep);
        return new Pack(20 * scored.size() + 256).ints(scored.left()).ints(scored.right()).floats(scored.weight())
                .ints(scored.pattern()).bytes(scored.rule()).longs(scored.newPairs()).packed();
    }

    /** @param keep that was wanted */
    static Scored scored(byte[] packed, double keep) {
        Unpack from = new Unpack(packed);
        return new Scored(from.ints(), from.ints(), from.floats(), from.ints(), from.bytes(), keep, false,
                from.longs());
    }
}
