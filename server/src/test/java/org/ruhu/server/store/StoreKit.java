package org.ruhu.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ruhu.server.store.Kind.Index;

/** A store that a test fills, and what it is asked. */
abstract class StoreKit {

    static final Kind HOUSEHOLDS = new Kind("households", true, List.of(
            Index.on("by_key"),
            Index.on("by_area", "area"),
            Index.on("by_team", "team", Index.SEQUENCE),
            Index.on("by_state", "area", "state", "members"),
            Index.unique("by_number", "number", "part"),
            Index.anyOf("by_person", "persons")));
    static final Kind NOTES = new Kind("notes", false, List.of(Index.on("by_text", "text")));
    static final Kind PHOTOS = new Kind("photos", true, List.of());

    /** Two texts that UTF-16 and UTF-8 order differently. */
    static final String LAST_OF_BASIC_PLANE = "\uff5e";
    static final String BEYOND_BASIC_PLANE = "\ud842\udfb7";

    Store store;

    /** A store on nothing yet, or on what the test has written so far. */
    abstract Store open(List<Kind> kinds);

    /** Whether texts with characters of four bytes come last, as they must: not every stand-in for a database knows. */
    boolean ordersBeyondTheBasicPlane() {
        return true;
    }

    @BeforeEach
    void openStore() {
        store = open(List.of(HOUSEHOLDS, NOTES, PHOTOS));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    static Document household(String key, Map<String, Object> values) {
        return new Document(key, body("扎西 " + key), values);
    }

    static byte[] body(String text) {
        return ("{\"says\":\"" + text + "\"}").getBytes(UTF_8);
    }

    static Document note(String key, String text) {
        return new Document(key, body(key), Map.of("text", text));
    }

    List<String> keys(Kind kind, Range range) {
        List<String> keys = new ArrayList<>();
        try (Cursor cursor = store.range(kind, range)) {
            cursor.forEachRemaining(stored -> keys.add(stored.key()));
        }
        return keys;
    }

    List<String> changed(long sequence) {
        return store.since(sequence, 1000).stream().map(change -> change.document().key()).toList();
    }
}
