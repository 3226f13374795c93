package org.ruhu.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes too large for a document, kept under a name that is made from them. */
public interface Blobs extends AutoCloseable {

    /** Beside an embedded store as files in {@code folder}, in the database's GridFS with MongoDB. */
    static Blobs open(String storeUri, Path folder) {
        return storeUri.startsWith("mongodb") ? GridFsBlobs.open(storeUri) : FileBlobs.open(folder);
    }

    /** Begins to take bytes in; nobody sees them before they are kept. */
    Draft draft() throws IOException;

    Optional<InputStream> read(String name) throws IOException;

    @Override
    void close();

    /** Bytes on their way in; closing forgets what was not kept. */
    interface Draft extends AutoCloseable {

        OutputStream bytes();

        /** Durable, and found under its name, when this returns; bytes kept under that name before are replaced. */
        void keepAs(String name) throws IOException;

        @Override
        void close() throws IOException;
    }
}
