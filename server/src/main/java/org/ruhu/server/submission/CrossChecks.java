package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Finding;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.context.Contexts;
import org.ruhu.server.context.Known;
import org.ruhu.server.context.Surroundings;
import org.ruhu.server.door.Json;

/**
 * Checks that compare an interview with others, such as a village with its households, judged at this moment: the
 * others come one by one, and what was found on arrival may no longer be so.
 */
public final class CrossChecks {

    private final Catalogue catalogue;
    private final Campaigns campaigns;
    private final Units units;
    private final Contexts contexts;
    private final Reopened reopened;
    private final Clock clock;

    public CrossChecks(Catalogue catalogue, Campaigns campaigns, Units units, Contexts contexts, Reopened reopened,
                       Clock clock) {
        this.catalogue = catalogue;
        this.campaigns = campaigns;
        this.units = units;
        this.contexts = contexts;
        this.reopened = reopened;
        this.clock = clock;
    }

    /** What they find now, and what they compare with; empty when the form compares with no others. */
    Optional<ObjectNode> now(Revision latest) {
        Optional<FormVersion> form = catalogue.form(latest.form()).filter(of -> !contexts.gatheredNames(of).isEmpty());
        Optional<Campaign> campaign = campaigns.find(latest.campaign());
        Optional<Unit> unit = units.find(latest.campaign(), latest.unit());
        return form.flatMap(of -> campaign.flatMap(in -> unit.map(about -> now(latest, of, contexts.of(about, in, of)))));
    }

    private ObjectNode now(Revision latest, FormVersion form, Surroundings surroundings) {
        Set<String> gathered = contexts.gatheredNames(form);
        ObjectNode told = Json.object().put("asOf", clock.instant().toString());
        ObjectNode compared = told.putObject("context");
        Map<String, JsonNode> instead = new HashMap<>();
        gathered.forEach(name -> instead.put(name, NullNode.getInstance()));
        surroundings.values().forEach((name, known) -> {
            if (gathered.contains(name)) {
                instead.put(name, known.value());
                compared.set(name, told(known));
            }
        });
        List<String> codes = contexts.checks(form, gathered);
        List<Finding> findings = reopened.interview(latest, instead).orElseThrow().findings().stream()
                .filter(finding -> codes.contains(finding.check())).toList();
        told.set("findings", Revision.written(findings));
        return told;
    }

    private static ObjectNode told(Known known) {
        ObjectNode told = Json.object();
        told.set("value", known.value());
        return told.put("from", known.from().word()).setAll(known.about());
    }
}
