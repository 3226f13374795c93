package org.ruhu.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.assignment.AssignmentResource;
import org.ruhu.server.assignment.Assignments;
import org.ruhu.server.assignment.UnitResource;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.attachment.AttachmentResource;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.context.Contexts;
import org.ruhu.server.context.Gathering;
import org.ruhu.server.dataset.Exporting;
import org.ruhu.server.dataset.Exports;
import org.ruhu.server.dataset.Permits;
import org.ruhu.server.door.Rates;
import org.ruhu.server.form.Published;
import org.ruhu.server.indicator.Indicators;
import org.ruhu.server.link.Linkage;
import org.ruhu.server.odata.Counting;
import org.ruhu.server.odata.ODataResource;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.problem.ProblemResource;
import org.ruhu.server.problem.Problems;
import org.ruhu.server.progress.FrameResource;
import org.ruhu.server.progress.Progress;
import org.ruhu.server.progress.ProgressResource;
import org.ruhu.server.region.Regions;
import org.ruhu.server.review.BatchResource;
import org.ruhu.server.review.Queue;
import org.ruhu.server.review.ReviewResource;
import org.ruhu.server.review.Reviewing;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.staff.Staff;
import org.ruhu.server.store.Blobs;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Blackout;
import org.ruhu.server.submission.CrossChecks;
import org.ruhu.server.submission.IdentifierResource;
import org.ruhu.server.submission.Intake;
import org.ruhu.server.submission.Listing;
import org.ruhu.server.submission.Mentions;
import org.ruhu.server.submission.Quarantine;
import org.ruhu.server.submission.QuarantineResource;
import org.ruhu.server.submission.Recheck;
import org.ruhu.server.submission.Reopened;
import org.ruhu.server.submission.RevisionResource;
import org.ruhu.server.submission.Seals;
import org.ruhu.server.submission.SubmissionResource;
import org.ruhu.server.submission.Submissions;
import org.ruhu.server.submission.Sync;
import org.ruhu.server.submission.SyncResource;
import org.ruhu.server.submission.Views;
import org.ruhu.server.submission.Waiting;
import org.ruhu.server.vault.Identifiers;

/** Everything between frame, tablets and datasets: units out, revisions and attachments in, datasets out. */
final class Fieldwork {

    static final List<Kind> KINDS = Stream.of(Linkage.KINDS,
            List.of(Units.KIND, Submissions.KIND, Waiting.KIND, Mentions.KIND, Quarantine.KIND, Attachments.KIND,
                    Attachments.SENDERS, Exports.KIND, Permits.KIND, Indicators.KIND, Progress.KIND, Problems.KIND,
                    Problems.MOVES, Reviews.STEPS, Queue.KIND, Follower.KIND))
            .flatMap(List::stream).toList();

    private static final Duration PATIENCE_WITH_COUNTS = Duration.ofSeconds(20);
    /** Identifiers are seen one at a time, for a reason; nobody has reasons for a whole county. */
    private static final double REVEALS_PER_SECOND = 0.1;
    private static final int REVEALS_AT_ONCE = 20;

    private final Blobs blobs;
    private final Mentions mentions;
    private final Problems problems;
    private final Queue queue;
    private final Linkage linkage;
    private final Exporting exporting;
    private final Indicators indicators;
    private final Counting counting;
    private final Gathering gathering;
    private final Progress progress;
    private final Recheck recheck;
    private final List<Object> resources;

