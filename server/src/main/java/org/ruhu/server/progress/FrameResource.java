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
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Identifier;
import org.ruhu.forms.Question;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Views;

/** The units of a village, each with what came about it last. */
@Path("/api/units")
@Produces(MediaType.APPLICATION_JSON)
public final class FrameResource {

    private static final int MOST_ROWS = 500;
    private static final int VILLAGE_DIGITS = 12;
    private static final List<String> TOLD = List.of("state", "result", "submission", "number", "receivedAt", "findings");

    private final Store store;
    private final Units units;
    private final Views views;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final AuditLog audit;

    public FrameResource(Store store, Units units, Views views, Campaigns campaigns, Catalogue catalogue, AuditLog audit) {
        this.store = store;
        this.units = units;
        this.views = views;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    @GET
    public ObjectNode of(@Context SecurityContext security, @QueryParam("area") @DefaultValue("") String area,
                         @QueryParam("campaign") @DefaultValue("") String campaignId,
                         @QueryParam("limit") @DefaultValue("100") String limit,
                         @QueryParam("after") @DefaultValue("") String after) {
        Login login = Login.of(security);
        Reach reach = login.require(Role.INSTRUCTOR, Role.COUNTY);
        Campaign campaign = Asked.campaign(campaigns, reach, campaignId);
        if (Query.area("area", area).length() != VILLAGE_DIGITS) {
            throw Query.refused("area", "give the 12 digits of a village");
        }
        if (!after.isEmpty() && !Unit.numbers(after)) {
            throw Query.refused("after", "give next as the page before told it");
        }
        Asked.areas(audit, login, reach, campaign, area);
        Range all = Range.of("listed", campaign.id()).startingWith(area);
        return page(after.isEmpty() ? all : all.after(List.of(campaign.id(), after)),
                Query.number("limit", limit, 1, MOST_ROWS));
    }

    private ObjectNode page(Range range, long limit) {
        ObjectNode answer = Json.object();
        var rows = answer.putArray("units");
        try (Cursor frame = store.range(Units.KIND, range.limit(limit + 1))) {
            Optional<Unit> last = Optional.empty();
            while (frame.hasNext() && rows.size() < limit) {
                Unit unit = units.read(frame.next());
                rows.add(row(unit));
                last = Optional.of(unit);
            }
            if (frame.hasNext()) {
                last.ifPresent(unit -> answer.put("next", unit.unit()));
            }
        }
        return answer;
    }

    private ObjectNode row(Unit unit) {
        ObjectNode row = Json.object().put("unit", unit.unit()).put("address", unit.address()).put("head", head(unit))
                .put("state", Standing.State.LISTED.word());
        views.latest(unit.campaign(), unit.unit()).ifPresent(latest -> {
            Optional.ofNullable(latest.get("head")).ifPresent(head -> row.set("head", head));
            TOLD.stream().filter(latest::has).forEach(name -> row.set(name, latest.get(name)));
        });
        return row;
    }

    /** The name that is known beforehand. */
    private String head(Unit unit) {
        return catalogue.form(unit.form()).stream().flatMap(form -> form.questions().stream())
                .filter(question -> question.identifier().equals(Optional.of(Identifier.NAME)) && question.roster().isEmpty())
                .findFirst().flatMap(Question::prefill).map(key -> unit.prefill().path(key).asText()).orElse("");
    }
}
