package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.door.Json;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.ZippedTables;

/**
 * Where a dataset comes from, to be read in years: who took it out, what was asked for, which state of the data it is,
 * and the digest of every file. No clock is in it: the same request on the same data gives the same bytes.
 *
 * @param account of who asked
 * @param asked   what was asked for
 * @param cuts    what of it was in reach
 */
record Provenance(String account, ObjectNode asked, List<Cut> cuts, String software) {

    /**
     * What came of it.
     *
     * @param leftOut submissions that are not in it because of where they stand, by that
     */
    record Counts(long submissions, long rows, long edits, SortedMap<String, Long> leftOut) {

        Counts {
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }
    }

    ObjectNode json(Interviews interviews, Counts counts, List<ZippedTables.Part> files) {
        Dataset dataset = interviews.dataset();
        ObjectNode json = Json.object().put("dataset", dataset.name()).put("software", software)
                .put("account", account);
        json.set("asked", asked);
        json.set("areas", Cut.json(cuts));
        json.putObject("data").put("sequence", interviews.sequence()).put("lastArrival", interviews.lastArrival())
                .put("submissions", counts.submissions).put("rows", counts.rows).put("edits", counts.edits);
        counts.leftOut.forEach(((ObjectNode) json.get("data")).putObject("leftOut")::put);
        json.set("forms", forms(dataset));
        dataset.secrets().keySet().forEach(json.putArray("masked")::add);
        var parts = json.putArray("files");
        files.forEach(part -> parts.addObject().put("name", part.name()).put("bytes", part.bytes())
                .put("sha256", part.sha256()));
        return json;
    }

    /** Versions of the form with their digests: what the answers mean. */
    static ArrayNode forms(Dataset dataset) {
        ArrayNode forms = Json.object().arrayNode();
        for (FormVersion form : dataset.versions()) {
            forms.addObject().put("name", form.id().name()).put("version", form.id().version())
                    .put("digest", form.digest());
        }
        return forms;
    }
}
