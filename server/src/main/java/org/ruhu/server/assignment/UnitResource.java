package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.UnitKind;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Carries;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Load;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.form.Published;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.RevisionId;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;

/** Where an administrator puts units on a campaign's frame, a line each; the same line again changes nothing. */
@Path("/api/campaigns/{campaign: " + Campaign.ID + "}/units")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitResource {

    private static final int AT_A_TIME = 1_000;
    private static final int MOST_REFUSALS_TOLD = 1_000;
    private static final int LONGEST_PREFILL = 20_000;

    private final Units units;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Published published;
    private final Submissions submissions;
    private final AuditLog audit;

    public UnitResource(Units units, Campaigns campaigns, Catalogue catalogue, Published published,
                        Submissions submissions, AuditLog audit) {
        this.published = published;
        this.submissions = submissions;
        this.units = units;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.audit = audit;
    }

    @POST
    @Carries(Load.STREAM)
    @Consumes("application/x-ndjson")
    public ObjectNode put(@Context SecurityContext security, @PathParam("campaign") String id, InputStream lines) {
        Login login = Login.of(security);
        Campaign campaign = campaigns.find(id).orElseThrow(() -> Refusal.notFound("There is no such campaign"));
        Frame frame = new Frame(campaign, login);
        Lines all = new Lines(lines);
        while (all.hasNext()) {
            frame.take(all.next());
        }
        frame.store();
        audit.append(Event.of(login.account(), "units-put", campaign.id()).with("stored", frame.stored)
                .with("same", frame.same).with("refused", frame.refused));
        ObjectNode answer = Json.object().put("stored", frame.stored).put("same", frame.same);
        answer.set("refused", frame.refusals);
        return answer;
    }

    /** Lines on their way to a frame. */
    private final class Frame {

        private final Campaign campaign;
        private final Login login;
        private final Reach reach;
        private final List<String> others;
        private final List<Unit> waiting = new ArrayList<>();
        private final Set<String> met = new HashSet<>();
        private final ArrayNode refusals = Json.object().arrayNode();
        private long stored;
        private long same;
        private long refused;

        Frame(Campaign campaign, Login login) {
            this.campaign = campaign;
            this.login = login;
            this.reach = login.require(Role.ADMINISTRATOR);
            this.others = campaigns.all().stream().map(Campaign::id).filter(id -> !id.equals(campaign.id())).toList();
        }

        void take(RawLine line) {
            try {
                if (line.tooLong()) {
                    throw new Refusal(Refusal.Kind.TOO_LARGE,
                            "Send at most %,d bytes in a line".formatted(Lines.LONGEST));
                }
                Unit unit = unit(Body.read(line.bytes()));
                if (!met.add(unit.unit()) || waiting.size() == AT_A_TIME) {
                    store();
                    met.add(unit.unit());
                }
                waiting.add(unit);
            } catch (Refusal refusal) {
                refused++;
                if (refusals.size() < MOST_REFUSALS_TOLD) {
                    ObjectNode problem = refusal.problem();
                    refusals.add(Json.object().put("line", line.number()).setAll(problem.retain("detail", "errors")));
                }
            }
        }

        void store() {
            for (Units.Outcome outcome : units.put(waiting)) {
                switch (outcome) {
                    case STORED -> stored++;
                    case SAME -> same++;
                }
            }
            waiting.clear();
            met.clear();
        }

        private Unit unit(Body line) {
            line.only("unit", "campaign", "area", "team", "address", "form", "prefill", "members", "order", "original",
                    "blind");
            String unit = line.text("unit");
            if (!Unit.numbers(unit) || line.has("area") && !line.text("area").equals(Unit.area(unit))) {
                throw line.refusedAt("unit", "is the 12-digit code of its area, - and a number");
            }
            if (line.has("campaign") && !line.text("campaign").equals(campaign.id())) {
                throw line.refusedAt("campaign", "is not the campaign of this address");
            }
            if (!Unit.area(unit).startsWith(campaign.area()) || !reach.covers(campaign.id(), Unit.area(unit))) {
                throw line.refusedAt("unit", "lies outside the campaign's area or yours");
            }
            ObjectNode prefill = line.has("prefill") ? line.object("prefill").object() : Json.object();
            if (prefill.toString().length() > LONGEST_PREFILL) {
                throw line.refusedAt("prefill", "is longer than %d characters".formatted(LONGEST_PREFILL));
            }
            String team = line.text("team", 64, "[A-Za-z0-9][A-Za-z0-9._-]*", "is letters, digits and . _ -");
            requireOneOfItsNumber(line, unit, team);
            FormId form = form(line);
            return new Unit(unit, campaign.id(), team, form,
                    line.has("address") ? line.text("address", 200, "(?s).*", "is too long") : "", prefill,
                    members(line, form), line.has("order") ? line.integer("order") : 0, original(line),
                    line.has("original") && (!line.has("blind") || line.bool("blind")));
        }

        private ArrayNode members(Body line, FormId form) {
            ArrayNode members = Members.read(line);
            boolean ofHouseholds = catalogue.form(form).filter(known -> known.unit() == UnitKind.HOUSEHOLD).isPresent();
            if (!members.isEmpty() && !ofHouseholds) {
                throw line.refusedAt("members", "are only those of a household");
            }
            return members;
        }

        /** A tablet tells the units of its team by their numbers, of whichever campaign they are. */
        private void requireOneOfItsNumber(Body line, String unit, String team) {
            for (String other : others) {
                if (units.find(other, unit).filter(known -> known.team().equals(team)).isPresent()) {
                    throw line.refusedAt("unit", ("is on this team's list already, for campaign %s: give it to "
                            + "another team, or number it otherwise").formatted(other));
                }
            }
        }

        /** Only an interview of the campaign's own domain is gone back to. */
        private Optional<UUID> original(Body line) {
            if (!line.has("original")) {
                return Optional.empty();
            }
            UUID submission = UUID.fromString(line.text("original", 36, RevisionId.UUID_PATTERN, "is a submission"));
            Revision original = submissions.latest(submission)
                    .filter(found -> reach.covers(found.campaign(), found.area()))
                    .orElseThrow(() -> line.refusedAt("original", "is no submission in your area"));
            if (campaigns.find(original.campaign()).orElseThrow().domain() != campaign.domain()) {
                audit.append(Event.of(login.account(), "refused-domain-crossed", "campaign " + campaign.id())
                        .with("original", submission.toString()));
                throw line.refusedAt("original", "is of the other domain; interviews do not cross between them");
            }
            return Optional.of(submission);
        }

        /** A survey that is answered with ballots would know who answered if it had units. */
        private FormId form(Body line) {
            FormId asked = asked(line);
            if (catalogue.form(asked).filter(form -> form.unit() == UnitKind.NONE).isPresent()) {
                throw line.refusedAt("form", "is about no unit: it is answered with ballots");
            }
            return asked;
        }

        private FormId asked(Body line) {
            if (!line.has("form")) {
                return campaign.form();
            }
            Body form = line.object("form").only("name", "version");
            FormId asked = catalogue.forms().stream().map(FormVersion::id)
                    .filter(known -> known.name().equals(form.text("name")))
                    .filter(known -> known.version().equals(form.text("version")))
                    .findFirst().orElseThrow(() -> line.refusedAt("form", "is one of GET /api/forms"));
            published.used(asked);
            return asked;
        }
    }
}
