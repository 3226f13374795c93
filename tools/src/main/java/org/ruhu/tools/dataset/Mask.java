package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What of an answer may be seen in a dataset. Called for every value, so it has to be quick. */
@FunctionalInterface
public interface Mask {

    /** Everything: for those who hold the full file anyway. */
    Mask NONE = (identifying, value) -> value;

    /** Names, id numbers and telephone numbers become {@code ***}: whether there is one can still be counted. */
    Mask IDENTIFIERS = (identifying, value) -> identifying ? TextNode.valueOf("***") : value;

    /** @param identifying whether the answer singles out a person */
    JsonNode shown(boolean identifying, JsonNode value);
}
