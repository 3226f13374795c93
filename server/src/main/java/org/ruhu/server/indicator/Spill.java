package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.server.door.Json;
import org.ruhu.tools.indicator.figure.Figure;

/** Figures on the disk until all are there, by area; each area's come in a few stretches. */
final class Spill implements Closeable {

    private record Stretch(long from, int length) {}

    private static final ObjectReader LINES = JsonMapper.builder().build().readerFor(JsonNode.class);

    private final Path file;
    private final FileChannel channel;
    private final SortedMap<String, List<Stretch>> stretches = new TreeMap<>();
    private final ByteArrayOutputStream now = new ByteArrayOutputStream();
    private String area = "";
    private long end;

    Spill(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    void add(Figure figure) {
        if (!figure.place().area().equals(area)) {
            settle();
            area = figure.place().area();
        }
        now.writeBytes(Json.bytes(Lines.json(figure)));
        now.write('\n');
    }

    /** Ends a stretch. */
    void settle() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(now.toByteArray());
            if (bytes.hasRemaining()) {
                stretches.computeIfAbsent(area, any -> new ArrayList<>()).add(new Stretch(end, bytes.remaining()));
            }
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            now.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By code, so that an area stands before those in it. */
    List<String> areas() {
        return List.copyOf(stretches.keySet());
    }

    List<Figure> of(String area) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (Stretch stretch : stretches.getOrDefault(area, List.of())) {
            ByteBuffer bytes = ByteBuffer.allocate(stretch.length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, stretch.from + bytes.position()) < 0) {
                    throw new EOFException("the figures on the disk are cut off");
                }
            }
            try (MappingIterator<JsonNode> lines = LINES.readValues(bytes.array())) {
                while (lines.hasNext()) {
                    figures.add(Lines.figure(lines.next()));
                }
            }
        }
        return figures;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
