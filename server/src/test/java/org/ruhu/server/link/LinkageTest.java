package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

/** What comes of judging, where every pair the model links is judged too. */
class LinkageTest extends LinkKit {

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("linkage_sample_percent", "100");
    }

    @Test
    void whatIsDrawnIsLinkedUntilClerksSayOtherwise() {
        certainty();
        JsonNode pair = pair();
        assertThat(pair.get("sampled").booleanValue()).isTrue();
        assertThat(pair.get("state").textValue()).isEqualTo("waiting");
        assertThat(pair.get("linked").booleanValue()).isTrue();
        judge(Person.ZHUOMA, pair, 1, "different").ok(201);
        assertThat(pair().get("linked").booleanValue()).isTrue();
        judge(Person.COUNTY, pair, 2, "different").ok(201);
        assertThat(pair().get("linked").booleanValue()).isFalse();
        JsonNode automatic = get(Person.COUNTY, "/api/linkage/figures").ok().get("automatic");
        assertThat(automatic.get("precision").doubleValue()).isZero();
        assertThat(automatic.get("high").doubleValue()).isCloseTo(0.793, within(0.001));
    }

    @Test
    void figuresSayHowFarModelAndClerksCanBeTrusted() {
        certainty();
        stored(Person.ZHAXI, alone(THIRD_UNIT, "多吉", HEAD_ID_NUMBER));
        for (JsonNode pair : pairs(Person.COUNTY, "")) {
            boolean sure = pair.get("zone").textValue().equals("automatic");
            judge(Person.ZHUOMA, pair, 1, sure ? "same" : "different").ok(201);
            judge(Person.COUNTY, pair, 2, sure ? "same" : "different").ok(201);
        }
        JsonNode figures = get(Person.STATISTICIAN, "/api/linkage/figures?campaign=" + CAMPAIGN).ok();
        assertThat(figures.at("/counts/automatic/same").intValue()).isEqualTo(1);
        assertThat(figures.at("/counts/clerical/different").intValue()).isEqualTo(2);
        assertThat(figures.at("/automatic/precision").doubleValue()).isEqualTo(1);
        assertThat(figures.at("/agreement/kappa").doubleValue()).isEqualTo(1);
        assertThat(figures.at("/agreement/pairs").intValue()).isEqualTo(3);
        assertThat(figures.has("oldest")).isFalse();
        String labels = get(Person.STATISTICIAN, "/api/linkage/labels.csv").text();
        assertThat(labels.lines().findFirst()).contains("left,right,same,zone,sampled,weight");
        String records = "[0-9a-f-]{36}/members/1,[0-9a-f-]{36}/members/1,";
        assertThat(labels.lines().skip(1)).hasSize(3);
        assertThat(labels.lines().filter(line -> line.matches(records + "1,automatic,1,1\\.000"))).hasSize(1);
        assertThat(labels.lines().filter(line -> line.matches(records + "0,clerical,0,1\\.000"))).hasSize(2);
        assertThat(get(Person.STATISTICIAN, "/api/linkage/labels.csv?campaign=another").text().lines()).hasSize(1);
    }

    @Test
    void linksMakeClustersAndADecisionAgainstOneIsAConflict() {
        certainty();
        UUID third = stored(Person.ZHAXI, alone(THIRD_UNIT, "扎西", HEAD_ID_NUMBER));
        JsonNode cluster = get(Person.COUNTY, "/api/linkage/clusters?campaign=" + CAMPAIGN).ok().at("/clusters/0");
        assertThat(cluster.get("records")).hasSize(3);
        assertThat(cluster.get("links")).hasSize(3).allMatch(link -> link.get("by").textValue().equals("model"));
        assertThat(cluster.get("conflict").booleanValue()).isFalse();
        JsonNode pair = pair(third);
        judge(Person.ZHUOMA, pair, 1, "different").ok(201);
        judge(Person.COUNTY, pair, 2, "different").ok(201);
        cluster = get(Person.COUNTY, "/api/linkage/clusters").ok().at("/clusters/0");
        assertThat(cluster.get("links")).hasSize(2);
        assertThat(cluster.get("conflict").booleanValue()).isTrue();
        JsonNode links = get(Person.COUNTY, "/api/linkage/links?record=" + third + "/members/1").ok().get("links");
        assertThat(links).hasSize(2);
        assertThat(links.findValuesAsText("verdict")).containsExactly("different", "different");
    }

    private JsonNode pair(UUID submission) {
        return get(Person.COUNTY, "/api/submissions/" + submission).ok().at("/likelyDoubles/0");
    }

    @Test
    void personsGoOutWithNamesAndNoNumberThatLeadsToAnybody() {
        certainty();
        String query = "/api/linkage/persons.ndjson?campaign=" + CAMPAIGN + "&records=interviews&purpose=";
        get(Person.STATISTICIAN, query).refused(400, "unreadable-request");
        get(Person.STATISTICIAN, query.replace(CAMPAIGN, "no-such") + "x").refused(400, "unreadable-request");
        get(Person.COUNTY, query + "x").refused(403, "not-allowed");
        Answer answer = get(Person.STATISTICIAN, query + "double%20count");
        assertThat(answer.text()).doesNotContain(HEAD_ID_NUMBER).doesNotContain(PHONE);
        List<JsonNode> persons = answer.text().lines().<JsonNode>map(Json::own).toList();
        assertThat(persons).hasSize(2);
        assertThat(persons).extracting(person -> person.get("id_no").textValue()).allMatch(id -> id.startsWith("#"))
                .containsOnly(persons.get(0).get("id_no").textValue());
        assertThat(persons.get(0).get("id").textValue()).matches("[0-9a-f-]{36}/members/1");
        assertThat(persons.get(0).get("name_zh").textValue()).isEqualTo("扎西");
        assertThat(get(Person.AUDITOR, "/api/audit?limit=1000").text()).contains("link-persons-read")
                .contains("double count");
        get(Person.STATISTICIAN, query + "x&area=11").refused(403, "foreign-area");
    }

    @Test
    void answersHaveTheShapesThatAreDescribed() {
        certainty();
        UUID third = stored(Person.ZHAXI, alone(THIRD_UNIT, "多吉", HEAD_ID_NUMBER));
        JsonNode pair = pair(third);
        judge(Person.ZHUOMA, pair, 1, "unsure").ok(201);
        judge(Person.COUNTY, pair, 2, "same").ok(201);
        assertThat(undo(Person.COUNTY, pair, 3).refused(409, "pair-decided").get("state").textValue())
                .isEqualTo("disputed");
        assertThat(faults("LinkPair", get(Person.COUNTY, at(pair)).ok())).isEmpty();
        assertThat(faults("LinkPair", get(Person.STATISTICIAN, at(pair)).ok())).isEmpty();
        assertThat(faults("LinkFigures", get(Person.COUNTY, "/api/linkage/figures").ok())).isEmpty();
        assertThat(faults("LinkCluster", get(Person.COUNTY, "/api/linkage/clusters").ok().at("/clusters/0"))).isEmpty();
        assertThat(faults("Submission", get(Person.COUNTY, "/api/submissions/" + third).ok())).isEmpty();
        pairs(Person.COUNTY, "").forEach(row -> assertThat(faults("LinkPairRow", row)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"links?record=x", "links", "clusters?limit=501", "clusters?after=x", "figures?area=x", "labels.csv?area=0"})
    void aQueryThatIsNotUnderstoodIsRefused(String path) {
        get(Person.COUNTY, "/api/linkage/" + path).refused(400, "unreadable-request");
    }
}
