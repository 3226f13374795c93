package org.ruhu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Json;
import org.ruhu.server.progress.FrailStore;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.store.Stores;

class AuditLogTest {

    private static final Kind REVISIONS = new Kind("revisions", true, List.of());
    private static final Kind UNITS = new Kind("units", true, List.of());

    @TempDir
    Path data;
    private Store store;
    private AuditLog log;

    @BeforeEach
    void openLog() {
        store = Stores.open("sqlite:" + data.resolve("ruhu.db"), List.of(AuditLog.KIND, REVISIONS, UNITS));
        log = new AuditLog(store, new SetClock());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static Event signedIn(String account) {
        return Event.of(account, "signed-in", account);
    }

    private void storeRevision(int number) {
        ObjectNode body = Json.object().put("submission", "0190b5c2-0000-7000-8000-000000000001").put("number", number)
                .put("author", "zhaxi").put("receivedAt", "2026-11-21T08:00:00Z").put("digest", "d" + number);
        body.putObject("answers").put("digest", "not this one");
        store.insert(REVISIONS, new Document("revision-" + number, Json.bytes(body), Map.of()));
    }

    private void storeUnit(int number) {
        store.insert(UNITS, new Document("unit-" + number, Json.bytes(Json.object()), Map.of()));
    }


    @Test
    void entriesAreNumberedFromOneAndEachHoldsTheHashOfTheOneBefore() {
        log.append(signedIn("zhaxi"));
        log.append(signedIn("duoji").with("address", "127.0.0.1"));
        List<Entry> entries = log.after(0, 10);
        assertThat(entries).extracting(Entry::number).containsExactly(1L, 2L);
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(0).hash());
        assertThat(log.verify(entry -> { })).isEqualTo(new Chain(2, entries.get(1).hash(), Optional.empty()));
    }

    @Test
    void theLogGoesOnWhereItEndedAfterARestart() {
        log.append(signedIn("zhaxi"));
        AuditLog again = new AuditLog(store, new SetClock());
        again.append(signedIn("duoji"));
        assertThat(again.verify(entry -> { }).entries()).isEqualTo(2);
    }

