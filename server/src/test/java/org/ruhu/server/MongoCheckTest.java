package org.ruhu.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.ruhu.server.store.MongoDatabases;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** As over the embedded store, a database for each test. */
class MongoCheckTest extends CheckTest {

    private static final List<MongoDatabases> DATABASES = new ArrayList<>();

    private final MongoDatabases database = new MongoDatabases();

    @AfterAll
    static void dropDatabases() {
        DATABASES.forEach(MongoDatabases::close);
    }

    @Override
    protected Store openStore() {
        DATABASES.add(database);
        return Stores.open(database.uri(), App.KINDS);
    }

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("store", database.uri());
    }
}