    Fieldwork(Settings settings, Store store, Catalogue catalogue, Campaigns campaigns, Published published, Regions regions,
              Identifiers identifiers, ParameterTables tables, Staff staff, Rates rates,
              AuditLog audit, Clock clock) {
        blobs = Blobs.open(settings.store(), settings.data().resolve("attachments"));
        Attachments attachments = new Attachments(store, blobs, clock);
        Waiting waiting = new Waiting(store, attachments);
        mentions = new Mentions(store, clock);
        Submissions submissions = new Submissions(store, attachments, waiting, mentions);
        Reviews reviews = new Reviews(store);
        queue = new Queue(store, reviews, clock);
        Units units = new Units(store, identifiers);
        Seals seals = new Seals(identifiers);
        Quarantine quarantine = new Quarantine(store, identifiers, clock);
        Reopened reopened = new Reopened(catalogue, seals);
        gathering = new Gathering(store, catalogue, reopened, clock);
        Contexts contexts = new Contexts(tables, gathering, catalogue, submissions, reopened);
        Intake intake = new Intake(catalogue, campaigns, units, contexts, seals, audit, clock);
        Views views = new Views(catalogue, submissions, seals,
                new CrossChecks(catalogue, campaigns, units, contexts, reopened, clock));
        Assignments assignments = new Assignments(store, units, submissions, campaigns, catalogue, regions, contexts);
        Reviewing reviewing = new Reviewing(submissions, reviews, units, audit, clock);
        problems = new Problems(store, catalogue, clock);
        recheck = new Recheck(store, submissions, seals, catalogue);
        progress = new Progress(store, catalogue, clock);
        linkage = new Linkage(store, submissions, units, seals, identifiers, catalogue, campaigns,
                settings.linkageModel(), settings.linkageSample(), audit, clock);
        Rates reveals = new Rates(REVEALS_PER_SECOND, REVEALS_AT_ONCE, clock);
        resources = new ArrayList<>(List.of(
                new UnitResource(units, campaigns, catalogue, published, submissions, audit),
                new AssignmentResource(assignments),
                new RevisionResource(intake, submissions, quarantine),
                new SyncResource(new Sync(intake, submissions, quarantine)),
                new SubmissionResource(submissions, new Listing(store, submissions, queue), views, campaigns,
                        linkage::of, reveals, audit),
                new ReviewResource(reviewing), new BatchResource(reviewing),
                new IdentifierResource(submissions, seals, views, reveals, audit),
                new QuarantineResource(quarantine, new Blackout(catalogue)),
                new AttachmentResource(attachments, waiting::arrived,
                        (login, sha256) -> submissions.shows(login, sha256) || problems.shows(login, sha256)),
                new ProblemResource(problems, views, campaigns,
                        (login, sha256) -> attachments.sentBy(sha256, login.account())
                                || attachments.present(sha256) && submissions.shows(login, sha256), audit),
                new ProgressResource(progress, campaigns, regions, audit, clock),
                new FrameResource(store, units, views, campaigns, catalogue, audit)));
        resources.addAll(linkage.resources());
        exporting = new Exporting(store, catalogue, tables, campaigns, attachments, seals, identifiers::fingerprint,
                staff::login, settings.data().resolve("exports"), settings.exportsKept(), "Ruhu " + Version.TEXT,
                audit, clock);
        resources.addAll(exporting.resources());
        indicators = new Indicators(store, catalogue, campaigns, regions, attachments, tables,
                settings.data().resolve("figures"), audit, clock);
        resources.addAll(indicators.resources());
        counting = new Counting(clock, PATIENCE_WITH_COUNTS);
        resources.add(new ODataResource(store, catalogue, campaigns, attachments, staff.basic(rates), counting, audit));
    }

    List<Object> resources() {
        return resources;
    }

    Mentions mentions() {
        return mentions;
    }

    Problems problems() {
        return problems;
    }

    Queue queue() {
        return queue;
    }

    Linkage linkage() {
        return linkage;
    }

    Exporting exporting() {
        return exporting;
    }

    Indicators indicators() {
        return indicators;
    }

    Gathering gathering() {
        return gathering;
    }

    Progress progress() {
        return progress;
    }

    Recheck recheck() {
        return recheck;
    }

    void close() {
        indicators.close();
        exporting.close();
        counting.close();
        linkage.close();
        gathering.close();
        try {
            progress.close();
        } finally {
            blobs.close();
        }
    }
}
