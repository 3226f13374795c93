package org.ruhu.server.link;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.link.Source.Interview;
import org.ruhu.server.link.Source.Listed;
import org.ruhu.server.submission.RevisionId;

/**
 * Names what is compared: {@code SUBMISSION/members/LINE} for a person in an interview; for one whom the frame names
 * beforehand {@code unit:CAMPAIGN/UNIT}, or {@code unit:CAMPAIGN/UNIT/members/LINE} where it lists who lives there. A
 * whole household is {@code SUBMISSION} or {@code unit:CAMPAIGN/UNIT}.
 */
record RecordId(String text) implements Comparable<RecordId> {

    static final int HIGHEST_LINE = 9_999;
    static final String EXPECTED = "SUBMISSION/members/LINE, unit:CAMPAIGN/UNIT/members/LINE, or a household:"
            + " SUBMISSION or unit:CAMPAIGN/UNIT";

    private static final String LISTED = "unit:";
    private static final String LISTED_MEMBERS = "members";
    private static final Pattern MEMBER =
            Pattern.compile(RevisionId.UUID_PATTERN + "(/[a-z][a-z0-9_]{0,63}/[1-9][0-9]{0,3})?");
    private static final Pattern UNIT = Pattern.compile(
            LISTED + Campaign.ID + "/[0-9]{12}-[0-9]{1,6}(/" + LISTED_MEMBERS + "/[1-9][0-9]{0,3})?");

    RecordId {
        if (!MEMBER.matcher(text).matches() && !UNIT.matcher(text).matches()) {
            throw new IllegalArgumentException("a record is " + EXPECTED);
        }
    }

    static RecordId member(UUID submission, String roster, int line) {
        return new RecordId(submission + "/" + roster + "/" + line);
    }

    /** @param line of the person in the list of who lives there; 0 if there is none, for the head alone */
    static RecordId listed(Listed unit, int line) {
        String whole = LISTED + unit.campaign() + "/" + unit.unit();
        return new RecordId(line == 0 ? whole : whole + "/" + LISTED_MEMBERS + "/" + line);
    }

    /** A household as a whole. A unit whose members are not listed is called as its head is. */
    static RecordId home(Source source) {
        return source instanceof Interview interview ? new RecordId(interview.submission().toString())
                : listed((Listed) source, 0);
    }

    static Optional<RecordId> read(String text) {
        return MEMBER.matcher(text).matches() || UNIT.matcher(text).matches()
                ? Optional.of(new RecordId(text)) : Optional.empty();
    }

    Source source() {
        String[] parts = text.split("/");
        return isListed() ? new Listed(parts[0].substring(LISTED.length()), parts[1])
                : new Interview(UUID.fromString(parts[0]));
    }

    /** Whether a frame names it, not an interview. */
    boolean isListed() {
        return text.startsWith(LISTED);
    }

    /** Empty for a unit on a frame. */
    Optional<UUID> submission() {
        return source() instanceof Interview interview ? Optional.of(interview.submission()) : Optional.empty();
    }

    /** Number of the person in the interview or on the list; 0 for the head of a unit. */
    int line() {
        String[] parts = text.split("/");
        return parts.length < 3 ? 0 : Integer.parseInt(parts[parts.length - 1]);
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
