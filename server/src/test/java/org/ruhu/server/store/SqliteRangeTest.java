package org.ruhu.server.store;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteRangeTest extends RangeContract {

    @TempDir
    Path folder;

    @Override
    Store open(List<Kind> kinds) {
        return Stores.open("sqlite:" + folder.resolve("data/ruhu.db"), kinds);
    }
}
