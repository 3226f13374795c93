package org.ruhu.server.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** What is kept of every campaign's figures, by campaign. */
final class Shelf {

    static final Kind KIND = new Kind("figures", false, List.of(Index.on("in_state", "state")));

    private static final int MOST_TRIES = 50;

    private final Store store;

    Shelf(Store store) {
        this.store = store;
    }

    Kept of(String campaign) {
        return store.find(KIND, campaign).map(Kept::read).orElse(Kept.nothing(campaign));
    }

    /** Those for which figures are wanted. */
    List<Kept> open() {
        return read(Range.of("in_state", "open"));
    }

    /** Names of the files that figures are in. */
    Set<String> files() {
        return read(Range.of("in_state")).stream().flatMap(kept -> kept.made().stream()).map(Kept.Made::file)
                .collect(Collectors.toSet());
    }

    private List<Kept> read(Range range) {
        List<Kept> read = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, range)) {
            cursor.forEachRemaining(stored -> read.add(Kept.read(stored)));
        }
        return read;
    }

    /** @return as it stands afterwards */
    Kept change(String campaign, UnaryOperator<Kept> how) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Kept before = of(campaign);
            Kept after = how.apply(before);
            if (after.equals(before) || (before.version() == 0 ? store.insert(KIND, after.document())
                    : store.replace(KIND, after.document(), before.version()))) {
                return after;
            }
        }
        throw new IllegalStateException("what is kept of " + campaign + " changes faster than it can be followed");
    }
}
