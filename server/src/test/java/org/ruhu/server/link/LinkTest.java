package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;

class LinkTest extends LinkKit {

    @Test
    void onePersonInTwoHouseholdsIsAPairThatWaits() {
        doubt();
        JsonNode pair = pair(Person.ZHUOMA);
        assertThat(pair.get("state").textValue()).isEqualTo("waiting");
        assertThat(pair.get("zone").textValue()).isEqualTo("clerical");
        JsonNode whole = get(Person.ZHUOMA, at(pair)).ok();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
    }
}
