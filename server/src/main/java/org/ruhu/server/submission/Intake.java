package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Misfit;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.context.Contexts;
import org.ruhu.server.context.Surroundings;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.door.Refusal.Kind;
import org.ruhu.server.door.Refusal.Place;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** Confronts what a device sends with its form and its unit, and makes the revision of it that may be stored. */
public final class Intake {

    private final Catalogue catalogue;
    private final Campaigns campaigns;
    private final Units units;
    private final Contexts contexts;
    private final Seals seals;
    private final AuditLog audit;
    private final Clock clock;

    public Intake(Catalogue catalogue, Campaigns campaigns, Units units, Contexts contexts, Seals seals,
                  AuditLog audit, Clock clock) {
        this.catalogue = catalogue;
        this.campaigns = campaigns;
        this.units = units;
        this.contexts = contexts;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param digest of what was sent, as the device computes it too */
    record Confronted(Revision revision, String digest) {}

    /** @throws Refusal if the answers do not fit, or are not the login's to give */
    Confronted confront(Login login, RevisionId id, Sent sent) {
        Campaign campaign = campaigns.find(sent.campaign()).orElseThrow(() ->
                new Refusal(Kind.UNKNOWN_CAMPAIGN, "Send the campaign as GET /api/assignments tells it"));
        Unit unit = unit(login, sent);
        FormVersion form = form(sent, unit, campaign);
        List<Misfit> misfits = form.misfits(sent.answers());
        if (!misfits.isEmpty()) {
            throw unreadable(form, misfits);
        }
        ObjectNode answers = (ObjectNode) sent.answers().values();
        String digest = sent.digest();
        Surroundings surroundings = contexts.of(unit, campaign, form);
        Revision revision = new Revision(id, form.id(), campaign.id(), unit.unit(), unit.area(), unit.team(),
                login.account(), clock.instant(), seals.sealed(form, id.submission(), answers),
                sent.answers().missing(), sent.attachments(), seals.sealed(id, sent.paradata()),
                seals.fingerprints(form, answers),
                seals.digest(digest),
                form.confront(sent.answers(), surroundings.context()),
                seals.kept(id, surroundings), contexts.checks(form, surroundings.withheld()));
        return new Confronted(revision, digest);
    }

    /** Whose unit it is is asked before whether there is one: nobody learns what other areas have. */
    private Unit unit(Login login, Sent sent) {
        if (!Unit.numbers(sent.unit())) {
            throw unknownUnit();
        }
        if (!login.reach(Role.ENUMERATOR).covers(sent.campaign(), Unit.area(sent.unit()))) {
            throw refused(login, sent, Refusal.foreignArea());
        }
        Unit unit = units.find(sent.campaign(), sent.unit()).orElseThrow(Intake::unknownUnit);
        if (!login.team().equals(Optional.of(unit.team()))) {
            throw refused(login, sent, new Refusal(Kind.OTHER_TEAM, "Ask the instructor whose unit this is now"));
        }
        return unit;
    }

    private static Refusal unknownUnit() {
        return new Refusal(Kind.UNKNOWN_UNIT, "Send the unit as GET /api/assignments tells it");
    }

    private Refusal refused(Login login, Sent sent, Refusal refusal) {
        audit.append(Event.of(login.account(), "refused-" + refusal.kind().code(), sent.unit())
                .with("campaign", sent.campaign()));
        return refusal;
    }

    private FormVersion form(Sent sent, Unit unit, Campaign campaign) {
        if (!sent.form().equals(unit.form()) && !campaigns.asked(campaign, sent.form())) {
            throw new Refusal(Kind.UNKNOWN_FORM, "This unit is asked with %s; send its answers"
                    .formatted(campaigns.form(campaign, unit.form())));
        }
        return catalogue.form(sent.form()).orElseThrow(() ->
                new Refusal(Kind.UNKNOWN_FORM, "GET /api/forms tells the form versions there are"));
    }

    private static Refusal unreadable(FormVersion form, List<Misfit> misfits) {
        return new Refusal(Kind.UNREADABLE_ANSWERS, "%d answers do not fit %s".formatted(misfits.size(), form.id()),
                misfits.stream().map(misfit -> new Place(misfit.pointer(), misfit.detail())).toList());
    }
}
