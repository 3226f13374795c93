package org.ruhu.tools.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/**
 * Equal valid id numbers in different households. Two passes: the first keeps eight bytes for each person, a hash of
 * the number; the second keeps only those whose hash was met more than once, and compares the numbers themselves.
 */
public final class IdMatches {

    /** Where a number stands. {@code line} is the member's own line number, {@code inputLine} that of the file. */
    public record Place(String submission, int number, String unit, int line, String name, String pointer,
            long inputLine) {}

    /** Told how far a pass is. */
    @FunctionalInterface
    public interface Listener {
        void at(String pass, long people);
    }

    private record Found(String id, Place place) {}

    /** One interview: everyone with a number, and how many there are at all. */
    private record Household(boolean readable, int people, List<Found> found) {}

    private final Archive archive;
    private final LatestLines latest;
    private final Listener listener;
    private final LineReader reader = new LineReader();
    private long[] hashes = new long[1 << 12];
    private int numbers;
    private long people;
    private long households;
    private long unreadable;

    public IdMatches(Archive archive, LatestLines latest, Listener listener) {
        this.archive = archive;
        this.latest = latest;
        this.listener = listener;
    }

    /** By id number, each with two places or more in different submissions. */
    public Map<String, List<Place>> groups() throws IOException {
        pass("counting", this::count);
        Arrays.sort(hashes, 0, numbers);
        Map<String, List<Place>> groups = new TreeMap<>();
        pass("comparing", household -> household.found().stream().filter(this::metTwice).forEach(found ->
                groups.computeIfAbsent(found.id(), id -> new ArrayList<>(2)).add(found.place())));
        groups.values().removeIf(places -> places.stream().map(Place::submission).distinct().count() < 2);
        return groups;
    }

    public long people() {
        return people;
    }

    public long households() {
        return households;
    }

    /** People with a valid id number. */
    public long numbers() {
        return numbers;
    }

    public long unreadable() {
        return unreadable;
    }

    private void pass(String name, Consumer<Household> consumer) throws IOException {
        long[] met = {0};
        try (Lines lines = archive.lines()) {
            Iterator<RawLine> wanted = latest.of(lines);
            InOrder.forEach(wanted, Runtime.getRuntime().availableProcessors(), this::read, household -> {
                consumer.accept(household);
                met[0] += household.people();
                listener.at(name, met[0]);
            });
        }
    }

    private void count(Household household) {
        people += household.people();
        households += household.readable() ? 1 : 0;
        unreadable += household.readable() ? 0 : 1;
        for (Found found : household.found()) {
            if (numbers == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * numbers);
            }
            hashes[numbers++] = hash(found.id());
        }
    }

    private boolean metTwice(Found found) {
        long hash = hash(found.id());
        int at = Arrays.binarySearch(hashes, 0, numbers, hash);
        return at > 0 && hashes[at - 1] == hash || at + 1 < numbers && hashes[at + 1] == hash;
    }

    /** Eighteen digits are nearly a long; what they lose by wrapping the second pass sets right. */
    private static long hash(String id) {
        long hash = 0;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash + id.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private Household read(RawLine raw) {
        Optional<Revision> revision = reader.read(raw) instanceof Line.Good good ? Revision.of(good.json())
                : Optional.empty();
        if (revision.isEmpty()) {
            return new Household(false, 0, List.of());
        }
        JsonNode members = revision.get().answers().values().path("members");
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            JsonNode row = members.path(i);
            String pointer = "/members/" + i;
            IdNumbers.normal(row.path("id_no").asText()).ifPresent(id -> found.add(
                    new Found(id, place(revision.get(), row, pointer, raw.number()))));
        }
        return new Household(true, members.size(), found);
    }

    private static Place place(Revision revision, JsonNode row, String pointer, long inputLine) {
        return new Place(revision.submission(), revision.number(), revision.unit(), row.path("line_no").asInt(),
                row.path("name_zh").asText(), pointer, inputLine);
    }
}
