package org.ruhu.tools.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Which lines of an archive hold the latest revision of their submission. Takes a pass of its own that looks no further
 * into a line than it must, and about 60 bytes for each submission.
 */
public final class LatestLines {

    private static final JsonFactory JSON = new JsonFactory();

    private final BitSet latest = new BitSet();
    private long[] keys = new long[1 << 11];
    private int[] numbers = new int[1 << 10];
    private int[] lines = new int[1 << 10];
    private int submissions;

    private LatestLines() {}

    public static LatestLines in(Archive archive) throws IOException {
        LatestLines latest = new LatestLines();
        try (Lines lines = archive.lines()) {
            lines.forEachRemaining(latest::add);
        }
        return latest;
    }

    /** Of all lines the latest; those without a submission too: somebody has to complain about them. */
    public Iterator<RawLine> of(Lines lines) {
        Iterable<RawLine> all = () -> lines;
        return StreamSupport.stream(all.spliterator(), false).filter(line -> latest.get((int) line.number()))
                .iterator();
    }

    public int submissions() {
        return submissions;
    }

    private void add(RawLine raw) {
        int line = Math.toIntExact(raw.number());
        latest.set(line);
        try (JsonParser json = JSON.createParser(raw.bytes())) {
            String submission = null;
            int number = 0;
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while ((submission == null || number == 0) && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("submission") && value == JsonToken.VALUE_STRING) {
                    submission = json.getText();
                } else if (name.equals("number") && value == JsonToken.VALUE_NUMBER_INT) {
                    number = json.getIntValue();
                } else {
                    json.skipChildren();
                }
            }
            if (submission != null && number > 0) {
                put(key(submission), number, line);
            }
        } catch (IOException e) {
            // the line stays among the latest, so that the pass that reads it whole says what is wrong with it
        }
    }

    /** The highest number wins, and of the same number sent again the first. */
    private void put(UUID key, int number, int line) {
        int slot = slot(key.getMostSignificantBits(), key.getLeastSignificantBits());
        if (numbers[slot] == 0) {
            keys[2 * slot] = key.getMostSignificantBits();
            keys[2 * slot + 1] = key.getLeastSignificantBits();
            submissions++;
        } else if (number <= numbers[slot]) {
            latest.clear(line);
            return;
        } else {
            latest.clear(lines[slot]);
        }
        numbers[slot] = number;
        lines[slot] = line;
        if (submissions > numbers.length / 2) {
            grow();
        }
    }

    private int slot(long high, long low) {
        int mask = numbers.length - 1;
        int slot = Long.hashCode((high ^ low * 31) * 0x9E3779B97F4A7C15L) & mask;
        while (numbers[slot] != 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        int[] oldLines = lines;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldNumbers.length * 2];
        lines = new int[oldLines.length * 2];
        for (int old = 0; old < oldNumbers.length; old++) {
            if (oldNumbers[old] != 0) {
                int slot = slot(oldKeys[2 * old], oldKeys[2 * old + 1]);
                keys[2 * slot] = oldKeys[2 * old];
                keys[2 * slot + 1] = oldKeys[2 * old + 1];
                numbers[slot] = oldNumbers[old];
                lines[slot] = oldLines[old];
            }
        }
    }

    private static UUID key(String submission) {
        try {
            return UUID.fromString(submission);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(submission.getBytes(StandardCharsets.UTF_8));
        }
    }
}
