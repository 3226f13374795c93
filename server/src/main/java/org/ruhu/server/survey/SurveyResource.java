package org.ruhu.server.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Misfit;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Rates;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.door.Refusal.Kind;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Open;
import org.ruhu.server.staff.Role;

/** Anonymous surveys: a form about no unit, answered once with each ballot, by people who do not sign in. */
@Path("/api/surveys/{campaign: " + Campaign.ID + "}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SurveyResource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String EVERYBODY = "survey";

    private final Surveys surveys;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Rates rates;
    private final AuditLog audit;
    private final Clock clock;

    /** @param rates how often anybody without a login may send answers, all of them together */
    public SurveyResource(Surveys surveys, Campaigns campaigns, Catalogue catalogue, Rates rates, AuditLog audit,
                          Clock clock) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.rates = rates;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody with a ballot needs to answer. */
    @GET
    @Open
    public ObjectNode survey(@Context SecurityContext security, @PathParam("campaign") String id) {
        Campaign campaign = survey(id);
        ObjectNode answer = Json.object().put("campaign", id).put("open", isOpen(campaign))
                .put("starts", campaign.starts().toString()).put("ends", campaign.ends().toString());
        ObjectNode names = answer.putObject("name");
        campaign.name().forEach(names::put);
        answer.set("context", campaign.context());
        answer.set("form", form(campaign).bundle());
        return answer;
    }

    @PUT
    @Open
    @Path("answers")
    public Response give(@PathParam("campaign") String id, Body body) {
        rates.take(EVERYBODY);
        Campaign campaign = survey(id);
        body.only("ballot", "form", "answers", "missing");
        if (!isOpen(campaign)) {
            throw Refusal.notAllowed("The survey runs from %s to %s".formatted(campaign.starts(), campaign.ends()));
        }
        Ballot ballot = Ballot.read(body.text("ballot")).orElseThrow(() ->
                body.refusedAt("ballot", "type the twelve letters and digits on your slip"));
        String area = surveys.area(id, ballot).orElseThrow(() -> new Refusal(Kind.UNKNOWN_BALLOT,
                "Compare the code with your slip; it belongs to this survey only"));
        FormVersion form = form(body.object("form").only("name", "version"), campaign);
        Answers answers = new Answers(body.any("answers"), missing(body));
        List<Misfit> misfits = form.misfits(answers);
        if (!misfits.isEmpty()) {
            throw new Refusal(Kind.UNREADABLE_ANSWERS, "%d answers do not fit %s".formatted(misfits.size(), form.id()),
                    misfits.stream().map(misfit -> new Refusal.Place(misfit.pointer(), misfit.detail())).toList());
        }
        return switch (surveys.give(id, area, ballot, form.id(), answers)) {
            case STORED -> Response.status(Response.Status.CREATED).entity(Json.object().put("stored", true)).build();
            case REPEATED -> Response.ok(Json.object().put("stored", true)).build();
            case TAKEN -> throw new Refusal(Kind.BALLOT_USED, "Somebody has answered with this ballot; a ballot counts "
                    + "once and what was said cannot be changed");
        };
    }

    @GET
    @Path("count")
    public ObjectNode count(@Context SecurityContext security, @PathParam("campaign") String id) {
        Login.of(security).require(Role.ADMINISTRATOR, Role.STATISTICIAN).require(id, survey(id).area());
        return Json.object().put("issued", surveys.issued(id)).put("answered", surveys.given(id));
    }

    @GET
    @Path("answers.ndjson")
    @Produces("application/x-ndjson")
    public Response answers(@Context SecurityContext security, @PathParam("campaign") String id) {
        Login login = Login.of(security);
        login.require(Role.STATISTICIAN).require(id, survey(id).area());
        if (surveys.given(id) < Surveys.FEWEST) {
            throw Refusal.notAllowed("Fewer than %d have answered; their answers are not handed out"
                    .formatted(Surveys.FEWEST));
        }
        audit.append(Event.of(login.account(), "survey-read", id));
        StreamingOutput lines = out -> surveys.each(id, answers -> {
            try {
                out.write(Json.bytes(answers));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Response.ok(lines).header("Content-Disposition", "attachment; filename=\"" + id + ".ndjson\"")
                .header("Cache-Control", "no-store").build();
    }

    private boolean isOpen(Campaign campaign) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return !today.isBefore(campaign.starts()) && !today.isAfter(campaign.ends());
    }

    private Campaign survey(String id) {
        return survey(campaigns, catalogue, id);
    }

    /** A campaign whose form is about no unit. */
    static Campaign survey(Campaigns campaigns, Catalogue catalogue, String id) {
        return campaigns.find(id).filter(campaign -> aboutNoUnit(form(catalogue, campaign)))
                .orElseThrow(() -> Refusal.notFound("There is no such survey"));
    }

    static boolean aboutNoUnit(FormVersion form) {
        return form.schema().path("x-unit").asText().equals("none");
    }

    private FormVersion form(Campaign campaign) {
        return form(catalogue, campaign);
    }

    private static FormVersion form(Catalogue catalogue, Campaign campaign) {
        return catalogue.form(campaign.form()).orElseThrow(() ->
                new IllegalStateException("form " + campaign.form() + " is gone"));
    }

    private FormVersion form(Body form, Campaign campaign) {
        boolean asked = form.text("name").equals(campaign.form().name())
                && form.text("version").equals(campaign.form().version());
        if (!asked) {
            throw new Refusal(Kind.UNKNOWN_FORM, "Load the page again: this survey asks " + campaign.form());
        }
        return form(campaign);
    }

    private static Map<String, String> missing(Body body) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (body.has("missing")) {
            Body missing = body.object("missing");
            missing.object().fieldNames().forEachRemaining(name -> reasons.put(name, missing.text(name)));
        }
        return reasons;
    }
}
