package org.ruhu.server.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.GZIPOutputStream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;

/** The form versions, each as the one bundle a tablet needs. They never change, so their bytes are kept. */
@Path("/api/forms")
@Produces(MediaType.APPLICATION_JSON)
public final class FormResource {

    private record Bundle(byte[] plain, byte[] packed) {}

    private final Catalogue catalogue;
    private final Published published;
    private final ConcurrentMap<FormId, Bundle> bundles = new ConcurrentHashMap<>();

    public FormResource(Catalogue catalogue, Published published) {
        this.published = published;
        this.catalogue = catalogue;
    }

    @GET
    public ObjectNode list() {
        ObjectNode answer = Json.object();
        var forms = answer.putArray("forms");
        for (FormVersion form : catalogue.forms()) {
            ObjectNode shown = forms.addObject().put("name", form.id().name()).put("version", form.id().version());
            shown.putObject("title").put("zh", form.title("zh")).put("en", form.title("en"));
            shown.put("digest", form.digest());
        }
        return answer;
    }

    @GET
    @Path("{name: [a-z][a-z0-9-]{0,63}}/{version: [0-9]{1,6}(\\.[0-9]{1,6}){0,3}}")
    public Response bundle(@Context Request request, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
                           @PathParam("name") String name, @PathParam("version") String version) {
        FormVersion form = catalogue.form(new FormId(name, version))
                .orElseThrow(() -> Refusal.notFound("GET /api/forms tells the form versions there are"));
        published.served(form);
        EntityTag tag = new EntityTag(form.digest());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
        }
        Bundle bundle = bundles.computeIfAbsent(form.id(), id -> bundle(form));
        boolean pack = encodings != null && encodings.contains("gzip");
        byte[] bytes = pack ? bundle.packed() : bundle.plain();
        Response.ResponseBuilder answer = Response.ok(bytes, MediaType.APPLICATION_JSON)
                .tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return (pack ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
    }

    private static Bundle bundle(FormVersion form) {
        byte[] plain = Json.bytes(form.bundle());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundle(plain, packed.toByteArray());
    }
}
