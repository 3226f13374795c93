package org.ruhu.server.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.ruhu.server.App;
import org.ruhu.server.store.MongoDatabases;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** The same over MongoDB, each time in a database of its own. */
class MongoNamedDataTest extends NamedDataTest {

    private static final List<MongoDatabases> DATABASES = new ArrayList<>();

    private final MongoDatabases database = new MongoDatabases();

    MongoNamedDataTest() {
        DATABASES.add(database);
    }

    @AfterAll
    static void dropDatabases() {
        DATABASES.forEach(MongoDatabases::close);
    }

    @Override
    protected Store openStore() {
        return Stores.open(database.uri(), App.KINDS);
    }

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("store", database.uri());
    }
}
