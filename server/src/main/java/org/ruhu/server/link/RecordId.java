package org.ruhu.server.link;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.submission.RevisionId;

/**
 * Names what is compared: {@code SUBMISSION/members/LINE} for a person in an interview,
 * {@code unit:CAMPAIGN/UNIT} for one known beforehand on a frame.
 */
record RecordId(String text) implements Comparable<RecordId> {

    static final int HIGHEST_LINE = 9_999;

    private static final Pattern MEMBER =
            Pattern.compile(RevisionId.UUID_PATTERN + "/[a-z][a-z0-9_]{0,63}/[1-9][0-9]{0,3}");
    private static final Pattern UNIT = Pattern.compile("unit:" + Campaign.ID + "/[0-9]{12}-[0-9]{1,6}");

    RecordId {
        if (!MEMBER.matcher(text).matches() && !UNIT.matcher(text).matches()) {
            throw new IllegalArgumentException("a record is SUBMISSION/members/LINE or unit:CAMPAIGN/UNIT");
        }
    }

    static RecordId member(UUID submission, String roster, int line) {
        return new RecordId(submission + "/" + roster + "/" + line);
    }

    static Optional<RecordId> read(String text) {
        return MEMBER.matcher(text).matches() || UNIT.matcher(text).matches()
                ? Optional.of(new RecordId(text)) : Optional.empty();
    }

    /** Empty for a unit on a frame. */
    Optional<UUID> submission() {
        return text.startsWith("unit:") ? Optional.empty() : Optional.of(UUID.fromString(text.split("/")[0]));
    }

    /** Number of the person in the interview; 0 for a unit. */
    int line() {
        return submission().isEmpty() ? 0 : Integer.parseInt(text.substring(text.lastIndexOf('/') + 1));
    }

    @Override
    public int compareTo(RecordId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
