package org.ruhu.server.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tallies of one campaign: of all areas together, and of each province, prefecture, county, township and village. */
final class Areas {

    /** Digits of an area code at each level, from all areas together to the village. */
    static final List<Integer> LEVELS = List.of(0, 2, 4, 6, 9, 12);
    private static final char BEHIND_DIGITS = '9' + 1;

    private final List<NavigableMap<String, Tally>> byLevel = new ArrayList<>();

    Areas() {
        LEVELS.forEach(digits -> byLevel.add(new TreeMap<>()));
    }

    /** The village and everything it lies in. */
    List<Tally> above(String village) {
        List<Tally> tallies = new ArrayList<>(LEVELS.size());
        for (int level = 0; level < LEVELS.size(); level++) {
            tallies.add(byLevel.get(level).computeIfAbsent(village.substring(0, LEVELS.get(level)), any -> new Tally()));
        }
        return tallies;
    }

    Optional<Tally> tally(String area) {
        int level = LEVELS.indexOf(area.length());
        return level < 0 ? Optional.empty() : Optional.ofNullable(byLevel.get(level).get(area));
    }

    List<String> below(String area) {
        int level = LEVELS.indexOf(area.length());
        boolean none = level < 0 || level == LEVELS.size() - 1;
        return none ? List.of() : List.copyOf(byLevel.get(level + 1).subMap(area, area + BEHIND_DIGITS).keySet());
    }

    Set<String> codes() {
        Set<String> codes = new HashSet<>();
        byLevel.forEach(level -> codes.addAll(level.keySet()));
        return codes;
    }
}
