package org.ruhu.server.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A fresh database: in the MongoDB of {@code RUHU_TEST_MONGODB} if there is one, else in a stand-in in memory. */
public final class MongoDatabases implements AutoCloseable {

    private static final Optional<String> REAL = Optional.ofNullable(System.getenv("RUHU_TEST_MONGODB"));

    /** The stand-in warns of each index it does not use. */
    private static final List<Logger> TALKATIVE = Stream.of("de.bwaldvogel", "org.mongodb.driver").map(Logger::getLogger).toList();

    private static final String SERVER = REAL.orElseGet(MongoDatabases::standIn);

    private final String name = "ruhu_test_" + UUID.randomUUID().toString().replace("-", "");

    /** One for all tests; it ends with them. */
    private static String standIn() {
        quiet();
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    public String uri() {
        String[] parts = SERVER.split("\\?", 2);
        String hosts = parts[0].replaceFirst("(?<=[^/])/[^/]*$", "");
        return hosts + "/" + name + (parts.length > 1 ? "?" + parts[1] : "");
    }

    static void quiet() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /** The stand-in orders texts by UTF-16 unit, MongoDB by byte of UTF-8. */
    static boolean ordersByCodePoint() {
        return REAL.isPresent();
    }

    @Override
    public void close() {
        try (MongoClient client = MongoClients.create(new ConnectionString(uri()))) {
            client.getDatabase(name).drop();
        }
    }
}
