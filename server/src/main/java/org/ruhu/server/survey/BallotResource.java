package org.ruhu.server.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** Where an administrator has ballots made. Its address lies below the campaigns, so the class must too to be found. */
@Path("/api/campaigns/{campaign: " + Campaign.ID + "}/ballots")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BallotResource {

    private static final int MOST_BALLOTS = 2_000;

    private final Surveys surveys;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final AuditLog audit;

    public BallotResource(Surveys surveys, Campaigns campaigns, Catalogue catalogue, AuditLog audit) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    @POST
    public Response issue(@Context SecurityContext security, @PathParam("campaign") String id, Body body) {
        Login login = Login.of(security);
        Campaign campaign = SurveyResource.survey(campaigns, catalogue, id);
        body.only("count", "area");
        String area = Query.area("area", body.text("area"));
        if (area.length() > 6 || !area.startsWith(campaign.area())
                && !campaign.area().startsWith(area)) {
            throw body.refusedAt("area", "give the campaign's area or a county in it, 6 digits at most");
        }
        login.require(Role.ADMINISTRATOR).require(id, area);
        int count = body.integer("count");
        if (count < 1 || count > MOST_BALLOTS) {
            throw body.refusedAt("count", "give a number from 1 to " + MOST_BALLOTS);
        }
        audit.append(Event.of(login.account(), "ballots-issued", id).with("area", area).with("count", count));
        ObjectNode answer = Json.object().put("campaign", id);
        var codes = answer.putArray("ballots");
        surveys.issue(id, area, count).forEach(ballot -> codes.add(ballot.printed()));
        return Response.status(Response.Status.CREATED).entity(answer).header("Cache-Control", "no-store").build();
    }
}
