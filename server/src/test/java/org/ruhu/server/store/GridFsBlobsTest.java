package org.ruhu.server.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class GridFsBlobsTest extends BlobsContract {

    private static MongoServer mongo;
    private static int databases;

    @BeforeAll
    static void start() {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind();
    }

    @AfterAll
    static void stop() {
        mongo.shutdownNow();
    }

    @BeforeEach
    @Override
    void begin() {
        databases++;
        super.begin();
    }

    @Override
    Blobs open() {
        int port = mongo.getLocalAddress().getPort();
        return Blobs.open("mongodb://localhost:%d/ruhu%d".formatted(port, databases), Path.of("unused"));
    }
}
