package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.ruhu.server.App;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Queue;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.review.StoredSteps;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Blobs;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** A million submissions, most of them accepted: how long a page of those in a state takes, wherever it begins. */
final class ReviewQueueBenchmark {

    private static final int PER_VILLAGE = 200;
    private static final int AT_ONCE = 1_000;
    private static final int PAGES = 300;
    private static final String CAMPAIGN = "census-2026";

    private ReviewQueueBenchmark() {}

    /** @param args number of submissions */
    public static void main(String[] args) throws Exception {
        int submissions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("ruhu-reviews");
        try (Store store = Stores.open("sqlite:" + folder.resolve("ruhu.db"), App.KINDS)) {
            Attachments attachments = new Attachments(store,
                    Blobs.open("sqlite:", folder.resolve("a")), Clock.systemUTC());
            Queue queue = new Queue(store, new Reviews(store), Clock.systemUTC());
            timed("store %,d submissions".formatted(submissions), () -> fill(store, submissions));
            timed("note them", queue::follow);
            timed("store what was decided", () -> decide(store, submissions));
            timed("note where they stand", queue::follow);
            timed("compare that with the steps", () -> queue.check(false, System.out::println));
            Submissions all = new Submissions(store, attachments, new Waiting(store, attachments),
                    new Mentions(store, Clock.systemUTC()));
            Listing listing = new Listing(store, all, queue);
            for (State state : List.of(State.RECEIVED, State.CHECKED, State.ACCEPTED, State.RETURNED)) {
                pages(listing, Optional.of(state), submissions);
            }
            pages(listing, Optional.empty(), submissions);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static String unit(int n) {
        int village = n / PER_VILLAGE;
        return "54%02d%02d%03d%03d-%04d".formatted(1 + village / 2500, 2 + village / 250 % 10, 100 + village / 25 % 10,
                200 + village % 25, 1 + n % PER_VILLAGE);
    }

    private static void fill(Store store, int submissions) {
        ObjectNode answers = FieldKit.answers();
        List<Document> revisions = new ArrayList<>();
        for (int n = 0; n < submissions; n++) {
            UUID submission = submission(n);
            String area = unit(n).substring(0, 12);
            ObjectNode body = Json.object().put("submission", submission.toString()).put("number", 1);
            body.putObject("form").put("name", "household-census").put("version", "1.0");
            body.put("campaign", CAMPAIGN).put("unit", unit(n)).put("area", area).put("team", "team-1")
                    .put("author", "zhaxi").put("receivedAt", "2026-11-20T02:00:00Z").put("digest", "");
            body.putArray("attachments");
            body.putArray("persons");
            body.putArray("findings");
            body.set("answers", answers);
            body.putObject("missing");
            revisions.add(new Document(area + "/" + submission + "/000001", Json.bytes(body), Map.of(
                    "submission", submission.toString(), "number", 1L, "campaign", CAMPAIGN, "unit", unit(n),
                    "team", "team-1")));
            if (revisions.size() == AT_ONCE || n == submissions - 1) {
                store.insertAll(Submissions.KIND, revisions);
                revisions.clear();
            }
        }
    }

    private static void decide(Store store, int submissions) {
        List<Document> steps = new ArrayList<>();
        for (int n = 0; n < submissions; n++) {
            String[] taken = n % 20 == 0 ? new String[0] : n % 20 == 1 ? new String[] {"pass"}
                    : n % 20 == 2 ? new String[] {"return"} : new String[] {"pass", "accept"};
            for (int i = 0; i < taken.length; i++) {
                steps.add(StoredSteps.of(CAMPAIGN, unit(n).substring(0, 12) + "/" + submission(n), unit(n), i + 1,
                        taken[i]));
            }
            if (steps.size() >= AT_ONCE || n == submissions - 1) {
                store.insertAll(Reviews.STEPS, steps);
                steps.clear();
            }
        }
    }

    private static UUID submission(int n) {
        return new UUID(0x4000L, 0x8000000000000000L | n);
    }

    private static void pages(Listing listing, Optional<State> state, int submissions) {
        Login county = new Login("county", "", Optional.empty(), List.of(Grant.of(Role.COUNTY, "54", CAMPAIGN)));
        Listing.Filter filter = new Listing.Filter("54", List.of(CAMPAIGN), state);
        Random random = new Random(3);
        long[] nanos = new long[PAGES];
        int rows = 0;
        for (int i = -20; i < PAGES; i++) {
            Place after = new Place(CAMPAIGN, unit(random.nextInt(submissions)), new UUID(0, 0));
            long start = System.nanoTime();
            rows += listing.page(county, filter, Optional.of(after), 50).rows().size();
            nanos[Math.max(i, 0)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("50 that are %s: p50 %.1f ms, p99 %.1f ms (%,d rows)%n",
                state.map(State::word).orElse("anywhere"), nanos[PAGES / 2] / 1e6, nanos[PAGES * 99 / 100] / 1e6, rows);
    }

    private static void timed(String what, Runnable work) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %,d ms, %,d ms CPU%n", what, (System.nanoTime() - start) / 1_000_000,
                (system.getProcessCpuTime() - cpu) / 1_000_000);
    }
}
