package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every store orders, pages and counts. */
abstract class RangeContract extends StoreKit {

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
        store.insertAll(NOTES, IntStream.range(0, 400).mapToObj(i -> note("n" + i, "t")).toList());
        for (int i = 0; i < 60; i++) {
            try (Cursor cursor = store.range(NOTES, Range.of("by_text"))) {
                assertThat(cursor.next().key()).isEqualTo("n0");
                assertThat(cursor.position()).isEqualTo(List.of("t", "n0"));
            }
        }
        assertThat(keys(NOTES, Range.of("by_text"))).hasSize(400);
    }

    @Test
    void oneMayWriteWhileACursorIsOpen() {
        store.insertAll(NOTES, IntStream.range(0, 200).mapToObj(i -> note("n%03d".formatted(i), "t")).toList());
        int read = 0;
        try (Cursor cursor = store.range(NOTES, Range.of("by_text"))) {
            while (cursor.hasNext()) {
                Stored stored = cursor.next();
                assertThat(store.insert(NOTES, note("copy of " + stored.key(), "u"))).isTrue();
                read++;
            }
        }
        assertThat(read).isEqualTo(200);
        assertThat(store.count(NOTES, Range.of("by_text"), 1)).isEqualTo(Map.of(List.of("t"), 200L, List.of("u"), 200L));
    }

    @Test
    void longTextsAreFoundAndOrdered() {
        String text = "卓玛".repeat(500);
        store.insertAll(NOTES, List.of(note("b", text + "b"), note("a", text + "a")));
        assertThat(keys(NOTES, Range.of("by_text").startingWith(text))).containsExactly("a", "b");
    }
}
