package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.door.Refusal.Kind;
import org.ruhu.server.staff.Login;
import org.ruhu.server.submission.Intake.Confronted;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;

/**
 * Takes lines in: some at a time are read and confronted side by side, then stored together, so that they share one
 * wait for the disk. Results come in the order of the lines, and a line that is refused stops no other.
 */
public final class Sync {

    private static final int AT_A_TIME = 64;

    private final Intake intake;
    private final Submissions submissions;
    private final Quarantine quarantine;

    public Sync(Intake intake, Submissions submissions, Quarantine quarantine) {
        this.intake = intake;
        this.submissions = submissions;
        this.quarantine = quarantine;
    }

    private sealed interface Line {

        /** May be stored. */
        record Ready(long line, RevisionId id, Body body, Confronted sent) implements Line {}

        /** Was refused before it came to that. */
        record Refused(ObjectNode result) implements Line {}
    }

    void take(Login login, InputStream in, OutputStream results) throws IOException {
        Upload upload = new Upload(in);
        for (List<RawLine> some = upload.next(); !some.isEmpty(); some = upload.next()) {
            settle(login, some.parallelStream().map(raw -> read(login, raw)).toList(), results);
        }
        if (upload.broken().isPresent()) {
            write(refused(upload.taken() + 1, Optional.empty(), upload.broken().get()), results);
        }
    }

    private Line read(Login login, RawLine raw) {
        try {
            if (raw.tooLong()) {
                throw new Refusal(Kind.TOO_LARGE, "Send at most %,d bytes in a line".formatted(Lines.LONGEST));
            }
            return read(login, raw.number(), Body.read(raw.bytes()));
        } catch (Refusal refusal) {
            return new Line.Refused(refused(raw.number(), Optional.empty(), refusal));
        }
    }

    private Line read(Login login, long line, Body body) {
        Optional<RevisionId> id = Optional.empty();
        try {
            id = Optional.of(RevisionId.read(body));
            Confronted sent = intake.confront(login, id.get(), Sent.read(body.only(Sent.LINE_MEMBERS)));
            return new Line.Ready(line, id.get(), body, sent);
        } catch (Refusal refusal) {
            return new Line.Refused(refused(line, id, quarantine.keep(login, id, body, refusal)));
        }
    }

    /** Revisions of one submission follow each other, so they are never stored side by side. */
    private void settle(Login login, List<Line> lines, OutputStream results) throws IOException {
        List<Line> together = new ArrayList<>();
        Set<UUID> met = new HashSet<>();
        for (Line line : lines) {
            if (line instanceof Line.Ready ready && !met.add(ready.id().submission())) {
                store(login, together, results);
                together.clear();
                met = new HashSet<>(Set.of(ready.id().submission()));
            }
            together.add(line);
        }
        store(login, together, results);
    }

    private void store(Login login, List<Line> lines, OutputStream results) throws IOException {
        List<Revision> revisions = new ArrayList<>();
        for (Line line : lines) {
            if (line instanceof Line.Ready ready) {
                revisions.add(ready.sent().revision());
            }
        }
        Iterator<Receipt> receipts = submissions.appendAll(revisions).iterator();
        for (Line line : lines) {
            write(line instanceof Line.Ready ready ? result(login, ready, receipts.next())
                    : ((Line.Refused) line).result(), results);
        }
    }

    private ObjectNode result(Login login, Line.Ready ready, Receipt receipt) {
        try {
            Acknowledgement answer = Acknowledgement.of(receipt, ready.sent().digest(), submissions);
            ObjectNode result = result(ready.line(), Optional.of(ready.id()), answer.status());
            result.set("receipt", answer.receipt());
            return result;
        } catch (Refusal refusal) {
            Optional<RevisionId> id = Optional.of(ready.id());
            return refused(ready.line(), id, quarantine.keep(login, id, ready.body(), refusal));
        }
    }

    private static ObjectNode refused(long line, Optional<RevisionId> id, Refusal refusal) {
        ObjectNode result = result(line, id, refusal.status());
        result.set("problem", refusal.problem());
        return result;
    }

    private static ObjectNode result(long line, Optional<RevisionId> id, int status) {
        ObjectNode result = Json.object().put("line", line);
        id.ifPresent(known -> result.put("submission", known.submission().toString()).put("number", known.number()));
        return result.put("status", status);
    }

    private static void write(ObjectNode result, OutputStream results) throws IOException {
        results.write(Json.bytes(result));
        results.write('\n');
    }

    /** Lines of an upload that may break off: what had come whole is good. */
    private static final class Upload {

        private static final int MOST_LINES = 100_000;

        private final Lines lines;
        private long taken;
        private Optional<Refusal> broken = Optional.empty();

        Upload(InputStream in) {
            this.lines = new Lines(in);
        }

        /** The next few lines; none at the end. */
        List<RawLine> next() {
            List<RawLine> some = new ArrayList<>();
            try {
                while (broken.isEmpty() && some.size() < AT_A_TIME && lines.hasNext()) {
                    if (taken == MOST_LINES) {
                        throw new Refusal(Kind.TOO_LARGE, "Send at most %,d lines at once".formatted(MOST_LINES));
                    }
                    some.add(lines.next());
                    taken = some.get(some.size() - 1).number();
                }
            } catch (Refusal refusal) {
                broken = Optional.of(refusal);
            } catch (UncheckedIOException e) {
                broken = Optional.of(new Refusal(Kind.UNREADABLE_REQUEST, "The upload broke off here; send the lines "
                        + "from this one on again"));
            }
            return some;
        }

        Optional<Refusal> broken() {
            return broken;
        }

        long taken() {
            return taken;
        }
    }
}
