package org.ruhu.server.dataset;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Every export that was ever asked for. */
public final class Exports extends Papers<Export> {

    public static final Kind KIND = new Kind("exports", false, List.of(Index.on("of_account", "account", "queued"),
            Index.on("in_state", "state", "queued"), Index.on("same", "same", "queued")));

    private static final int MOST_TRIES = 50;

    public Exports(Store store) {
        super(store, KIND, Export::read, Export::document);
    }

    /** The oldest first. */
    List<Export> in(Export.State state) {
        return read(Range.of("in_state", state.word()));
    }

    /** The newest finished ones first whose files say the same if the data do. */
    List<Export> same(String key) {
        return read(Range.of("same", key).backwards());
    }

    /**
     * Changes an export as long as nobody else does.
     *
     * @param how gives back what it was given where there is nothing to change
     * @return as it stands afterwards
     */
    Export change(String id, UnaryOperator<Export> how) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Export before = find(id).orElseThrow();
            Export after = how.apply(before);
            if (after.equals(before) || replace(after, before.version())) {
                return after;
            }
        }
        throw new IllegalStateException("an export changes faster than it can be followed: " + id);
    }
}
