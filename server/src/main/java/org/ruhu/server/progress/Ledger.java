package org.ruhu.server.progress;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.progress.Tally.Counts;

/**
 * Every unit's standing, and the tallies of all areas above it. One folds facts in, many read; a reader sees all of a fact
 * or nothing of it.
 */
final class Ledger {

    /** Days are those of the people who count: everyone's clock in China shows one time. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    record VillageKey(String campaign, String village) {}

    private record Waiter(VillageKey village, int number) {}

    private final Map<VillageKey, Village> villages = new HashMap<>();
    private final Map<String, Areas> campaigns = new HashMap<>();
    private final Map<String, Set<Waiter>> waiters = new HashMap<>();
    private final Set<VillageKey> changed = new HashSet<>();

    synchronized void fold(List<Fact> facts) {
        for (Fact fact : facts) {
            if (fact instanceof Fact.Listed listed) {
                VillageKey key = key(listed.place());
                count(key, village(key).list(listed.place().number()));
            } else if (fact instanceof Fact.Answered answered) {
                VillageKey key = key(answered.place());
                count(key, village(key).answer(answered, day(answered.receivedAt())));
                await(key, answered.place().number());
            } else if (fact instanceof Fact.Settled settled) {
                VillageKey key = key(settled.newest().place());
                count(key, village(key).settle(settled));
                await(key, settled.newest().place().number());
            } else if (fact instanceof Fact.Arrived arrived) {
                arrive(arrived.sha256());
            }
        }
    }

    static int day(Instant moment) {
        return (int) moment.atZone(ZONE).toLocalDate().toEpochDay();
    }

    private void arrive(String sha256) {
        for (Waiter waiter : Optional.ofNullable(waiters.remove(sha256)).orElse(Set.of())) {
            count(waiter.village(), village(waiter.village()).arrive(waiter.number(), sha256));
            changed.add(waiter.village());
        }
    }

    private void await(VillageKey key, int number) {
        village(key).absent().getOrDefault(number, Set.of())
                .forEach(sha256 -> waiters.computeIfAbsent(sha256, any -> new HashSet<>()).add(new Waiter(key, number)));
    }

    /** Puts a village back as it was saved. */
    synchronized void restore(VillageKey key, Village village) {
        villages.put(key, village);
        Tally tally = new Tally();
        village.units().values().forEach(standing -> tally.change(Standing.UNKNOWN, standing));
        areas(key.campaign()).above(key.village()).forEach(area -> area.addAll(tally));
        village.absent().keySet().forEach(number -> await(key, number));
    }

    private static VillageKey key(Place place) {
        return new VillageKey(place.campaign(), place.village());
    }

    private Village village(VillageKey key) {
        return villages.computeIfAbsent(key, any -> new Village());
    }

    private void count(VillageKey key, Village.Step step) {
        if (!step.before().equals(step.after())) {
            changed.add(key);
            areas(key.campaign()).above(key.village()).forEach(area -> area.change(step.before(), step.after()));
        }
    }

    private Areas areas(String campaign) {
        return campaigns.computeIfAbsent(campaign, any -> new Areas());
    }

    private Areas known(String campaign) {
        return campaigns.getOrDefault(campaign, new Areas());
    }

    synchronized Counts counts(String campaign, String area) {
        return known(campaign).tally(area).orElseGet(Tally::new).counts();
    }

    /** Together; no area lies in another. */
    synchronized Counts counts(String campaign, List<String> together) {
        Tally sum = new Tally();
        together.forEach(area -> known(campaign).tally(area).ifPresent(sum::addAll));
        return sum.counts();
    }

    /** The areas one level below that have units, in order. */
    synchronized List<String> below(String campaign, String area) {
        return known(campaign).below(area);
    }

    synchronized Set<String> campaigns() {
        return Set.copyOf(campaigns.keySet());
    }

    /** Every area that has units, at all levels. */
    synchronized Set<String> codes(String campaign) {
        return known(campaign).codes();
    }

    /** Those that changed since the last time this was asked. */
    synchronized List<VillageKey> takeChanged() {
        List<VillageKey> taken = new ArrayList<>(changed);
        changed.clear();
        return taken;
    }

    synchronized void keepChanged(List<VillageKey> again) {
        changed.addAll(again);
    }

    /** A copy of a village to be saved. */
    synchronized byte[] saved(VillageKey key) {
        return SavedVillage.write(key, villages.get(key));
    }
}
