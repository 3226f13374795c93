package org.ruhu.server.indicator;

import java.time.LocalDate;
import java.util.List;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;

/**
 * What somebody may see of figures. Who reads the answers of a campaign in an area sees its figures in full. The county
 * office of another campaign, of the other domain too, sees tables of its area without small cells, and only once the
 * campaign is over: figures of fieldwork under way are no one's to hold it against.
 */
final class Audience {

    private final Reach reach;
    private final LocalDate today;

    private Audience(Reach reach, LocalDate today) {
        this.reach = reach;
        this.today = today;
    }

    /** Refuses who has neither role. */
    static Audience of(Login login, LocalDate today) {
        return new Audience(login.require(Role.STATISTICIAN, Role.COUNTY), today);
    }

    /** Whether everything is shown of this area. */
    boolean full(Campaign campaign, String area) {
        return reach.covers(campaign.id(), area);
    }

    /** Whether tables without small cells are shown of it. */
    boolean tables(Campaign campaign, String area) {
        return over(campaign) && reach.areas(area).equals(List.of(area));
    }

    /** Whether figures of the campaign may be asked for. */
    boolean works(Campaign campaign) {
        return reach.enters(campaign.id());
    }

    /** Areas of a campaign to begin with; empty where there is nothing to see. */
    List<String> areas(Campaign campaign) {
        List<String> own = reach.areas(campaign.id(), campaign.area());
        return !own.isEmpty() || !over(campaign) ? own : reach.areas(campaign.area());
    }

    private boolean over(Campaign campaign) {
        return today.isAfter(campaign.ends());
    }
}
