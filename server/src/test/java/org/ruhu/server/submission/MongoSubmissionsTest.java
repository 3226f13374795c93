package org.ruhu.server.submission;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.MongoDatabases;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

class MongoSubmissionsTest extends SubmissionsContract {

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
