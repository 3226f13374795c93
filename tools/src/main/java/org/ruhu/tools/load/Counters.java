package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.load.Stock.Item;
import org.ruhu.tools.remote.Remote;

/**
 * Compares the server's progress with what it acknowledged, village by village and up to the whole area. Where all units of
 * an area were acknowledged, counters must be equal; elsewhere others may have sent the rest, so they must not be lower.
 */
final class Counters {

    private static final int TRIES = 120;

    private final Remote supervisor;
    private final String campaign;
    /** Area code of any level, then result code, then units acknowledged. */
    private final Map<String, Map<String, Long>> expected = new TreeMap<>();

    Counters(Remote supervisor, String campaign, List<Item> acknowledged) {
        this.supervisor = supervisor;
        this.campaign = campaign;
        Map<String, String> results = new TreeMap<>();
        acknowledged.forEach(item -> results.put(item.unit(), item.result()));
        results.forEach((unit, result) -> {
            String village = unit.substring(0, unit.indexOf('-'));
            for (int digits : new int[] {4, 6, 9, 12}) {
                expected.computeIfAbsent(village.substring(0, digits), area -> new TreeMap<>()).merge(result, 1L, Long::sum);
            }
        });
    }

    /** Areas compared. */
    int areas() {
        return expected.size();
    }

    /** What differs once the server has had time to count. */
    List<Difference> compare() throws IOException {
        List<Difference> differences = once();
        for (int i = 0; i < TRIES && !differences.isEmpty(); i++) {
            ReadBack.rest();
            differences = once();
        }
        return differences;
    }

    private List<Difference> once() throws IOException {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> parents = new TreeSet<>();
        expected.keySet().stream().filter(area -> area.length() < 12).forEach(parents::add);
        for (String parent : parents) {
            Optional<JsonNode> told = ask(parent);
            if (told.isEmpty()) {
                return List.of(new Difference("progress", parent, "counters", "no answer"));
            }
            if (parent.length() == 4) {
                compare(parent, told.get().path("total"), differences);
            }
            for (JsonNode child : told.get().path("children")) {
                compare(child.path("code").asText(), child, differences);
            }
        }
        return differences;
    }

    private Optional<JsonNode> ask(String area) throws IOException {
        try {
            return Optional.of(supervisor.get("/api/progress?area=" + area + "&campaign=" + campaign));
        } catch (CannotRun refused) {
            if (refused.getMessage().contains(" 5") || refused.getMessage().contains(" 429")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void compare(String area, JsonNode row, List<Difference> differences) {
        Map<String, Long> results = expected.getOrDefault(area, Map.of());
        long ours = results.values().stream().mapToLong(Long::longValue).sum();
        boolean whole = ours == row.path("units").asLong();
        differ(area, "enumerated", ours, row.path("enumerated").asLong(), whole, differences);
        results.forEach((result, count) ->
                differ(area, "results." + result, count, row.path("results").path(result).asLong(), whole, differences));
    }

    private static void differ(String area, String counter, long ours, long theirs, boolean whole, List<Difference> to) {
        if (whole ? ours != theirs : ours > theirs) {
            to.add(new Difference("progress", area + " " + counter, (whole ? "" : "at least ") + ours, Long.toString(theirs)));
        }
    }
}
