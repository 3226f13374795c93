package org.ruhu.server.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.form.Published;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.tools.form.Change;
import org.ruhu.tools.form.FormDiff;

/** Campaigns: everybody sees those of the own grants, an administrator opens new ones. */
@Path("/api/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CampaignResource {

    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Published published;
    private final Clock clock;
    private final AuditLog audit;

    public CampaignResource(Campaigns campaigns, Catalogue catalogue, Published published, AuditLog audit,
                            Clock clock) {
        this.published = published;
        this.clock = clock;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security) {
        var reach = Login.of(security).require(Role.values());
        ObjectNode answer = Json.object();
        var array = answer.putArray("campaigns");
        campaigns.all().stream().filter(campaign -> reach.enters(campaign.id()))
                .forEach(campaign -> array.add(told(campaign)));
        return answer;
    }

    @POST
    public Response open(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        Campaign campaign = lookingAround(login, campaign(body), body);
        if (!login.require(Role.ADMINISTRATOR).covers(campaign.id(), campaign.area())) {
            audit.append(Event.of(login.account(), "refused-foreign-area", "campaign " + campaign.id()));
            throw Refusal.foreignArea();
        }
        published.used(campaign.form());
        if (campaigns.open(campaign)) {
            audit.append(Event.of(login.account(), "campaign-opened", campaign.id())
                    .with("domain", campaign.domain().name()).with("area", campaign.area()));
            return Response.status(Response.Status.CREATED).entity(campaign.json()).build();
        }
        if (campaigns.find(campaign.id()).orElseThrow().equals(campaign)) {
            return Response.ok(campaign.json()).build();
        }
        throw new Refusal(Refusal.Kind.CAMPAIGN_TAKEN, "A campaign never changes; choose another id");
    }

    /** As it is now, with the versions it has moved to. */
    private ObjectNode told(Campaign campaign) {
        ObjectNode told = campaign.json();
        List<Move> moves = campaigns.moves(campaign);
        if (!moves.isEmpty()) {
            ((ObjectNode) told.get("form")).put("version", campaigns.form(campaign).version());
            var versions = told.putArray("versions");
            versions.addObject().put("version", campaign.form().version());
            moves.forEach(move -> versions.add(move.json()));
        }
        return told;
    }

    /**
     * Asks from now on with another version of the form. Interviews under way with any version before are taken as
     * well, for ever. What breaks the data of both apart must be confirmed.
     */
    @POST
    @Path("{campaign: " + Campaign.ID + "}/form")
    public Response move(@Context SecurityContext security, @PathParam("campaign") String id, Body body) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.ADMINISTRATOR);
        body.only("version", "confirm");
        Campaign campaign = campaigns.find(id).orElseThrow(() -> Refusal.notFound("There is no such campaign"));
        if (!reach.covers(campaign.id(), campaign.area())) {
            audit.append(Event.of(login.account(), "refused-foreign-area", "campaign " + campaign.id()));
            throw Refusal.foreignArea();
        }
        int seen = campaigns.moves(campaign).size();
        FormVersion before = catalogue.form(campaigns.form(campaign)).orElseThrow();
        FormVersion after = version(campaign, body);
        List<Change> changes = FormDiff.changes(before, after);
        boolean confirmed = body.has("confirm") && body.bool("confirm");
        if (changes.stream().anyMatch(Change::breaking) && !confirmed) {
            throw new Refusal(Refusal.Kind.BREAKING_CHANGE, "Read what changes, and send confirm: true if it shall be so")
                    .with("changes", told(changes));
        }
        ObjectNode answer = Json.object();
        boolean same = after.id().equals(before.id());
        if (!same) {
            published.used(after.id());
            campaigns.move(campaign, seen, new Move(after.id().version(), clock.instant(), login.account()));
            audit.append(Event.of(login.account(), "campaign-moved", campaign.id()).with("from", before.id().version())
                    .with("to", after.id().version())
                    .with("breaking", changes.stream().filter(Change::breaking).count()));
        }
        answer.set("campaign", told(campaign));
        answer.set("changes", told(changes));
        return Response.status(same ? Response.Status.OK : Response.Status.CREATED).entity(answer).build();
    }

    private FormVersion version(Campaign campaign, Body body) {
        String version = body.text("version", 32, "[0-9]{1,6}(\\.[0-9]{1,6}){0,3}", "is a version such as 1.1");
        FormVersion form = catalogue.form(new FormId(campaign.form().name(), version)).orElseThrow(() ->
                new Refusal(Refusal.Kind.UNKNOWN_FORM, "GET /api/forms tells the versions there are"));
        if (form.schema().path("x-unit").asText().equals("none")) {
            throw body.refusedAt("version", "a survey of no unit does not move; open another campaign");
        }
        return form;
    }

    private static ArrayNode told(List<Change> changes) {
        ArrayNode told = Json.object().arrayNode();
        changes.forEach(change -> told.addObject().put("code", change.code()).put("place", change.place())
                .put("breaking", change.breaking()).put("says", change.says()).put("drafts", change.drafts())
                .put("answers", change.answers()).put("export", change.export()));
        return told;
    }

    private Campaign campaign(Body body) {
        body.only("id", "name", "domain", "form", "area", "starts", "ends", "target", "context", "sources");
        LocalDate starts = date(body, "starts");
        LocalDate ends = date(body, "ends");
        if (ends.isBefore(starts)) {
            throw body.refusedAt("ends", "is before the start");
        }
        FormVersion form = form(body.object("form"));
        return new Campaign(body.text("id", 64, Campaign.ID, "is 2 to 64 small letters, digits and -"),
                names(body.object("name")), domain(body), form.id(),
                body.text("area", 12, "[1-9][0-9]{1,11}", "is the first 2 to 12 digits of an area code"),
                starts, ends, target(body), context(body, form));
    }

    /**
     * With the campaigns whose interviews its form looks at: those named, else the one already named under this id,
     * else the own one or the latest of its domain with such a form there. Statistics and administration never look at
     * each other's.
     */
    private Campaign lookingAround(Login login, Campaign plain, Body body) {
        Body named = body.has("sources") ? body.object("sources") : Body.of(Json.object(), "/sources");
        Map<String, String> sources = new TreeMap<>();
        named.object().fieldNames().forEachRemaining(form -> sources.put(form, named.text(form)));
        FormVersion form = catalogue.form(plain.form()).orElseThrow();
        for (String asked : Sources.askedBy(form)) {
            if (!sources.containsKey(asked)) {
                String source = campaigns.find(plain.id()).map(known -> known.source(asked))
                        .orElseGet(() -> Sources.standard(plain, asked, campaigns.all()));
                sources.put(asked, source);
            }
        }
        sources.forEach((asked, source) -> judge(login, plain, source, named, asked));
        sources.values().removeIf(plain.id()::equals);
        return plain.lookingAt(sources);
    }

    private void judge(Login login, Campaign plain, String source, Body named, String asked) {
        if (source.equals(plain.id())) {
            return;
        }
        Campaign other = campaigns.find(source).orElseThrow(() -> named.refusedAt(asked, "is the id of a campaign"));
        if (other.domain() != plain.domain()) {
            audit.append(Event.of(login.account(), "refused-domain-crossed", "campaign " + plain.id())
                    .with("source", source).with("form", asked));
            throw new Refusal(Refusal.Kind.DOMAIN_CROSSED, "Name a campaign of the domain " + plain.domain());
        }
    }

    private static Map<String, String> names(Body name) {
        name.only("zh", "en", "bo");
        Map<String, String> names = new TreeMap<>();
        name.object().fieldNames().forEachRemaining(language -> names.put(language, name.text(language)));
        if (names.isEmpty()) {
            throw name.refusedAt("zh", "is needed");
        }
        return names;
    }

    private static Domain domain(Body body) {
        return Domain.valueOf(body.text("domain", 5, "ADMIN|STAT", "is ADMIN or STAT"));
    }

    private FormVersion form(Body form) {
        FormId id;
        try {
            id = new FormId(form.text("name"), form.text("version"));
        } catch (IllegalArgumentException e) {
            throw form.refusedAt("name", "with its version is one of GET /api/forms");
        }
        return catalogue.form(id).orElseThrow(() ->
                new Refusal(Refusal.Kind.UNKNOWN_FORM, "Choose one of GET /api/forms"));
    }

    private static LocalDate date(Body body, String name) {
        try {
            return LocalDate.parse(body.text(name));
        } catch (DateTimeParseException e) {
            throw body.refusedAt(name, "is a day such as 2026-11-01");
        }
    }

    private static double target(Body body) {
        JsonNode target = body.any("target");
        if (!target.isNumber() || target.doubleValue() < 0 || target.doubleValue() > 1) {
            throw body.refusedAt("target", "is a share from 0 to 1");
        }
        return target.doubleValue();
    }

    /** A campaign never changes, so a day its form cannot read would silence checks for good. */
    private static ObjectNode context(Body body, FormVersion form) {
        if (!body.has("context")) {
            return Json.object();
        }
        Body context = body.object("context");
        context.object().properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                throw context.refusedAt(entry.getKey(), "is a text, a number, true or false");
            }
            if (!form.understands(entry.getKey(), entry.getValue())) {
                throw context.refusedAt(entry.getKey(), "is not what the form reads under this name");
            }
        });
        return context.object();
    }
}
