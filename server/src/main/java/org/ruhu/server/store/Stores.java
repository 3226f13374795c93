package org.ruhu.server.store;

import java.nio.file.Path;
import java.util.List;

/** Opens the store that a URI names. */
public final class Stores {

    private Stores() {}

    /** @param uri {@code sqlite:DIR/ruhu.db}; the folder and the file are made if they are not there */
    public static Store open(String uri, List<Kind> kinds) {
        if (uri.startsWith("sqlite:")) {
            return SqliteStore.open(Path.of(uri.substring("sqlite:".length())), kinds);
        }
        throw new IllegalArgumentException("a store is sqlite:FILE, not " + uri);
    }
}
