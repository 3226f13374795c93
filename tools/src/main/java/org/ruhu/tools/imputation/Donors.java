package org.ruhu.tools.imputation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Those whose answers may be lent, by class: of each class a simple random sample, the same in whatever order they come.
 */
final class Donors {

    /** Of larger classes so many are drawn by lot, so that memory is bounded. */
    static final int MOST = 100;

    /** @param place of a donor, which settles whoever draws the same lot */
    private record Lot(long number, String place) {}

    /** @param place submission and row */
    record Donor(String place, List<JsonNode> values) {}

    /** @param rule index of the rule in its plan; @param level of the class */
    record Class(int rule, int level, String key) {}

    private static final Comparator<Lot> BY_LOT = Comparator.comparingLong(Lot::number).thenComparing(Lot::place);

    private final long seed;
    private final Map<Class, TreeMap<Lot, Donor>> drawn = new HashMap<>();
    private final Map<Class, List<Donor>> ready = new HashMap<>();

    Donors(long seed) {
        this.seed = seed;
    }

    void add(Class into, Donor donor) {
        TreeMap<Lot, Donor> sample = drawn.computeIfAbsent(into, c -> new TreeMap<>(BY_LOT));
        sample.put(new Lot(lot("lends", into.rule(), donor.place()), donor.place()), donor);
        if (sample.size() > MOST) {
            sample.pollLastEntry();
        }
    }

    /** How many classes there are with somebody in them. */
    int classes() {
        return drawn.size();
    }

    /** No more are added. */
    void close() {
        drawn.forEach((into, sample) -> ready.put(into, new ArrayList<>(sample.values())));
        drawn.clear();
    }

    /** @return one of a class, by lot; empty if it has fewer than {@code least} */
    Optional<Donor> draw(Class from, int least, String place) {
        List<Donor> some = ready.getOrDefault(from, List.of());
        return some.size() < least ? Optional.empty()
                : Optional.of(some.get((int) Long.remainderUnsigned(lot("takes", from.rule(), place), some.size())));
    }

    private long lot(String purpose, int rule, String place) {
        byte[] bytes = (seed + " " + purpose + " " + rule + " " + place).getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0)[0];
    }
}
