package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Rates;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;

/** Where a person has been entered, by id number or telephone number, without opening a seal. */
@Path("/api/identifiers/find")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class IdentifierResource {

    private static final int MOST_FOUND = 100;

    private final Submissions submissions;
    private final Seals seals;
    private final Views views;
    private final Rates reveals;
    private final AuditLog audit;

    public IdentifierResource(Submissions submissions, Seals seals, Views views, Rates reveals, AuditLog audit) {
        this.submissions = submissions;
        this.seals = seals;
        this.views = views;
        this.reveals = reveals;
        this.audit = audit;
    }

    /** Those whose latest revision still names the person. */
    @POST
    public ObjectNode find(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.COUNTY);
        body.only("identifier", "reason");
        String identifier = body.text("identifier", 40, ".*\\S.*", "give an id number or a telephone number");
        String reason = SubmissionResource.reason(body);
        reveals.take(login.account());
        String fingerprint = seals.fingerprint(identifier);
        List<UUID> found = reach.areas("").stream().flatMap(area -> submissions.naming(fingerprint, area))
                .filter(revision -> reach.covers(revision.campaign(), revision.area()))
                .map(revision -> revision.id().submission()).distinct().limit(MOST_FOUND).toList();
        audit.append(Event.of(login.account(), "identifier-looked-up", fingerprint).with("reason", reason)
                .with("found", found.size()));
        ObjectNode answer = Json.object();
        var rows = answer.putArray("submissions");
        found.stream().flatMap(submission -> submissions.latest(submission).stream())
                .filter(latest -> latest.persons().contains(fingerprint))
                .forEach(latest -> rows.add(views.row(Listing.Row.of(latest, submissions))));
        return answer;
    }
}
