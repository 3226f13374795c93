package org.ruhu.server.submission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.door.Query;

/** Where a page of submissions ended. It only says where to go on: what may be seen is cut anew for every page. */
record Place(String campaign, String unit, UUID submission) {

    private static final int LONGEST = 400;

    static Place of(Revision revision) {
        return new Place(revision.campaign(), revision.unit(), revision.id().submission());
    }

    String token() {
        String text = String.join("\n", campaign, unit, submission.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Place read(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
            if (token.length() <= LONGEST && parts.length == 3 && Unit.numbers(parts[1])) {
                return new Place(parts[0], parts[1], UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // not base64, or no UUID: refused like every other token that is not ours
        }
        throw Query.refused("after", "give next as the page before told it");
    }

    /** Behind every revision of the submission, also those that come while someone turns pages. */
    List<Object> position() {
        return List.of(campaign, unit, RevisionId.lastKey(Unit.area(unit), submission));
    }

    /** Behind the submission in a list of those that stand in one state. */
    List<Object> inState(State state) {
        return List.of(campaign, state.word(), unit, Unit.area(unit) + "/" + submission);
    }

    /** Whether everything in an area of a campaign comes before this place. */
    boolean isBehind(String campaign, String area) {
        int order = this.campaign.compareTo(campaign);
        return order > 0 || order == 0 && !unit.startsWith(area) && unit.compareTo(area) > 0;
    }

    boolean isIn(String campaign, String area) {
        return this.campaign.equals(campaign) && unit.startsWith(area);
    }
}
