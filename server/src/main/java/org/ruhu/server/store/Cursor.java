package org.ruhu.server.store;

import java.util.Iterator;
import java.util.List;

/** Documents one after another. {@link #position()} continues a later range behind the last one taken. */
public interface Cursor extends Iterator<Stored>, AutoCloseable {

    /** Index values and key of the document taken last, for {@link Range#after}. */
    List<Object> position();

    @Override
    void close();
}
