package org.ruhu.server.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Every campaign there is. They never change, so those once read are remembered. */
public final class Campaigns {

    public static final Kind KIND = new Kind("campaigns", false, List.of(Index.on("by_id")));

    private final Store store;
    private final ConcurrentMap<String, Campaign> known = new ConcurrentHashMap<>();

    public Campaigns(Store store) {
        this.store = store;
    }

    /** @return false if the id is taken */
    public boolean open(Campaign campaign) {
        return store.insert(KIND, new Document(campaign.id(), Json.bytes(campaign.json()), Map.of()));
    }

    public Optional<Campaign> find(String id) {
        Campaign remembered = known.get(id);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Campaign> read = id.matches(Campaign.ID)
                ? store.find(KIND, id).map(stored -> Campaign.read(Json.own(stored.body()))) : Optional.empty();
        read.ifPresent(campaign -> known.put(id, campaign));
        return read;
    }

    /** By id. */
    public List<Campaign> all() {
        List<Campaign> all = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("by_id"))) {
            cursor.forEachRemaining(stored -> all.add(Campaign.read(Json.own(stored.body()))));
        }
        return all;
    }
}
