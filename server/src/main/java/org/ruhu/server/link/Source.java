package org.ruhu.server.link;

import java.util.UUID;

/** What names persons, and takes them all back at once when it changes. */
sealed interface Source {

    /** A submission, as its latest revision has it. */
    record Interview(UUID submission) implements Source {}

    /** A unit, as the frame of its campaign has it. */
    record Listed(String campaign, String unit) implements Source {}
}
