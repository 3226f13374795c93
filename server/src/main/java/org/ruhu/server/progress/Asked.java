package org.ruhu.server.progress;

import java.util.List;
import java.util.Optional;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;

/** What a request asks for, cut to what the login reaches. */
final class Asked {

    private Asked() {}

    /** The campaign of that id, or the first in reach if none is named. */
    static Campaign campaign(Campaigns campaigns, Reach reach, String id) {
        Optional<Campaign> found = id.isEmpty()
                ? campaigns.all().stream().filter(campaign -> reach.enters(campaign.id())).findFirst() : campaigns.find(id);
        return found.orElseThrow(() -> Refusal.notFound("There is no such campaign"));
    }

    /** The areas within the one asked for that are in reach; asking where nothing is goes on record. */
    static List<String> areas(AuditLog audit, Login login, Reach reach, Campaign campaign, String area) {
        List<String> within = reach.areas(campaign.id(), area);
        if (within.isEmpty()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", "progress/" + campaign.id() + "/" + area));
            throw Refusal.foreignArea();
        }
        return within;
    }
}
