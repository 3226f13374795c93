package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

/** Households that may be one, from members who may be one person. */
class HomeTest extends LinkKit {

    private static final String HOMES = "/api/linkage/households";
    private static final List<String> CAST = List.of("扎西", "卓玛", "多吉", "扎西卓玛", "多吉扎西");

    /** A valid id number of county 5499, another one for each. */
    private static String number(int person) {
        String digits = "549901198%d0517%03d".formatted(person % 10, 100 + person);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A household of members by their numbers; the first is its head. */
    static ObjectNode home(String unit, int... members) {
        ObjectNode sent = interview(unit);
        ObjectNode answers = (ObjectNode) sent.get("answers");
        ObjectNode model = (ObjectNode) answers.get("members").get(0);
        model.remove(List.of("name_bo", "name_alias"));
        ArrayNode roster = answers.putArray("members");
        for (int person : members) {
            roster.add(model.deepCopy().put("line_no", roster.size() + 1).put("name_zh", CAST.get(person % CAST.size()))
                    .put("id_no", number(person)).put("rel", roster.isEmpty() ? "01" : "10"));
        }
        answers.remove("register_no");
        return sent;
    }

    private static ObjectNode registered(ObjectNode home, String register) {
        ((ObjectNode) home.get("answers")).put("register_no", register);
        return home;
    }

    private List<JsonNode> homes(Person person, String query) {
        return rows(get(person, HOMES + query).ok());
    }

    private JsonNode home() {
        List<JsonNode> homes = homes(Person.COUNTY, "");
        assertThat(homes).hasSize(1);
        return homes.get(0);
    }

    private static String atHome(JsonNode home) {
        return HOMES + "/" + home.get("id").textValue();
    }

    private Answer judge(Person person, int number, String verdict, String... evidence) {
        return put(person, atHome(home()) + "/judgements/" + number, says(verdict, evidence));
    }

    /** Three of four members in two villages. */
    private List<UUID> moved() {
        return List.of(stored(Person.ZHAXI, home(UNIT, 0, 1, 2, 3)),
                stored(Person.ZHAXI, home(SECOND_UNIT, 0, 1, 2, 4)));
    }

    @Test
    void twoHouseholdsWithTheSameMembersWaitForClerks() {
        List<UUID> both = moved();
        JsonNode home = home();
        assertThat(home.get("state").textValue()).isEqualTo("waiting");
        assertThat(home.get("linked").booleanValue()).isFalse();
        assertThat(home.at("/common/linked").intValue()).isEqualTo(3);
        assertThat(home.at("/common/left").intValue()).isEqualTo(4);
        assertThat(home.at("/common/heads").booleanValue()).isTrue();
        assertThat(home.at("/common/kind").textValue()).isEqualTo("same");
        assertThat(List.of(home.at("/left/record").textValue(), home.at("/right/record").textValue()))
                .containsExactlyInAnyOrder(both.get(0).toString(), both.get(1).toString());
        assertThat(home.toString()).doesNotContain("扎西").doesNotContain(number(0));
        assertThat(pairs(Person.COUNTY, "")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"'0,1,2,3', '0,1,2,3', same", "'0,1,2', '0,1', same", "'0,1,2,3', '0,4,5,6', none",
            "'0,1', '2,3', none",
            "'0,1,2,3', '0,1,4,5', shares"})
    void whatTheyHaveInCommonDecides(String left, String right, String kind) {
        stored(Person.ZHAXI, home(UNIT, members(left)));
        stored(Person.ZHAXI, home(SECOND_UNIT, members(right)));
        assertThat(homes(Person.COUNTY, "").stream().map(home -> home.at("/common/kind").textValue()).findFirst()
                .orElse("none")).isEqualTo(kind);
    }

    private static int[] members(String text) {
        return List.of(text.split(",")).stream().mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @CsvSource({"5403020007, 5403020007, one-register, true", "5403020007, 5403020008, two-registers, false"})
    void theNumberOnTheRegisterSpeaksForOneHouseholdOrAgainst(String left, String right, String why, boolean likely) {
        stored(Person.ZHAXI, registered(home(UNIT, 0, 1, 2, 3), left));
        stored(Person.ZHAXI, registered(home(SECOND_UNIT, 0, 1, 4, 5), right));
        JsonNode home = home();
        assertThat(home.get("probability").doubleValue() > 0.5).isEqualTo(likely);
        assertThat(get(Person.COUNTY, atHome(home)).ok().get("ask").findValuesAsText("why")).contains(why);
    }

    @Test
    void oneThatIsSpreadOverTwoIsForTheVillageToReview() {
        stored(Person.ZHAXI, home(UNIT, 0, 1, 2, 3, 4, 5));
        stored(Person.ZHAXI, home(SECOND_UNIT, 0, 1, 6, 7, 8));
        stored(Person.ZHAXI, home(THIRD_UNIT, 2, 3, 9, 10, 11));
        List<JsonNode> homes = homes(Person.COUNTY, "");
        assertThat(homes).hasSize(2).allMatch(home -> home.at("/common/kind").textValue().equals("split"));
        JsonNode ask = get(Person.COUNTY, atHome(homes.get(0))).ok().get("ask");
        assertThat(ask.get(0)).isEqualTo(Json.object().put("evidence", "village-review").put("why", "part-of-other"));
    }

    @Test
    void aHouseholdIsFoundUnderAnotherNumberOfTheRegister() {
        ObjectNode line = unit(SECOND_UNIT, "team-1");
        ((ObjectNode) line.get("prefill")).put("register_no", "5403020008");
        ArrayNode listed = line.putArray("members");
        for (int person = 0; person < 3; person++) {
            listed.addObject().put("name_zh", CAST.get(person)).put("id_no", number(person))
                    .put("rel", person == 0 ? "01" : "10");
        }
        lines(Person.ADMINISTRATOR, "/api/campaigns/" + CAMPAIGN + "/units", line).ok();
        stored(Person.ZHAXI, registered(home(UNIT, 0, 1, 2), "5403020007"));
        JsonNode home = home();
        assertThat(home.at("/right/record").textValue()).isEqualTo("unit:" + CAMPAIGN + "/" + SECOND_UNIT);
        assertThat(home.at("/right/register").booleanValue()).isTrue();
        assertThat(home.at("/common/linked").intValue()).isEqualTo(3);
        JsonNode whole = get(Person.COUNTY, atHome(home)).ok();
        assertThat(whole.get("ask").findValuesAsText("why")).containsExactly("two-registers");
        assertThat(whole.at("/members/0/right/name").textValue()).isEqualTo("扎西");
        assertThat(faults("LinkHousehold", whole)).isEmpty();
    }

    @Test
    void bothAreShownWithTheirMembersLinedUp() {
        moved();
        JsonNode whole = get(Person.ZHUOMA, atHome(home())).ok();
        assertThat(faults("LinkHousehold", whole)).isEmpty();
        JsonNode members = whole.get("members");
        assertThat(members).hasSize(5);
        for (int i = 0; i < 3; i++) {
            assertThat(members.at("/" + i + "/left/name")).isEqualTo(members.at("/" + i + "/right/name"));
            assertThat(members.at("/" + i + "/pair").textValue()).hasSize(32);
        }
        assertThat(members.get(3).has("right") || members.get(4).has("left")).isFalse();
        assertThat(whole.at("/waterfall/steps/0/level").textValue()).isEqualTo("3/4");
        assertThat(whole.get("fields").findValuesAsText("field")).contains("head_name");
        assertThat(whole.toString()).contains("扎西").doesNotContain(number(0)).doesNotContain(PHONE);
        assertThat(get(Person.STATISTICIAN, atHome(home())).ok().toString()).contains("扎*").doesNotContain("扎西");
        assertThat(audited("link-pair-read")).hasSize(2);
    }

    @Test
    void twoClerksDecideAThirdWhereTheyDifferAndItCanBeUndone() {
        moved();
        judge(Person.ZHUOMA, 1, "same", "hukou-page").ok(201);
        assertThat(home().get("state").textValue()).isEqualTo("judged");
        judge(Person.ZHUOMA, 2, "same").refused(403, "not-allowed");
        judge(Person.COUNTY, 2, "different", "village-review").ok(201);
        assertThat(home().get("state").textValue()).isEqualTo("disputed");
        judge(Person.STATISTICIAN, 3, "same", "place-history").ok(201);
        assertThat(home().get("state").textValue()).isEqualTo("same");
        put(Person.COUNTY, atHome(home()) + "/judgements/4", Json.object().put("kind", "undo").put("reason", "分户"))
                .ok(201);
        assertThat(home().get("state").textValue()).isEqualTo("waiting");
        assertThat(home().get("reopened").booleanValue()).isTrue();
        assertThat(audited("link-judgement")).hasSize(4);
    }

    @Test
    void aDecisionRecordsAndChangesNothingElse() {
        List<UUID> both = moved();
        JsonNode before = get(Person.COUNTY, "/api/submissions/" + both.get(0)).ok();
        List<JsonNode> pairs = pairs(Person.COUNTY, "");
        judge(Person.ZHUOMA, 1, "same").ok(201);
        judge(Person.COUNTY, 2, "same").ok(201);
        JsonNode after = get(Person.COUNTY, "/api/submissions/" + both.get(0)).ok();
        assertThat(after.get("revisions")).isEqualTo(before.get("revisions"));
        assertThat(after.get("answers")).isEqualTo(before.get("answers"));
        assertThat(pairs(Person.COUNTY, "")).isEqualTo(pairs);
        assertThat(after.at("/likelyHouseholds/0/state").textValue()).isEqualTo("same");
        assertThat(faults("Submission", after)).isEmpty();
        assertThat(get(Person.COUNTY, "/api/submissions/" + both.get(1)).ok().get("likelyHouseholds")).hasSize(1);
        assertThat(get(Person.ZHAXI, "/api/submissions/" + both.get(0)).ok().has("likelyHouseholds")).isFalse();
        String labels = get(Person.STATISTICIAN, "/api/linkage/household-labels.csv").text();
        assertThat(labels.lines().skip(1)).singleElement().asString()
                .matches("[0-9a-f-]{36},[0-9a-f-]{36},1,540302102201-[0-9]+,540302102201-[0-9]+,3,4,4");
    }

    @Test
    void personsWhoAreJudgedToBeTwoMakeNoHousehold() {
        moved();
        for (JsonNode pair : pairs(Person.COUNTY, "")) {
            undo(Person.COUNTY, pair, 1).ok(201);
            judge(Person.ZHUOMA, pair, 2, "different").ok(201);
            judge(Person.STATISTICIAN, pair, 3, "different").ok(201);
        }
        assertThat(homes(Person.COUNTY, "")).isEmpty();
        assertThat(homes(Person.COUNTY, "?state=gone")).hasSize(1);
    }

    @Test
    void aCorrectionTakesAPairAwayAndBringsItBackWithWhatWasSaid() {
        UUID second = moved().get(1);
        judge(Person.ZHUOMA, 1, "same").ok(201);
        revise(Person.ZHAXI, second, 2, home(SECOND_UNIT, 5, 6, 7, 4)).ok(201);
        assertThat(homes(Person.COUNTY, "")).isEmpty();
        revise(Person.ZHAXI, second, 3, home(SECOND_UNIT, 0, 1, 2)).ok(201);
        assertThat(home().get("state").textValue()).isEqualTo("judged");
        assertThat(home().at("/common/right").intValue() + home().at("/common/left").intValue()).isEqualTo(7);
    }

    @Test
    void aRestartLosesNothingAndDoublesNothing() {
        moved();
        judge(Person.ZHUOMA, 1, "same").ok(201);
        JsonNode before = home();
        restart();
        assertThat(home()).isEqualTo(before);
    }

    @Test
    void whoHasOneSideLearnsNothingOfTheOther() {
        stored(Person.ZHAXI, home(UNIT, 0, 1, 2, 3));
        String there = token("there", Optional.of("team-9"), Grant.of(Role.ENUMERATOR, OTHER_COUNTY, CAMPAIGN));
        put(there, path(UUID.randomUUID(), 1), home(FOREIGN_UNIT, 0, 1, 2, 3)).ok(201);
        JsonNode home = home();
        assertThat(home.has("common") || home.has("weight")).isFalse();
        assertThat(home.get("mayNot").textValue()).isEqualTo("elsewhere");
        get(Person.COUNTY, atHome(home)).refused(403, "foreign-area");
        judge(Person.COUNTY, 1, "same").refused(403, "foreign-area");
        assertThat(get(Person.COUNTY, "/api/linkage/household-labels.csv").text().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"households", "household-labels.csv"})
    void whoInterviewsLearnsNothing(String path) {
        for (Person person : List.of(Person.ZHAXI, Person.ADMINISTRATOR, Person.AUDITOR)) {
            get(person, "/api/linkage/" + path).refused(403, "not-allowed");
        }
    }

    @Test
    void pairsOfPersonsAndOfHouseholdsAreReadWhereTheyBelong() {
        moved();
        get(Person.COUNTY, HOMES + "/" + pairs(Person.COUNTY, "").get(0).get("id").textValue())
                .refused(404, "not-found");
        get(Person.COUNTY, "/api/linkage/pairs/" + home().get("id").textValue()).refused(404, "not-found");
        get(Person.COUNTY, HOMES + "?sort=size").refused(400, "unreadable-request");
        assertThat(faults("LinkPairRow", home())).isEmpty();
        JsonNode links = get(Person.COUNTY, "/api/linkage/links?record=" + home().at("/left/record").textValue()).ok();
        assertThat(links.get("links")).hasSize(1);
    }

    @Test
    void aListIsReadPageByPage() {
        stored(Person.ZHAXI, home(UNIT, 0, 1, 2));
        stored(Person.ZHAXI, home(SECOND_UNIT, 0, 1, 2));
        stored(Person.ZHAXI, home(THIRD_UNIT, 0, 1, 2));
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(Person.COUNTY, HOMES + "?limit=2&after=" + next).ok();
            page.get("pairs").forEach(home -> ids.add(home.get("id").textValue()));
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }
}
