package org.ruhu.server.dataset;

import java.util.List;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.tools.dataset.Dataset;

/** Where statisticians ask for data: what there is of it and in their reach; who reaches for more is on record. */
final class Desk {

    private final Datasets datasets;
    private final Campaigns campaigns;
    private final AuditLog audit;

    Desk(Datasets datasets, Campaigns campaigns, AuditLog audit) {
        this.datasets = datasets;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    /** @param cuts what of the request may be had; never empty */
    record Offer(Dataset dataset, List<Cut> cuts) {}

    Offer of(Login login, Asked asked) {
        Reach reach = login.require(Role.STATISTICIAN);
        Dataset dataset = datasets.find(asked.form(), asked.version())
                .orElseThrow(() -> Refusal.notFound("There is no such form or version"));
        List<Cut> cuts = Cut.of(campaigns, reach, asked.campaign(), asked.area());
        if (cuts.isEmpty()) {
            audit.append(asked.told(Event.of(login.account(), "refused-foreign-area", asked.form())));
            throw Refusal.foreignArea();
        }
        return new Offer(dataset, cuts);
    }
}
