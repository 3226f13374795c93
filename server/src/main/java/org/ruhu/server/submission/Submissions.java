package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.review.Newest;
import org.ruhu.server.review.Review;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.review.Subject;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * All revisions of all submissions. One insert holds answers, findings and digest: that insert is the commit, and the
 * unique (submission, number) decides races.
 */
public final class Submissions {

    /** A unit's number begins with its area, so that {@code listed} finds areas as well as units. */
    public static final Kind KIND = new Kind("revisions", true, List.of(
            Index.unique("identity", "submission", "number"),
            Index.on("listed", "campaign", "unit"),
            Index.on("team", "team", Index.SEQUENCE)));

    private static final int MOST_NAMING = 1_000;

    private final Store store;
    private final Attachments attachments;
    private final Waiting waiting;
    private final Mentions mentions;
    private final Reviews reviews;

    public Submissions(Store store, Attachments attachments, Waiting waiting, Mentions mentions) {
        this.store = store;
        this.attachments = attachments;
        this.waiting = waiting;
        this.mentions = mentions;
        this.reviews = new Reviews(store);
    }

    Receipt append(Revision revision) {
        waiting.note(List.of(revision));
        return refusal(revision).orElseGet(() -> store.insert(KIND, document(revision))
                ? new Receipt.Stored(revision) : receipt(revision));
    }

    /**
     * As {@link #append} for each by itself, waiting for the disk once.
     *
     * @param revisions of different submissions
     */
    List<Receipt> appendAll(List<Revision> revisions) {
        waiting.note(revisions);
        List<Optional<Receipt>> refusals = revisions.stream().map(this::refusal).toList();
        List<Document> documents = IntStream.range(0, revisions.size()).filter(i -> refusals.get(i).isEmpty())
                .mapToObj(i -> document(revisions.get(i))).toList();
        Iterator<Boolean> stored = store.insertAll(KIND, documents).iterator();
        return IntStream.range(0, revisions.size())
                .mapToObj(i -> refusals.get(i).orElseGet(() -> stored.next()
                        ? new Receipt.Stored(revisions.get(i)) : receipt(revisions.get(i))))
                .toList();
    }

    /** Nothing is ever taken away, so what is found before a correction is inserted is still true afterwards. */
    private Optional<Receipt> refusal(Revision revision) {
        if (revision.id().number() == 1) {
            return Optional.empty();
        }
        Optional<Revision> before = find(revision.id().before());
        if (before.isEmpty()) {
            int last = latest(revision.id().submission()).map(latest -> latest.id().number()).orElse(0);
            return Optional.of(new Receipt.OutOfOrder(last + 1));
        }
        return before.filter(existing -> !existing.sameUnit(revision)).map(Receipt.OtherUnit::new);
    }

    private Receipt receipt(Revision refused) {
        Revision existing = find(refused.id()).orElseThrow();
        if (!existing.sameUnit(refused)) {
            return new Receipt.OtherUnit(existing);
        }
        boolean same = existing.digest().equals(refused.digest());
        return same ? new Receipt.Replayed(existing) : new Receipt.Conflict(existing);
    }

    private static Document document(Revision revision) {
        return new Document(revision.key(), revision.body(), Map.of(
                "submission", revision.id().submission().toString(), "number", (long) revision.id().number(),
                "campaign", revision.campaign(), "unit", revision.unit(), "team", revision.team()));
    }

    Optional<Revision> find(RevisionId id) {
        return first(Range.of("identity", id.submission().toString(), (long) id.number()));
    }

    public Optional<Revision> latest(UUID submission) {
        return first(Range.of("identity", submission.toString()).backwards());
    }

    /** The revision that speaks for its unit; empty if there is none, or it is void. */
    public Optional<Revision> speaking(UUID submission) {
        return new Acceptance(reviews).speaking(all(submission));
    }

