package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Rates;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** Submissions for those who interviewed, guide or supervise; identifiers masked, shown one by one for a reason. */
@Path("/api/submissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SubmissionResource {

    private static final int MOST_ROWS = 500;

    private final Submissions submissions;
    private final Listing listing;
    private final Views views;
    private final Campaigns campaigns;
    private final BiFunction<Login, UUID, ObjectNode> doubles;
    private final Rates reveals;
    private final AuditLog audit;

    /**
     * @param doubles members with the pairs of likely doubles of a submission that a login may know of
     * @param reveals how many identifiers an account may see
     */
    public SubmissionResource(Submissions submissions, Listing listing, Views views, Campaigns campaigns,
                              BiFunction<Login, UUID, ObjectNode> doubles, Rates reveals, AuditLog audit) {
        this.submissions = submissions;
        this.listing = listing;
        this.views = views;
        this.campaigns = campaigns;
        this.doubles = doubles;
        this.reveals = reveals;
        this.audit = audit;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security, @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("state") @DefaultValue("") String state,
                           @QueryParam("limit") @DefaultValue("50") String limit,
                           @QueryParam("after") @DefaultValue("") String after) {
        Login login = Login.of(security);
        login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        List<String> asked = campaign.isEmpty() ? campaigns.all().stream().map(Campaign::id).toList()
                : List.of(campaign);
        Listing.Page page = listing.page(login, new Listing.Filter(Query.area("area", area), asked, state(state)),
                Optional.of(after).filter(token -> !token.isEmpty()).map(Place::read),
                (int) Query.number("limit", limit, 1, MOST_ROWS));
        ObjectNode answer = Json.object();
        var rows = answer.putArray("submissions");
        page.rows().forEach(row -> rows.add(views.row(row)));
        page.next().ifPresent(next -> answer.put("next", next.token()));
        return answer;
    }

    private static Optional<State> state(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(State.of(word).orElseThrow(() -> Query.refused("state",
                "give one of " + String.join(", ", Arrays.stream(State.values()).map(State::word).toList()))));
    }

    @GET
    @Path("{submission: " + RevisionId.UUID_PATTERN + "}")
    public ObjectNode one(@Context SecurityContext security, @PathParam("submission") UUID submission) {
        Login login = Login.of(security);
        List<Revision> revisions = readable(login, submission);
        Revision latest = last(revisions);
        boolean desk = login.reach(Role.INSTRUCTOR, Role.COUNTY).covers(latest.campaign(), latest.area());
        ObjectNode whole = views.whole(revisions, !desk).setAll(submissions.subject(revisions).json(login));
        if (desk) {
            whole.setAll(doubles.apply(login, submission));
        }
        return whole;
    }

    @POST
    @Path("{submission: " + RevisionId.UUID_PATTERN + "}/identifiers")
    public ObjectNode reveal(@Context SecurityContext security, @PathParam("submission") UUID submission, Body body) {
        Login login = Login.of(security);
        body.only("pointer", "reason");
        String pointer = body.text("pointer");
        Revision latest = last(readable(login, submission));
        login.require(Role.COUNTY).require(latest.campaign(), latest.area());
        String reason = reason(body);
        reveals.take(login.account());
        String value = views.identifier(latest, pointer)
                .orElseThrow(() -> body.refusedAt("pointer", "name an id number or telephone number of the answers"));
        audit.append(Event.of(login.account(), "identifier-read", submission + "/" + latest.id().number())
                .with("pointer", pointer).with("reason", reason));
        return Json.object().put("value", value);
    }

    static String reason(Body body) {
        return body.text("reason", 500, "(?s).*\\S.*", "say in at most 500 characters why");
    }

    private List<Revision> readable(Login login, UUID submission) {
        login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        List<Revision> revisions = submissions.all(submission);
        if (revisions.isEmpty()) {
            throw Refusal.notFound("There is no such submission");
        }
        if (!last(revisions).readableBy(login)) {
            audit.append(Event.of(login.account(), "refused-foreign-area", submission.toString()));
            throw Refusal.foreignArea();
        }
        return revisions;
    }

    private static Revision last(List<Revision> revisions) {
        return revisions.get(revisions.size() - 1);
    }
}
