package org.ruhu.server.dataset;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.door.RefusalMapper;

/**
 * A file as an answer, whole or in part.
 *
 * @param file is closed when it was sent
 * @param tag  its entity tag, with its quotes
 */
record FileAnswer(FileChannel file, long size, String tag, String name) {

    private static final int AT_ONCE = 1 << 16;

    /** @param part empty for all of it */
    Response of(Optional<Stretch> part) throws IOException {
        if (part.filter(Stretch::isNothing).isPresent()) {
            file.close();
            Refusal refusal = new Refusal(Refusal.Kind.NO_SUCH_PART, "The file has %,d bytes".formatted(size));
            return with(Response.status(refusal.status()).type(RefusalMapper.PROBLEM)
                    .entity(Json.bytes(refusal.problem())).header("Content-Range", part.get().in(size))).build();
        }
        Stretch sent = part.orElse(new Stretch(0, size));
        Response.ResponseBuilder answer = Response.status(part.isPresent() ? 206 : 200)
                .entity((StreamingOutput) out -> send(sent, out)).header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        part.ifPresent(of -> answer.header("Content-Range", of.in(size)));
        return with(answer).build();
    }

    private Response.ResponseBuilder with(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, tag).header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private void send(Stretch part, OutputStream out) throws IOException {
        try (file) {
            ByteBuffer some = ByteBuffer.allocate(AT_ONCE);
            long at = part.from();
            long end = part.from() + part.length();
            while (at < end) {
                some.clear().limit((int) Math.min(AT_ONCE, end - at));
                int read = file.read(some, at);
                if (read < 0) {
                    throw new EOFException("the file of an export is shorter than it was");
                }
                out.write(some.array(), 0, read);
                at += read;
            }
        }
    }
}
