package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.server.door.Json;

/**
 * A pair as a row of a list: nobody's name, and nothing at all about a record that is none of the reader's business.
 */
final class Row {

    private Row() {}

    static ObjectNode of(Rights rights) {
        Pair pair = rights.pair();
        Score score = pair.score();
        ObjectNode row = Json.object().put("id", pair.id()).put("state", pair.state().word())
                .put("zone", score.zone().word()).put("sampled", pair.sampled()).put("linked", pair.linked())
                .put("reopened", pair.reopened()).put("changed", pair.changed())
                .put("model", score.model()).put("foundAt", pair.foundAt().toString())
                .put("judged", pair.round().size()).put("taken", pair.judgements().size());
        if (rights.seesBoth()) {
            row.put("veto", score.veto()).put("weight", score.weight()).put("probability", score.probability())
                    .put("rule", score.rule());
            pair.common().ifPresent(common -> row.set("common", common.json()));
        }
        rights.may().forEach(row.putArray("may")::add);
        rights.mayNotJudge().ifPresent(why -> row.put("mayNot", why));
        row.set("left", side(rights, pair.left()));
        row.set("right", side(rights, pair.right()));
        return row;
    }

    private static ObjectNode side(Rights rights, Side side) {
        return rights.sees(side) ? side.shown() : Json.object().put("elsewhere", true);
    }
}
