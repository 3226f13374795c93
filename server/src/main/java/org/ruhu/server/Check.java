package org.ruhu.server;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Chain;
import org.ruhu.server.audit.Entry;
import org.ruhu.server.audit.Trail;
import org.ruhu.server.progress.Progress;
import org.ruhu.server.submission.Recheck;

/**
 * Whether everything the server keeps still fits together: the audit log, the revisions it tells of, and the counts.
 */
record Check(AuditLog audit, Trail trail, Recheck recheck, Progress progress) {

    /** Takes what was found, one at a time. */
    interface Report {
        void found(String check, String detail);

        void done(String check, String told);
    }

    void run(Report report) {
        trail.fold();
        AtomicLong told = new AtomicLong();
        Chain chain = audit.verify(entry -> {
            if (entry.action().equals(Trail.STORED)) {
                told.incrementAndGet();
                compare(entry, report);
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

        List<String> differences = progress.check();
        differences.forEach(difference -> report.found("progress", difference));
        report.done("progress", "counted every unit and revision again");
    }

    private void compare(Entry entry, Report report) {
        recheck.told(entry.subject(), entry.detail().path("digest").asText())
                .ifPresent(fault -> report.found("revisions", fault));
    }
}
