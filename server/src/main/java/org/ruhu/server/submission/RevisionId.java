package org.ruhu.server.submission;

import java.util.UUID;

/** Names one revision of one submission; 1 is the interview, 2 and later are corrections of it. */
public record RevisionId(UUID submission, int number) {

    /** Keys keep six digits, so that revisions lie in order. */
    static final int HIGHEST = 999_999;

    public RevisionId {
        if (number < 1 || number > HIGHEST) {
            throw new IllegalArgumentException("revisions are numbered 1 to " + HIGHEST + ", not " + number);
        }
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
