package org.ruhu.server.dataset;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/** A long range read a few at a time: a slow reader at the other end of the line keeps nothing open in the store. */
public final class Paged implements Cursor {

    private static final int AT_A_TIME = 500;

    private final Store store;
    private final Kind kind;
    private Range range;
    private Iterator<Stored> page = List.<Stored>of().iterator();
    private boolean last;

    public Paged(Store store, Kind kind, Range range) {
        this.store = store;
        this.kind = kind;
        this.range = range;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !last) {
            read();
        }
        return page.hasNext();
    }

    private void read() {
        List<Stored> some = new ArrayList<>(AT_A_TIME);
        try (Cursor cursor = store.range(kind, range.limit(AT_A_TIME))) {
            cursor.forEachRemaining(some::add);
            last = some.size() < AT_A_TIME;
            range = last ? range : range.after(cursor.position());
        }
        page = some.iterator();
    }

    @Override
    public Stored next() {
        hasNext();
        return page.next();
    }

    /** Where the page ends that was read last. */
    @Override
    public List<Object> position() {
        return range.after();
    }

    @Override
    public void close() {}
}
