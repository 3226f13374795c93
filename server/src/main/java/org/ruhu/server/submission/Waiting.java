package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * Which revisions may still wait for attachments, so that they are found without looking at all. It is only a help to
 * find them: whether a revision waits is told by the attachments themselves. Noted before the revision is stored and
 * crossed out after the last attachment is, so that a crash leaves a note too many, never one too few.
 */
public final class Waiting {

    public static final Kind KIND = new Kind("waiting", false, List.of(
            Index.on("listed", "campaign", "unit"), Index.anyOf("absent", "absent")));

    private final Store store;
    private final Attachments attachments;

    public Waiting(Store store, Attachments attachments) {
        this.store = store;
        this.attachments = attachments;
    }

    /** Notes those of the revisions that name what has not arrived. */
    void note(List<Revision> revisions) {
        List<Document> notes = new ArrayList<>();
        for (Revision revision : revisions) {
            List<String> absent = attachments.absent(revision.attachments());
            if (!absent.isEmpty()) {
                notes.add(note(revision.key(), revision.campaign(), revision.unit(), absent));
            }
        }
        if (!notes.isEmpty()) {
            store.insertAll(KIND, notes);
            notes.forEach(note -> mend(note.key(), absentIn(note.body())));
        }
    }

    /** An attachment is there now. */
    public void arrived(String sha256) {
        List<Stored> notes = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("absent", sha256))) {
            cursor.forEachRemaining(notes::add);
        }
        notes.forEach(note -> mend(note.key(), List.of()));
    }

    /**
     * Makes a note say what is still absent of what it said and of {@code more}: an attachment may have come between a
     * look and the note, and a revision that was refused may have left a note where another one stands now.
     */
    private void mend(String key, List<String> more) {
        boolean told = false;
        while (!told) {
            Stored note = store.find(KIND, key).orElseThrow();
            ObjectNode body = Json.own(note.body());
            List<String> noted = absentIn(note.body());
            List<String> absent = attachments.absent(Stream.concat(noted.stream(), more.stream()).distinct().toList());
            told = absent.equals(noted) || store.replace(KIND, note(key, body.get("campaign").textValue(),
                    body.get("unit").textValue(), absent), note.version());
        }
    }

    private static List<String> absentIn(byte[] note) {
        List<String> absent = new ArrayList<>();
        Json.own(note).get("absent").forEach(sha256 -> absent.add(sha256.textValue()));
        return absent;
    }

    /** One that waits for nothing any more is in no index. */
    private static Document note(String key, String campaign, String unit, List<String> absent) {
        ObjectNode body = Json.object().put("campaign", campaign).put("unit", unit);
        absent.forEach(body.putArray("absent")::add);
        return new Document(key, Json.bytes(body), absent.isEmpty() ? Map.of()
                : Map.of("campaign", campaign, "unit", unit, "absent", absent));
    }
}
