package org.ruhu.server.dataset;

import java.util.List;
import java.util.Optional;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.imputation.PlanProblem;

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

    /** Refuses what cannot be done to the interviews of an offer before they become rows. */
    void requirePreparable(Body body, Asked asked, Offer offer) {
        if (asked.figures() && (asked.impute().isPresent() || asked.columns().isPresent())) {
            throw body.refusedAt(asked.impute().isPresent() ? "impute" : "columns",
                    "indicators are made of what was said, and without weights; choose another format");
        }
        if (asked.impute().isEmpty()) {
            return;
        }
        List<String> administrative = Cut.administrative(campaigns, offer.cuts());
        if (!administrative.isEmpty()) {
            throw body.refusedAt("impute", "answers are filled in for statistics only: name a campaign of the domain"
                    + " STAT; of administration are " + String.join(", ", administrative));
        }
        try {
            Preparing.of(asked, offer.dataset(), Optional.empty());
        } catch (PlanProblem e) {
            throw body.refusedAt("impute", e.getMessage());
        }
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
