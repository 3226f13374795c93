package org.ruhu.server.problem;

import java.util.UUID;

/** Names a problem: a line of the problem list of a submission. */
record ProblemId(UUID submission, int line) {

    static final int HIGHEST = 9_999;

    ProblemId {
        if (line < 1 || line > HIGHEST) {
            throw new IllegalArgumentException("problems are numbered 1 to " + HIGHEST + ", not " + line);
        }
    }

    /** Begins with the area, so that an area is one range of the store. */
    String key(String area) {
        return area + "/" + submission + "/" + Integer.toString(HIGHEST + 1 + line).substring(1);
    }

    @Override
    public String toString() {
        return submission + "/" + line;
    }
}
