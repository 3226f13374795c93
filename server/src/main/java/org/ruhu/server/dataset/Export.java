package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Stored;

/**
 * A file that somebody asked for, from then until it is gone.
 *
 * @param cuts    what was in reach when it was made; before that, when it was asked for
 * @param key     what makes two of them the same if the data are; empty until it is made
 * @param version of the stored document it was read from; 0 for a new one
 */
record Export(String id, String account, Asked asked, List<Cut> cuts, State state, Instant queuedAt,
              Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<Instant> expiresAt, String key,
              Optional<Made> made, Optional<Failure> failure, long version) {

    enum State {
        QUEUED, RUNNING, DONE, FAILED, CANCELLED,
        /** Its file is not there any more. */
        EXPIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean open() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /** Why there is no file. */
    enum Failure {
        DISK_FULL("The disk is full: ask the operator for room, then start it again"),
        NOT_ALLOWED("When it was its turn nothing of this was in your reach any more"),
        PLAN_UNFIT("By these rules nothing can be filled in: they do not suit a version of the form, or nearly everybody"
                + " is in a class alone"),
        NO_SUCH_COLUMNS("The columns are not kept any more: send them again"),
        NO_SUCH_FORM("There is no such form any more"),
        BROKEN("The server failed; start it again, and tell the operator if it lasts");

        private static final long LITTLE_ROOM = 1 << 20;

        private final String detail;

        Failure(String detail) {
            this.detail = detail;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @param room bytes that can still be written */
        static Failure of(Throwable failed, long room) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                String message = String.valueOf(cause.getMessage());
                if (message.contains("No space left") || message.contains("quota exceeded")
                        || cause instanceof IOException && room < LITTLE_ROOM) {
                    return DISK_FULL;
                }
            }
            return BROKEN;
        }
    }

    /**
     * What came of it.
     *
     * @param file     id of the export for which the file was written: this one, or one before it with the same bytes
     * @param rows     of all tables
     * @param until    place in the change order up to which the data were looked at
     * @param leftOut  submissions that are not in it because of where they stand, by that
     */
    record Made(String file, long submissions, long rows, long size, String sha256, long until,
            SortedMap<String, Long> leftOut) {}

    Export {
        cuts = List.copyOf(cuts);
    }

    static Export asked(String id, String account, Asked asked, List<Cut> cuts, Instant now) {
        return new Export(id, account, asked, cuts, State.QUEUED, now, Optional.empty(), Optional.empty(),
                Optional.empty(), "", Optional.empty(), Optional.empty(), 0);
    }

    Export started(Instant now) {
        return new Export(id, account, asked, cuts, State.RUNNING, queuedAt, Optional.of(now), Optional.empty(),
                Optional.empty(), "", Optional.empty(), Optional.empty(), version);
    }

    Export done(Instant now, Instant expires, List<Cut> of, String key, Made made) {
        return new Export(id, account, asked, of, State.DONE, queuedAt, startedAt, Optional.of(now),
                Optional.of(expires), key, Optional.of(made), Optional.empty(), version);
    }

    Export failed(Instant now, Failure why) {
        return new Export(id, account, asked, cuts, State.FAILED, queuedAt, startedAt, Optional.of(now),
                Optional.empty(), "", Optional.empty(), Optional.of(why), version);
    }

    Export cancelled(Instant now) {
        return new Export(id, account, asked, cuts, State.CANCELLED, queuedAt, startedAt, Optional.of(now),
                Optional.empty(), "", Optional.empty(), Optional.empty(), version);
    }

    /** @param now from when on the file is not handed out */
    Export expired(Instant now) {
        return new Export(id, account, asked, cuts, State.EXPIRED, queuedAt, startedAt, endedAt,
                expiresAt.filter(then -> then.isBefore(now)).or(() -> Optional.of(now)), "", made, Optional.empty(),
                version);
    }

    /** The same, read from another version of its document. */
    Export as(long version) {
        return new Export(id, account, asked, cuts, state, queuedAt, startedAt, endedAt, expiresAt, key, made, failure,
                version);
    }

    /** How a file of it is called. */
    String fileName() {
        return asked.form() + asked.version().map(version -> "-" + version).orElse("") + "-" + asked.format() + ".zip";
    }

    /** What its owner is told. */
    ObjectNode shown() {
        ObjectNode json = Json.object().put("id", id).put("account", account).put("state", state.word());
        json.set("asked", asked.shown());
        json.put("queuedAt", queuedAt.toString());
        startedAt.ifPresent(at -> json.put("startedAt", at.toString()));
        endedAt.ifPresent(at -> json.put("endedAt", at.toString()));
        expiresAt.ifPresent(at -> json.put("expiresAt", at.toString()));
        made.ifPresent(of -> {
            json.put("submissions", of.submissions).put("rows", of.rows).put("size", of.size).put("sha256", of.sha256)
                    .put("unchanged", !of.file.equals(id));
            of.leftOut.forEach(json.putObject("leftOut")::put);
            if (state == State.DONE) {
                json.put("name", fileName()).put("file", "/api/exports/" + id + "/file");
            }
        });
        failure.ifPresent(why -> json.putObject("failure").put("code", why.word()).put("detail", why.detail));
        return json;
    }

    Document document() {
        ObjectNode body = Json.object().put("account", account).put("state", state.word()).put("queuedAt",
                queuedAt.toString()).put("key", key);
        body.set("asked", asked.json());
        body.set("cuts", Cut.json(cuts));
        startedAt.ifPresent(at -> body.put("startedAt", at.toString()));
        endedAt.ifPresent(at -> body.put("endedAt", at.toString()));
        expiresAt.ifPresent(at -> body.put("expiresAt", at.toString()));
        made.ifPresent(of -> {
            ObjectNode told = body.putObject("made").put("file", of.file).put("submissions", of.submissions)
                    .put("rows", of.rows).put("size", of.size).put("sha256", of.sha256).put("until", of.until);
            of.leftOut.forEach(told.putObject("leftOut")::put);
        });
        failure.ifPresent(why -> body.put("failure", why.name()));
        Map<String, Object> values = new HashMap<>(Map.of("account", account, "state", state.word(),
                "queued", queuedAt.toEpochMilli()));
        if (state == State.DONE) {
            values.put("same", key);
        }
        return new Document(id, Json.bytes(body), values);
    }

    static Export read(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        return new Export(stored.key(), body.get("account").textValue(), Asked.of(body.get("asked")),
                Cut.read(body.get("cuts")), State.valueOf(body.get("state").textValue().toUpperCase(Locale.ROOT)),
                Instant.parse(body.get("queuedAt").textValue()), moment(body, "startedAt"), moment(body, "endedAt"),
                moment(body, "expiresAt"), body.get("key").textValue(),
                Optional.ofNullable(body.get("made")).map(Export::made),
                Optional.ofNullable(body.path("failure").textValue()).map(Failure::valueOf), stored.version());
    }

    private static Made made(JsonNode json) {
        return new Made(json.get("file").textValue(), json.get("submissions").longValue(), json.get("rows").longValue(),
                json.get("size").longValue(), json.get("sha256").textValue(), json.get("until").longValue(), leftOut(json.path("leftOut")));
    }

    private static SortedMap<String, Long> leftOut(JsonNode json) {
        SortedMap<String, Long> leftOut = new TreeMap<>();
        json.properties().forEach(state -> leftOut.put(state.getKey(), state.getValue().longValue()));
        return leftOut;
    }

    private static Optional<Instant> moment(ObjectNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue()).map(Instant::parse);
    }
}
