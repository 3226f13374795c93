package org.ruhu.server.store;

import java.util.List;
import org.junit.jupiter.api.AfterEach;

class MongoRangeTest extends RangeContract {

    private final MongoDatabases database = new MongoDatabases();

    @Override
    Store open(List<Kind> kinds) {
        return Stores.open(database.uri(), kinds);
    }

    @Override
    boolean ordersBeyondTheBasicPlane() {
        return MongoDatabases.ordersByCodePoint();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }
}
