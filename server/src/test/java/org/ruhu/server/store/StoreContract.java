package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.store.Kind.Index;

/** What every store promises to one caller at a time. */
abstract class StoreContract extends StoreKit {

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
