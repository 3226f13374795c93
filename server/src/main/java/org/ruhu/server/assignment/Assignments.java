package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Canonical;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.context.Contexts;
import org.ruhu.server.door.Json;
import org.ruhu.server.region.Regions;
import org.ruhu.server.review.Taken;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.State;
import org.ruhu.server.submission.Submissions;
import org.ruhu.server.submission.Submissions.Known;

/** What teams are to visit, as devices keep it: a list that is sent once and then only in its changes. */
public final class Assignments {

    /**
     * What changed for a team.
     *
     * @param next where the next one begins
     * @param more whether it would not be empty already now
     * @param gone units that other teams have now
     */
    record Delta(List<Unit> units, List<String> gone, long next, boolean more) {}

    private static final int BASIS_LENGTH = 16;

    private record Place(String campaign, String unit, long sequence) {}

    private final Store store;
    private final Units units;
    private final Submissions submissions;
    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Contexts contexts;

    public Assignments(Store store, Units units, Submissions submissions, Campaigns campaigns, Catalogue catalogue,
                       Regions regions, Contexts contexts) {
        this.contexts = contexts;
        this.store = store;
        this.units = units;
        this.submissions = submissions;
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** What lies behind the present end of the change order is left for the next time: something may come before it. */
    Delta delta(Login login, long since, int limit) {
        long end = store.lastSequence();
        List<Place> changes = login.team().map(team -> changes(team, since, limit + 1)).orElse(List.of()).stream()
                .filter(change -> change.sequence() <= end).sorted(Comparator.comparingLong(Place::sequence)).toList();
        boolean more = changes.size() > limit;
        List<Place> some = more ? changes.subList(0, limit) : changes;
        Map<String, Unit> mine = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        for (Place place : some) {
            Unit unit = units.find(place.campaign(), place.unit()).orElseThrow();
            if (login.team().equals(Optional.of(unit.team()))) {
                if (login.reach(Role.ENUMERATOR).covers(unit.campaign(), unit.area())) {
                    mine.put(unit.campaign() + "/" + unit.unit(), unit);
                }
            } else if (since > 0) {
                gone.add(unit.unit());
            }
        }
        long next = more ? some.get(limit - 1).sequence() : Math.max(since, end);
        return new Delta(List.copyOf(mine.values()), gone.stream().distinct().toList(), next, more);
    }

    /** A device that knows nothing needs no history: each unit says itself where it stands. */
    private List<Place> changes(String team, long since, int limit) {
        List<Place> changes = new ArrayList<>();
        units.ofTeam(team, since, limit).forEach(stored -> changes.add(place(stored)));
        if (since > 0) {
            units.takenFrom(team, since, limit).forEach(stored -> changes.add(place(stored)));
            submissions.arrivals(team, since, limit).forEach(arrival ->
                    changes.add(new Place(arrival.campaign(), arrival.unit(), arrival.sequence())));
        }
        return changes;
    }

    private static Place place(Stored unit) {
        String[] key = unit.key().split("/");
        return new Place(key[1], key[2], unit.sequence());
    }

    /**
     * What all that a login is told rests on besides the units themselves: versions of forms, parameter tables. When it
     * is another one than a device knows, units that did not change may have to be told anew.
     */
    String basis(Login login) {
        ArrayNode basis = Json.object().arrayNode().add(contexts.tables());
        campaigns.all().stream().filter(campaign -> login.reach(Role.ENUMERATOR).enters(campaign.id()))
                .forEach(campaign -> basis.add(campaign.id() + " " + campaigns.form(campaign)));
        return Canonical.digest(basis).substring(0, BASIS_LENGTH);
    }

    ObjectNode told(Unit unit) {
        Campaign campaign = campaigns.find(unit.campaign()).orElseThrow();
        FormVersion form = catalogue.form(campaigns.form(campaign, unit.form())).orElseThrow();
        ObjectNode told = Json.object().put("unit", unit.unit()).put("campaign", unit.campaign())
                .put("area", unit.area()).put("areaName", regions.name(unit.area()));
        told.putObject("form").put("name", form.id().name()).put("version", form.id().version());
        told.put("address", unit.address()).put("order", unit.order());
        told.set("prefill", prefill(unit, form));
        told.set("context", contexts.of(unit, campaign, form).forDevice());
        submissions.known(unit.campaign(), unit.unit())
                .ifPresentOrElse(known -> tell(told, known), () -> told.put("state", "listed"));
        return told;
    }

    /** To a tablet what was sent is here, unless it waits for something or has to be answered. */
    private static void tell(ObjectNode told, Known known) {
        State state = known.state() == State.WAITING || known.state() == State.RETURNED ? known.state()
                : State.RECEIVED;
        told.put("state", state.word());
        if (state == State.RETURNED) {
            Taken taken = known.review().returned(known.revision().number()).orElseThrow();
            ObjectNode returned = told.putObject("returned")
                    .put("submission", known.revision().submission().toString())
                    .put("number", known.revision().number()).put("at", taken.at().toString())
                    .put("reason", taken.text("reason"));
            returned.set("fields", taken.said().path("fields").isArray() ? taken.said().get("fields")
                    : returned.arrayNode());
        }
    }

    /** Who visits blindly is not told by this way either. */
    private ObjectNode prefill(Unit unit, FormVersion form) {
        return unit.blind() ? unit.prefill().deepCopy().remove(contexts.originalNames(form)) : unit.prefill();
    }
}
