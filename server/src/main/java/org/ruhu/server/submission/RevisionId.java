package org.ruhu.server.submission;

import java.util.UUID;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Refusal;

/** Names one revision of one submission; 1 is the interview, 2 and later are corrections of it. */
public record RevisionId(UUID submission, int number) {

    /** Keys keep six digits, so that revisions lie in order. */
    static final int HIGHEST = 999_999;

    public static final String UUID_PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    public RevisionId {
        if (number < 1 || number > HIGHEST) {
            throw new IllegalArgumentException("revisions are numbered 1 to " + HIGHEST + ", not " + number);
        }
    }

    /**
     * From the front of a line.
     *
     * @throws Refusal if it is not there
     */
    static RevisionId read(Body line) {
        if (!line.text("submission").matches(UUID_PATTERN)) {
            throw line.refusedAt("submission", "send a UUID in lower case");
        }
        int number = line.integer("number");
        if (number < 1 || number > HIGHEST) {
            throw line.refusedAt("number", "revisions are numbered 1 to " + HIGHEST);
        }
        return new RevisionId(UUID.fromString(line.text("submission")), number);
    }

    RevisionId before() {
        return new RevisionId(submission, number - 1);
    }

    /** Begins with the area, so that an area is one range of the store. */
    String key(String area) {
        return area + "/" + submission + "/" + Integer.toString(HIGHEST + 1 + number).substring(1);
    }

    /** Behind every revision of the submission. */
    static String lastKey(String area, UUID submission) {
        return new RevisionId(submission, HIGHEST).key(area);
    }

    @Override
    public String toString() {
        return submission + " revision " + number;
    }
}
