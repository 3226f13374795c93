package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Reach;

/** A part of one campaign. */
public record Cut(String campaign, String area) {

    /** What of the campaigns is in reach; empty if nothing is. */
    public static List<Cut> of(Campaigns campaigns, Reach reach, String campaign, String area) {
        return campaigns.all().stream().map(Campaign::id).filter(id -> campaign.isEmpty() || id.equals(campaign))
                .flatMap(id -> reach.areas(id, area).stream().map(cut -> new Cut(id, cut))).toList();
    }

    /** Campaigns of administration among these: what is filled in for statistics must not get into them. */
    static List<String> administrative(Campaigns campaigns, List<Cut> cuts) {
        return campaigns.all().stream().filter(campaign -> campaign.domain() == Domain.ADMIN).map(Campaign::id)
                .filter(id -> cuts.stream().anyMatch(cut -> cut.campaign.equals(id))).toList();
    }

    boolean covers(String campaign, String area) {
        return this.campaign.equals(campaign) && area.startsWith(this.area);
    }

    static ArrayNode json(List<Cut> cuts) {
        ArrayNode array = Json.object().arrayNode();
        cuts.forEach(cut -> array.addObject().put("campaign", cut.campaign).put("area", cut.area));
        return array;
    }

    static List<Cut> read(JsonNode array) {
        List<Cut> cuts = new ArrayList<>();
        array.forEach(cut -> cuts.add(new Cut(cut.get("campaign").textValue(), cut.get("area").textValue())));
        return cuts;
    }
}
