package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.store.Store;
import org.ruhu.tools.lines.Revision;

/**
 * A campaign's interviews for those who count them on the server: the same revisions that a dataset has where nothing
 * else is asked for, and of those that clerks decided to be one the one that stands for all.
 */
public final class Counting {

    private final Store store;
    private final Datasets datasets;
    private final Taking taking;
    private final Unchanged unchanged;

    public Counting(Store store, Catalogue catalogue, Attachments attachments) {
        this.store = store;
        this.datasets = new Datasets(catalogue);
        this.taking = new Taking(store, attachments);
        this.unchanged = new Unchanged(store);
    }

    /** @param <T> what an interview is read as */
    public interface Taker<T> {

        /**
         * On any thread.
         *
         * @param findings of the checks, as they were when it came in
         */
        T read(Revision revision, JsonNode findings);

        /** On one thread, in the same order each time. */
        void take(T read);

        /** @param unit of a submission that is not void, whether it is taken or not */
        void seen(String unit);
    }

    /**
     * What was looked at.
     *
     * @param until       place in the change order up to which
     * @param lastArrival of the last revision; empty for none
     * @param leftOut     how many submissions are not taken, by where they stand
     */
    public record Looked(long until, String lastArrival, SortedMap<String, Long> leftOut) {}

    /** @param form name of a form there is */
    public <T> Looked each(String form, String campaign, Taker<T> to, Progress progress) throws IOException {
        long until = store.lastSequence();
        Interviews interviews = taking.of(Asked.usual(form, campaign),
                datasets.find(form, Optional.empty()).orElseThrow(), List.of(new Cut(campaign, "")), until);
        progress.of(interviews.revisions());
        long[] read = {0};
        interviews.each(new Interviews.Making<T>() {

            @Override
            public T made(List<ObjectNode> revisions) {
                ObjectNode body = revisions.get(revisions.size() - 1);
                return to.read(Revision.of(body).orElseThrow(), body.path("findings"));
            }

            @Override
            public void write(T made) {
                to.take(made);
            }

            @Override
            public void seen(String unit) {
                to.seen(unit);
            }

            @Override
            public void read(int revisions) {
                read[0] += revisions;
                progress.at(read[0], 0, 0);
            }
        });
        return new Looked(until, interviews.lastArrival(), interviews.leftOut());
    }

    /** Whether nothing has happened behind a place in the change order that would change what is counted. */
    public boolean unchanged(String form, String campaign, long since) {
        return unchanged.since(since, Asked.usual(form, campaign), List.of(new Cut(campaign, "")));
    }
}
