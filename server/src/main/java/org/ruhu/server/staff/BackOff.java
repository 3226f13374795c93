package org.ruhu.server.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes whoever is wrong too often wait, twice as long each time. Kept in memory: to forget it an attacker would have
 * to restart the server.
 */
final class BackOff {

    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final int MOST_NAMES = 100_000;

    private record Wrongs(int count, Instant last, Instant lockedUntil) {}

    private final int free;
    private final Clock clock;
    private final Map<String, Wrongs> wrongs = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrongs> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** @param free how many wrong attempts in a row cost nothing but the last */
    BackOff(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /** How long there is to wait still; zero if an attempt may be made. */
    synchronized Duration wait(String name) {
        Wrongs known = wrongs.get(name);
        Instant now = clock.instant();
        return known != null && now.isBefore(known.lockedUntil()) ? Duration.between(now, known.lockedUntil())
                : Duration.ZERO;
    }

    synchronized void wrong(String name) {
        Instant now = clock.instant();
        Wrongs before = wrongs.remove(name);
        boolean fresh = before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now);
        int count = fresh ? 1 : before.count() + 1;
        wrongs.put(name, new Wrongs(count, now, now.plus(lock(count))));
    }

    synchronized void right(String name) {
        wrongs.remove(name);
    }

    private Duration lock(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(count - free, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
