package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.server.door.Json;

/** Records that count as one person now, as links make them hang together. A view: nothing of it is kept. */
final class Clusters {

    /** What each record was led to; ends at the smallest of its cluster. */
    private final Map<RecordId, RecordId> towards = new HashMap<>();
    private final SortedMap<RecordId, SortedMap<RecordId, Side>> members = new TreeMap<>();
    private final Map<RecordId, List<Pair>> links = new HashMap<>();
    private final Set<RecordId> conflicts = new HashSet<>();

    /** @param pairs that the reader may know, both sides */
    Clusters(Collection<Pair> pairs) {
        List<Pair> linked = pairs.stream().filter(Pair::linked).toList();
        linked.forEach(pair -> join(pair.left().record(), pair.right().record()));
        for (Pair pair : linked) {
            RecordId top = top(pair.left().record());
            links.computeIfAbsent(top, t -> new ArrayList<>()).add(pair);
            List.of(pair.left(), pair.right()).forEach(side ->
                    members.computeIfAbsent(top, t -> new TreeMap<>()).put(side.record(), side));
        }
        for (Pair pair : pairs) {
            RecordId top = top(pair.left().record());
            if (apart(pair) && top.equals(top(pair.right().record()))) {
                conflicts.add(top);
            }
        }
    }

    private static boolean apart(Pair pair) {
        return pair.state() == State.DIFFERENT
                || pair.score().veto() && !pair.linked() && pair.state() != State.GONE;
    }

    private void join(RecordId one, RecordId two) {
        RecordId left = top(one);
        RecordId right = top(two);
        if (left.compareTo(right) < 0) {
            towards.put(right, left);
        } else if (!left.equals(right)) {
            towards.put(left, right);
        }
    }

    private RecordId top(RecordId record) {
        RecordId at = record;
        for (RecordId next = towards.get(at); next != null; next = towards.get(at)) {
            Optional.ofNullable(towards.get(next)).ifPresent(further -> towards.put(record, further));
            at = next;
        }
        return at;
    }

    /** @param after name of the cluster that came last, "" to begin */
    ObjectNode page(String after, int limit) {
        ObjectNode answer = Json.object();
        var array = answer.putArray("clusters");
        String last = "";
        for (var cluster : members.entrySet()) {
            if (cluster.getKey().text().compareTo(after) > 0) {
                if (array.size() == limit) {
                    return answer.put("next", last);
                }
                last = cluster.getKey().text();
                array.add(shown(cluster.getKey(), cluster.getValue()));
            }
        }
        return answer;
    }

    private ObjectNode shown(RecordId top, SortedMap<RecordId, Side> records) {
        ObjectNode json = Json.object().put("id", top.text());
        var sides = json.putArray("records");
        records.values().forEach(side -> sides.add(side.shown()));
        var told = json.putArray("links");
        links.get(top).forEach(pair -> told.addObject().put("pair", pair.id())
                .put("left", pair.left().record().text()).put("right", pair.right().record().text())
                .put("by", pair.state() == State.SAME ? "clerks" : "model"));
        return json.put("conflict", conflicts.contains(top));
    }
}