    /** Every revision of a submission, the interview first; empty if there is no such submission. */
    public List<Revision> all(UUID submission) {
        List<Revision> revisions = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("identity", submission.toString()))) {
            cursor.forEachRemaining(stored -> revisions.add(Revision.read(stored.body())));
        }
        return revisions;
    }

    /** What it names and what has not arrived. */
    List<String> absentAttachments(Revision revision) {
        return attachments.absent(revision.attachments());
    }

    Review review(Revision revision) {
        return reviews.of(revision.area(), revision.id().submission());
    }

    /** Where a submission stands, by its latest revision. */
    State state(Revision latest, Review review) {
        return waitingOr(review.state(latest.id().number()), latest);
    }

    /** Where one of its revisions stands. */
    State stateOf(Revision revision, Review review) {
        return waitingOr(review.stateOf(revision.id().number()), revision);
    }

    private State waitingOr(State state, Revision revision) {
        boolean undecided = state == State.RECEIVED || state == State.CORRECTION;
        return undecided && !absentAttachments(revision).isEmpty() ? State.WAITING : state;
    }

    /** @param revisions all of a submission, the interview first */
    public Subject subject(List<Revision> revisions) {
        Revision latest = revisions.get(revisions.size() - 1);
        Review review = review(latest);
        return new Subject(latest.id().submission(), latest.campaign(), latest.unit(), latest.area(),
                latest.id().number(), revisions.stream().map(Revision::author).collect(Collectors.toSet()),
                state(latest, review), review);
    }

    /** Where a unit stands by what came about it; empty if nothing has that is not void. */
    public Optional<Known> known(String campaign, String unit) {
        Optional<Known> best = Optional.empty();
        try (Latest latest = new Latest(store.range(KIND, Range.of("listed", campaign, unit)))) {
            while (latest.hasNext()) {
                Revision revision = Revision.read(latest.next().body());
                Review review = review(revision);
                State state = state(revision, review);
                if (state != State.VOID && best.filter(other -> other.rank() >= Known.rank(state)).isEmpty()) {
                    best = Optional.of(new Known(state, revision.id(), review));
                }
            }
        }
        return best;
    }

    /** Of several submissions about a unit, that which is furthest: one that need not be answered any more. */
    public record Known(State state, RevisionId revision, Review review) {

        private int rank() {
            return rank(state);
        }

        private static int rank(State state) {
            return state == State.RETURNED ? 0 : state == State.WAITING ? 1 : 2;
        }
    }

    /** The revision by which a unit stands. */
    Optional<Revision> latest(String campaign, String unit) {
        return Newest.of(store, campaign, unit).map(newest -> Revision.read(newest.revision().body()));
    }

    /** Something that changed where a unit stands, or may have. */
    public record Arrival(String campaign, String unit, long sequence) {}

    /** What a team sent behind a place in the change order: at least all that is new up to the last of them. */
    public List<Arrival> arrivals(String team, long since, int limit) {
        List<Arrival> arrivals = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("team", team).after(List.of(team, since)).limit(limit))) {
            while (cursor.hasNext()) {
                Stored stored = cursor.next();
                Revision revision = Revision.read(stored.body());
                arrivals.add(new Arrival(revision.campaign(), revision.unit(), stored.sequence()));
            }
        }
        for (Stored attachment : attachments.ofTeam(team, since, limit)) {
            naming(attachment.key(), "").filter(revision -> revision.team().equals(team)).forEach(revision ->
                    arrivals.add(new Arrival(revision.campaign(), revision.unit(), attachment.sequence())));
        }
        reviews.ofTeam(team, since, limit).forEach(step -> arrivals.add(arrival(step)));
        return arrivals;
    }

    private static Arrival arrival(Stored step) {
        JsonNode body = Json.own(step.body());
        return new Arrival(body.get("campaign").textValue(), body.get("unit").textValue(), step.sequence());
    }

    /** Whether a login may read a revision that names this attachment. */
    public boolean shows(Login login, String sha256) {
        return login.reach(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY).areas("").stream()
                .flatMap(area -> naming(sha256, area)).anyMatch(revision -> revision.readableBy(login));
    }

    /**
     * Revisions in an area that name a person or an attachment. It is few of them; of what very many name, such as a
     * number everybody gives, some.
     *
     * @param named fingerprint or SHA-256
     */
    Stream<Revision> naming(String named, String area) {
        return mentions.of(named, area, MOST_NAMING).stream().flatMap(id -> find(id).stream());
    }

    private Optional<Revision> first(Range range) {
        try (Cursor cursor = store.range(KIND, range.limit(1))) {
            return cursor.hasNext() ? Optional.of(Revision.read(cursor.next().body())) : Optional.empty();
        }
    }
}
