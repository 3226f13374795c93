package org.ruhu.server.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ruhu.server.link.Source.Interview;
import org.ruhu.server.link.Source.Listed;

/**
 * Packs the names of records into 20 bytes: of an interview its submission, of a unit the number of its campaign and
 * the digits of the unit. For one thread.
 */
final class Places {

    private static final int AREA_DIGITS = 12;
    private static final long NUMBERS = 1_000_000;
    private static final int LENGTHS = 8;

    /** @param line of the person: 1 and more in an interview; -1 for the head, below that for a member of a unit */
    record Place(long high, long low, int line) {

        boolean listed() {
            return line < 0;
        }

        /** As it was given to {@link Places#place}. */
        int number() {
            return listed() ? -1 - line : line;
        }

        Place with(int number) {
            return new Place(high, low, listed() ? -1 - number : number);
        }

        boolean from(Place other) {
            return high == other.high && low == other.low && listed() == other.listed();
        }
    }

    private final List<String> campaigns = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param number from 1; of a unit also 0 */
    Place place(Source source, int number) {
        if (source instanceof Interview interview) {
            UUID submission = interview.submission();
            return new Place(submission.getMostSignificantBits(), submission.getLeastSignificantBits(), number);
        }
        Listed listed = (Listed) source;
        return new Place(number(listed.campaign()), packed(listed.unit()), -1 - number);
    }

    /** @param roster of the form that interviews are made with */
    RecordId record(Place place, String roster) {
        return place.listed() ? RecordId.listed(listed(place), place.number())
                : RecordId.member(new UUID(place.high(), place.low()), roster, place.number());
    }

    /** The unit of a place that is {@linkplain Place#listed() listed}. */
    Listed listed(Place place) {
        return new Listed(campaigns.get((int) place.high()), unpacked(place.low()));
    }

    private int number(String campaign) {
        return numbers.computeIfAbsent(campaign, added -> {
            campaigns.add(added);
            return campaigns.size() - 1;
        });
    }

    /** Twelve digits, one to six more, and how many those were: 63 bits. */
    private static long packed(String unit) {
        String number = unit.substring(AREA_DIGITS + 1);
        return (Long.parseLong(unit.substring(0, AREA_DIGITS)) * NUMBERS + Long.parseLong(number)) * LENGTHS
                + number.length();
    }

    private static String unpacked(long packed) {
        int digits = (int) (packed % LENGTHS);
        long number = packed / LENGTHS % NUMBERS;
        return String.format(Locale.ROOT, "%012d-%0" + digits + "d", packed / LENGTHS / NUMBERS, number);
    }
}
