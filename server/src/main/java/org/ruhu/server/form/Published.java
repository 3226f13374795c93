package org.ruhu.server.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.tools.CannotRun;

/**
 * What each form version was when it was first handed out, and which are in use. Somebody may hold a draft or answers
 * of such a version, so it must stay what it was.
 */
public final class Published {

    public static final Kind KIND = new Kind("published_forms", false, List.of(Index.on("by_key")));

    private static final String USED = "/used";

    private final Store store;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    public Published(Store store, Catalogue catalogue, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A device or a person is given this version. */
    public void served(FormVersion form) {
        note(key(form.id()), form);
    }

    /** Answers to this version are asked for, so it must not go away either. */
    public void used(FormId id) {
        catalogue.form(id).ifPresent(form -> {
            note(key(id), form);
            note(key(id) + USED, form);
        });
    }

    private void note(String key, FormVersion form) {
        if (!noted.contains(key)) {
            ObjectNode body = Json.object().put("digest", form.digest()).put("at", clock.instant().toString());
            store.insert(KIND, new Document(key, Json.bytes(body), Map.of()));
            noted.add(key);
        }
    }

    /** @throws CannotRun naming every form version that is not what it was, and every one in use that is gone */
    public void verify() {
        List<String> problems = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("by_key"))) {
            cursor.forEachRemaining(stored -> problem(stored).ifPresent(problems::add));
        }
        if (!problems.isEmpty()) {
            throw new CannotRun(String.join("\n", problems));
        }
    }

    private Optional<String> problem(Stored stored) {
        boolean used = stored.key().endsWith(USED);
        String[] parts = stored.key().split("/");
        FormId id = new FormId(parts[0], parts[1]);
        Optional<FormVersion> form = catalogue.form(id);
        if (form.isEmpty()) {
            return used ? Optional.of("the form " + id + " is in use and not here any more: put it back")
                    : Optional.empty();
        }
        String digest = Json.own(stored.body()).get("digest").textValue();
        return used || form.get().digest().equals(digest) ? Optional.empty() : Optional.of("the form " + id
                + " is not the one that was handed out: a published version never changes: make a new version");
    }

    private static String key(FormId id) {
        return id.name() + "/" + id.version();
    }
}
