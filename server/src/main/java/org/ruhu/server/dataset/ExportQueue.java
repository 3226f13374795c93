package org.ruhu.server.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Stack;

/**
 * Exports that wait for their turn and those that are being made, on threads of their own: one processor at least is
 * left to those who send interviews. What stands in the store as running when a server starts was cut off: it runs
 * again.
 */
final class ExportQueue implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ExportQueue.class.getName());
    private static final int MOST_AT_ONCE = 2;

    private final Exports exports;
    private final Permits permits;
    private final ExportFiles files;
    private final Making making;
    private final Duration kept;
    private final AuditLog audit;
    private final Clock clock;
    private final Jobs jobs = new Jobs("exports",
            Math.max(1, Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors() - 1)));

    /** @param kept how long columns are that exports may name */
    ExportQueue(Exports exports, Permits permits, ExportFiles files, Making making, Duration kept, AuditLog audit,
                Clock clock) {
        this.kept = kept;
        this.exports = exports;
        this.permits = permits;
        this.files = files;
        this.making = making;
        this.audit = audit;
        this.clock = clock;
    }

    /** Goes on with what a server before this one had not finished; nobody may ask for more before it returns. */
    void start() {
        files.sweep();
        Instant now = clock.instant();
        permits.in(Permit.State.APPROVED).stream().filter(permit -> permit.holds(now))
                .filter(permit -> exports.find(permit.id()).isEmpty()).forEach(permit -> {
                    audit.append(permit.approved().with("found", "at the start"));
                    exports.add(permit.export(now));
                });
        List.of(Export.State.RUNNING, Export.State.QUEUED)
                .forEach(state -> exports.in(state).forEach(export -> add(export.id())));
    }

    /** @param id of an export that is stored */
    void add(String id) {
        jobs.add(id, progress -> turn(id, progress));
    }

    /** How far it is; empty if it is not being made now. */
    Optional<Progress> progress(String id) {
        return jobs.progress(id);
    }

    /** Ends it if it has not ended, takes its file away if it has one. */
    Export cancel(String id) {
        Instant now = clock.instant();
        Export after = exports.change(id, export -> export.state().open() ? export.cancelled(now)
                : export.state() == Export.State.DONE ? export.expired(now) : export);
        progress(id).ifPresent(Progress::stop);
        sweep(after);
        return after;
    }

    /** Takes columns away that are kept long enough, or are too many, unless an export waits for them. */
    void expireColumns() {
        try {
            files.forgetColumns(clock.instant().minus(kept), sha256 ->
                    List.of(Export.State.RUNNING, Export.State.QUEUED).stream()
                            .flatMap(state -> exports.in(state).stream())
                            .anyMatch(export -> export.asked().columns().filter(sha256::equals).isPresent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what has been kept long enough. */
    void expire() {
        expireColumns();
        Instant now = clock.instant();
        for (Export export : exports.in(Export.State.DONE)) {
            if (export.expiresAt().filter(then -> !now.isBefore(then)).isPresent()) {
                sweep(exports.change(export.id(), found -> found.state() == Export.State.DONE ? found.expired(now)
                        : found));
            }
        }
    }

    /** A file goes with the last export that it serves. */
    private void sweep(Export ended) {
        Optional<String> file = ended.made().map(Export.Made::file);
        if (file.isPresent() && exports.in(Export.State.DONE).stream()
                .noneMatch(other -> other.made().map(Export.Made::file).equals(file))) {
            try {
                files.remove(file.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void turn(String id, Progress progress) {
        Export export = exports.change(id, found -> found.state().open() ? found.started(clock.instant()) : found);
        if (export.state() == Export.State.RUNNING) {
            ended(made(export, progress));
        }
    }

    private Export made(Export export, Progress progress) {
        try {
            return making.run(export, progress);
        } catch (Progress.Unwanted stopped) {
            throw stopped;
        } catch (IOException | RuntimeException | Error e) {
            LOG.severe(() -> "export " + export.id() + " failed" + Stack.of(e));
            return export.failed(clock.instant(), Export.Failure.of(e, files.room()));
        }
    }

    private void ended(Export end) {
        Export after = exports.change(end.id(), found -> found.state() == Export.State.RUNNING
                ? end.as(found.version()) : found);
        if (after.state() == end.state()) {
            audit.append(Event.of(end.account(), "dataset-" + end.state().word(), end.id())
                    .with("sha256", end.made().map(Export.Made::sha256).orElse("-"))
                    .with("rows", end.made().map(Export.Made::rows).orElse(0L)));
        } else {
            sweep(end);
        }
    }

    /** What is being made stops and is made again by the next server. */
    @Override
    public void close() {
        jobs.close();
    }
}
