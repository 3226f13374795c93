package org.ruhu.server.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** Campaigns: everybody sees those of the own grants, an administrator opens new ones. */
@Path("/api/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CampaignResource {

    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final AuditLog audit;

    public CampaignResource(Campaigns campaigns, Catalogue catalogue, AuditLog audit) {
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
                .forEach(campaign -> array.add(campaign.json()));
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
