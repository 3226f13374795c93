package org.ruhu.server.progress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The units of one village in one campaign. */
final class Village {

    private final Map<Integer, Standing> units = new HashMap<>();
    /** What the latest revisions of waiting units still wait for. */
    private final Map<Integer, Set<String>> absent = new HashMap<>();

    /** A unit's standing as it was and as it is. */
    record Step(Standing before, Standing after) {}

    Standing standing(int number) {
        return units.getOrDefault(number, Standing.UNKNOWN);
    }

    Map<Integer, Standing> units() {
        return units;
    }

    Map<Integer, Set<String>> absent() {
        return absent;
    }

    Step list(int number) {
        return step(number, standing(number).onTheFrame());
    }

    Step answer(Fact.Answered answered, int day) {
        int number = answered.place().number();
        Standing before = standing(number);
        if (answered.sequence() > before.sequence()) {
            await(answered);
        }
        return step(number, before.with(answered, day, absent.containsKey(number)));
    }

    Step settle(Fact.Settled now) {
        int number = now.newest().place().number();
        await(now.newest());
        return step(number, standing(number).settled(now, absent.containsKey(number)));
    }

    private void await(Fact.Answered answered) {
        int number = answered.place().number();
        absent.remove(number);
        if (!answered.absent().isEmpty()) {
            absent.put(number, new HashSet<>(answered.absent()));
        }
    }

    Step arrive(int number, String sha256) {
        Set<String> missing = absent.getOrDefault(number, Set.of());
        if (missing.contains(sha256)) {
            missing.remove(sha256);
            if (missing.isEmpty()) {
                absent.remove(number);
            }
        }
        return step(number, standing(number).waiting(absent.containsKey(number)));
    }

    /** As it was when it was saved. */
    void restore(int number, Standing standing, Set<String> missing) {
        units.put(number, standing);
        if (!missing.isEmpty()) {
            absent.put(number, new HashSet<>(missing));
        }
    }

    private Step step(int number, Standing after) {
        Standing before = standing(number);
        if (!before.equals(after)) {
            units.put(number, after);
        }
        return new Step(before, after);
    }
}
