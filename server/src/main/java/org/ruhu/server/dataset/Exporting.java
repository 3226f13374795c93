package org.ruhu.server.dataset;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.region.Regions;
import org.ruhu.server.staff.Login;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Seals;

/** Everything that hands datasets out: on the spot, and as files made in the background. */
public final class Exporting implements AutoCloseable {

    private final ExportQueue queue;
    private final List<Object> resources;

    /**
     * @param logins   what an account may do now
     * @param folder   where finished files are kept
     * @param kept     how long
     * @param fingerprint keyed, by which ids in named data are marked
     * @param software what the server calls itself
     */
    public Exporting(Store store, Catalogue catalogue, ParameterTables tables, Campaigns campaigns,
                     Attachments attachments, Seals seals, UnaryOperator<String> fingerprint,
                     Function<String, Optional<Login>> logins, Path folder, Duration kept, String software,
                     AuditLog audit, Clock clock) {
        Exports exports = new Exports(store);
        Permits permits = new Permits(store);
        Watermark watermark = new Watermark(fingerprint);
        ExportFiles files = ExportFiles.open(folder);
        Making making = new Making(store, catalogue, campaigns, attachments, seals, logins, exports, permits, watermark,
                files, new FigureZip(catalogue, new Regions(store), tables), software, kept, clock);
        queue = new ExportQueue(exports, permits, files, making, kept, audit, clock);
        Desk desk = new Desk(new Datasets(catalogue), campaigns, audit);
        resources = List.of(
                new DatasetResource(store, catalogue, campaigns, attachments, desk, new Zip(catalogue, seals, files.scratch()),
                        software, audit),
                new ExportResource(exports, files, queue, desk, permits, audit, clock),
                new PermitResource(permits, exports, queue, desk, watermark, audit, clock));
    }

    public List<Object> resources() {
        return resources;
    }

    /** Goes on with what was not finished; before anybody can ask. */
    public void start() {
        queue.start();
    }

    /** Takes away files that were kept long enough. */
    public void expire() {
        queue.expire();
    }

    @Override
    public void close() {
        queue.close();
    }
}
