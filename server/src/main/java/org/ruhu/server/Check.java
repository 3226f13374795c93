package org.ruhu.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Chain;
import org.ruhu.server.audit.Entry;
import org.ruhu.server.audit.Trail;
import org.ruhu.server.progress.Progress;
import org.ruhu.server.review.Queue;
import org.ruhu.server.submission.Recheck;

/**
 * Whether everything the server keeps still fits together: the audit log, the revisions and decisions it tells of,
 * where submissions are listed, and the counts.
 */
record Check(AuditLog audit, Trail trail, Recheck recheck, Queue queue, Progress progress) {

    /** Takes what was found, one at a time. */
    interface Report {
        void found(String check, String detail);

        void done(String check, String told);
    }

    /** @param mend whether lists that only help to find are made to say what is found */
    void run(Report report, boolean mend) {
        trail.fold();
        AtomicLong told = new AtomicLong();
        AtomicLong decided = new AtomicLong();
        Chain chain = audit.verify(entry -> {
            if (entry.action().equals(Trail.STORED)) {
                told.incrementAndGet();
                compare(entry, report);
            } else if (entry.action().equals(Trail.REVIEWED)) {
                decided.incrementAndGet();
                recheck.decided(entry.subject(), entry.detail().path("digest").asText())
                        .ifPresent(fault -> report.found("reviews", fault));
            }
        });
        chain.fault().ifPresent(fault -> report.found("audit", fault));
        report.done("audit",
                "%d entries hang together, the last has the hash %s".formatted(chain.entries(), chain.hash()));

        long revisions = recheck.digests(fault -> report.found("revisions", fault));
        if (chain.whole() && revisions != told.get()) {
            report.found("revisions",
                    "the store has %d revisions, the audit log tells of %d".formatted(revisions, told.get()));
        }
        report.done("revisions", "%d revisions read and compared with their digests".formatted(revisions));

        long steps = recheck.steps();
        if (chain.whole() && steps != decided.get()) {
            report.found("reviews",
                    "the store has %d steps of review, the audit log tells of %d".formatted(steps, decided.get()));
        }
        long submissions = queue.check(mend, fault -> report.found("reviews", fault));
        report.done("reviews", "%d steps compared with the audit log, and where %d submissions are listed with them"
                .formatted(steps, submissions));

        List<String> differences = progress.check();
        differences.forEach(difference -> report.found("progress", difference));
        report.done("progress", "counted every unit and revision again");
    }

    private void compare(Entry entry, Report report) {
        recheck.told(entry.subject(), entry.detail().path("digest").asText())
                .ifPresent(fault -> report.found("revisions", fault));
    }
}
