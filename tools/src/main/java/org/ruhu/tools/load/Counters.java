package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.remote.Remote;

/**
 * Compares the server's progress with what it acknowledged, village by village and up to the whole area. Where all
 * units of an area were acknowledged, counters must be equal; elsewhere others may have sent the rest, so they must
 * not be lower.
 */
final class Counters {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Remote supervisor;
    private final Patience patience;
    private final String campaign;
    /** Area code of any level, then result code, then units acknowledged. */
    private final Map<String, Map<String, Long>> expected = new TreeMap<>();

    Counters(Remote supervisor, Patience patience, String campaign, List<Item> acknowledged) {
        this.supervisor = supervisor;
        this.patience = patience;
        this.campaign = campaign;
        Map<String, String> results = new TreeMap<>();
        acknowledged.forEach(item -> results.put(item.unit(), item.result()));
        results.forEach((unit, result) -> {
            String village = unit.substring(0, unit.indexOf('-'));
            for (int digits : new int[] {4, 6, 9, 12}) {
                expected.computeIfAbsent(village.substring(0, digits), area -> new TreeMap<>())
                        .merge(result, 1L, Long::sum);
            }
        });
    }

    /** Areas compared. */
    int areas() {
        return expected.size();
    }

    /** What still differs after the server has had some seconds to count. */
    List<Difference> compare(long seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        List<Difference> differences = once();
        while (!differences.isEmpty() && System.nanoTime() < until) {
            Patience.rest(PAUSE);
            differences = once();
        }
        return differences;
    }

    private List<Difference> once() {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> parents = new TreeSet<>();
        expected.keySet().stream().filter(area -> area.length() < 12).forEach(parents::add);
        for (String parent : parents) {
            JsonNode told = patience.until(() ->
                    supervisor.get("/api/progress?area=" + parent + "&campaign=" + campaign));
            if (parent.length() == 4) {
                compare(parent, told.path("total"), differences);
            }
            for (JsonNode child : told.path("children")) {
                compare(child.path("code").asText(), child, differences);
            }
        }
        return differences;
    }

    private void compare(String area, JsonNode row, List<Difference> differences) {
        Map<String, Long> results = expected.getOrDefault(area, Map.of());
        long ours = results.values().stream().mapToLong(Long::longValue).sum();
        boolean whole = ours == row.path("units").asLong();
        differ(area, "enumerated", ours, row.path("enumerated").asLong(), whole, differences);
        results.forEach((result, count) ->
                differ(area, "results." + result, count, row.path("results").path(result).asLong(), whole,
                        differences));
    }

    private static void differ(String area, String counter, long ours, long theirs, boolean whole,
            List<Difference> to) {
        if (whole ? ours != theirs : ours > theirs) {
            to.add(new Difference("progress", area + " " + counter, (whole ? "" : "at least ") + ours,
                    Long.toString(theirs)));
        }
    }
}
