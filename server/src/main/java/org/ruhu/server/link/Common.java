package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import org.ruhu.server.door.Json;

/**
 * What two households have in common.
 *
 * @param linked members of the one believed to be members of the other, nobody twice
 * @param left   members of the left household
 * @param heads  whether the two heads are one person
 */
record Common(int linked, int left, int right, boolean heads, Kind kind) {

    enum Kind {
        /** Likely one household, entered twice or moved. */
        SAME,
        /** Most of one household is spread over several others, or several others make up most of it. */
        SPLIT,
        /** Two households that both name somebody. */
        SHARES;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
        }
    }

    ObjectNode json() {
        return Json.object().put("linked", linked).put("left", left).put("right", right).put("heads", heads)
                .put("kind", kind.word());
    }

    static Common read(JsonNode json) {
        return new Common(json.get("linked").intValue(), json.get("left").intValue(), json.get("right").intValue(),
                json.get("heads").booleanValue(), Kind.of(json.get("kind").textValue()));
    }
}
