package org.ruhu.server.store;

import java.util.List;
import org.junit.jupiter.api.AfterEach;

class MongoStoreTest extends StoreContract {

    private final MongoDatabases database = new MongoDatabases();

    @Override
    Store open(List<Kind> kinds) {
        return Stores.open(database.uri(), kinds);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }
}
