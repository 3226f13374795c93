package org.ruhu.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ruhu.server.OverMongo;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** Reviews over MongoDB. */
@OverMongo
class MongoReviewTest extends FieldKit {

    @Test
    void whatIsDecidedIsListedByWhereItStandsAndOutlivesARestart() {
        List<UUID> all = Stream.of(UNIT, SECOND_UNIT, THIRD_UNIT).map(unit -> stored(Person.ZHAXI, interview(unit)))
                .toList();
        acceptAll(all.subList(0, 2));
        ObjectNode back = Json.object().put("number", 1).put("revision", 1).put("step", "return").put("reason", "理由");
        String steps = "/api/submissions/" + all.get(2) + "/steps";
        post(Person.ZHUOMA, steps, back).ok(201);
        post(Person.COUNTY, steps, back.put("reason", "另一个理由")).refused(409, "changed-meanwhile");
        restart();

        assertThat(units("accepted")).containsExactly(UNIT, SECOND_UNIT);
        assertThat(units("returned")).containsExactly(THIRD_UNIT);
        assertThat(units("received")).isEmpty();
        assertThat(get(Person.ZHAXI, "/api/assignments").ok().get("units").findValuesAsText("reason"))
                .containsExactly("理由");
    }

    private List<String> units(String state) {
        return get(Person.COUNTY, "/api/submissions?state=" + state).ok().findValuesAsText("unit");
    }
}
