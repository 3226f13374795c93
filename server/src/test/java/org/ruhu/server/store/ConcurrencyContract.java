package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.store.Kind.Index;

/** What every store promises to many callers at once. */
abstract class ConcurrencyContract {

    static final Kind ENTRIES = new Kind("entries", true, List.of(
            Index.unique("by_name", "name"), Index.on("by_writer", "writer", Index.SEQUENCE)));
    static final Kind PHOTOS = new Kind("photos", true, List.of());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    Store store;

    abstract Store open(List<Kind> kinds);

    @BeforeEach
    void openStore() {
        store = open(List.of(ENTRIES, PHOTOS));
    }

    @AfterEach
    void closeStore() {
        threads.shutdownNow();
        store.close();
    }

    private static Document entry(String key, Map<String, Object> values) {
        return new Document(key, StoreKit.body(key), values);
    }

    /** What each of {@code count} threads that start together returns. */
    private <T> List<T> together(int count, IntFunction<Callable<T>> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Callable<T> mine = task.apply(i);
            running.add(threads.submit(() -> {
                start.await();
                return mine.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get());
        }
        return results;
    }

    @Test
    void oneOfSixteenGetsTheKey() throws Exception {
        for (int round = 0; round < 50; round++) {
            String key = "k" + round;
            List<Boolean> won = together(16, i -> () -> store.insert(ENTRIES, entry(key, Map.of("writer", "w" + i))));
            assertThat(won).containsOnlyOnce(true);
            assertThat(store.count(ENTRIES, Range.of("by_writer", "w" + won.indexOf(true)), 1)).isNotEmpty();
        }
        assertThat(store.since(0, 100)).hasSize(50);
    }

    @Test
    void oneOfSixteenGetsTheUniqueValue() throws Exception {
        for (int round = 0; round < 50; round++) {
            String name = "n" + round;
            List<Boolean> won = together(16, i -> () -> store.insert(ENTRIES, entry(name + "-" + i, Map.of("name", name))));
            assertThat(won).containsOnlyOnce(true);
            assertThat(store.find(ENTRIES, name + "-" + won.indexOf(true))).isPresent();
        }
        assertThat(store.since(0, 100)).hasSize(50);
    }

    @Test
    void noUpdateIsLost() throws Exception {
        store.insert(PHOTOS, new Document("counter", "0".getBytes(), Map.of()));
        together(8, i -> () -> {
            for (int added = 0; added < 25; ) {
                Stored read = store.find(PHOTOS, "counter").orElseThrow();
                byte[] next = Integer.toString(Integer.parseInt(new String(read.body())) + 1).getBytes();
                added += store.replace(PHOTOS, new Document("counter", next, Map.of()), read.version()) ? 1 : 0;
            }
            return true;
        });
        Stored last = store.find(PHOTOS, "counter").orElseThrow();
        assertThat(new String(last.body())).isEqualTo("200");
        assertThat(last.version()).isEqualTo(201);
    }

    @Test
    void whoFollowsTheChangesSkipsNothingWhileOthersWrite() throws Exception {
        int writers = 8;
        int each = 300;
        AtomicInteger writing = new AtomicInteger(writers);
        Future<List<Change>> followed = threads.submit(() -> follow(writing, Optional.empty()));
        Future<List<Change>> oneWriter = threads.submit(() -> follow(writing, Optional.of("w3")));
        together(writers, i -> () -> {
            for (int n = 0; n < each; n++) {
                store.insert(ENTRIES, entry("e" + i + "-" + n, Map.of("writer", "w" + i)));
                store.insert(PHOTOS, entry("p" + i + "-" + n, Map.of()));
                if (n % 10 == 9) {
                    store.replace(ENTRIES, entry("e" + i + "-" + (n - 5), Map.of("writer", "w" + i)), 1);
                }
            }
            return writing.decrementAndGet();
        });
        assertThat(followed.get()).extracting(Change::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(everythingLast(followed.get())).isEqualTo(everythingLast(store.since(0, Integer.MAX_VALUE)));
        assertThat(keysOf(followed.get())).hasSize(writers * each * 2);
        assertThat(keysOf(oneWriter.get())).hasSize(each);
    }

    /** Reads on from where it is until nobody writes and nothing comes: all, or what one writer wrote, over an index. */
    private List<Change> follow(AtomicInteger writing, Optional<String> writer) {
        List<Change> seen = new ArrayList<>();
        long position = 0;
        while (true) {
            boolean last = writing.get() == 0;
            List<Change> more = writer.isPresent() ? ofWriter(writer.get(), position) : store.since(position, 37);
            seen.addAll(more);
            position = more.isEmpty() ? position : more.get(more.size() - 1).sequence();
            if (last && more.isEmpty()) {
                return seen;
            }
        }
    }

    private List<Change> ofWriter(String writer, long position) {
        List<Change> changes = new ArrayList<>();
        Range range = Range.of("by_writer", writer).after(List.of(writer, position)).limit(37);
        try (Cursor cursor = store.range(ENTRIES, range)) {
            cursor.forEachRemaining(stored -> changes.add(new Change(ENTRIES.name(), stored)));
        }
        return changes;
    }

    private static Set<String> keysOf(List<Change> changes) {
        Set<String> keys = new HashSet<>();
        changes.forEach(change -> keys.add(change.kind() + change.document().key()));
        return keys;
    }

    private static Set<String> everythingLast(List<Change> changes) {
        Map<String, Long> last = new HashMap<>();
        changes.forEach(change -> last.put(change.kind() + change.document().key(), change.sequence()));
        Set<String> all = new HashSet<>();
        last.forEach((key, sequence) -> all.add(key + "@" + sequence));
        return all;
    }

    @Test
    void batchesAndSinglesAndReadersGetAlong() throws Exception {
        List<Integer> wrote = together(6, i -> () -> i % 2 == 0
                ? (int) store.insertAll(PHOTOS, IntStream.range(0, 3000).mapToObj(n -> entry("p" + n, Map.of())).toList())
                        .stream().filter(written -> written).count()
                : (int) IntStream.range(0, 300).filter(n -> store.insert(PHOTOS, entry("p" + n * 10, Map.of()))).count());
        assertThat(wrote.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3000);
        assertThat(keysOf(store.since(0, 5000))).hasSize(3000);
    }
}
