package org.ruhu.server.staff;

/** What a grant lets someone do, in its area, its campaign and its period. */
public enum Role {
    /** Interviews: receives the units of the own team and sends revisions for them. */
    ENUMERATOR,
    /** Guides enumerators: reads progress, submissions and quarantine, identifiers masked. */
    INSTRUCTOR,
    /** The county office: as an instructor, and may see one identifier at a time for a reason. */
    COUNTY,
    /** Reads datasets and progress. */
    STATISTICIAN,
    /** Reads the audit log. */
    AUDITOR,
    /** Keeps accounts, campaigns, villages and the frame; reads no answers. */
    ADMINISTRATOR;

    /** Whether the role reads or writes what people answered, so that it must stay inside one domain. */
    public boolean touchesAnswers() {
        return this != AUDITOR && this != ADMINISTRATOR;
    }
}
