package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.link.Decided;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Submissions;

/** Looks in the change order whether anything that concerns an export has happened since another was made. */
final class Unchanged {

    private static final int AT_ONCE = 500;
    /** Looking at more would take as long as writing it anew. */
    private static final int MOST_LOOKED_AT = 20_000;

    private final Store store;

    Unchanged(Store store) {
        this.store = store;
    }

    /** Whether nothing has; not said if very much has happened elsewhere. */
    boolean since(long sequence, Asked asked, List<Cut> cuts) {
        long position = sequence;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
            List<Change> changes = store.since(position, AT_ONCE);
            if (changes.isEmpty()) {
                return true;
            }
            if (changes.stream().anyMatch(change -> concerns(change, asked, cuts))) {
                return false;
            }
            position = changes.get(changes.size() - 1).sequence();
        }
        return false;
    }

    private static boolean concerns(Change change, Asked asked, List<Cut> cuts) {
        if (change.kind().equals(Attachments.KIND.name())) {
            return asked.looksAtAttachments();
        }
        if (Decided.dependsOn(change.kind())) {
            return asked.duplicates() != Duplicates.KEEP;
        }
        boolean step = change.kind().equals(Reviews.STEPS.name());
        if (!step && !change.kind().equals(Submissions.KIND.name())) {
            return false;
        }
        ObjectNode about = Json.own(change.document().body());
        return cuts.stream().anyMatch(cut ->
                cut.covers(about.get("campaign").textValue(), about.get("area").textValue()));
    }
}
