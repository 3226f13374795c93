package org.ruhu.server.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * Every region: the provinces to townships of the country, which come with the server, and what was stored beside or
 * over them, such as villages.
 */
public final class Regions {

    public static final Kind KIND = new Kind("regions", false, List.of(Index.on("by_parent", "parent")));

    /** What became of a region that was sent. */
    enum Outcome { STORED, SAME, NO_PARENT }

    private final Store store;
    private final Divisions divisions = new Divisions();
    private final ConcurrentMap<String, Region> stored = new ConcurrentHashMap<>();

    public Regions(Store store) {
        this.store = store;
    }

    public Optional<Region> find(String code) {
        return Optional.ofNullable(stored.get(code)).or(() -> lookUp(code));
    }

    /** The name of a region, its code if it has none. */
    public String name(String code) {
        return find(code).map(Region::name).orElse(code);
    }

    /** Regions right below one, by code; below "" lie the provinces. */
    public List<Region> below(String parent) {
        Map<String, Region> below = new TreeMap<>();
        divisions.below(parent).forEach(region -> below.put(region.code(), region));
        try (Cursor cursor = store.range(KIND, Range.of("by_parent", parent))) {
            cursor.forEachRemaining(found -> below.put(found.key(), Region.read(Json.own(found.body()))));
        }
        return List.copyOf(below.values());
    }

    boolean anyBelow(String parent) {
        if (divisions.anyBelow(parent)) {
            return true;
        }
        try (Cursor cursor = store.range(KIND, Range.of("by_parent", parent).limit(1))) {
            return cursor.hasNext();
        }
    }

    /** Stores regions, waiting for the disk once; one may lie in another of the same list before it. */
    List<Outcome> put(List<Region> regions) {
        List<Outcome> outcomes = new ArrayList<>(regions.stream().map(region -> Outcome.STORED).toList());
        Set<String> sent = new HashSet<>();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            if (region.parent().filter(parent -> !sent.contains(parent) && find(parent).isEmpty()).isPresent()) {
                outcomes.set(i, Outcome.NO_PARENT);
            } else if (find(region.code()).filter(region::equals).isPresent()) {
                outcomes.set(i, Outcome.SAME);
            } else {
                fresh.add(i);
                sent.add(region.code());
            }
        }
        List<Boolean> inserted = store.insertAll(KIND, fresh.stream().map(i -> document(regions.get(i))).toList());
        for (int n = 0; n < fresh.size(); n++) {
            Region region = regions.get(fresh.get(n));
            if (!inserted.get(n)) {
                replace(region);
            }
            stored.put(region.code(), region);
        }
        return outcomes;
    }

    private void replace(Region region) {
        boolean done = false;
        while (!done) {
            Stored before = store.find(KIND, region.code()).orElseThrow();
            done = store.replace(KIND, document(region), before.version());
        }
    }

    private static Document document(Region region) {
        return new Document(region.code(), Json.bytes(region.json()), Map.of("parent", region.parent().orElse("")));
    }

    private Optional<Region> lookUp(String code) {
        if (!code.matches(Region.CODE)) {
            return Optional.empty();
        }
        Optional<Region> found = store.find(KIND, code).map(document -> Region.read(Json.own(document.body())))
                .or(() -> divisions.find(code));
        found.ifPresent(region -> stored.put(code, region));
        return found;
    }
}
