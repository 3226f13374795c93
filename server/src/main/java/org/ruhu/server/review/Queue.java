package org.ruhu.server.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Store.Replacement;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Histories;
import org.ruhu.server.submission.State;
import org.ruhu.server.submission.Submissions;

/**
 * Which submissions stand where, so that those in a state are found without looking at all. It is only a help to find
 * them, made behind the change order: where a submission stands is told by its steps.
 */
public final class Queue {

    /** A document for each submission, named {@code area/submission}. */
    public static final Kind KIND = new Kind("reviews", false, List.of(
            Index.on("by_state", "campaign", "state", "unit")));

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MENDED_AT_ONCE = 500;
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final Store store;
    private final Reviews reviews;
    private final Follower follower;

    public Queue(Store store, Reviews reviews, Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.follower = new Follower(store, clock, KIND.name(), this::told);
    }

    /** Notes what came since. */
    public void follow() {
        follower.follow();
    }

    /** New submissions, which most changes are, are written together. */
    private void told(List<Change> changes) {
        Map<String, Document> fresh = new LinkedHashMap<>();
        Set<String> moved = new LinkedHashSet<>();
        for (Change change : changes) {
            String key = change.document().key();
            if (change.kind().equals(Submissions.KIND.name()) && key.endsWith("/000001")) {
                fresh.put(front(key), document(front(key), change.document().body(), State.RECEIVED));
            } else if (change.kind().equals(Submissions.KIND.name()) || change.kind().equals(Reviews.STEPS.name())) {
                moved.add(front(key));
            }
        }
        List<Document> documents = List.copyOf(fresh.values());
        List<Boolean> inserted = store.insertAll(KIND, documents);
        for (int i = 0; i < documents.size(); i++) {
            if (!inserted.get(i)) {
                moved.add(documents.get(i).key());
            }
        }
        settle(moved);
    }

    private static String front(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    /** Nobody else writes them, and what comes meanwhile is told afterwards. */
    private void settle(Set<String> places) {
        List<Document> fresh = new ArrayList<>();
        List<Replacement> known = new ArrayList<>();
        places.forEach(place -> now(place).ifPresent(document -> store.find(KIND, place).ifPresentOrElse(
                before -> known.add(new Replacement(document, before.version())), () -> fresh.add(document))));
        store.insertAll(KIND, fresh);
        store.replaceAll(KIND, known);
    }

    private Optional<Document> now(String place) {
        return latest(UUID.fromString(place.split("/")[1])).map(this::now);
    }

    private Document now(Stored latest) {
        int number = Integer.parseInt(latest.key().substring(latest.key().lastIndexOf('/') + 1));
        return document(front(latest.key()), latest.body(), reviews.of(latest, Long.MAX_VALUE).state(number));
    }

    private Optional<Stored> latest(UUID submission) {
        Range range = Range.of("identity", submission.toString()).backwards().limit(1);
        try (Cursor cursor = store.range(Submissions.KIND, range)) {
            return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
        }
    }

    /**
     * Compares all that is noted with what the steps tell.
     *
     * @param mend   whether what is noted wrongly is noted anew
     * @param faults is told, in a sentence each, what is wrong
     * @return how many submissions there are
     */
    public long check(boolean mend, Consumer<String> faults) {
        follow();
        long submissions = 0;
        Set<String> wrong = new LinkedHashSet<>();
        try (Histories all = new Histories(store.range(Submissions.KIND, Range.of("identity")), Long.MAX_VALUE)) {
            for (; all.hasNext(); submissions++) {
                List<Stored> history = all.next();
                Document now = now(history.get(history.size() - 1));
                if (!isNoted(now)) {
                    faults.accept("submission %s is %s by its steps and is not listed so"
                            .formatted(now.key(), now.values().get("state")));
                    wrong.add(now.key());
                }
                if (wrong.size() >= MENDED_AT_ONCE || !all.hasNext()) {
                    settle(mend ? wrong : Set.of());
                    wrong.clear();
                }
            }
        }
        strays(mend, faults);
        return submissions;
    }

    private boolean isNoted(Document now) {
        Map<String, Object> values = now.values();
        Range there = Range.of("by_state", values.get("campaign"), values.get("state"), values.get("unit"))
                .startingWith(now.key()).limit(1);
        try (Cursor cursor = store.range(KIND, there)) {
            return cursor.hasNext();
        }
    }

    /** Of submissions that are not there: nothing is deleted, but a document without values is in no list. */
    private void strays(boolean mend, Consumer<String> faults) {
        List<Replacement> gone = new ArrayList<>();
        try (Cursor all = store.range(KIND, Range.of("by_state"))) {
            while (all.hasNext()) {
                Stored noted = all.next();
                if (latest(UUID.fromString(noted.key().split("/")[1])).isEmpty()) {
                    faults.accept("submission %s is listed and is not there".formatted(noted.key()));
                    gone.add(new Replacement(new Document(noted.key(), NOTHING, Map.of()), noted.version()));
                }
            }
        }
        store.replaceAll(KIND, mend ? gone : List.of());
    }

    /** Campaign and unit stand before the answers, which are not read. */
    private static Document document(String place, byte[] revision, State state) {
        Map<String, Object> values = new HashMap<>(Map.of("state", state.word()));
        try (JsonParser parser = JSON.createParser(revision)) {
            parser.nextToken();
            while (values.size() < 3 && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("campaign") || name.equals("unit")) {
                    values.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored revision is not readable: " + e.getClass().getSimpleName(), e);
        }
        return new Document(place, NOTHING, values);
    }
}
