package org.ruhu.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

class GridFsBlobsTest extends BlobsContract {

    private final MongoDatabases database = new MongoDatabases();

    @Override
    Blobs open() {
        return Blobs.open(database.uri(), Path.of("unused"));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }
}
