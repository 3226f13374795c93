package org.ruhu.server;

import org.junit.jupiter.api.AfterEach;
import org.ruhu.server.store.MongoDatabases;

/** The database goes on while the server is killed. */
class MongoKillIT extends KillContract {

    private final MongoDatabases database = new MongoDatabases();

    @Override
    String store() {
        return database.uri();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }
}
