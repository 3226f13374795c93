package org.ruhu.server.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.review.Taken;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/** Reads stored revisions again and computes anew what was written with them. */
public final class Recheck {

    private final Store store;
    private final Submissions submissions;
    private final Seals seals;
    private final Catalogue catalogue;

    public Recheck(Store store, Submissions submissions, Seals seals, Catalogue catalogue) {
        this.store = store;
        this.submissions = submissions;
        this.seals = seals;
        this.catalogue = catalogue;
    }

    /**
     * Opens every revision and compares its digest with its answers.
     *
     * @param faults is told, in a sentence each, what is wrong
     * @return how many revisions there are
     */
    public long digests(Consumer<String> faults) {
        long revisions = 0;
        try (Cursor all = store.range(Submissions.KIND, Range.of("identity"))) {
            while (all.hasNext()) {
                var stored = all.next();
                revisions++;
                fault(stored.body()).ifPresent(fault -> faults.accept("revision " + stored.key() + " " + fault));
            }
        }
        return revisions;
    }

    /**
     * What is wrong with a revision the audit log tells of; empty if it is there as it was told.
     *
     * @param subject submission and number with a stroke between
     */
    public Optional<String> told(String subject, String digest) {
        String[] parts = subject.split("/");
        Optional<Revision> found = submissions.find(
                new RevisionId(UUID.fromString(parts[0]), Integer.parseInt(parts[1])));
        if (found.isEmpty()) {
            return Optional.of("revision " + subject + " is in the audit log but not in the store");
        }
        return found.get().digest().equals(digest) ? Optional.empty()
                : Optional.of("revision " + subject + " is not the one the audit log tells of");
    }

    /** How many steps of review there are. */
    public long steps() {
        return store.count(Reviews.STEPS, Range.of("listed"), 1).values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * As {@link #told}, of a step of review.
     *
     * @param subject {@code SUBMISSION/review/NUMBER}
     */
    public Optional<String> decided(String subject, String digest) {
        String[] parts = subject.split("/");
        Optional<Taken> taken = submissions.find(new RevisionId(UUID.fromString(parts[0]), 1)).flatMap(interview ->
                submissions.review(interview).steps().stream()
                        .filter(step -> step.number() == Integer.parseInt(parts[2])).findFirst());
        if (taken.isEmpty()) {
            return Optional.of("step " + subject + " is in the audit log but not in the store");
        }
        return taken.get().digest().equals(digest) ? Optional.empty()
                : Optional.of("step " + subject + " is not the one the audit log tells of");
    }

    private Optional<String> fault(byte[] stored) {
        try {
            Revision revision = Revision.read(stored);
            Optional<FormVersion> form = catalogue.form(revision.form());
            if (form.isEmpty()) {
                return Optional.of("is of the form " + revision.form() + ", which this server does not have");
            }
            Sent sent = Sent.of(revision, seals.opened(form.get(), revision.id().submission(), revision.answers()));
            return seals.digest(sent.digest()).equals(revision.digest()) ? Optional.empty()
                    : Optional.of("does not hold the answers its digest was made of");
        } catch (RuntimeException e) {
            return Optional.of("is not readable: " + e.getClass().getSimpleName());
        }
    }
}
