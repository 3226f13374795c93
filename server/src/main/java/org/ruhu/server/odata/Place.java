package org.ruhu.server.odata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.dataset.Cut;
import org.ruhu.server.door.Refusal;

/**
 * Where a page ended, and what the pages behind it still have to know.
 *
 * @param cut        part of which campaign it lies in
 * @param unit       and {@code submission}: the last of which every row was looked at; both empty before the first
 * @param rows       how many rows of the next submission were looked at
 * @param skip       how many entities are still to be left out
 * @param top        how many are still wanted at most
 * @param until      place in the change order at which the first page looked at the data
 */
record Place(Cut cut, String unit, String submission, int rows, long skip, long top, long until) {

    private static final int PARTS = 8;

    String token() {
        String text = String.join("\n", cut.campaign(), cut.area(), unit, submission, Integer.toString(rows),
                Long.toString(skip), Long.toString(top), Long.toString(until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Place read(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == PARTS && parts[2].matches("([0-9]{12}-[0-9]{1,6})?")
                    && parts[3].matches("[0-9a-f-]{0,36}") && (parts[2].isEmpty() || parts[2].startsWith(parts[1]))) {
                return new Place(new Cut(parts[0], parts[1]), parts[2], parts[3], Integer.parseUnsignedInt(parts[4]),
                        Long.parseUnsignedLong(parts[5]), Long.parseUnsignedLong(parts[6]),
                        Long.parseUnsignedLong(parts[7]));
            }
        } catch (IllegalArgumentException e) {
            // not base64, or no numbers: refused like every other token that is not ours
        }
        throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "$skiptoken: follow @odata.nextLink as it was told");
    }

    /** For {@code Range.after}: behind every revision of the submission; empty for the beginning. */
    Optional<List<Object>> position() {
        return unit.isEmpty() ? Optional.empty()
                : Optional.of(List.of(cut.campaign(), unit, unit.substring(0, 12) + "/" + submission + "/999999"));
    }
}
