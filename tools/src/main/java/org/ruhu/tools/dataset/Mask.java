package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.RoundingMode;

/** What of an answer may be seen in a dataset. Called for every value, so it has to be quick. */
@FunctionalInterface
public interface Mask {

    /** A hundredth of a degree is 1.1 km from south to north, and 0.95 km from west to east where the county lies. */
    int DECIMALS_OF_PLACES = 2;

    /** Everything: for those who hold the full file anyway. */
    Mask NONE = (secret, value) -> value;

    /**
     * Names, id numbers and telephone numbers become {@code ***}: whether there is one can still be counted. Places are
     * rounded to about a kilometre, which shows the village and, but where it stands alone, not the house.
     */
    Mask IDENTIFIERS = (secret, value) -> switch (secret) {
        case NONE -> value;
        case IDENTIFIER -> TextNode.valueOf("***");
        case PLACE -> value.isNumber() && !Cell.endless(value.decimalValue())
                ? DecimalNode.valueOf(value.decimalValue().setScale(DECIMALS_OF_PLACES, RoundingMode.HALF_EVEN))
                : TextNode.valueOf("***");
    };

    JsonNode shown(Secret secret, JsonNode value);
}
