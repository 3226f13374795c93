package org.ruhu.server.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Every request for named data there ever was. */
public final class Permits {

    public static final Kind KIND = new Kind("permits", false, List.of(Index.on("of_account", "account", "asked"),
            Index.on("in_state", "state", "asked"), Index.on("tagged", "tag", "asked")));

    private final Store store;

    Permits(Store store) {
        this.store = store;
    }

    void add(Permit permit) {
        if (!store.insert(KIND, permit.document())) {
            throw new IllegalStateException("a random id came up twice");
        }
    }

    Optional<Permit> find(String id) {
        return store.find(KIND, id).map(Permit::read);
    }

    /** The newest of an account first. */
    List<Permit> of(String account, int limit) {
        return read(Range.of("of_account", account).backwards().limit(limit));
    }

    /** The oldest first. */
    List<Permit> in(Permit.State state) {
        return read(Range.of("in_state", state.word()));
    }

    /** Those whose files are marked so. */
    List<Permit> tagged(String tag) {
        return read(Range.of("tagged", tag));
    }

    private List<Permit> read(Range range) {
        List<Permit> permits = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, range)) {
            cursor.forEachRemaining(stored -> permits.add(Permit.read(stored)));
        }
        return permits;
    }

    /**
     * Changes one that nobody has changed since it was read.
     *
     * @return empty if somebody has
     */
    Optional<Permit> change(Permit before, UnaryOperator<Permit> how) {
        Permit after = how.apply(before);
        return store.replace(KIND, after.document(), before.version()) ? Optional.of(after) : Optional.empty();
    }
}
