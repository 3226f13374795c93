package org.ruhu.tools.lines;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One line of NDJSON: an object, or why it cannot be read. */
public sealed interface Line {

    long number();

    record Good(long number, ObjectNode json) implements Line {}

    /** @param why without anything of the line's content, which may be somebody's name */
    record Bad(long number, String why) implements Line {}
}
