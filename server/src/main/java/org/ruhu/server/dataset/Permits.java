package org.ruhu.server.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Every request for named data there ever was. */
public final class Permits extends Papers<Permit> {

    public static final Kind KIND = new Kind("permits", false, List.of(Index.on("of_account", "account", "asked"),
            Index.on("in_state", "state", "asked"), Index.on("tagged", "tag", "asked")));

    Permits(Store store) {
        super(store, KIND, Permit::read, Permit::document);
    }

    /** The oldest first. */
    List<Permit> in(Permit.State state) {
        return read(Range.of("in_state", state.word()));
    }

    /** Those whose files are marked so. */
    List<Permit> tagged(String tag) {
        return read(Range.of("tagged", tag));
    }

    /**
     * Changes one that nobody has changed since it was read.
     *
     * @return empty if somebody has
     */
    Optional<Permit> change(Permit before, UnaryOperator<Permit> how) {
        Permit after = how.apply(before);
        return replace(after, before.version()) ? Optional.of(after) : Optional.empty();
    }
}
