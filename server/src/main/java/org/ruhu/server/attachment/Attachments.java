package org.ruhu.server.attachment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.store.Blobs;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * Photos and signatures, named by the SHA-256 of their bytes. The bytes are on the disk before the document that says
 * so, and only that document makes an attachment present.
 */
public final class Attachments {

    public static final Kind KIND = new Kind("attachments", true, List.of(Index.on("team", "team", Index.SEQUENCE)));

    /** Who else sent bytes that were there before, by {@code sha256/account}: they have shown that they have them. */
    public static final Kind SENDERS = new Kind("attachment_senders", false, List.of());

    private static final Logger LOG = Logger.getLogger(Attachments.class.getName());
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private static final int MOST_KNOWN = 50_000;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Store store;
    private final Blobs blobs;
    private final Clock clock;

    public Attachments(Store store, Blobs blobs, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Whether a text can name an attachment. */
    public static boolean names(String text) {
        return SHA_256.matcher(text).matches();
    }

    /**
     * Takes bytes in. Those of a present one are written again, which mends a damaged file.
     *
     * @return whether it was not there before
     * @throws Refusal {@code hash-mismatch}
     */
    public boolean keep(String sha256, InputStream bytes, String account, String team) throws IOException {
        MessageDigest digest = sha256();
        long length;
        try (Blobs.Draft draft = blobs.draft()) {
            OutputStream out = draft.bytes();
            length = new DigestInputStream(bytes, digest).transferTo(out);
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new Refusal(Refusal.Kind.HASH_MISMATCH, "The bytes have another SHA-256; send the whole file to "
                        + "the address that names it");
            }
            draft.keepAs(sha256);
        }
        ObjectNode body = Json.object().put("sha256", sha256).put("bytes", length).put("account", account)
                .put("team", team).put("receivedAt", clock.instant().toString());
        boolean fresh = store.insert(KIND, new Document(sha256, Json.bytes(body), Map.of("team", team)));
        if (!fresh && !sentBy(sha256, account)) {
            store.insert(SENDERS, new Document(sha256 + "/" + account, Json.bytes(Json.object()), Map.of()));
        }
        return fresh;
    }

    /** What teams sent behind a place in the change order, in that order. */
    public List<Stored> ofTeam(String team, long since, int limit) {
        List<Stored> arrived = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("team", team).after(List.of(team, since)).limit(limit))) {
            cursor.forEachRemaining(arrived::add);
        }
        return arrived;
    }

    /** What is there stays there, so what was found once need not be looked for again. */
    public boolean present(String sha256) {
        if (known.contains(sha256)) {
            return true;
        }
        boolean found = store.find(KIND, sha256).isPresent();
        if (found) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.add(sha256);
        }
        return found;
    }

    /** Whether it was there at a place in the change order. */
    public boolean present(String sha256, long sequence) {
        return store.find(KIND, sha256).filter(stored -> stored.sequence() <= sequence).isPresent();
    }

    /** Whether this account sent it, first or after others: a name alone opens nothing that others sent. */
    public boolean sentBy(String sha256, String account) {
        return store.find(KIND, sha256).map(stored -> Json.own(stored.body()).path("account").asText())
                .filter(account::equals).isPresent() || store.find(SENDERS, sha256 + "/" + account).isPresent();
    }

    /** Those that have not arrived. */
    public List<String> absent(List<String> named) {
        return named.stream().filter(sha256 -> !present(sha256)).toList();
    }

    /** Bytes that are still those the name says: they are read twice, so that nobody is sent damaged ones. */
    Optional<InputStream> read(String sha256) throws IOException {
        if (!present(sha256)) {
            return Optional.empty();
        }
        if (!sound(sha256)) {
            LOG.severe(() -> "attachment " + sha256 + " is damaged or gone; the tablet it came from can send it again");
            return Optional.empty();
        }
        return blobs.read(sha256);
    }

    private boolean sound(String sha256) throws IOException {
        Optional<InputStream> found = blobs.read(sha256);
        if (found.isEmpty()) {
            return false;
        }
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(found.get(), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
