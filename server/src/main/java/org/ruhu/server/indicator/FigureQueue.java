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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.dataset.Counting;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Stack;
import org.ruhu.tools.CannotRun;

/** Works out figures in the background, one campaign after the other; what a server was cut off from it begins anew. */
final class FigureQueue implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FigureQueue.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final Shelf shelf;
    private final Campaigns campaigns;
    private final Reckoning reckoning;
    private final Path folder;
    private final Clock clock;
    private final ConcurrentMap<String, long[]> running = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "figures");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    });
    private volatile boolean closing;

    FigureQueue(Shelf shelf, Campaigns campaigns, Reckoning reckoning, Path folder, Clock clock) {
        this.shelf = shelf;
        this.campaigns = campaigns;
        this.reckoning = reckoning;
        this.folder = folder;
        this.clock = clock;
        sweep();
    }

    /** What a stopped server had half written. */
    private void sweep() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> half = Files.newDirectoryStream(folder, "*.{part,spill}")) {
                for (Path file : half) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new CannotRun("the folder " + folder + " cannot be written: " + e.getMessage());
        }
    }

    /** Goes on with what a server before this one had not finished. */
    void start() {
        shelf.open().forEach(kept -> thread.execute(() -> turn(kept.campaign())));
    }

    /** Works a campaign's figures out anew, once if that is wanted already. */
    Kept want(String campaign, Drawing drawing) {
        boolean[] fresh = {false};
        Kept kept = shelf.change(campaign, before -> {
            fresh[0] = before.askedAt().isEmpty() || !before.drawing().equals(drawing);
            return fresh[0] ? before.asked(clock.instant(), drawing) : before;
        });
        if (fresh[0]) {
            thread.execute(() -> turn(campaign));
        }
        return kept;
    }

    /** How far it is; empty while nothing is being made of the campaign. */
    Optional<ObjectNode> progress(String campaign) {
        return Optional.ofNullable(running.get(campaign)).map(at -> Json.object().put("read", at[0]).put("of", at[1]));
    }

    Path file(Kept.Made made) {
        return folder.resolve(made.file());
    }

    /** Thrown out of the reading when the server stops. */
    private static final class Stopped extends RuntimeException {

        Stopped() {
            super("the server stops", null, false, false);
        }
    }

    private void turn(String campaign) {
        if (closing || shelf.of(campaign).askedAt().isEmpty()) {
            return;
        }
        running.put(campaign, new long[2]);
        try {
            made(campaign);
        } catch (Stopped stopped) {
            LOG.fine(() -> "figures of " + campaign + " wait for the next server");
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.severe(() -> "figures of " + campaign + " failed" + Stack.of(e));
            shelf.change(campaign, Kept::failed);
        } finally {
            running.remove(campaign);
        }
    }

    private void made(String campaign) throws IOException {
        String name = UUID.randomUUID() + ".zip";
        Counting.Watch watch = (read, of) -> {
            running.put(campaign, new long[] {read, of});
            if (closing) {
                throw new Stopped();
            }
        };
        Path half = folder.resolve(name + ".part");
        try {
            Drawing drawing = shelf.of(campaign).drawing();
            Kept.Made made = reckoning.run(campaigns.find(campaign).orElseThrow(), drawing, folder, name, watch);
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

    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("figures were not finished in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
