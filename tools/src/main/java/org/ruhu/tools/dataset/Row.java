package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One row of a table on its way into a file. It is filled again for the next, so copy what is to be kept. */
public interface Row {

    /** A cell for every variable: text, number, boolean, an array for several codes; missing where there is nothing. */
    List<JsonNode> cells();

    /** Why there is nothing in a cell that is missing. */
    Gap gap(int column);

    /** A copy that stays as it is. */
    Row kept();
}
