package org.ruhu.server.parameter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.parameter.Parameter;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/**
 * The tables that come with the server and what was added to them here, which comes later than all of those. What one
 * request adds is one document under the next number: it is added whole or not at all, and whose number is taken looks
 * again. Nothing is ever changed or removed.
 */
public final class ParameterTables {

    public static final Kind KIND = new Kind("parameters", false, List.of(Index.on("by_number")));

    /** The tables at a moment. */
    record Edition(Parameters parameters, List<Added> added, int uploads) {}

    /** @param same how many were said already */
    record Outcome(List<Added> stored, int same) {}

    private final Store store;
    private final Parameters standard;
    private final Clock clock;
    private volatile Edition edition;

    /** @param standard values that are there before any is added */
    public ParameterTables(Store store, Parameters standard, Clock clock) {
        this.store = store;
        this.standard = standard;
        this.clock = clock;
        this.edition = new Edition(standard, List.of(), 0);
        refresh();
    }

    /** What holds now, of all that is known here. */
    public Parameters parameters() {
        return edition.parameters();
    }

    /** Another number after every addition. */
    public int uploads() {
        return edition.uploads();
    }

    Edition edition() {
        return edition;
    }

    /** Reads what other servers on this store added. */
    public synchronized void refresh() {
        List<Added> added = new ArrayList<>(edition.added());
        int uploads = edition.uploads();
        try (Cursor cursor = store.range(KIND, Range.of("by_number").after(List.of(key(uploads))))) {
            while (cursor.hasNext()) {
                ObjectNode upload = Json.own(cursor.next().body());
                Instant at = Instant.parse(upload.get("at").textValue());
                upload.get("values").forEach(value -> added.add(Added.read(value, at, upload.get("by").textValue())));
                uploads++;
            }
        }
        if (uploads > edition.uploads()) {
            edition = new Edition(with(added), List.copyOf(added), uploads);
        }
    }

    /** What is not said already, as the next versions of its parameters. */
    synchronized Outcome add(List<Proposal> proposals, String by) {
        while (true) {
            refresh();
            List<Added> fresh = fresh(proposals, clock.instant(), by);
            if (fresh.isEmpty() || store.insert(KIND, upload(fresh, by))) {
                refresh();
                return new Outcome(fresh, proposals.size() - fresh.size());
            }
        }
    }

    /** What adding these would add. */
    List<Added> preview(List<Proposal> proposals, String by) {
        return fresh(proposals, clock.instant(), by);
    }

    private List<Added> fresh(List<Proposal> proposals, Instant at, String by) {
        List<Added> fresh = new ArrayList<>();
        for (Proposal proposal : proposals) {
            List<ParameterValue> known = new ArrayList<>(parameters().parameter(proposal.name()).orElseThrow().values());
            fresh.stream().filter(added -> added.name().equals(proposal.name())).forEach(added -> known.add(added.value()));
            int version = known.stream().mapToInt(ParameterValue::version).max().orElse(0) + 1;
            if (!saidLast(proposal, known)) {
                fresh.add(new Added(proposal.name(), proposal.value(version), at, by));
            }
        }
        return fresh;
    }

    /** Whether what is known last for the area says it: then it is a repetition, not a return to an earlier value. */
    private static boolean saidLast(Proposal proposal, List<ParameterValue> known) {
        List<ParameterValue> ofArea = known.stream().filter(value -> value.area().equals(proposal.area()))
                .filter(value -> value.from().equals(proposal.from()) && value.to().equals(proposal.to())).toList();
        return !ofArea.isEmpty() && proposal.repeats(ofArea.get(ofArea.size() - 1));
    }

    /** What a later release no longer knows, or knows as another type, holds no more; it stays in the history. */
    private Parameters with(List<Added> added) {
        Map<String, List<ParameterValue>> byName = new LinkedHashMap<>();
        added.forEach(one -> byName.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one.value()));
        List<Parameter> further = new ArrayList<>();
        byName.forEach((name, values) -> standard.parameter(name).ifPresent(of -> further.add(new Parameter(name,
                of.type(), of.unit(), of.title(),
                values.stream().filter(value -> of.type().accepts(value.value())).toList()))));
        return standard.with(further);
    }

    private Document upload(List<Added> added, String by) {
        ObjectNode body = Json.object().put("at", added.get(0).at().toString()).put("by", by);
        added.forEach(one -> body.withArray("values").add(one.json()));
        return new Document(key(edition.uploads() + 1), Json.bytes(body), Map.of());
    }

    private static String key(int number) {
        return "%010d".formatted(number);
    }
}
