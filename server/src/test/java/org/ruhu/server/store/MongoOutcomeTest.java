package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.store.BreakingLine.Break;

/** Writes over a line that breaks: what the store says is what is so, or it says that it does not know. */
class MongoOutcomeTest {

    private static final Kind ROWS = new Kind("rows", true, List.of());

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private BreakingLine line;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        MongoDatabases.quiet();
        server.bind("127.0.0.1", 0);
        line = new BreakingLine(server.getLocalAddress().getPort());
        store = Stores.open(uri(line.port()), List.of(ROWS));
    }

    private static String uri(int port) {
        return "mongodb://127.0.0.1:" + port + "/ruhu?serverSelectionTimeoutMS=5000";
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        line.close();
        server.shutdownNow();
    }

    private static org.ruhu.server.store.Document row(String key) {
        return new org.ruhu.server.store.Document(key, key.getBytes(), Map.of());
    }

    private List<String> changed() {
        return store.since(0, 100).stream().map(change -> change.document().key()).toList();
    }

    @Test
    void anInsertWhoseAnswerIsLostIsFoundWritten() {
        line.breakAt("insert", Break.BEFORE_THE_ANSWER);
        assertThat(store.insert(ROWS, row("a"))).isTrue();
        assertThat(store.insert(ROWS, row("a"))).isFalse();
        assertThat(changed()).containsExactly("a");
    }

    @Test
    void anInsertOfATakenKeyWhoseAnswerIsLostIsFalse() {
        store.insert(ROWS, row("a"));
        line.breakAt("insert", Break.BEFORE_THE_ANSWER);
        assertThat(store.insert(ROWS, row("a"))).isFalse();
    }

    @Test
    void manyInsertsWhoseAnswerIsLostAreFoundWritten() {
        store.insert(ROWS, row("b"));
        line.breakAt("insert", Break.BEFORE_THE_ANSWER);
        assertThat(store.insertAll(ROWS, List.of(row("a"), row("b"), row("c")))).containsExactly(true, false, true);
    }

    @Test
    void aReplacementWhoseAnswerIsLostIsFoundWritten() {
        store.insert(ROWS, row("a"));
        line.breakAt("update", Break.BEFORE_THE_ANSWER);
        assertThat(store.replace(ROWS, row("a"), 1)).isTrue();
        assertThat(store.find(ROWS, "a").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anInsertThatMayStillArriveFailsAndHoldsBackTheLaterOnes() {
        store.insert(ROWS, row("before"));
        line.breakAt("insert", Break.BEFORE_THE_REQUEST);
        assertThatThrownBy(() -> store.insert(ROWS, row("a"))).isInstanceOf(StoreFailure.class);
        assertThat(store.insert(ROWS, row("after"))).isTrue();
        assertThat(changed()).containsExactly("before");
        assertThat(store.lastSequence()).isEqualTo(store.find(ROWS, "before").orElseThrow().sequence());
        assertThat(store.find(ROWS, "after")).isPresent();
    }

    @Test
    void aServerThatWasReplacedWritesNoMore() {
        try (Store second = Stores.open(uri(server.getLocalAddress().getPort()), List.of(ROWS));
             MongoClient client = MongoClients.create(uri(server.getLocalAddress().getPort()))) {
            MongoEpoch epoch = MongoEpoch.begin(client.getDatabase("ruhu"));
            epoch.requireCurrentNow();
            MongoEpoch.begin(client.getDatabase("ruhu"));
            assertThatThrownBy(epoch::requireCurrentNow).isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("another server");
            assertThat(second.lastSequence()).isZero();
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        try (MongoClient client = MongoClients.create(uri(server.getLocalAddress().getPort()))) {
            client.getDatabase("ruhu").getCollection("ruhu_store")
                    .updateOne(new Document("_id", "epoch"), new Document("$set", new Document("format", 99)));
        }
        assertThatThrownBy(() -> Stores.open(uri(line.port()), List.of(ROWS))).isInstanceOf(StoreFailure.class)
                .hasMessageContaining("newer");
    }
}
