package org.ruhu.tools.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.ruhu.forms.Canonical;
import org.ruhu.tools.lines.Temporary;

/**
 * What is to be sent, made before the clock runs: bodies in a temporary file, about 150 bytes of memory for each
 * submission.
 */
final class Stock implements AutoCloseable {

    /**
     * @param digest of what is sent, worked out here and not believed from the server
     * @param result code of the interview
     */
    record Item(UUID submission, int number, String digest, String team, String unit, String result, long from,
            int length) {

        String village() {
            return unit.substring(0, Math.max(0, unit.indexOf('-')));
        }
    }

    /** An item before it lies in the file. */
    record Packed(UUID submission, int number, String digest, String team, String unit, String result, byte[] body) {

        /** @param line as {@code POST /api/sync} takes it */
        static Packed of(ObjectNode line, String team) {
            UUID submission = UUID.fromString(line.path("submission").asText());
            int number = line.path("number").intValue();
            ObjectNode body = line.deepCopy();
            body.remove(List.of("submission", "number", "area", "receivedAt", "findings"));
            return new Packed(submission, number, Canonical.digest(digested(body)), team, line.path("unit").asText(),
                    line.path("answers").path("result_code").asText(), 
                    body.toString().getBytes(StandardCharsets.UTF_8));
        }

        private static ObjectNode digested(ObjectNode body) {
            ObjectNode digested = body.deepCopy();
            digested.remove("paradata");
            TreeSet<String> names = new TreeSet<>();
            body.path("attachments").forEach(name -> names.add(name.asText()));
            ArrayNode attachments = digested.putArray("attachments");
            names.forEach(attachments::add);
            if (!digested.path("missing").isObject()) {
                digested.putObject("missing");
            }
            return digested;
        }
    }

    private final Path file;
    private final FileChannel channel;
    private final List<Item> items;

    private Stock(Path file, List<Item> items) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file);
        this.items = items;
    }

    /** Takes items one by one, then is the stock. */
    static final class Filling implements AutoCloseable {

        private final Path file = Temporary.file(".bodies");
        private final OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
        private final List<Item> items = new ArrayList<>();
        private long length;

        Filling() throws IOException {}

        void add(Packed packed) {
            try {
                out.write(packed.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            items.add(new Item(packed.submission(), packed.number(), packed.digest(), packed.team().intern(),
                    packed.unit(), packed.result().intern(), length, packed.body().length));
            length += packed.body().length;
        }

        Stock done() throws IOException {
            out.close();
            return new Stock(file, items);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    List<Item> items() {
        return items;
    }

    /** What a {@code PUT} carries. */
    byte[] body(Item item) {
        try {
            ByteBuffer body = ByteBuffer.allocate(item.length());
            while (body.hasRemaining()) {
                channel.read(body, item.from() + body.position());
            }
            return body.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a line of a sync is. */
    byte[] line(Item item) {
        byte[] body = body(item);
        byte[] front = ("{\"submission\":\"" + item.submission() + "\",\"number\":" + item.number() + ",")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(front.length + body.length).put(front).put(body, 1, body.length - 1).put((byte) '\n')
                .array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
