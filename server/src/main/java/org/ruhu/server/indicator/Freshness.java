package org.ruhu.server.indicator;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.dataset.Counting;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.store.Store;

/** Whether figures are still those of the data; looks at each change once. */
final class Freshness {

    /** @param looked place in the change order up to which nothing concerned the figures */
    private record Seen(String file, long looked, boolean changed) {}

    private final Store store;
    private final Counting counting;
    private final ParameterTables tables;
    private final Clock clock;
    private final Instant opened;
    private final ConcurrentMap<String, Seen> seen = new ConcurrentHashMap<>();

    Freshness(Store store, Counting counting, ParameterTables tables, Clock clock) {
        this.store = store;
        this.counting = counting;
        this.tables = tables;
        this.clock = clock;
        this.opened = clock.instant();
    }

    boolean changed(Campaign campaign, Kept.Made made) {
        return tables.uploads() != made.parameters() || mayHaveMissed(made) || seen.compute(campaign.id(), (id, before) -> {
            Seen from = before != null && before.file.equals(made.file()) ? before
                    : new Seen(made.file(), made.until(), false);
            long last = store.lastSequence();
            return from.changed || last <= from.looked ? from : new Seen(from.file, settled() ? last : from.looked,
                    !counting.unchanged(campaign.form().name(), id, from.looked));
        }).changed();
    }

    /** For a while after opening a change may still appear behind a place that was looked at. */
    private boolean settled() {
        return !clock.instant().isBefore(opened.plus(store.lateness()));
    }

    private boolean mayHaveMissed(Kept.Made made) {
        return settled() && !made.asOf().isBefore(opened) && made.asOf().isBefore(opened.plus(store.lateness()));
    }
}
