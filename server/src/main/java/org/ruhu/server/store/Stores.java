package org.ruhu.server.store;

import java.nio.file.Path;
import java.util.List;

/** Opens the store that a URI names. */
public final class Stores {

    private Stores() {}

    /** @param uri {@code sqlite:DIR/ruhu.db}, which is made if it is not there, or {@code mongodb://HOST/DATABASE} */
    public static Store open(String uri, List<Kind> kinds) {
        if (uri.startsWith("sqlite:")) {
            return SqliteStore.open(Path.of(uri.substring("sqlite:".length())), kinds);
        }
        if (uri.startsWith("mongodb://") || uri.startsWith("mongodb+srv://")) {
            return MongoStore.open(uri, kinds);
        }
        throw new IllegalArgumentException("a store is sqlite:FILE or mongodb://HOST/DATABASE");
    }
}