    @Test
    void twoServersOnOneStoreKeepOneChain() {
        AuditLog other = new AuditLog(store, new SetClock());
        CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> IntStream.range(0, 40).forEach(i -> log.append(signedIn("zhaxi")))),
                CompletableFuture.runAsync(() -> IntStream.range(0, 40).forEach(i -> other.append(signedIn("duoji")))),
                CompletableFuture.runAsync(() -> IntStream.range(0, 40).forEach(i -> other.append(signedIn("zhuoma")))))
                        .join();
        assertThat(log.verify(entry -> { }).fault()).isEmpty();
        assertThat(log.after(0, 1000)).hasSize(120).extracting(Entry::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
    }

    @Test
    void readingBehindANumberStartsInTheMiddleOfAPage() {
        IntStream.rangeClosed(1, 7).forEach(this::storeRevision);
        new Trail(log, store, Map.of("revisions", Trail.STORED), new SetClock()).fold();
        log.append(signedIn("zhaxi"));
        assertThat(log.after(5, 10)).extracting(Entry::number).containsExactly(6L, 7L, 8L);
        assertThat(log.after(2, 3)).extracting(Entry::number).containsExactly(3L, 4L, 5L);
        assertThat(log.after(8, 10)).isEmpty();
    }

    @Test
    void everyStoredRevisionIsEnteredOnceHoweverOftenServersStart() {
        IntStream.rangeClosed(1, 3).forEach(this::storeRevision);
        storeUnit(1);
        new Trail(log, store, Map.of("revisions", Trail.STORED), new SetClock()).fold();
        storeRevision(4);
        Trail again = new Trail(new AuditLog(store, new SetClock()), store, Map.of("revisions", Trail.STORED), new SetClock());
        again.fold();
        again.fold();
        AuditLog last = new AuditLog(store, new SetClock());
        new Trail(last, store, Map.of("revisions", Trail.STORED), new SetClock()).fold();
        assertThat(last.after(0, 100)).extracting(entry -> entry.detail().get("digest").textValue())
                .containsExactly("d1", "d2", "d3", "d4");
        assertThat(last.verify(entry -> { }).whole()).isTrue();
    }

    @Test
    void twoServersFollowingTheSameChangesEnterEachOnce() {
        Trail one = new Trail(log, store, Map.of("revisions", Trail.STORED), new SetClock());
        Trail two = new Trail(new AuditLog(store, new SetClock()), store, Map.of("revisions", Trail.STORED), new SetClock());
        IntStream.rangeClosed(1, 1200).forEach(this::storeRevision);
        CompletableFuture.allOf(CompletableFuture.runAsync(one::fold), CompletableFuture.runAsync(two::fold)).join();
        assertThat(new AuditLog(store, new SetClock()).after(0, 5000)).extracting(Entry::subject)
                .doesNotHaveDuplicates()
                .hasSize(1200);
        assertThat(log.verify(entry -> { }).whole()).isTrue();
    }

    @Test
    void aRevisionThatShowsAtAPlacePassedAlreadyIsEnteredToo() {
        FrailStore frail = new FrailStore(store);
        frail.lateness = Duration.ofMinutes(1);
        SetClock clock = new SetClock();
        Trail trail = new Trail(log, frail, Map.of("revisions", Trail.STORED), clock);
        frail.late.add("revision-2");
        IntStream.rangeClosed(1, 3).forEach(this::storeRevision);
        trail.fold();
        frail.late.clear();
        clock.pass(Duration.ofMinutes(1));
        trail.fold();
        trail.fold();
        assertThat(log.after(0, 10)).extracting(entry -> entry.detail().get("digest").textValue())
                .containsExactly("d1", "d3", "d2");
    }

    @Test
    void anEntryTellsOfTheRevisionWithoutItsAnswers() {
        storeRevision(1);
        new Trail(log, store, Map.of("revisions", Trail.STORED), new SetClock()).fold();
        Entry entry = log.after(0, 1).get(0);
        assertThat(entry.actor()).isEqualTo("zhaxi");
        assertThat(entry.action()).isEqualTo("revision-stored");
        assertThat(entry.subject()).isEqualTo("0190b5c2-0000-7000-8000-000000000001/1");
        assertThat(entry.detail().get("digest").textValue()).isEqualTo("d1");
        assertThat(entry.detail().get("sequence").longValue()).isPositive();
    }

    @Test
    void aChangedEntryIsFound() {
        IntStream.rangeClosed(1, 5).forEach(i -> log.append(signedIn("zhaxi")));
        tamper(AuditPage.key(3), page -> ((ObjectNode) page.at("/entries/0")).put("actor", "duoji"));
        Chain chain = log.verify(entry -> { });
        assertThat(chain.entries()).isEqualTo(2);
        assertThat(chain.fault()).contains("entry 3 was changed");
    }

    @Test
    void anEntryChangedTogetherWithItsHashIsFoundAtTheNext() {
        IntStream.rangeClosed(1, 5).forEach(i -> log.append(signedIn("zhaxi")));
        tamper(AuditPage.key(3), page -> {
            Entry entry = Entry.read((ObjectNode) page.at("/entries/0"));
            Entry forged = Entry.after(3, entry.previous(), entry.at(), signedIn("duoji"));
            ((ArrayNode) page.get("entries")).set(0, forged.json());
        });
        assertThat(log.verify(entry -> { }).fault()).contains("entry 4 does not follow entry 3");
    }

    @Test
    void anEntryTakenOutIsFound() {
        IntStream.rangeClosed(1, 4).forEach(this::storeRevision);
        new Trail(log, store, Map.of("revisions", Trail.STORED), new SetClock()).fold();
        log.append(signedIn("zhaxi"));
        tamper(AuditPage.key(1), page -> ((ArrayNode) page.get("entries")).remove(3));
        assertThat(log.verify(entry -> { }).fault()).contains("entry 4 is missing before page 000000000000005");
    }

    private void tamper(String key, Consumer<ObjectNode> change) {
        Stored stored = store.find(AuditLog.KIND, key).orElseThrow();
        ObjectNode body = Json.own(stored.body());
        change.accept(body);
        assertThat(store.replace(AuditLog.KIND, new Document(key, Json.bytes(body), Map.of()),
                stored.version())).isTrue();
    }
}
