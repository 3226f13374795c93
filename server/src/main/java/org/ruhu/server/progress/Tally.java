package org.ruhu.server.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ruhu.server.progress.Standing.State;

/** The units of an area, counted; kept up to date as each of them changes. */
final class Tally {

    private final Map<State, Long> states = new EnumMap<>(State.class);
    private final Map<String, Long> results = new HashMap<>();
    private final Map<Integer, Long> arrivals = new HashMap<>();
    private long lastArrival;

    /** Counts a unit that stood otherwise before, or was not counted. */
    void change(Standing before, Standing after) {
        if (before.listed()) {
            count(before, -1);
        }
        if (after.listed()) {
            count(after, 1);
            lastArrival = Math.max(lastArrival, after.lastArrival());
        }
    }

    private void count(Standing standing, long by) {
        add(states, standing.state(), by);
        if (standing.enumerated()) {
            standing.resultCode().ifPresent(code -> add(results, code, by));
            add(arrivals, standing.firstDay(), by);
        }
    }

    void addAll(Tally other) {
        other.states.forEach((state, units) -> add(states, state, units));
        other.results.forEach((code, units) -> add(results, code, units));
        other.arrivals.forEach((day, units) -> add(arrivals, day, units));
        lastArrival = Math.max(lastArrival, other.lastArrival);
    }

    private static <K> void add(Map<K, Long> counts, K key, long by) {
        counts.merge(key, by, (old, more) -> old + more == 0 ? null : Long.valueOf(old + more));
    }

    Counts counts() {
        Map<LocalDate, Long> days = new TreeMap<>();
        arrivals.forEach((day, units) -> days.put(LocalDate.ofEpochDay(day), units));
        return new Counts(new EnumMap<>(states), new TreeMap<>(results), days,
                lastArrival == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lastArrival)));
    }

    /**
     * A tally at a moment. What is zero is not there.
     *
     * @param results  enumerated units by result code
     * @param arrivals units by the day of their first arrival
     */
    record Counts(Map<State, Long> states, Map<String, Long> results, Map<LocalDate, Long> arrivals,
                  Optional<Instant> lastArrival) {

        long units() {
            return states.values().stream().mapToLong(Long::longValue).sum();
        }

        long enumerated() {
            return units() - states.getOrDefault(State.LISTED, 0L) - states.getOrDefault(State.VOID, 0L);
        }
    }
}
