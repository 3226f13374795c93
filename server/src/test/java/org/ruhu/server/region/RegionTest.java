package org.ruhu.server.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;

class RegionTest extends ServerKit {

    private JsonNode below(String parent) {
        return get(Person.ZHAXI, "/api/regions?parent=" + parent).ok().get("regions");
    }

    private JsonNode send(Person person, String lines) {
        return send(request(person, "/api/regions").header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))).ok();
    }

    @Test
    void theWholeCountryIsThereFromProvincesDown() {
        JsonNode provinces = get(Person.ZHAXI, "/api/regions").ok().get("regions");
        assertThat(provinces).hasSize(31);
        assertThat(provinces.get(0).toString())
                .isEqualTo("{\"code\":\"11\",\"name\":\"北京市\",\"nameEn\":\"Beijing\",\"level\":\"province\",\"leaf\":false}");
        assertThat(below("54").findValuesAsText("name")).hasSize(7).contains("昌都市");
        assertThat(below("5403")).hasSize(11);
        JsonNode karub = below("5403").get(0);
        assertThat(karub.toString()).isEqualTo("{\"code\":\"540302\",\"name\":\"卡若区\",\"nameEn\":\"Karub\","
                + "\"level\":\"county\",\"parent\":\"5403\",\"leaf\":false}");
        assertThat(below("540302").findValuesAsText("level")).containsOnly("township");
        assertThat(below("540302").findValuesAsText("leaf")).containsOnly("true");
        assertThat(below(TOWNSHIP)).isEmpty();
    }

    @Test
    void changduHasElevenCountiesAndAHundredAndThirtyEightTownships() {
        int townships = 0;
        for (JsonNode county : below("5403")) {
            townships += below(county.get("code").textValue()).size();
        }
        assertThat(townships).isEqualTo(138);
    }

    @Test
    void anAdministratorAddsVillagesAndTheyOutliveARestart() {
        JsonNode told = send(Person.ADMINISTRATOR, """
                {"code":"%s","name":"扎西村"}

                {"code":"%s","name":"卓玛村","nameEn":"Zhuoma","level":"village","parent":"%s"}
                """.formatted(VILLAGE, OTHER_VILLAGE, TOWNSHIP));
        assertThat(told.toString()).isEqualTo("{\"stored\":2,\"same\":0,\"refused\":[]}");
        restart();
        assertThat(below(TOWNSHIP).findValuesAsText("name")).containsExactly("扎西村", "卓玛村");
        assertThat(below("540302").get(2).get("leaf").booleanValue()).isFalse();
        assertThat(send(Person.ADMINISTRATOR, "{\"code\":\"" + VILLAGE + "\",\"name\":\"扎西村\"}").get("same").intValue())
                .isEqualTo(1);
    }

    @Test
    void aLineThatIsWrongIsToldAndTheOthersAreStored() {
        JsonNode told = send(Person.ADMINISTRATOR, """
                {"code":"540302102201","name":"扎西村"}
                {"code":"54030210","name":"too short"}
                {"code":"540302999201","name":"in no township"}
                not json
                {"code":"540302102202"}
                {"code":"540302102203","name":"多吉村","colour":"red"}
                {"code":"540302102204","name":"卓玛村"}
                """);
        assertThat(told.get("stored").intValue()).isEqualTo(2);
        assertThat(told.get("refused").findValuesAsText("line")).containsExactlyInAnyOrder("2", "3", "4", "5", "6");
    }

    @Test
    void aListIsTakenLikeLines() {
        JsonNode told = post(Person.ADMINISTRATOR, "/api/regions", List.of(Map.of("code", VILLAGE, "name", "扎西村"),
                Map.of("code", "5"), Map.of("code", OTHER_VILLAGE, "name", "卓玛村"), 7)).ok();
        assertThat(told.get("stored").intValue()).isEqualTo(2);
        assertThat(told.get("refused").findValuesAsText("line")).containsExactly("2", "4");
    }

    @Test
    void aRegionThatEndsNamesItsSuccessors() {
        addVillages();
        post(Person.ADMINISTRATOR, "/api/regions", Map.of("code", VILLAGE, "name", "扎西村", "until", "2026-07-01",
                "successors", List.of(OTHER_VILLAGE))).ok();
        JsonNode ended = below(TOWNSHIP).get(0);
        assertThat(ended.get("until").textValue()).isEqualTo("2026-07-01");
        assertThat(ended.get("successors").get(0).textValue()).isEqualTo(OTHER_VILLAGE);
    }

    @Test
    void onlyAnAdministratorAddsRegions() {
        post(Person.COUNTY, "/api/regions", Map.of("code", VILLAGE, "name", "扎西村")).refused(403, "not-allowed");
        get("/api/regions").refused(401, "not-signed-in");
    }

    @Test
    void aParentThatIsNoCodeIsRefusedAndOneNobodyKnowsHasNothingBelow() {
        for (String parent : List.of("x", "0", "5", "1234567890123", "54%2F", "%E6%98%8C")) {
            get(Person.ZHAXI, "/api/regions?parent=" + parent).refused(400, "unreadable-request");
        }
        assertThat(below("99")).isEmpty();
        assertThat(below("54030")).isEmpty();
    }
}
