package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ruhu.server.audit.Event;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Stored;

/**
 * A request for data in which people are named: for a purpose, for some days, and good for nothing until a second
 * person has said yes. The export it allows has the same id.
 *
 * @param account   who gets the file
 * @param cuts      what of the request is in reach of that account; the second person must reach all of it
 * @param decidedBy the second person
 * @param until     from when on the file is not handed out; set by the decision
 * @param version   of the stored document it was read from; 0 for a new one
 */
record Permit(String id, String account, Asked asked, List<Cut> cuts, String purpose, int days, State state,
              Instant askedAt, Optional<String> decidedBy, Optional<Instant> decidedAt, Optional<Instant> until,
              String note, long version) {

    enum State {
        ASKED, APPROVED, REFUSED,
        /** Taken back, by whom it was given to or by whoever may decide. */
        REVOKED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Permit {
        cuts = List.copyOf(cuts);
    }

    Permit decided(boolean yes, String account, String note, Instant now) {
        return new Permit(id, this.account, asked, cuts, purpose, days, yes ? State.APPROVED : State.REFUSED, askedAt,
                Optional.of(account), Optional.of(now),
                yes ? Optional.of(now.plusSeconds(days * 86_400L)) : Optional.empty(), note, version);
    }

    /** That it was approved, as the audit log has it. */
    Event approved() {
        return Event.of(decidedBy.orElse(Event.NOBODY), "named-data-approved", id).with("recipient", account)
                .with("note", note);
    }

    /** What it allows to be made. */
    Export export(Instant now) {
        return Export.asked(id, account, asked, cuts, now);
    }

    Permit revoked(Instant now) {
        return new Permit(id, account, asked, cuts, purpose, days, State.REVOKED, askedAt, decidedBy, decidedAt,
                until.map(then -> then.isBefore(now) ? then : now), note, version);
    }

    /** Whether the file may be made and handed out. */
    boolean holds(Instant now) {
        return state == State.APPROVED && until.filter(now::isBefore).isPresent();
    }

    ObjectNode shown() {
        ObjectNode json = Json.object().put("id", id).put("account", account).put("state", state.word());
        json.set("asked", asked.shown());
        json.set("areas", Cut.json(cuts));
        json.put("purpose", purpose).put("days", days).put("askedAt", askedAt.toString()).put("note", note);
        decidedBy.ifPresent(who -> json.put("decidedBy", who));
        decidedAt.ifPresent(at -> json.put("decidedAt", at.toString()));
        until.ifPresent(at -> json.put("until", at.toString()));
        if (state == State.APPROVED) {
            json.put("export", "/api/exports/" + id);
        }
        return json;
    }

    /** What the files of its export say about themselves. */
    ObjectNode mark() {
        return Json.object().put("permit", id).put("recipient", account).put("purpose", purpose)
                .put("approvedBy", decidedBy.orElse("")).put("until", until.map(Instant::toString).orElse(""))
                .put("zh", "含可识别个人的数据，仅供 " + account + " 为上述目的使用，" + until.map(Instant::toString).orElse("")
                        + " 后必须销毁；不得转交。文件中有可追溯接收人的标记。")
                .put("en", "People are named here. For " + account + " and this purpose only, to be destroyed by "
                        + until.map(Instant::toString).orElse("") + ", not to be passed on. The files are marked so"
                        + " that the recipient can be found.");
    }

    Document document() {
        ObjectNode body = shown();
        body.remove(List.of("id", "export"));
        return new Document(id, Json.bytes(body), new HashMap<>(Map.of("account", account, "state", state.word(),
                "asked", askedAt.toEpochMilli(), "tag", Watermark.tag(id))));
    }

    static Permit read(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        return new Permit(stored.key(), body.get("account").textValue(), Asked.of(body.get("asked")),
                Cut.read(body.get("areas")), body.get("purpose").textValue(), body.get("days").intValue(),
                State.valueOf(body.get("state").textValue().toUpperCase(Locale.ROOT)),
                Instant.parse(body.get("askedAt").textValue()), Optional.ofNullable(body.path("decidedBy").textValue()),
                moment(body, "decidedAt"), moment(body, "until"), body.get("note").textValue(), stored.version());
    }

    private static Optional<Instant> moment(ObjectNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue()).map(Instant::parse);
    }
}
