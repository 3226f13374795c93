package org.ruhu.server.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ruhu.forms.FormId;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/**
 * Every campaign there is. They never change, so those once read are remembered; that one asks with another version of
 * its form from some day on is a document of its own.
 */
public final class Campaigns {

    public static final Kind KIND = new Kind("campaigns", false, List.of(Index.on("by_id")));

    /** Key: campaign and the number of the move. */
    public static final Kind MOVES = new Kind("campaign_moves", false, List.of(Index.on("by_key")));

    private final Store store;
    private final ConcurrentMap<String, Campaign> known = new ConcurrentHashMap<>();
    private volatile Map<String, List<Move>> moves = Map.of();

    public Campaigns(Store store) {
        this.store = store;
        refresh();
    }

    /** Reads what other servers on this store did. */
    public synchronized void refresh() {
        Map<String, List<Move>> read = new HashMap<>();
        try (Cursor cursor = store.range(MOVES, Range.of("by_key"))) {
            cursor.forEachRemaining(stored -> read.computeIfAbsent(stored.key().split("/")[0], id -> new ArrayList<>())
                    .add(Move.read(Json.own(stored.body()))));
        }
        moves = read;
    }

    /** How a campaign went from version to version, the first move first. */
    public List<Move> moves(Campaign campaign) {
        return moves.getOrDefault(campaign.id(), List.of());
    }

    /** The version it asks with now. */
    public FormId form(Campaign campaign) {
        List<Move> all = moves(campaign);
        return all.isEmpty() ? campaign.form()
                : new FormId(campaign.form().name(), all.get(all.size() - 1).version());
    }

    /** What a unit of the campaign is asked with now: one that was listed with any of its versions moves along. */
    public FormId form(Campaign campaign, FormId listed) {
        return asked(campaign, listed) ? form(campaign) : listed;
    }

    /** Whether it asks with this version or did once. */
    public boolean asked(Campaign campaign, FormId form) {
        return versions(campaign).contains(form);
    }

    /** Every version it asks with or did once. */
    public Set<FormId> versions(Campaign campaign) {
        Set<FormId> versions = new LinkedHashSet<>(Set.of(campaign.form()));
        moves(campaign).forEach(move -> versions.add(new FormId(campaign.form().name(), move.version())));
        return versions;
    }

    /**
     * @param seen moves there were when it was decided
     * @throws Refusal if somebody else has moved it since
     */
    void move(Campaign campaign, int seen, Move move) {
        String key = "%s/%06d".formatted(campaign.id(), seen + 1);
        boolean moved = store.insert(MOVES, new Document(key, Json.bytes(move.json()), Map.of()));
        refresh();
        if (!moved) {
            throw new Refusal(Refusal.Kind.CHANGED_MEANWHILE, "Look which version it asks with now");
        }
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
