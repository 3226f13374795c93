package org.ruhu.server.parameter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.forms.parameter.Resolved;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.region.Regions;

/** Tells whom a further value concerns: campaigns whose forms ask for it on a day it holds, areas that keep their own. */
final class Effects {

    private final Campaigns campaigns;
    private final Catalogue catalogue;
    private final Regions regions;

    Effects(Campaigns campaigns, Catalogue catalogue, Regions regions) {
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** Of each value: what held there before, for which campaigns it will hold, and where others go on holding. */
    ArrayNode of(List<Added> added, Parameters before) {
        ArrayNode changes = Json.object().arrayNode();
        for (Added one : added) {
            ObjectNode change = one.json();
            changes.add(change);
            change.put("areaName", one.value().area().isEmpty() ? "" : regions.name(one.value().area()));
            before.resolve(one.name(), one.value().area(), one.value().from())
                    .ifPresent(held -> change.set("before", told(held)));
            ArrayNode concerned = change.putArray("campaigns");
            campaigns.all().forEach(campaign -> effect(campaign, one, before).ifPresent(concerned::add));
            ArrayNode kept = change.putArray("keeps");
            keeping(one, before).forEach(area -> kept.addObject().put("area", area).put("name", regions.name(area)));
        }
        return changes;
    }

    private Optional<ObjectNode> effect(Campaign campaign, Added added, Parameters before) {
        ParameterValue value = added.value();
        boolean meets = campaign.area().startsWith(value.area()) || value.area().startsWith(campaign.area());
        Optional<FormVersion> form = catalogue.form(campaigns.form(campaign));
        Optional<LocalDate> day = form.filter(of -> meets && asks(of, campaign, added.name()))
                .map(of -> campaign.day(of.schema().at("/x-context/ref_date/default").asText()));
        String area = value.area().length() > campaign.area().length() ? value.area() : campaign.area();
        return day.filter(on -> value.holds(area, on)).map(on -> {
            ObjectNode told = Json.object().put("campaign", campaign.id()).put("area", area).put("day", on.toString());
            campaign.name().forEach(told.putObject("name")::put);
            before.resolve(added.name(), area, on).ifPresent(held -> told.set("before", told(held)));
            return told;
        });
    }

    /** A campaign's own value comes before every table. */
    private static boolean asks(FormVersion form, Campaign campaign, String parameter) {
        return ContextSource.of(form).entrySet().stream()
                .anyMatch(asked -> asked.getValue().equals(new ContextSource.Parameter(parameter))
                        && !campaign.context().hasNonNull(asked.getKey()));
    }

    private static Stream<String> keeping(Added added, Parameters before) {
        String area = added.value().area();
        return before.parameter(added.name()).stream().flatMap(parameter -> parameter.values().stream())
                .filter(value -> value.area().length() > area.length() && value.area().startsWith(area))
                .filter(value -> value.to().filter(added.value().from()::isAfter).isEmpty()
                        && added.value().to().filter(value.from()::isAfter).isEmpty())
                .map(ParameterValue::area).distinct().sorted();
    }

    static ObjectNode told(Resolved held) {
        ObjectNode told = Json.object();
        told.set("value", held.value());
        return told.put("source", held.source()).put("area", held.area()).put("version", held.version());
    }
}
