package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.dataset.Jobs;
import org.ruhu.server.dataset.Progress;
import org.ruhu.server.door.Stack;
import org.ruhu.tools.CannotRun;

/** Works out figures in the background, one campaign after the other; what a server was cut off from it begins anew. */
final class FigureQueue implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FigureQueue.class.getName());

    private final Shelf shelf;
    private final Campaigns campaigns;
    private final Reckoning reckoning;
    private final Path folder;
    private final Clock clock;
    private final Jobs jobs = new Jobs("figures", 1);

    FigureQueue(Shelf shelf, Campaigns campaigns, Reckoning reckoning, Path folder, Clock clock) {
        this.shelf = shelf;
        this.campaigns = campaigns;
        this.reckoning = reckoning;
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CannotRun unwritable(IOException e) {
        return new CannotRun("the folder " + folder + " cannot be written: " + e.getMessage());
    }

    /** Goes on with what a server before this one had not finished. */
    void start() {
        sweep();
        shelf.open().forEach(kept -> add(kept.campaign()));
    }

    /** Takes away what a stopped server had half written, and figures that nothing leads to. */
    private void sweep() {
        Set<String> kept = shelf.files();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{part,spill,zip}")) {
            for (Path file : files) {
                if (!kept.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void add(String campaign) {
        jobs.add(campaign, progress -> turn(campaign, progress));
    }

    /** Works a campaign's figures out anew, once if that is wanted already. */
    Kept want(String campaign, Drawing drawing) {
        boolean[] fresh = {false};
        Kept kept = shelf.change(campaign, before -> {
            fresh[0] = before.askedAt().isEmpty() || !before.drawing().equals(drawing);
            return fresh[0] ? before.asked(clock.instant(), drawing) : before;
        });
        if (fresh[0]) {
            add(campaign);
        }
        return kept;
    }

    /** How far it is; empty while nothing is being made of the campaign. */
    Optional<ObjectNode> progress(String campaign) {
        return jobs.progress(campaign).map(progress -> progress.json().without("rows"));
    }

    Path file(Kept.Made made) {
        return folder.resolve(made.file());
    }

    private void turn(String campaign, Progress progress) {
        if (shelf.of(campaign).askedAt().isEmpty()) {
            return;
        }
        try {
            made(campaign, progress);
        } catch (Progress.Unwanted stopped) {
            throw stopped;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.severe(() -> "figures of " + campaign + " failed" + Stack.of(e));
            shelf.change(campaign, Kept::failed);
        }
    }

    private void made(String campaign, Progress progress) throws IOException {
        String name = UUID.randomUUID() + ".zip";
        Path half = folder.resolve(name + ".part");
        try {
            Drawing drawing = shelf.of(campaign).drawing();
            Kept.Made made = reckoning.run(campaigns.find(campaign).orElseThrow(), drawing, folder, name,
                    progress);
            Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            Optional<Kept.Made> before = shelf.of(campaign).made();
            shelf.change(campaign, kept -> kept.done(made, drawing));
            before.ifPresent(this::remove);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void remove(Kept.Made before) {
        try {
            Files.deleteIfExists(file(before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is being worked out stops and waits for the next server. */
    @Override
    public void close() {
        jobs.close();
    }
}
