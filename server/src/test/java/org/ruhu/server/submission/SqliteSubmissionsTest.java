package org.ruhu.server.submission;

import java.util.List;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

class SqliteSubmissionsTest extends SubmissionsContract {

    @Override
    Store open(List<Kind> kinds) {
        return Stores.open("sqlite:" + folder.resolve("ruhu.db"), kinds);
    }
}
