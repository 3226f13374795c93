package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.region.Regions;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.tools.indicator.figure.Indicator;
import org.ruhu.tools.indicator.report.Wording;
import org.ruhu.tools.page.Words;

/** Figures of a campaign's areas as tables, as they were when somebody last asked to have them worked out. */
@Path("/api/indicators")
@Produces(MediaType.APPLICATION_JSON)
public final class FigureResource {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<Integer> LEVELS = List.of(0, 2, 4, 6, 9, 12);

    private final Shelf shelf;
    private final FigureQueue queue;
    private final Freshness freshness;
    private final Listed listed;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Regions regions;
    private final AuditLog audit;
    private final Clock clock;

    FigureResource(Shelf shelf, FigureQueue queue, Freshness freshness, Listed listed, Campaigns campaigns,
                   Catalogue catalogue, Regions regions, AuditLog audit, Clock clock) {
        this.shelf = shelf;
        this.queue = queue;
        this.freshness = freshness;
        this.listed = listed;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a request is about, and whether all of it is shown. */
    private record Asked(Login login, Audience audience, Campaign campaign, String area, boolean full) {}

    @GET
    @Path("campaigns")
    public ObjectNode list(@Context SecurityContext security) {
        Audience audience = audience(Login.of(security));
        ObjectNode answer = Json.object();
        var rows = answer.putArray("campaigns");
        for (Campaign campaign : campaigns.all()) {
            List<String> areas = audience.areas(campaign);
            if (Reckoning.FORMS.contains(campaign.form().name()) && !areas.isEmpty()) {
                ObjectNode row = rows.addObject().put("id", campaign.id()).put("domain", campaign.domain().name());
                ObjectNode name = row.putObject("name");
                campaign.name().forEach(name::put);
                areas.forEach(row.putArray("areas")::add);
                shelf.of(campaign.id()).made().ifPresent(made -> row.put("asOf", made.asOf().toString()));
            }
        }
        return answer;
    }

    @GET
    @Path("definitions")
    public ObjectNode definitions(@Context SecurityContext security) {
        audience(Login.of(security));
        ObjectNode answer = Json.object();
        for (Indicator of : org.ruhu.tools.indicator.figure.Catalogue.indicators()) {
            ObjectNode json = answer.withArray("indicators").addObject().put("code", of.code())
                    .put("section", of.section()).put("unit", of.unit()).put("source", of.source());
            put(json.putObject("name"), of.name());
            put(json.putObject("definition"), of.definition());
            put(json.putObject("universe"), of.universe());
            put(json.putObject("formula"), of.formula());
        }
        return answer;
    }

    private static void put(ObjectNode json, Indicator.Bilingual text) {
        json.put("zh", text.zh()).put("en", text.en());
    }

    @GET
    public ObjectNode of(@Context SecurityContext security, @QueryParam("campaign") @DefaultValue("") String campaign,
                         @QueryParam("area") @DefaultValue("") String area,
                         @QueryParam("year") @DefaultValue("0") String year) throws IOException {
        Asked asked = asked(Login.of(security), campaign, area);
        int wanted = (int) Query.number("year", year, 0, 9999);
        Kept kept = shelf.of(campaign);
        ObjectNode answer = Json.object().put("campaign", campaign).put("area", area).put("name", regions.name(area))
                .put("full", asked.full).put("threshold", Reckoning.THRESHOLD)
                .put("mayMake", asked.audience.works(asked.campaign)).put("failed", kept.broken())
                .put("mayDraw", draws(asked.login, asked.campaign)).put("sample", !kept.drawing().census());
        if (draws(asked.login, asked.campaign) && !kept.drawing().census()) {
            kept.drawing().tell(answer.putObject("drawing"));
        }
        kept.askedAt().ifPresent(at -> {
            ObjectNode making = answer.putObject("making").put("askedAt", at.toString());
            queue.progress(campaign).ifPresent(making::setAll);
        });
        try (FigureFile file = file(kept).orElse(null)) {
            answer.put("state", file == null ? "none" : "made");
            if (file != null) {
                Kept.Made made = kept.made().orElseThrow();
                answer.put("asOf", made.asOf().toString()).put("lastArrival", made.lastArrival())
                        .put("changed", freshness.changed(asked.campaign, made));
                if (asked.full) {
                    ObjectNode leftOut = answer.putObject("leftOut");
                    made.leftOut().forEach(leftOut::put);
                }
                FigureFile.Part part = file.part(area).orElse(FigureFile.Part.NOTHING);
                new Shown(regions, new Wording(catalogue, this::names), asked.full)
                        .fill(answer, part, Shown.year(part, wanted));
                read(asked, "indicators-read");
            }
        }
        return answer;
    }

    /** Has figures worked out anew, unless those there are still are those of the data. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context SecurityContext security, Body body) {
        Login login = Login.of(security);
        Audience audience = audience(login);
        body.only("campaign", "design", "cases");
        Campaign campaign = campaign(body.text("campaign", 100, ".*", "name a campaign"));
        if (!audience.works(campaign)) {
            audit.append(Event.of(login.account(), "refused-foreign-area", "indicators " + campaign.id()));
            throw Refusal.foreignArea();
        }
        Kept kept = shelf.of(campaign.id());
        if (body.has("design") || body.has("cases")) {
            login.require(Role.STATISTICIAN).require(campaign.id(), campaign.area());
        }
        Drawing drawing = kept.drawing().read(body, units -> listed.any(campaign.id(), units));
        boolean there = kept.askedAt().isEmpty() && drawing.equals(kept.drawing())
                && kept.made().filter(made -> Files.exists(queue.file(made)))
                        .filter(made -> !freshness.changed(campaign, made)).isPresent();
        if (there) {
            return Response.ok(Json.object().put("campaign", campaign.id()).put("state", "made")).build();
        }
        queue.want(campaign.id(), drawing);
        audit.append(Event.of(login.account(), "indicators-asked", campaign.id())
                .with("detail", drawing.equals(kept.drawing()) ? "" : drawing.census() ? "census" : "sample"));
        return Response.accepted(Json.object().put("campaign", campaign.id()).put("state", "making")).build();
    }

    /** Every figure of an area and of the areas in it. */
    @GET
    @Path("figures.csv")
    @Produces("text/csv")
    public Response csv(@Context SecurityContext security, @QueryParam("campaign") @DefaultValue("") String campaign,
                        @QueryParam("area") @DefaultValue("") String area,
                        @QueryParam("language") @DefaultValue("zh") String language) {
        Asked asked = asked(Login.of(security), campaign, area);
        FigureFile file = there(campaign);
        read(asked, "indicators-taken");
        return attachment("indicators-" + campaign + "-" + area + ".csv", (StreamingOutput) out -> {
            try (file) {
                downloads(file, asked, language).csv(area, out);
            }
        });
    }

    @GET
    @Path("report.html")
    @Produces("text/html; charset=utf-8")
    public Response report(@Context SecurityContext security,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("language") @DefaultValue("zh") String language) throws IOException {
        Asked asked = asked(Login.of(security), campaign, area);
        try (FigureFile file = there(campaign)) {
            if (file.part(area).isEmpty()) {
                throw nothing();
            }
            String at = LocalDate.ofInstant(shelf.of(campaign).made().orElseThrow().asOf(), ZONE).toString();
            Words about = new Words("地区：" + names(area).zh() + " " + area + "；数据截至 " + at
                    + (asked.full ? "" : "；少于 " + Reckoning.THRESHOLD + " 户的数值及可推算它们的数值不列，其余取整"),
                    "Area: " + names(area).en() + " " + area + "; data of " + at + (asked.full ? ""
                            : "; values of fewer than " + Reckoning.THRESHOLD
                                    + " households, and those that would tell them, are left out, others rounded"));
            byte[] html = downloads(file, asked, language).report(area, about).getBytes(StandardCharsets.UTF_8);
            read(asked, "indicators-taken");
            return attachment("indicators-" + campaign + "-" + area + ".html", html);
        }
    }

    private Downloads downloads(FigureFile file, Asked asked, String language) {
        return new Downloads(file, catalogue, this::names, asked.full, language);
    }

    private static Response attachment(String name, Object content) {
        return Response.ok(content).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store").build();
    }

    private Audience audience(Login login) {
        return Audience.of(login, LocalDate.ofInstant(clock.instant(), ZONE));
    }

    private Asked asked(Login login, String id, String area) {
        Audience audience = audience(login);
        Campaign campaign = campaign(id);
        if (!LEVELS.contains(Query.area("area", area).length())) {
            throw Query.refused("area", "give an area code of 2, 4, 6, 9 or 12 digits");
        }
        boolean full = audience.full(campaign, area);
        if (!full && !audience.tables(campaign, area)) {
            audit.append(Event.of(login.account(), "refused-foreign-area", "indicators " + id).with("area", area));
            throw Refusal.foreignArea();
        }
        return new Asked(login, audience, campaign, area, full);
    }

    private Campaign campaign(String id) {
        return campaigns.find(id).filter(campaign -> Reckoning.FORMS.contains(campaign.form().name()))
                .orElseThrow(() -> Refusal.notFound("There is no such campaign, or none with indicators"));
    }

    /** Who saw figures, and when, is published with them. */
    private void read(Asked asked, String how) {
        audit.append(Event.of(asked.login.account(), how, asked.campaign.id()).with("area", asked.area)
                .with("detail", asked.full ? "full" : "tables"));
    }

    /** Whether somebody may say how the households were drawn. */
    private static boolean draws(Login login, Campaign campaign) {
        return login.reach(Role.STATISTICIAN).covers(campaign.id(), campaign.area());
    }

    private FigureFile there(String campaign) {
        try {
            return file(shelf.of(campaign)).orElseThrow(FigureResource::nothing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal nothing() {
        return Refusal.notFound("There are no figures yet: have them worked out first");
    }

    /** Empty where nothing was made, or elsewhere. */
    private Optional<FigureFile> file(Kept kept) throws IOException {
        if (kept.made().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FigureFile.open(queue.file(kept.made().get())));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private Words names(String code) {
        return regions.find(code).map(region -> new Words(region.name(), region.nameEn().orElse(region.name())))
                .orElse(new Words(code, code));
    }
}
