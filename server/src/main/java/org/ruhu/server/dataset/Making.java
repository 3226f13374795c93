package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Seals;
import org.ruhu.tools.dataset.Beside;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.imputation.PlanProblem;

/** Makes the file of one export: with the rights its owner has then, and only if none was made of the same data. */
final class Making {

    private final Store store;
    private final Campaigns campaigns;
    private final Taking taking;
    private final Function<String, Optional<Login>> logins;
    private final Datasets datasets;
    private final Zip zip;
    private final FigureZip figures;
    private final Exports exports;
    private final Permits permits;
    private final Watermark watermark;
    private final Catalogue catalogue;
    private final Seals seals;
    private final ExportFiles files;
    private final Unchanged unchanged;
    private final String software;
    private final Duration kept;
    private final Clock clock;
    private final Instant opened;

    /**
     * @param logins what an account may do now
     * @param permits for data in which people are named: an export with the id of one is of that kind
     * @param kept   how long finished files are
     */
    Making(Store store, Catalogue catalogue, Campaigns campaigns, Attachments attachments, Seals seals,
           Function<String, Optional<Login>> logins, Exports exports, Permits permits, Watermark watermark,
           ExportFiles files, FigureZip figures, String software, Duration kept, Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.taking = new Taking(store, attachments);
        this.logins = logins;
        this.datasets = new Datasets(catalogue);
        this.zip = new Zip(catalogue, seals, files.scratch());
        this.figures = figures;
        this.exports = exports;
        this.permits = permits;
        this.watermark = watermark;
        this.catalogue = catalogue;
        this.seals = seals;
        this.files = files;
        this.unchanged = new Unchanged(store);
        this.software = software;
        this.kept = kept;
        this.clock = clock;
        this.opened = clock.instant();
    }

    /** @return the export as it is when it has ended */
    Export run(Export export, Progress progress) throws IOException {
        List<Cut> cuts = logins.apply(export.account()).map(login -> Cut.of(campaigns, login.reach(Role.STATISTICIAN),
                export.asked().campaign(), export.asked().area())).orElse(List.of());
        Optional<Permit> permit = permits.find(export.id());
        if (cuts.isEmpty() || permit.isPresent() && !(permit.get().holds(clock.instant())
                && permit.get().cuts().containsAll(cuts))) {
            return export.failed(clock.instant(), Export.Failure.NOT_ALLOWED);
        }
        if (export.asked().impute().isPresent() && !Cut.administrative(campaigns, cuts).isEmpty()) {
            return export.failed(clock.instant(), Export.Failure.NOT_ALLOWED);
        }
        Optional<Dataset> dataset = datasets.find(export.asked().form(), export.asked().version());
        if (dataset.isEmpty()) {
            return export.failed(clock.instant(), Export.Failure.NO_SUCH_FORM);
        }
        String key = key(export, cuts, dataset.get());
        Optional<Export.Made> before = before(key, export.asked(), cuts);
        Optional<String> columns = export.asked().columns();
        Optional<Beside> sent = columns.isPresent() ? files.readColumns(columns.get()) : Optional.empty();
        if (before.isEmpty() && columns.isPresent() && sent.isEmpty()) {
            return export.failed(clock.instant(), Export.Failure.NO_SUCH_COLUMNS);
        }
        try {
            Export.Made made = before.isPresent() ? before.get() : written(export, cuts, dataset.get(), naming(permit),
                    Preparing.of(export.asked(), dataset.get(), sent), progress);
            Instant now = clock.instant();
            return export.done(now, permit.flatMap(Permit::until).orElse(now.plus(kept)), cuts, key, made);
        } catch (PlanProblem | Preparing.TooNarrow e) {
            return export.failed(clock.instant(), Export.Failure.PLAN_UNFIT);
        }
    }

    private Naming naming(Optional<Permit> permit) {
        return permit.map(one -> Naming.of(one, watermark, catalogue, seals)).orElse(Naming.nobody());
    }

    /** What makes two exports the same if the data are: the request, the rights, the forms and this software. */
    private String key(Export export, List<Cut> cuts, Dataset dataset) {
        ObjectNode whole = Json.object().put("account", export.account()).put("software", software);
        whole.set("asked", export.asked().json());
        whole.set("cuts", Cut.json(cuts));
        whole.set("forms", Provenance.forms(dataset));
        permits.find(export.id()).ifPresent(permit -> whole.put("permit", permit.id()));
        if (export.asked().figures()) {
            whole.put("parameters", figures.edition());
        }
        return DigestUtils.sha256Hex(Json.bytes(whole));
    }

    /** A file that was written before and would be the same now. */
    private Optional<Export.Made> before(String key, Asked asked, List<Cut> cuts) {
        long now = store.lastSequence();
        return exports.same(key).stream().filter(this::sawEverything).flatMap(other -> other.made().stream())
                .filter(made -> files.has(made.file())).limit(1)
                .filter(made -> unchanged.since(made.until(), asked, cuts))
                .map(made -> new Export.Made(made.file(), made.submissions(), made.rows(), made.size(), made.sha256(),
                        now, made.leftOut()))
                .findFirst();
    }

    /** For a while after opening a change may still appear behind a place that was looked at. */
    private boolean sawEverything(Export other) {
        Instant started = other.startedAt().orElse(opened);
        return started.isBefore(opened) || !started.isBefore(opened.plus(store.lateness()));
    }

    private Export.Made written(Export export, List<Cut> cuts, Dataset dataset, Naming naming,
                                Preparing preparing, Progress progress) throws IOException {
        long until = store.lastSequence();
        Interviews interviews = taking.of(export.asked(), dataset, cuts, until).with(preparing::widened);
        long revisions = interviews.revisions();
        progress.of(preparing.passes() * revisions);
        preparing.learn(interviews, progress);
        Zip.Watch watch = (read, submissions, rows) ->
                progress.at((preparing.passes() - 1) * revisions + read, submissions, rows);
        Provenance provenance = new Provenance(export.account(), export.asked().shown(), cuts, software);
        MessageDigest digest = DigestUtils.getSha256Digest();
        try {
            Provenance.Counts counts;
            try (OutputStream out = new DigestOutputStream(
                    new BufferedOutputStream(files.write(export.id()), 1 << 16), digest)) {
                counts = export.asked().figures()
                        ? figures.write(interviews, export.asked(), provenance, out, progress)
                        : zip.write(interviews, export.asked(), provenance, naming, preparing, out, watch);
            }
            long size = files.keep(export.id());
            return new Export.Made(export.id(), counts.submissions(), counts.rows(), size,
                    HexFormat.of().formatHex(digest.digest()), interviews.until(), counts.leftOut());
        } finally {
            files.forgetHalf(export.id());
        }
    }
}
