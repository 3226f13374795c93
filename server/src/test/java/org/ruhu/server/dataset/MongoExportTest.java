package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ruhu.server.App;
import org.ruhu.server.Person;
import org.ruhu.server.store.MongoDatabases;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

/** Exports over MongoDB. */
class MongoExportTest extends ExportKit {

    private static final MongoDatabases DATABASE = new MongoDatabases();

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @Override
    protected Store openStore() {
        return Stores.open(DATABASE.uri(), App.KINDS);
    }

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("store", DATABASE.uri());
    }

    @Test
    void anExportIsMadeServedAgainAndOutlivesARestart() {
        stored(Person.ZHAXI, interview(UNIT));
        JsonNode first = done(wish());
        restart();

        assertThat(bytes(one(first.get("id").textValue()))).hasSize(first.get("size").intValue());
        assertThat(get(Person.STATISTICIAN, "/api/exports").ok().get("exports")).hasSize(1);
        stored(Person.ZHAXI, interview(SECOND_UNIT));
        assertThat(done(wish()).get("submissions").intValue()).isEqualTo(2);
    }
}
