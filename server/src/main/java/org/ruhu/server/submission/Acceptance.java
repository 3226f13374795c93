package org.ruhu.server.submission;

/** Which revisions speak for their unit where others look at it: the one rule for gathering, originals and checks. */
public final class Acceptance {

    private Acceptance() {}

    /** Whether a submission whose latest revision this is counts. All that are stored do: nobody reviews them yet. */
    public static boolean counts(Revision latest) {
        return true;
    }
}
