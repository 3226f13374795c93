package org.ruhu.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.link.IdMatches;
import org.ruhu.tools.link.IdMatches.Place;
import org.ruhu.tools.link.Masked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "dedupe", mixinStandardHelpOptions = true,
        description =
            "Finds people entered in more than one household by equal valid id numbers; a line of NDJSON each.",
        footer = {"", "Nothing is merged or deleted: every group is for people to look at.",
            "Names and numbers are masked unless --show is given. A server masks id numbers itself: use a file."})
final class Deduplicate implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;

    @Mixin
    private Input input;

    @Option(names = "--out", paramLabel = "FILE", description = "write the groups here instead of to standard output")
    private Optional<Path> out;

    @Option(names = "--show", description = "write names and id numbers in full")
    private boolean show;

    Deduplicate(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Stopwatch watch = new Stopwatch();
        Progress progress = new Progress(world);
        try (Archive archive = input.archive(world)) {
            IdMatches matches = new IdMatches(archive, LatestLines.in(archive), (pass, people) ->
                    progress.at(() -> pass + ": " + watch.rate(people, "people")));
            Map<String, List<Place>> groups = matches.groups();
            progress.done();
            if (matches.numbers() == 0 && matches.people() > 0 && input.fromServer()) {
                throw new CannotRun("the server masks id numbers, so they cannot be compared;"
                        + " give a file that has them");
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
        try (OutputStream lines = new BufferedOutputStream(
                out.isPresent() ? Files.newOutputStream(out.get()) : world.out(), 1 << 16)) {
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
