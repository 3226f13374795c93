package org.ruhu.server.progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** A million units, nine in ten enumerated: what they weigh, how fast any area answers, how long saving and a start take. */
final class ProgressBenchmark {

    private static final int PER_VILLAGE = 200;
    private static final int QUESTIONS = 20_000;

    private ProgressBenchmark() {}

    /** @param args number of units */
    public static void main(String[] args) throws Exception {
        int units = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Facts facts = new Facts(Catalogue.bundled(), sha256 -> true, place -> Optional.empty());
        long before = usedBytes();
        Path folder = Files.createTempDirectory("ruhu-progress");
        try (Store store = Stores.open("sqlite:" + folder.resolve("ruhu.db"), List.of(Progress.KIND))) {
            Ledger ledger = new Ledger();
            Projector projector = new Projector(store, facts, ledger, Clock.systemUTC());
            timed("fold %,d units and revisions".formatted(units), () -> fold(ledger, units));
            System.out.printf("heap taken: %,d MB%n", (usedBytes() - before) >> 20);
            answers(ledger, units / PER_VILLAGE);
            timed("save everything", projector::save);
            fold(ledger, 1000);
            timed("save once more, few villages changed", projector::save);
        }
        try (Store store = Stores.open("sqlite:" + folder.resolve("ruhu.db"), List.of(Progress.KIND))) {
            for (int i = 0; i < 3; i++) {
                timed("start from what was saved",
                        () -> new Projector(store, facts, new Ledger(), Clock.systemUTC()));
            }
        }
    }

    private static String village(int n) {
        return "54%02d%02d%03d%03d".formatted(1 + n / 2500, 2 + n / 250 % 10, 100 + n / 25 % 10, 200 + n % 25);
    }

    private static void fold(Ledger ledger, int units) {
        Random random = new Random(1);
        List<Fact> facts = new ArrayList<>();
        for (int n = 0; n < units; n++) {
            Place place = Place.of("census-2026", village(n / PER_VILLAGE) + "-%04d".formatted(1 + n % PER_VILLAGE));
            facts.add(new Fact.Listed(place));
            if (random.nextInt(10) > 0) {
                facts.add(new Fact.Answered(place, n + 1, Instant.parse("2026-11-01T00:00:00Z").plusSeconds(random.nextInt(4_000_000)),
                        random.nextInt(8) == 0 ? "02" : "01", List.of()));
            }
            if (facts.size() >= 1000 || n == units - 1) {
                ledger.fold(facts);
                facts.clear();
            }
        }
    }

    private static void answers(Ledger ledger, int villages) {
        Random random = new Random(2);
        long[] nanos = new long[QUESTIONS];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < QUESTIONS; i++) {
                String area = village(random.nextInt(villages)).substring(0, Areas.LEVELS.get(random.nextInt(6)));
                long start = System.nanoTime();
                ledger.counts("census-2026", area);
                ledger.below("census-2026", area).forEach(code -> ledger.counts("census-2026", code));
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf("an area and those below it: p50 %.3f ms, p99 %.3f ms, max %.3f ms%n", nanos[QUESTIONS / 2] / 1e6,
                nanos[QUESTIONS * 99 / 100] / 1e6, nanos[QUESTIONS - 1] / 1e6);
    }

    private static void timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
