package org.ruhu.server.indicator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.ruhu.forms.Catalogue;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.dataset.Counting;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.region.Regions;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;

/** Figures on the server: how they are made, kept and shown. */
public final class Indicators implements AutoCloseable {

    public static final Kind KIND = Shelf.KIND;

    private final FigureQueue queue;
    private final FigureResource resource;

    /** @param folder where finished figures are kept */
    public Indicators(Store store, Catalogue catalogue, Campaigns campaigns, Regions regions, Attachments attachments,
                      ParameterTables tables, Path folder, AuditLog audit, Clock clock) {
        Shelf shelf = new Shelf(store);
        Counting counting = new Counting(store, catalogue, attachments);
        queue = new FigureQueue(shelf, campaigns, new Reckoning(store, catalogue, counting, tables, clock), folder,
                clock);
        resource = new FigureResource(shelf, queue, new Freshness(store, counting, tables, clock), new Listed(store),
                campaigns, catalogue, regions, audit, clock);
    }

    public List<Object> resources() {
        return List.of(resource);
    }

    /** Goes on with what was not finished. */
    public void start() {
        queue.start();
    }

    @Override
    public void close() {
        queue.close();
    }
}
