package org.ruhu.server.indicator;

import java.util.Collection;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Whether a sample that was sent is one of a campaign's units at all, and not another's. */
final class Listed {

    /** So many are looked up, spread over all of them: a request waits for it. */
    private static final int MOST_LOOKED_UP = 200;

    private final Store store;

    Listed(Store store) {
        this.store = store;
    }

    boolean any(String campaign, Collection<String> units) {
        long step = Math.max(1, units.size() / MOST_LOOKED_UP);
        long[] number = {0};
        return units.stream().sorted().filter(unit -> number[0]++ % step == 0)
                .anyMatch(unit -> holds(campaign, unit));
    }

    private boolean holds(String campaign, String unit) {
        try (Cursor found = store.range(Units.KIND, Range.of("listed", campaign, unit).limit(1))) {
            return found.hasNext();
        }
    }
}
