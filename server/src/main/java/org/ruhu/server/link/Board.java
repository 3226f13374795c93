package org.ruhu.server.link;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every pair there is, in memory and without its explanation: lists, counts and links of a record are read from here.
 */
final class Board {

    private final Map<String, Pair> pairs = new ConcurrentHashMap<>();
    private final Map<Source, Set<String>> bySource = new ConcurrentHashMap<>();

    void put(Pair pair) {
        pairs.put(pair.id(), pair);
        for (Side side : List.of(pair.left(), pair.right())) {
            bySource.computeIfAbsent(side.record().source(), s -> ConcurrentHashMap.newKeySet(2)).add(pair.id());
        }
    }

    Optional<Pair> find(String id) {
        return Optional.ofNullable(pairs.get(id));
    }

    Collection<Pair> all() {
        return pairs.values();
    }

    List<Pair> of(Source source) {
        return bySource.getOrDefault(source, Set.of()).stream().map(pairs::get).toList();
    }
}
