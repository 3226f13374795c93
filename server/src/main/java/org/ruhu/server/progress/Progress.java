package org.ruhu.server.progress;

import java.time.Clock;
import java.util.List;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.review.Newest;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;

/** How far every area of every campaign is, counted from the changes of the store as they come. */
public final class Progress implements AutoCloseable {

    public static final Kind KIND = Projector.KIND;

    private final Store store;
    private final Facts facts;
    private final Ledger ledger;
    private final Projector projector;

    public Progress(Store store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.facts = new Facts(catalogue, sha256 -> store.find(Attachments.KIND, sha256).isPresent(),
                place -> Newest.of(store, place.campaign(), place.unit()));
        this.ledger = new Ledger();
        this.projector = new Projector(store, facts, ledger, clock);
    }

    Ledger ledger() {
        return ledger;
    }

    Projector projector() {
        return projector;
    }

    /** Counts what came since, for a moment; to be called again and again. */
    public void turn() {
        projector.turn();
    }

    /** Counts everything that came, counts all documents once more, and tells what differs; empty if nothing does. */
    public List<String> check() {
        projector.catchUp();
        return new Recount(store, facts).differences(ledger);
    }

    /** Saves how far it has come, unless there was no turn. */
    @Override
    public void close() {
        projector.close();
    }
}
