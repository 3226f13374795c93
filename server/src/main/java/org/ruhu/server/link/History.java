package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/** Everything that was said about a pair, as far as the reader may know it yet. */
final class History {

    private History() {}

    static ArrayNode of(Rights rights) {
        ArrayNode history = Json.object().arrayNode();
        int round = 1;
        int closed = rights.pair().judgements().size() - rights.pair().round().size();
        for (Judgement said : rights.pair().judgements()) {
            round += said.judges() ? 0 : 1;
            boolean told = said.number() <= closed || rights.seesVerdicts();
            history.add((told ? told(said) : hidden(said)).put("round", round));
        }
        return history;
    }

    static ObjectNode told(Judgement said) {
        ObjectNode json = named(said).put("account", said.account()).put("at", said.at().toString());
        return json.setAll(said.said());
    }

    private static ObjectNode hidden(Judgement said) {
        return named(said).put("hidden", true);
    }

    private static ObjectNode named(Judgement said) {
        return Json.object().put("number", said.number()).put("kind", said.kind().word());
    }
}
