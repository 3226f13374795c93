package org.ruhu.server.progress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ruhu.server.progress.Ledger.VillageKey;

/**
 * A village as a document: {@code {"campaign", "village", "units": [[number, listed, sequence, result, state, first
 * day, last arrival, absent...], ...]}}.
 */
final class SavedVillage {

    private static final JsonFactory JSON = new JsonFactory();

    private SavedVillage() {}

    static byte[] write(VillageKey key, Village village) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("campaign", key.campaign());
            json.writeStringField("village", key.village());
            json.writeArrayFieldStart("units");
            for (Map.Entry<Integer, Standing> unit : village.units().entrySet()) {
                write(json, unit.getKey(), unit.getValue(), village.absent().getOrDefault(unit.getKey(), Set.of()));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, int number, Standing unit, Set<String> absent) throws IOException {
        json.writeStartArray();
        json.writeNumber(number);
        json.writeBoolean(unit.listed());
        json.writeNumber(unit.sequence());
        json.writeString(unit.result());
        json.writeString(unit.reviewed().name());
        json.writeNumber(unit.firstDay());
        json.writeNumber(unit.lastArrival());
        for (String sha256 : absent) {
            json.writeString(sha256);
        }
        json.writeEndArray();
    }

    /** @param sameTexts results met before, so that a million units share a few */
    static void restore(byte[] saved, Ledger ledger, Map<String, String> sameTexts) {
        try (JsonParser json = JSON.createParser(saved)) {
            json.nextToken();
            json.nextToken();
            String campaign = json.nextTextValue();
            json.nextToken();
            VillageKey key = new VillageKey(campaign, json.nextTextValue());
            json.nextToken();
            json.nextToken();
            Village village = new Village();
            boolean known = true;
            while (known && json.nextToken() == JsonToken.START_ARRAY) {
                known = restore(json, village, sameTexts);
            }
            if (known) {
                ledger.restore(key, village);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("saved progress is not readable", e);
        }
    }

    /**
     * @return false for what was saved before states were counted. Counting begins anew then, and as villages are saved
     *         before the place in the change order is, nothing about one that is still so lies before that place.
     */
    private static boolean restore(JsonParser json, Village village, Map<String, String> sameTexts)
            throws IOException {
        int number = json.nextIntValue(0);
        boolean listed = json.nextBooleanValue();
        long sequence = json.nextLongValue(0);
        String result = json.nextTextValue();
        String reviewed = json.nextTextValue();
        if (reviewed == null) {
            return false;
        }
        int firstDay = json.nextIntValue(0);
        long lastArrival = json.nextLongValue(0);
        Set<String> absent = new HashSet<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            absent.add(json.getText());
        }
        village.restore(number, new Standing(listed, sequence, sameTexts.computeIfAbsent(result, same -> same),
                Standing.State.valueOf(reviewed), !absent.isEmpty(), firstDay, lastArrival), absent);
        return true;
    }
}
