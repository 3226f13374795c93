package org.ruhu.server.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.region.Level;
import org.ruhu.server.region.Region;
import org.ruhu.server.region.Regions;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;

/** How far an area is, and each area right below it. */
@Path("/api/progress")
@Produces(MediaType.APPLICATION_JSON)
public final class ProgressResource {

    private final Ledger ledger;
    private final Projector projector;
    private final Campaigns campaigns;
    private final Regions regions;
    private final AuditLog audit;
    private final Clock clock;

    public ProgressResource(Progress progress, Campaigns campaigns, Regions regions, AuditLog audit, Clock clock) {
        this.ledger = progress.ledger();
        this.projector = progress.projector();
        this.campaigns = campaigns;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    public ObjectNode of(@Context SecurityContext security, @QueryParam("area") @DefaultValue("") String area,
                         @QueryParam("campaign") @DefaultValue("") String campaignId) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.INSTRUCTOR, Role.COUNTY, Role.STATISTICIAN);
        Campaign campaign = Asked.campaign(campaigns, reach, campaignId);
        if (!Areas.LEVELS.contains(Query.area("area", area).length())) {
            throw Query.refused("area", "give an area code of 2, 4, 6, 9 or 12 digits");
        }
        List<String> within = Asked.areas(audit, login, reach, campaign, area);
        boolean whole = within.equals(List.of(area));
        Rows rows = new Rows(campaign, LocalDate.ofInstant(clock.instant(), Ledger.ZONE));
        ObjectNode answer = Json.object().put("area", area).put("name", name(area)).put("campaign", campaign.id())
                .put("today", rows.today().toString()).put("asOf", projector.asOf().toString());
        answer.set("total", row(rows, area, ledger.counts(campaign.id(), within)));
        var children = answer.putArray("children");
        for (String code : whole ? below(campaign, area) : within) {
            children.add(row(rows, code, ledger.counts(campaign.id(), List.of(code))));
        }
        return answer;
    }

    private ObjectNode row(Rows rows, String code, Tally.Counts counts) {
        ObjectNode row = Json.object().put("code", code).put("name", name(code)).put("level", level(code));
        return rows.fill(row, counts);
    }

    private String name(String code) {
        return code.isEmpty() ? "" : regions.name(code);
    }

    private static String level(String code) {
        return code.isEmpty() ? "" : Level.values()[Areas.LEVELS.indexOf(code.length()) - 1].word();
    }

    /** Those that have units, and those known to lie there that have none yet. */
    private Iterable<String> below(Campaign campaign, String area) {
        TreeSet<String> codes = new TreeSet<>(ledger.below(campaign.id(), area));
        if (!level(area).equals(Level.VILLAGE.word())) {
            regions.below(area).stream().map(Region::code)
                    .filter(code -> code.startsWith(campaign.area()) || campaign.area().startsWith(code)).forEach(codes::add);
        }
        return codes;
    }
}
