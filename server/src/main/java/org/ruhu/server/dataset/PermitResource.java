package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.RevisionId;

/**
 * Data in which people are named: asked for by a statistician for a purpose and some days, allowed by the county office
 * of all of it, who is somebody else, and marked for the one who gets it. Every step is on record.
 */
@Path("/api/permits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PermitResource {

    private static final String ID = "{id: " + RevisionId.UUID_PATTERN + "}";
    private static final int MOST_ROWS = 200;
    private static final int MOST_DAYS = 30;

    private final Permits permits;
    private final Exports exports;
    private final ExportQueue queue;
    private final Desk desk;
    private final Watermark watermark;
    private final AuditLog audit;
    private final Clock clock;

    PermitResource(Permits permits, Exports exports, ExportQueue queue, Desk desk, Watermark watermark, AuditLog audit,
                   Clock clock) {
        this.permits = permits;
        this.exports = exports;
        this.queue = queue;
        this.desk = desk;
        this.watermark = watermark;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    public Response ask(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        login.require(Role.STATISTICIAN);
        body.only("asked", "purpose", "days");
        Asked asked = Asked.read(body.object("asked"));
        if (!asked.plain()) {
            throw body.refusedAt("asked", "leave duplicates, impute and columns out: ids in named data are others, and"
                    + " what nobody said is not put beside a name; take an export without names for these");
        }
        String purpose = body.text("purpose", 500, "(?s)(?=.*\\S).{10,}", "say in 10 to 500 characters what for");
        int days = body.integer("days");
        if (days < 1 || days > MOST_DAYS) {
            throw body.refusedAt("days", "from 1 to " + MOST_DAYS);
        }
        List<Cut> cuts = desk.of(login, asked).cuts();
        Permit permit = new Permit(UUID.randomUUID().toString(), login.account(), asked, cuts, purpose, days,
                Permit.State.ASKED, clock.instant(), Optional.empty(), Optional.empty(), Optional.empty(), "", 0);
        permits.add(permit);
        audit.append(asked.told(Event.of(login.account(), "named-data-asked", permit.id())).with("purpose", purpose)
                .with("days", days));
        return Response.status(Response.Status.CREATED).entity(permit.shown())
                .location(URI.create("/api/permits/" + permit.id())).build();
    }

    /** One's own, those that wait for one's decision, and those of others that hold and one may take back. */
    @GET
    public ObjectNode list(@Context SecurityContext security) {
        Login login = Login.of(security);
        login.require(Role.STATISTICIAN, Role.COUNTY);
        ObjectNode answer = Json.object();
        ArrayNode own = answer.putArray("own");
        permits.of(login.account(), MOST_ROWS).forEach(permit -> own.add(permit.shown()));
        ArrayNode waiting = answer.putArray("waiting");
        permits.in(Permit.State.ASKED).stream().filter(permit -> decides(login, permit)).limit(MOST_ROWS)
                .forEach(permit -> waiting.add(permit.shown()));
        ArrayNode standing = answer.putArray("standing");
        permits.in(Permit.State.APPROVED).stream().filter(permit -> permit.holds(clock.instant()))
                .filter(permit -> decides(login, permit)).limit(MOST_ROWS)
                .forEach(permit -> standing.add(permit.shown()));
        return answer;
    }

    @GET
    @Path(ID)
    public ObjectNode one(@Context SecurityContext security, @PathParam("id") String id) {
        return seen(Login.of(security), id).shown();
    }

    @POST
    @Path(ID + "/decision")
    public ObjectNode decide(@Context SecurityContext security, @PathParam("id") String id, Body body) {
        Login login = Login.of(security);
        Permit permit = seen(login, id);
        if (!decides(login, permit)) {
            audit.append(Event.of(login.account(), "refused-named-data", id));
            throw Refusal.notAllowed("A second person decides, the county office for all of the areas");
        }
        body.only("approve", "note");
        boolean yes = body.bool("approve");
        String note = body.text("note", 500, "(?s).*\\S.*", "say in at most 500 characters why");
        if (permit.state() != Permit.State.ASKED) {
            throw changed();
        }
        Permit decided = permits.change(permit, found -> found.decided(yes, login.account(), note, clock.instant()))
                .orElseThrow(PermitResource::changed);
        if (yes) {
            audit.append(decided.approved());
            exports.add(decided.export(clock.instant()));
            queue.add(id);
        } else {
            audit.append(Event.of(login.account(), "named-data-refused", id).with("recipient", permit.account())
                    .with("note", note));
        }
        return decided.shown();
    }

    /** Takes it back, with the file if there is one. */
    @DELETE
    @Path(ID)
    public ObjectNode revoke(@Context SecurityContext security, @PathParam("id") String id) {
        Login login = Login.of(security);
        Permit permit = seen(login, id);
        if (permit.state() != Permit.State.ASKED && permit.state() != Permit.State.APPROVED) {
            throw changed();
        }
        Permit revoked = permits.change(permit, found -> found.revoked(clock.instant()))
                .orElseThrow(PermitResource::changed);
        exports.find(id).ifPresent(export -> queue.cancel(id));
        audit.append(Event.of(login.account(), "named-data-revoked", id).with("recipient", permit.account()));
        return revoked.shown();
    }

    /** Whose file a submission's id is from that was found somewhere. */
    @POST
    @Path("trace")
    public ObjectNode trace(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        login.require(Role.AUDITOR);
        body.only("submission");
        UUID found = UUID.fromString(body.text("submission", 36, RevisionId.UUID_PATTERN,
                "send the id that was found"));
        List<Permit> from = permits.tagged(watermark.tag(found));
        audit.append(Event.of(login.account(), "named-data-traced", found.toString())
                .with("permit", from.stream().map(Permit::id).findFirst().orElse("-")));
        return from.stream().findFirst().map(Permit::shown)
                .orElseThrow(() -> Refusal.notFound("This id is from no file in which people are named"));
    }

    private Permit seen(Login login, String id) {
        login.require(Role.STATISTICIAN, Role.COUNTY);
        return permits.find(id).filter(permit -> permit.account().equals(login.account()) || reaches(login, permit))
                .orElseThrow(() -> Refusal.notFound("There is no such request of yours or for you to decide"));
    }

    private static boolean reaches(Login login, Permit permit) {
        Reach reach = login.reach(Role.COUNTY);
        return permit.cuts().stream().allMatch(cut -> reach.covers(cut.campaign(), cut.area()));
    }

    private static boolean decides(Login login, Permit permit) {
        return !permit.account().equals(login.account()) && reaches(login, permit);
    }

    private static Refusal changed() {
        return new Refusal(Refusal.Kind.CHANGED_MEANWHILE, "It has been decided or taken back; ask for it again");
    }
}
