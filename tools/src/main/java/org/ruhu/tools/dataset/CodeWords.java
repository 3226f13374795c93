package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How a codebook says what values mean. */
public interface CodeWords {

    /** What values mean, in one cell. */
    JsonNode described(List<Option> options, List<String> versions, String language);

    /** What stands there instead when a list describes them apart. */
    JsonNode referred(String list);
}
