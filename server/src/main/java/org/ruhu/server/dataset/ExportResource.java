package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Carries;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Load;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.RevisionId;
import org.ruhu.tools.dataset.Beside;

/** Files of datasets made in the background, for the statistician who asked for them. */
@Path("/api/exports")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ExportResource {

    private static final String ID = "{id: " + RevisionId.UUID_PATTERN + "}";
    private static final int MOST_ROWS = 200;
    private static final int MOST_OPEN = 20;
    /** They are held in memory while an export is made. */
    private static final int MOST_BYTES = 8_000_000;

    private final Exports exports;
    private final ExportFiles files;
    private final ExportQueue queue;
    private final Desk desk;
    private final Permits permits;
    private final AuditLog audit;
    private final Clock clock;

    ExportResource(Exports exports, ExportFiles files, ExportQueue queue, Desk desk, Permits permits, AuditLog audit,
                   Clock clock) {
        this.exports = exports;
        this.files = files;
        this.queue = queue;
        this.desk = desk;
        this.permits = permits;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    public Response ask(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        login.require(Role.STATISTICIAN);
        Asked asked = Asked.read(body);
        Desk.Offer offer = desk.of(login, asked);
        desk.requirePreparable(body, asked, offer);
        if (asked.columns().filter(sha256 -> !files.hasColumns(sha256)).isPresent()) {
            throw body.refusedAt("columns", "there are no such columns any more: send them to /api/exports/columns");
        }
        List<Export> open = exports.of(login.account(), MOST_ROWS).stream().filter(one -> one.state().open()).toList();
        Optional<Export> same = open.stream().filter(one -> one.asked().equals(asked))
                .filter(one -> permits.find(one.id()).isEmpty()).findFirst();
        if (same.isEmpty() && open.size() >= MOST_OPEN) {
            throw new Refusal(Refusal.Kind.TOO_MANY_REQUESTS,
                    "Wait until some of your %d exports have ended, or cancel one".formatted(open.size()));
        }
        Export export = same.orElseGet(() -> begun(login, asked, offer.cuts()));
        return Response.accepted(shown(export)).location(URI.create("/api/exports/" + export.id())).build();
    }

    /** Takes a file of columns in, which exports then name by the SHA-256 of its bytes. */
    @POST
    @Path("columns")
    @Consumes("text/csv")
    @Carries(Load.ATTACHMENT)
    public Response columns(@Context SecurityContext security, InputStream csv) throws IOException {
        Login login = Login.of(security);
        login.require(Role.STATISTICIAN);
        byte[] bytes = csv.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "Send at most %,d bytes here".formatted(MOST_BYTES));
        }
        try {
            Beside.read(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.UNREADABLE_BODY, e.getMessage());
        }
        String sha256 = files.keepColumns(bytes, clock.instant());
        queue.expireColumns();
        audit.append(Event.of(login.account(), "columns-sent", sha256).with("bytes", bytes.length));
        return Response.status(Response.Status.CREATED).entity(Json.object().put("sha256", sha256)).build();
    }

    private Export begun(Login login, Asked asked, List<Cut> cuts) {
        Export export = Export.asked(UUID.randomUUID().toString(), login.account(), asked, cuts, clock.instant());
        exports.add(export);
        audit.append(asked.told(Event.of(login.account(), "dataset-asked", export.id())));
        queue.add(export.id());
        return export;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security, @QueryParam("limit") @DefaultValue("50") String limit) {
        Login login = Login.of(security);
        login.require(Role.STATISTICIAN);
        ObjectNode answer = Json.object();
        var rows = answer.putArray("exports");
        exports.of(login.account(), (int) Query.number("limit", limit, 1, MOST_ROWS))
                .forEach(export -> rows.add(shown(export)));
        return answer;
    }

    @GET
    @Path(ID)
    public ObjectNode one(@Context SecurityContext security, @PathParam("id") String id) {
        return shown(own(Login.of(security), id));
    }

    @DELETE
    @Path(ID)
    public ObjectNode cancel(@Context SecurityContext security, @PathParam("id") String id) {
        Login login = Login.of(security);
        Export export = queue.cancel(own(login, id).id());
        audit.append(Event.of(login.account(), "dataset-cancelled", id));
        return shown(export);
    }

    /** The file, or the part of it that {@code Range} names. The grants that hold now decide. */
    @GET
    @Path(ID + "/file")
    @Produces("application/zip")
    public Response file(@Context SecurityContext security, @PathParam("id") String id,
                         @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known, @HeaderParam("If-Range") String ifRange,
                         @HeaderParam("Range") String range) throws IOException {
        Login login = Login.of(security);
        Export export = own(login, id);
        Reach reach = login.reach(Role.STATISTICIAN);
        if (!export.cuts().stream().allMatch(cut -> reach.covers(cut.campaign(), cut.area()))) {
            audit.append(Event.of(login.account(), "refused-foreign-area", id));
            throw Refusal.foreignArea();
        }
        Export.Made made = export.made().filter(of -> export.state() == Export.State.DONE)
                .orElseThrow(() -> notThere(export));
        Optional<Permit> permit = permits.find(id);
        if (permit.isPresent() && !permit.get().holds(clock.instant())) {
            audit.append(Event.of(login.account(), "refused-named-data", id));
            throw gone();
        }
        String tag = "\"" + made.sha256() + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        FileChannel file = files.read(made.file()).orElseThrow(ExportResource::gone);
        audit.append(Event.of(login.account(), permit.isPresent() ? "named-data-read" : "dataset-read",
                export.asked().form() + " " + id)
                .with("range", range == null ? "" : range));
        Optional<Stretch> part = ifRange == null || ifRange.equals(tag) ? Stretch.of(range, made.size())
                : Optional.empty();
        return new FileAnswer(file, made.size(), tag, export.fileName()).of(part);
    }

    private static Refusal notThere(Export export) {
        return export.state().open()
                ? new Refusal(Refusal.Kind.NOT_READY, "Ask for the export until its state is done").retryAfter(2)
                : gone();
    }

    private static Refusal gone() {
        return new Refusal(Refusal.Kind.GONE, "The file is not kept any more: start the export again");
    }

    private Export own(Login login, String id) {
        login.require(Role.STATISTICIAN);
        return exports.find(id).filter(export -> export.account().equals(login.account()))
                .orElseThrow(() -> Refusal.notFound("There is no such export of yours"));
    }

    private ObjectNode shown(Export export) {
        ObjectNode shown = export.shown();
        queue.progress(export.id()).filter(progress -> export.state() == Export.State.RUNNING)
                .ifPresent(progress -> shown.set("progress", progress.json()));
        return shown;
    }
}
