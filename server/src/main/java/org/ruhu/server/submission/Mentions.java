package org.ruhu.server.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * Which revisions name a person or an attachment: a document without content for each, whose key says it all. Written by
 * following the change order, many at a time, because in the insert of a revision they would cost more than all the rest.
 * Who asks is told everything that is stored: what has not been followed yet is followed first.
 */
public final class Mentions {

    public static final Kind KIND = new Kind("mentions", false, List.of(Index.on("by_key")));

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final JsonFactory JSON = new JsonFactory();

    private final Store store;
    private final Follower follower;

    public Mentions(Store store, Clock clock) {
        this.store = store;
        this.follower = new Follower(store, clock, KIND.name(), this::write);
    }

    /** Those in an area that name something, in the order of their keys, at most so many. */
    List<RevisionId> of(String named, String area, int limit) {
        follow();
        List<RevisionId> revisions = new ArrayList<>();
        Range range = Range.of("by_key").startingWith(named + "/" + area).limit(limit);
        try (Cursor cursor = store.range(KIND, range)) {
            cursor.forEachRemaining(stored -> revisions.add(revision(stored.key())));
        }
        return revisions;
    }

    private static RevisionId revision(String key) {
        String[] parts = key.split("/");
        return new RevisionId(UUID.fromString(parts[2]), Integer.parseInt(parts[3]));
    }

    /** Writes down what was stored since. */
    public void follow() {
        follower.follow();
    }

    private void write(List<Change> changes) {
        List<Document> mentions = new ArrayList<>();
        changes.stream().filter(change -> change.kind().equals(Submissions.KIND.name()))
                .forEach(change -> addTo(mentions, change.document()));
        store.insertAll(KIND, mentions);
    }

    /** They stand before the answers, which are not read. */
    private static void addTo(List<Document> mentions, Stored revision) {
        try (JsonParser parser = JSON.createParser(revision.body())) {
            int lists = 0;
            parser.nextToken();
            while (lists < 2 && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("persons") || name.equals("attachments")) {
                    lists++;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        mentions.add(new Document(parser.getText() + "/" + revision.key(), NOTHING, Map.of()));
                    }
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored revision is not readable: " + e.getClass().getSimpleName(), e);
        }
    }
}
