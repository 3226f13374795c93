package org.ruhu.server.attachment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.ruhu.server.door.Carries;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Load;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** Photos and signatures by their SHA-256: taken in once, given to those who may read what names them. */
@Path("/api/attachments/{sha256: [0-9a-f]{64}}")
public final class AttachmentResource {

    private static final int START = 12;

    private final Attachments attachments;
    private final Consumer<String> arrived;
    private final BiPredicate<Login, String> shown;

    /**
     * @param arrived is told what is there now
     * @param shown   whether a login may read something that names an attachment
     */
    public AttachmentResource(Attachments attachments, Consumer<String> arrived, BiPredicate<Login, String> shown) {
        this.attachments = attachments;
        this.arrived = arrived;
        this.shown = shown;
    }

    @PUT
    @Carries(Load.ATTACHMENT)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(@Context SecurityContext security, @PathParam("sha256") String sha256, InputStream bytes)
            throws IOException {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        boolean fresh = attachments.keep(sha256, bytes, login.account(), login.team().orElse(""));
        arrived.accept(sha256);
        return Response.status(fresh ? 201 : 200).entity(Json.object().put("sha256", sha256)).build();
    }

    @GET
    @Produces(MediaType.WILDCARD)
    public Response get(@Context SecurityContext security, @PathParam("sha256") String sha256) throws IOException {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        if (!shown.test(login, sha256)) {
            throw Refusal.notFound("Nothing you may read names this attachment");
        }
        InputStream bytes = attachments.read(sha256)
                .orElseThrow(() -> Refusal.notFound("The attachment has not arrived, or has to be sent again"));
        byte[] start = bytes.readNBytes(START);
        StreamingOutput sent = out -> {
            try (bytes) {
                out.write(start);
                bytes.transferTo(out);
            }
        };
        return Response.ok(sent).type(type(start))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable").build();
    }

    /** Told by the first bytes, not by the sender: what is no picture must never be taken for a page. */
    private static String type(byte[] start) {
        String magic = new String(start, StandardCharsets.ISO_8859_1);
        if (magic.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (magic.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        boolean webp = magic.startsWith("RIFF") && magic.startsWith("WEBP", 8);
        return webp ? "image/webp" : MediaType.APPLICATION_OCTET_STREAM;
    }
}
