package org.ruhu.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.store.Kind.Index;

/** What every store promises to one caller at a time. */
abstract class StoreContract {

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

    @Test
    void whatWasInsertedIsFoundByItsKey() {
        assertThat(store.insert(HOUSEHOLDS, household("5403-1", Map.of("area", "5403")))).isTrue();
        Stored stored = store.find(HOUSEHOLDS, "5403-1").orElseThrow();
        assertThat(stored.body()).isEqualTo(body("扎西 5403-1"));
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.key()).isEqualTo("5403-1");
        assertThat(store.find(HOUSEHOLDS, "5403-2")).isEmpty();
        assertThat(store.find(NOTES, "5403-1")).isEmpty();
    }

    @Test
    void aKeyIsTakenOnceAndTheFirstStays() {
        assertThat(store.insert(NOTES, note("a", "first"))).isTrue();
        assertThat(store.insert(NOTES, note("a", "second"))).isFalse();
        assertThat(keys(NOTES, Range.of("by_text", "first"))).containsExactly("a");
        assertThat(keys(NOTES, Range.of("by_text", "second"))).isEmpty();
    }

    @Test
    void aUniqueIndexRefusesASecondDocument() {
        assertThat(store.insert(HOUSEHOLDS, household("a", Map.of("number", "7", "part", 1L)))).isTrue();
        assertThat(store.insert(HOUSEHOLDS, household("b", Map.of("number", "7", "part", 1L)))).isFalse();
        assertThat(store.insert(HOUSEHOLDS, household("c", Map.of("number", "7", "part", 2L)))).isTrue();
        assertThat(store.find(HOUSEHOLDS, "b")).isEmpty();
        assertThat(changed(0)).containsExactly("a", "c");
    }

    @Test
    void documentsWithoutAValueAreNotInTheIndexAndDoNotCollide() {
        store.insert(HOUSEHOLDS, household("a", Map.of("number", "7")));
        assertThat(store.insert(HOUSEHOLDS, household("b", Map.of("number", "7")))).isTrue();
        assertThat(store.insert(HOUSEHOLDS, household("c", Map.of("area", "5403", "members", 3L)))).isTrue();
        assertThat(keys(HOUSEHOLDS, Range.of("by_state"))).isEmpty();
        assertThat(keys(HOUSEHOLDS, Range.of("by_number", "7"))).isEmpty();
        assertThat(keys(HOUSEHOLDS, Range.of("by_area"))).containsExactly("c");
        assertThat(store.count(HOUSEHOLDS, Range.of("by_state"), 1)).isEmpty();
    }

    @Test
    void aReplacementNeedsTheVersionThatWasRead() {
        store.insert(NOTES, note("a", "one"));
        assertThat(store.replace(NOTES, note("a", "two"), 1)).isTrue();
        assertThat(store.replace(NOTES, note("a", "lost update"), 1)).isFalse();
        assertThat(store.replace(NOTES, note("a", "three"), 2)).isTrue();
        assertThat(store.find(NOTES, "a").orElseThrow().version()).isEqualTo(3);
        assertThat(store.replace(NOTES, note("b", "nothing there"), 1)).isFalse();
        assertThat(store.replace(NOTES, note("b", "nothing there"), 0)).isFalse();
        assertThat(keys(NOTES, Range.of("by_text", "three"))).containsExactly("a");
        assertThat(keys(NOTES, Range.of("by_text", "one"))).isEmpty();
    }

    @Test
    void aReplacementThatWouldBreakAUniqueIndexChangesNothing() {
        store.insert(HOUSEHOLDS, household("a", Map.of("number", "7", "part", 1L)));
        store.insert(HOUSEHOLDS, household("b", Map.of("number", "8", "part", 1L)));
        assertThat(store.replace(HOUSEHOLDS, household("b", Map.of("number", "7", "part", 1L)), 1)).isFalse();
        assertThat(store.replace(HOUSEHOLDS, household("a", Map.of("number", "7", "part", 1L)), 1)).isTrue();
        assertThat(store.find(HOUSEHOLDS, "b").orElseThrow().version()).isEqualTo(1);
        assertThat(keys(HOUSEHOLDS, Range.of("by_number", "8"))).containsExactly("b");
    }

    @Test
    void manyAreInsertedEachByItself() {
        store.insert(NOTES, note("b", "before"));
        assertThat(store.insertAll(NOTES, List.of(note("a", "x"), note("b", "x"), note("c", "x"), note("a", "x"))))
                .containsExactly(true, false, true, false);
        assertThat(keys(NOTES, Range.of("by_text", "x"))).containsExactly("a", "c");
        assertThat(store.insertAll(NOTES, List.of())).isEmpty();
    }

    @Test
    void manyAreReplacedEachByItself() {
        store.insertAll(NOTES, List.of(note("a", "x"), note("b", "x")));
        assertThat(store.replaceAll(NOTES, List.of(new Store.Replacement(note("a", "y"), 1),
                new Store.Replacement(note("b", "y"), 2), new Store.Replacement(note("c", "y"), 1),
                new Store.Replacement(note("a", "z"), 2)))).containsExactly(true, false, false, true);
        assertThat(keys(NOTES, Range.of("by_text"))).containsExactly("b", "a");
    }

    @Test
    void aRangeIsOrderedByItsFieldsThenByKey() {
        store.insert(HOUSEHOLDS, household("3", Map.of("area", "5403", "state", "listed", "members", 10L)));
        store.insert(HOUSEHOLDS, household("2", Map.of("area", "5403", "state", "listed", "members", 9L)));
        store.insert(HOUSEHOLDS, household("1", Map.of("area", "5403", "state", "received", "members", 1L)));
        store.insert(HOUSEHOLDS, household("0", Map.of("area", "5403", "state", "listed", "members", 10L)));
        store.insert(HOUSEHOLDS, household("9", Map.of("area", "5404", "state", "listed", "members", 1L)));
        assertThat(keys(HOUSEHOLDS, Range.of("by_state", "5403"))).containsExactly("2", "0", "3", "1");
        assertThat(keys(HOUSEHOLDS, Range.of("by_state", "5403").backwards())).containsExactly("1", "3", "0", "2");
        assertThat(keys(HOUSEHOLDS, Range.of("by_state", "5403", "listed", 10L))).containsExactly("0", "3");
        assertThat(keys(HOUSEHOLDS, Range.of("by_state").limit(2))).containsExactly("2", "0");
        assertThat(keys(HOUSEHOLDS, Range.of("by_key"))).containsExactly("0", "1", "2", "3", "9");
    }

    @Test
    void aRangeMayBeAllThatStartsWithAText() {
        for (String area : List.of("53", "5402", "5403", "540302", "5403zz", "5404", "54")) {
            store.insert(HOUSEHOLDS, household(area, Map.of("area", area, "team", "t")));
        }
        assertThat(keys(HOUSEHOLDS, Range.of("by_area").startingWith("5403"))).containsExactly("5403", "540302", "5403zz");
        assertThat(keys(HOUSEHOLDS, Range.of("by_key").startingWith("54030"))).containsExactly("540302");
        assertThat(keys(HOUSEHOLDS, Range.of("by_area", "5403").startingWith("5403"))).containsExactly("5403");
        assertThat(keys(HOUSEHOLDS, Range.of("by_area").startingWith("54").backwards().limit(2)))
                .containsExactly("5404", "5403zz");
    }

    @Test
    void aPrefixMayEndInTheLastCharacterThereIs() {
        String last = ordersBeyondTheBasicPlane() ? Character.toString(Character.MAX_CODE_POINT) : "zz";
        store.insertAll(NOTES, List.of(note("1", "\ud7ff"), note("2", "\ud7ffa"), note("3", "\ue000"), note("4", last),
                note("5", last + "b"), note("6", "a" + last + "c"), note("7", "b")));
        assertThat(keys(NOTES, Range.of("by_text").startingWith("\ud7ff"))).containsExactly("1", "2");
        assertThat(keys(NOTES, Range.of("by_text").startingWith(last))).containsExactly("4", "5");
        assertThat(keys(NOTES, Range.of("by_text").startingWith("a" + last))).containsExactly("6");
    }

    @Test
    void textsAreOrderedByCodePointInValuesAndKeys() {
        String last = ordersBeyondTheBasicPlane() ? BEYOND_BASIC_PLANE : LAST_OF_BASIC_PLANE + "~";
        List<String> ordered = List.of("Z", "a", "z", "é", "扎", LAST_OF_BASIC_PLANE, last);
        List<String> shuffled = List.of("a", last, "扎", "Z", LAST_OF_BASIC_PLANE, "é", "z");
        shuffled.forEach(text -> store.insert(HOUSEHOLDS, household(text, Map.of("area", text))));
        assertThat(keys(HOUSEHOLDS, Range.of("by_area"))).isEqualTo(ordered);
        assertThat(keys(HOUSEHOLDS, Range.of("by_key"))).isEqualTo(ordered);
        assertThat(keys(HOUSEHOLDS, Range.of("by_area").after(List.of("扎", "扎")))).containsExactly(LAST_OF_BASIC_PLANE, last);
    }

    @Test
    void charactersOfFourBytesAreKeptAndFound() {
        store.insert(HOUSEHOLDS, household(BEYOND_BASIC_PLANE + "1", Map.of("area", BEYOND_BASIC_PLANE)));
        assertThat(keys(HOUSEHOLDS, Range.of("by_key").startingWith(BEYOND_BASIC_PLANE)))
                .containsExactly(BEYOND_BASIC_PLANE + "1");
        assertThat(keys(HOUSEHOLDS, Range.of("by_area", BEYOND_BASIC_PLANE))).containsExactly(BEYOND_BASIC_PLANE + "1");
    }

    @Test
    void textsThatLookLikeNumbersStayTexts() {
        store.insertAll(NOTES, List.of(note("a", "10"), note("b", "9"), note("c", "1e1"), note("d", "010")));
        assertThat(keys(NOTES, Range.of("by_text"))).containsExactly("d", "a", "c", "b");
        assertThat(keys(NOTES, Range.of("by_text", "10"))).containsExactly("a");
    }

    @Test
    void wholeNumbersAreOrderedAsNumbersToTheLast() {
        List<Long> numbers = List.of(Long.MIN_VALUE, -1L, 0L, 9L, 10L, (1L << 53) + 1, Long.MAX_VALUE);
        for (Long number : numbers) {
            store.insert(HOUSEHOLDS, household("n" + number, Map.of("number", "n", "part", number)));
        }
        List<Object> parts = new ArrayList<>();
        try (Cursor cursor = store.range(HOUSEHOLDS, Range.of("by_number", "n"))) {
            while (cursor.hasNext()) {
                cursor.next();
                parts.add(cursor.position().get(1));
            }
        }
        assertThat(parts).isEqualTo(numbers);
    }

    @Test
    void aRangeContinuesBehindItsPositionInBothDirections() {
        for (int i = 0; i < 30; i++) {
            store.insert(HOUSEHOLDS, household("k%02d".formatted(i),
                    Map.of("area", "540" + i % 3, "state", i % 2 == 0 ? "listed" : "received", "members", (long) i % 5)));
        }
        for (Range all : List.of(Range.of("by_state"), Range.of("by_state").backwards(), Range.of("by_state", "5401"),
                Range.of("by_state", "5402", "listed").backwards(), Range.of("by_state", "5402").startingWith("re"),
                Range.of("by_state", "5401", "listed", 3L), Range.of("by_key"), Range.of("by_key").backwards())) {
            assertThat(pages(all, 4)).isEqualTo(keys(HOUSEHOLDS, all)).isNotEmpty();
        }
    }

    private List<String> pages(Range range, int size) {
        List<String> keys = new ArrayList<>();
        List<Object> after = List.of();
        for (int taken = size; taken == size; ) {
            taken = 0;
            try (Cursor cursor = store.range(HOUSEHOLDS, range.after(after).limit(size))) {
                while (cursor.hasNext()) {
                    keys.add(cursor.next().key());
                    after = cursor.position();
                    taken++;
                }
            }
        }
        return keys;
    }

    @Test
    void aShortPositionIsBehindAllThatShareIt() {
        for (String key : List.of("a1", "a2", "b1", "b2", "c1")) {
            store.insert(HOUSEHOLDS, household(key, Map.of("area", key.substring(0, 1))));
        }
        assertThat(keys(HOUSEHOLDS, Range.of("by_area").after(List.of("a")))).containsExactly("b1", "b2", "c1");
        assertThat(keys(HOUSEHOLDS, Range.of("by_area").after(List.of("b")).backwards())).containsExactly("a2", "a1");
    }

    @Test
    void oneOfSeveralValuesFindsTheDocument() {
        store.insert(HOUSEHOLDS, household("b", Map.of("persons", List.of("zhaxi", "zhuoma", "zhaxi"))));
        store.insert(HOUSEHOLDS, household("a", Map.of("persons", List.of("zhaxi"))));
        store.insert(HOUSEHOLDS, household("c", Map.of("persons", List.of())));
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "zhaxi"))).containsExactly("a", "b");
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "zhuoma"))).containsExactly("b");
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "zhaxi").after(List.of("zhaxi", "a")))).containsExactly("b");
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "zhaxi").startingWith("a"))).containsExactly("a");
        assertThat(store.count(HOUSEHOLDS, Range.of("by_person", "zhaxi"), 1)).isEqualTo(Map.of(List.of("zhaxi"), 2L));
        store.replace(HOUSEHOLDS, household("b", Map.of("persons", List.of("duoji"))), 1);
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "zhaxi"))).containsExactly("a");
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "duoji"))).containsExactly("b");
    }

    @Test
    void documentsAreCountedByTheFirstFieldsOfAnIndex() {
        for (int i = 0; i < 12; i++) {
            store.insert(HOUSEHOLDS, household("k" + i,
                    Map.of("area", "540" + i % 2, "state", i < 8 ? "listed" : "received", "members", (long) i % 3)));
        }
        assertThat(store.count(HOUSEHOLDS, Range.of("by_state"), 1))
                .isEqualTo(Map.of(List.of("5400"), 6L, List.of("5401"), 6L));
        assertThat(store.count(HOUSEHOLDS, Range.of("by_state", "5400"), 2))
                .isEqualTo(Map.of(List.of("5400", "listed"), 4L, List.of("5400", "received"), 2L));
        assertThat(store.count(HOUSEHOLDS, Range.of("by_state", "5400", "received"), 3))
                .isEqualTo(Map.of(List.of("5400", "received", 2L), 1L, List.of("5400", "received", 1L), 1L));
        assertThat(store.count(HOUSEHOLDS, Range.of("by_state").startingWith("54"), 0)).isEqualTo(Map.of(List.of(), 12L));
        assertThat(store.count(HOUSEHOLDS, Range.of("by_state").startingWith("55"), 0)).isEmpty();
        assertThat(store.count(HOUSEHOLDS, Range.of("by_key").startingWith("k1"), 0)).isEqualTo(Map.of(List.of(), 3L));
    }

    @Test
    void changesShowOldestFirstAndAReplacedOneOnceAtItsLastPlace() {
        assertThat(store.lastSequence()).isZero();
        assertThat(store.since(0, 10)).isEmpty();
        store.insert(HOUSEHOLDS, household("a", Map.of("team", "t")));
        store.insert(PHOTOS, new Document("p", body("p"), Map.of()));
        store.insert(NOTES, note("n", "not ordered"));
        store.insert(HOUSEHOLDS, household("b", Map.of("team", "t")));
        store.insert(HOUSEHOLDS, household("a", Map.of("team", "refused")));
        assertThat(changed(0)).containsExactly("a", "p", "b");
        long before = store.lastSequence();
        store.replace(HOUSEHOLDS, household("a", Map.of("team", "t")), 1);
        assertThat(changed(0)).containsExactly("p", "b", "a");
        assertThat(changed(before)).containsExactly("a");
        List<Change> changes = store.since(0, 2);
        assertThat(changes).extracting(Change::kind).containsExactly("photos", "households");
        assertThat(changed(changes.get(1).sequence())).containsExactly("a");
        assertThat(store.since(0, 10).get(2).sequence()).isEqualTo(store.lastSequence())
                .isEqualTo(store.find(HOUSEHOLDS, "a").orElseThrow().sequence());
        assertThat(store.find(NOTES, "n").orElseThrow().sequence()).isZero();
        store.insert(NOTES, note("m", "not ordered either"));
        assertThat(store.lastSequence()).isEqualTo(store.find(HOUSEHOLDS, "a").orElseThrow().sequence());
    }

    @Test
    void anIndexMayFollowTheChangeOrder() {
        for (String key : List.of("c", "a", "b")) {
            store.insert(HOUSEHOLDS, household(key, Map.of("team", "t")));
        }
        store.insert(HOUSEHOLDS, household("x", Map.of("team", "u")));
        long seen = store.find(HOUSEHOLDS, "a").orElseThrow().sequence();
        assertThat(keys(HOUSEHOLDS, Range.of("by_team", "t"))).containsExactly("c", "a", "b");
        assertThat(keys(HOUSEHOLDS, Range.of("by_team", "t").after(List.of("t", seen)))).containsExactly("b");
        store.replace(HOUSEHOLDS, household("c", Map.of("team", "t")), 1);
        assertThat(keys(HOUSEHOLDS, Range.of("by_team", "t").after(List.of("t", seen)))).containsExactly("b", "c");
    }

    @Test
    void aCursorMayBeClosedEarlyAndReadManyTimesOver() {
        store.insertAll(NOTES, IntStream.range(0, 2000).mapToObj(i -> note("n" + i, "t")).toList());
        for (int i = 0; i < 200; i++) {
            try (Cursor cursor = store.range(NOTES, Range.of("by_text"))) {
                assertThat(cursor.next().key()).isEqualTo("n0");
                assertThat(cursor.position()).isEqualTo(List.of("t", "n0"));
            }
        }
        assertThat(keys(NOTES, Range.of("by_text"))).hasSize(2000);
    }

    @Test
    void oneMayWriteWhileACursorIsOpen() {
        store.insertAll(NOTES, IntStream.range(0, 500).mapToObj(i -> note("n%03d".formatted(i), "t")).toList());
        int read = 0;
        try (Cursor cursor = store.range(NOTES, Range.of("by_text"))) {
            while (cursor.hasNext()) {
                Stored stored = cursor.next();
                assertThat(store.insert(NOTES, note("copy of " + stored.key(), "u"))).isTrue();
                read++;
            }
        }
        assertThat(read).isEqualTo(500);
        assertThat(store.count(NOTES, Range.of("by_text"), 1)).isEqualTo(Map.of(List.of("t"), 500L, List.of("u"), 500L));
    }

    @Test
    void aBodyMayBeAMegabyteOfAnyBytes() {
        byte[] bytes = new byte[1 << 20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        store.insert(PHOTOS, new Document("big", bytes, Map.of()));
        store.insert(PHOTOS, new Document("empty", new byte[0], Map.of()));
        assertThat(Arrays.equals(store.find(PHOTOS, "big").orElseThrow().body(), bytes)).isTrue();
        assertThat(store.find(PHOTOS, "empty").orElseThrow().body()).isEmpty();
    }

    @Test
    void keysHaveLimitsAndAreText() {
        String longest = "k".repeat(200);
        assertThat(store.insert(NOTES, note(longest, "t"))).isTrue();
        assertThat(store.find(NOTES, longest)).isPresent();
        for (String wrong : List.of("", "k".repeat(201), "half a pair \ud842", "\udfb7", "nul \u0000")) {
            assertThatThrownBy(() -> note(wrong, "t")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> note("k", "\ud842")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> household("k", Map.of("part", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.insert(NOTES, note("$dollar.dot' \"quote", "t"))).isTrue();
        assertThat(store.find(NOTES, "$dollar.dot' \"quote")).isPresent();
    }

    @Test
    void longTextsAreFoundAndOrdered() {
        String text = "卓玛".repeat(500);
        store.insertAll(NOTES, List.of(note("b", text + "b"), note("a", text + "a")));
        assertThat(keys(NOTES, Range.of("by_text").startingWith(text))).containsExactly("a", "b");
    }

    @Test
    void whatIsNotDeclaredIsRefused() {
        assertThatThrownBy(() -> store.find(new Kind("others", true, List.of()), "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.insert(NOTES, new Document("a", body("a"), Map.of("txet", "t"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.range(NOTES, Range.of("by_name"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.range(HOUSEHOLDS, Range.of("by_person"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.range(NOTES, Range.of("by_text", "a").after(List.of("b", "k"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reopeningKeepsEverything() {
        store.insert(HOUSEHOLDS, household("a", Map.of("area", "5403", "persons", List.of("zhaxi"))));
        store.insert(HOUSEHOLDS, household("b", Map.of("area", "5403", "number", "7", "part", 1L)));
        store.replace(HOUSEHOLDS, household("a", Map.of("area", "5404", "persons", List.of("zhaxi"))), 1);
        long last = store.lastSequence();
        store.close();
        store = open(List.of(HOUSEHOLDS, NOTES, PHOTOS));
        assertThat(store.lastSequence()).isEqualTo(last);
        assertThat(changed(0)).containsExactly("b", "a");
        assertThat(keys(HOUSEHOLDS, Range.of("by_area", "5404"))).containsExactly("a");
        assertThat(keys(HOUSEHOLDS, Range.of("by_person", "zhaxi"))).containsExactly("a");
        assertThat(store.find(HOUSEHOLDS, "a").orElseThrow().version()).isEqualTo(2);
        assertThat(store.insert(HOUSEHOLDS, household("c", Map.of("number", "7", "part", 1L)))).isFalse();
        assertThat(store.insert(HOUSEHOLDS, household("d", Map.of()))).isTrue();
        assertThat(changed(last)).containsExactly("d");
        assertThat(store.lastSequence()).isGreaterThan(last);
    }

    @Test
    void kindsAndIndexesMayBeAddedAtALaterStart() {
        store.insert(NOTES, note("a", "old"));
        store.insert(HOUSEHOLDS, household("h", Map.of("area", "5403", "state", "listed", "members", 3L)));
        store.close();
        Kind notes = new Kind("notes", false, List.of(Index.on("by_text", "text"), Index.on("by_day", "day")));
        Kind households = new Kind("households", true, List.of(Index.on("by_state", "state"), Index.on("by_area", "area")));
        Kind teams = new Kind("teams", true, List.of(Index.unique("by_name", "name")));
        store = open(List.of(notes, households, teams));
        store.insert(teams, new Document("t", body("t"), Map.of("name", "duoji")));
        store.insert(notes, new Document("b", body("b"), Map.of("text", "new", "day", "2026-11-20")));
        assertThat(keys(notes, Range.of("by_day"))).containsExactly("b");
        assertThat(keys(notes, Range.of("by_text"))).containsExactly("b", "a");
        assertThat(keys(households, Range.of("by_state", "listed"))).containsExactly("h");
        assertThat(changed(0)).containsExactly("h", "t");
        assertThat(LongStream.of(store.since(0, 9).stream().mapToLong(Change::sequence).toArray())).doesNotHaveDuplicates();
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();
        assertThatThrownBy(() -> store.insert(NOTES, note("a", "t"))).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> store.find(NOTES, "a")).isInstanceOf(StoreFailure.class);
        store = open(List.of(HOUSEHOLDS, NOTES, PHOTOS));
        assertThat(store.find(NOTES, "a")).isEmpty();
    }
}
