package org.ruhu.server.dataset;

import java.util.List;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.link.Decided;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Store;
import org.ruhu.tools.dataset.Dataset;

/** Finds the interviews that were asked for: of each submission the revision that is taken, doubles as is asked. */
final class Taking {

    private final Store store;
    private final Attachments attachments;
    private final Reviews reviews;

    Taking(Store store, Attachments attachments) {
        this.store = store;
        this.attachments = attachments;
        this.reviews = new Reviews(store);
    }

    /**
     * @param cuts  where to look; what was asked of campaign and area has been cut to them
     * @param until place in the change order behind which nothing is looked at
     */
    Interviews of(Asked asked, Dataset dataset, List<Cut> cuts, long until) {
        Duplicates duplicates = asked.duplicates();
        Choice choice = Choice.of(asked.states(), asked.which() == Asked.Which.LATEST, attachments);
        Choice here = choice.within(dataset);
        Decided decided = duplicates == Duplicates.KEEP ? Decided.nothing(store) : Decided.of(store, until,
                (campaign, area) -> cuts.stream().anyMatch(cut -> cut.covers(campaign, area)),
                history -> !here.of(history.stream().map(stored -> Json.own(stored.body())).toList(),
                        reviews.of(history.get(0), until), until).isEmpty());
        return new Interviews(store, duplicates.in(dataset, decided), cuts,
                (history, review, sequence) ->
                        duplicates.leavesOut(decided, history.get(0).get("submission").textValue()) ? List.of()
                                : choice.of(history, review, sequence), until);
    }
}
