package org.ruhu.tools.dedupe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.Progress;
import org.ruhu.tools.Stopwatch;
import org.ruhu.tools.World;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.link.IdMatches;
import org.ruhu.tools.link.IdMatches.Place;
import org.ruhu.tools.link.Masked;

/** The quick look, without settings or a model: equal valid id numbers in interviews of different households. */
public final class IdDoubles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final boolean show;

    public IdDoubles(World world, boolean show) {
        this.world = world;
        this.show = show;
    }

    /** @return the exit code */
    public int find(Sources sources) throws IOException {
        Stopwatch watch = new Stopwatch();
        Progress progress = new Progress(world);
        try (Archive archive = sources.archive()) {
            IdMatches matches = new IdMatches(archive, LatestLines.in(archive), (pass, people) ->
                    progress.at(() -> pass + ": " + watch.rate(people, "people")));
            Map<String, List<Place>> groups = matches.groups();
            progress.done();
            if (matches.households() == 0 && matches.unreadable() > 0) {
                throw new CannotRun("there is no interview in it. To link the records of another table say how:"
                        + " --settings S.json --out DIR, or --guess --out DIR for a first try");
            }
            write(groups);
            world.err().println(matches.people() + " people in " + matches.households() + " households, "
                    + matches.numbers() + " with a valid id number; " + groups.size()
                    + " numbers in more than one household; " + watch.rate(matches.people(), "people"));
            if (matches.unreadable() > 0) {
                world.err().println(matches.unreadable() + " lines left out; ruhu validate says why");
            }
            return groups.isEmpty() && matches.unreadable() == 0 ? 0 : 1;
        }
    }

    private void write(Map<String, List<Place>> groups) throws IOException {
        try (OutputStream lines = new BufferedOutputStream(world.out(), 1 << 16)) {
            for (Map.Entry<String, List<Place>> group : groups.entrySet()) {
                lines.write(line(group.getKey(), group.getValue()).toString().getBytes(StandardCharsets.UTF_8));
                lines.write('\n');
            }
        }
    }

    private ObjectNode line(String number, List<Place> places) {
        ObjectNode line = JSON.createObjectNode().put("idNumber", show ? number : Masked.number(number))
                .put("households", places.stream().map(Place::submission).distinct().count());
        ArrayNode who = line.putArray("people");
        for (Place place : places) {
            who.addObject().put("name", show ? place.name() : Masked.name(place.name())).put("line", place.line())
                    .put("unit", place.unit()).put("submission", place.submission()).put("number", place.number())
                    .put("pointer", place.pointer()).put("inputLine", place.inputLine());
        }
        return line;
    }
}
