package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is known of the inputs before they are read. */
interface Look {

    /** Columns that all inputs have; empty where only their last line tells. */
    Optional<List<String>> columns();

    boolean interviews();

    /** Whether they are the persons of a campaign as a server gives them. */
    boolean persons();

    /** The first records, read beforehand. */
    GuessSample sample(List<String> columns) throws IOException;
}
