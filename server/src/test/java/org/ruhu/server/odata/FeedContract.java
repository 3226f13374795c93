package org.ruhu.server.odata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.submission.FieldKit;

/** How a feed goes through a store, whichever it is. */
abstract class FeedContract extends FieldKit {

    private static final String ROOT = "/api/odata/household-census/";

    @Test
    void pagesNeitherLoseNorDoubleWhatComesMeanwhile() {
        accepted(Person.ZHAXI, interview(UNIT));
        accepted(Person.ZHAXI, interview(THIRD_UNIT));
        JsonNode page = page(ROOT + "members?$top=7&$skip=0", 3);
        Set<String> seen = new HashSet<>();
        accepted(Person.ZHAXI, interview(SECOND_UNIT));
        int entities = 0;
        while (true) {
            page.get("value").forEach(row -> seen.add(row.get("submission").textValue() + row.get("row")));
            entities += page.get("value").size();
            if (!page.has("@odata.nextLink")) {
                break;
            }
            page = page(page.get("@odata.nextLink").textValue().replaceFirst(".*(?=/api/)", ""), 3);
        }

        assertThat(entities).isEqualTo(7);
        assertThat(seen).hasSize(7);
        assertThat(page(ROOT + "members?$skip=6", 100).get("value")).hasSize(6);
        assertThat(audited("dataset-read")).as("every page").hasSize(4);
    }

    @Test
    void whoHasBegunToReadIsShownTheStateOfThatTime() {
        accepted(Person.ZHAXI, interview(UNIT));
        accepted(Person.ZHAXI, interview(SECOND_UNIT));
        accepted(Person.DUOJI, interview(OTHER_TEAMS_UNIT));
        JsonNode page = page(ROOT + "members", 2);
        String amid = page.at("/value/1/submission").textValue();
        post(Person.COUNTY, "/api/submissions/" + amid + "/steps", Json.object().put("number", 3).put("revision", 1)
                .put("step", "void").put("reason", "走错了门")).ok(201);
        List<String> rows = new ArrayList<>();
        page.get("value").forEach(row -> rows.add(row.get("submission").textValue()));
        while (page.has("@odata.nextLink")) {
            page = page(page.get("@odata.nextLink").textValue().replaceFirst(".*(?=/api/)", ""), 3);
            page.get("value").forEach(row -> rows.add(row.get("submission").textValue()));
        }

        assertThat(Collections.frequency(rows, amid)).isEqualTo(4);
        assertThat(rows).hasSize(12);
        assertThat(page(ROOT + "members", 100).get("value")).hasSize(8);
        assertThat(get(Person.STATISTICIAN, ROOT + "members/$count").text()).isEqualTo("8");
    }

    private JsonNode page(String path, int size) {
        return send(request(Person.STATISTICIAN, path).header("Prefer", "maxpagesize=" + size)).ok();
    }

    @Test
    void entitiesAreFoundFilteredAndCounted() {
        UUID submission = accepted(Person.ZHAXI, interview(UNIT));
        accepted(Person.ZHAXI, interview(SECOND_UNIT));
        accepted(Person.DUOJI, interview(OTHER_TEAMS_UNIT));
        revise(Person.ZHAXI, submission, 2, naming(interview(UNIT), "0".repeat(64))).ok(201);

        assertThat(get(Person.STATISTICIAN, ROOT + "members/$count").text()).isEqualTo("12");
        assertThat(get(Person.STATISTICIAN, ROOT + "members?$count=true&$top=1&$filter=row%20le%202").ok()
                .get("@odata.count").intValue()).isEqualTo(6);
        assertThat(get(Person.STATISTICIAN, ROOT + "households(%27" + submission + "%27)").ok().get("number").intValue())
                .as("the second waits for its photo").isOne();
    }
}
