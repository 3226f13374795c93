package org.ruhu.server.progress;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

class SqliteProgressTest extends ProgressContract {

    @TempDir
    Path folder;

    @Override
    Store open(List<Kind> kinds) {
        return Stores.open("sqlite:" + folder.resolve("ruhu.db"), kinds);
    }
}
