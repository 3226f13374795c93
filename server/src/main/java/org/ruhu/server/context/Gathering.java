package org.ruhu.server.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.outside.Gather;
import org.ruhu.server.context.Ground.Place;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.StoreFailure;
import org.ruhu.server.submission.Acceptance;
import org.ruhu.server.submission.Reopened;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Submissions;

/**
 * Numbers about all interviews of an area. An area that is asked about is read once, beside the request, and then
 * followed in the change order as long as somebody asks. Who asks about a large one waits a little and then goes on
 * without: an interview is never kept at the door because a county has to be read.
 */
public final class Gathering implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT_UNASKED = Duration.ofMinutes(10);
    private static final int MOST_ROWS = 500_000;
    private static final int CHANGES_AT_ONCE = 100;
    private static final Set<String> KINDS = Set.of(Submissions.KIND.name(), Reviews.STEPS.name());

    /** @param patience who asks waits no longer than until then, however often it asks */
    private record Kept(Ground ground, CompletableFuture<Void> filled, Instant patience) {}

    private final Store store;
    private final Contributions contributions;
    private final Clock clock;
    private final Instant lateUntil;
    private final Map<Place, Kept> kept = new ConcurrentHashMap<>();
    private final ExecutorService readers = Executors.newFixedThreadPool(2, task -> {
        Thread made = new Thread(task, "gathering");
        made.setDaemon(true);
        return made;
    });
    private long position;
    private boolean lookedAgain;

    public Gathering(Store store, Catalogue catalogue, Reopened reopened, Clock clock) {
        this.store = store;
        this.contributions = new Contributions(catalogue, reopened, new Acceptance(new Reviews(store)));
        this.clock = clock;
        this.lateUntil = clock.instant().plus(store.lateness());
        this.lookedAgain = store.lateness().isZero();
    }

    /**
     * @param campaign whose interviews
     * @param area     prefix of their units
     * @return empty when it takes too long to find out now
     */
    public Optional<Gathered> of(Gather gather, String campaign, String area) {
        Kept found = kept(new Place(campaign, area, gather.form()));
        found.ground().asked(clock.millis());
        if (!filled(found)) {
            return Optional.empty();
        }
        follow();
        return Optional.of(found.ground().gathered(gather));
    }

    /** From here on nothing that changes is missed, so reading what is there may begin. */
    private synchronized Kept kept(Place place) {
        if (kept.isEmpty()) {
            position = store.lastSequence();
        }
        return kept.computeIfAbsent(place, asked -> {
            Ground ground = new Ground(asked, contributions);
            return new Kept(ground, CompletableFuture.runAsync(() -> fill(ground), readers),
                    clock.instant().plus(PATIENCE));
        });
    }

    private void fill(Ground ground) {
        Range range = Range.of("listed", ground.place().campaign()).startingWith(ground.place().area());
        try (Cursor cursor = store.range(Submissions.KIND, range)) {
            cursor.forEachRemaining(stored -> ground.take(Revision.read(stored.body()), stored.sequence()));
        }
    }

    private boolean filled(Kept asked) {
        try {
            long left = Duration.between(clock.instant(), asked.patience()).toMillis();
            asked.filled().get(Math.max(0, left), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            kept.remove(asked.ground().place());
            throw e.getCause() instanceof StoreFailure failure ? failure
                    : new IllegalStateException("interviews of an area cannot be read", e.getCause());
        }
    }

    /** Takes what came since; to be called again and again, so that who asks need not wait for much. */
    public synchronized void follow() {
        if (!lookedAgain && clock.instant().isAfter(lateUntil)) {
            lookedAgain = true;
            kept.clear();
        }
        if (kept.isEmpty()) {
            return;
        }
        List<Change> changes = store.since(position, CHANGES_AT_ONCE);
        while (!changes.isEmpty()) {
            changes.stream().filter(change -> KINDS.contains(change.kind())).forEach(this::take);
            position = changes.get(changes.size() - 1).sequence();
            changes = store.since(position, CHANGES_AT_ONCE);
        }
    }

    /** The key begins with the area, so most are passed over unread. */
    private void take(Change change) {
        List<Ground> concerned = kept.values().stream().map(Kept::ground)
                .filter(ground -> change.document().key().startsWith(ground.place().area())).toList();
        if (!concerned.isEmpty() && change.kind().equals(Reviews.STEPS.name())) {
            JsonNode step = Json.own(change.document().body());
            concerned.forEach(ground -> again(ground, step.get("campaign").textValue(), step.get("unit").textValue()));
        } else if (!concerned.isEmpty()) {
            Revision revision = Revision.read(change.document().body());
            concerned.forEach(ground -> ground.take(revision, change.sequence()));
        }
    }

    /** What was decided may make another revision of the unit count, or none. */
    private void again(Ground ground, String campaign, String unit) {
        if (!campaign.equals(ground.place().campaign())) {
            return;
        }
        ground.forget(unit);
        try (Cursor about = store.range(Submissions.KIND, Range.of("listed", campaign, unit))) {
            about.forEachRemaining(stored -> ground.take(Revision.read(stored.body()), stored.sequence()));
        }
    }

    /** Follows, and forgets what nobody asks about any more. */
    public synchronized void turn() {
        follow();
        long now = clock.millis();
        kept.values().removeIf(one -> one.filled().isDone() && now - one.ground().lastAsked() > KEPT_UNASKED.toMillis());
        while (kept.size() > 1 && kept.values().stream().mapToLong(one -> one.ground().size()).sum() > MOST_ROWS) {
            kept.values().stream().map(Kept::ground)
                    .min((one, other) -> Long.compare(one.lastAsked(), other.lastAsked()))
                    .ifPresent(oldest -> kept.remove(oldest.place()));
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
