package org.ruhu.server.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Stored;

/**
 * What is kept of a campaign's figures.
 *
 * @param made    the last that were worked out; they are shown while others are being made
 * @param askedAt since when others are wanted
 * @param drawing how the households were drawn
 * @param broken  whether the last attempt failed
 * @param version of the stored document it was read from; 0 for a new one
 */
record Kept(String campaign, Optional<Made> made, Optional<Instant> askedAt, Drawing drawing, boolean broken,
            long version) {

    /**
     * Figures that are there.
     *
     * @param file       name of the file they are in
     * @param asOf       when the data were looked at
     * @param until      place in the change order up to which they were
     * @param lastArrival of the last interview looked at; empty for none
     * @param leftOut   how many submissions did not count, by where they stand; of a sample {@code not-drawn}
     *                too
     * @param parameters number of the edition of lines and standards they go by
     */
    record Made(String file, Instant asOf, long until, String lastArrival, SortedMap<String, Long> leftOut,
                int parameters) {}

    static Kept nothing(String campaign) {
        return new Kept(campaign, Optional.empty(), Optional.empty(), Drawing.CENSUS, false, 0);
    }

    Kept asked(Instant now, Drawing drawing) {
        return new Kept(campaign, made, askedAt.or(() -> Optional.of(now)), drawing, false, version);
    }

    /** @param of how the households were taken to be drawn; where another was sent meanwhile, it waits for its turn */
    Kept done(Made made, Drawing of) {
        return new Kept(campaign, Optional.of(made), drawing.equals(of) ? Optional.empty() : askedAt, drawing, false,
                version);
    }

    Kept failed() {
        return new Kept(campaign, made, Optional.empty(), drawing, true, version);
    }

    Document document() {
        ObjectNode body = Json.object().put("broken", broken);
        drawing.fill(body);
        askedAt.ifPresent(at -> body.put("askedAt", at.toString()));
        made.ifPresent(of -> {
            ObjectNode json = body.putObject("made").put("file", of.file).put("asOf", of.asOf.toString())
                    .put("until", of.until).put("lastArrival", of.lastArrival).put("parameters", of.parameters);
            ObjectNode leftOut = json.putObject("leftOut");
            of.leftOut.forEach(leftOut::put);
        });
        return new Document(campaign, Json.bytes(body), Map.of("state", askedAt.isPresent() ? "open" : "still"));
    }

    static Kept read(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        Optional<Made> made = Optional.ofNullable(body.get("made")).map(of -> new Made(of.get("file").textValue(),
                Instant.parse(of.get("asOf").textValue()), of.get("until").longValue(),
                of.get("lastArrival").textValue(), leftOut(of.get("leftOut")), of.get("parameters").intValue()));
        return new Kept(stored.key(), made, Optional.ofNullable(body.path("askedAt").textValue()).map(Instant::parse),
                Drawing.of(body), body.get("broken").booleanValue(), stored.version());
    }

    private static SortedMap<String, Long> leftOut(JsonNode json) {
        SortedMap<String, Long> leftOut = new TreeMap<>();
        json.properties().forEach(state -> leftOut.put(state.getKey(), state.getValue().longValue()));
        return leftOut;
    }
}
