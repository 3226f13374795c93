package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.server.Person;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

/** Persons of interviews beside whom the frame names, unit by unit, as the register had them. */
class RegisterTest extends LinkKit {

    private static final String UNITS = "/api/campaigns/" + CAMPAIGN + "/units";

    /** A unit with one person who has a number. */
    static ObjectNode listed(String unit, String name, String number) {
        ObjectNode line = unit(unit, "team-1");
        ((ObjectNode) line.get("prefill")).put("head_name", name).put("register_no", "5403020007");
        line.putArray("members").addObject().put("name_zh", name).put("id_no", number).put("sex", "1")
                .put("birth_date", "1980-05-17").put("rel", "01");
        return line;
    }

    private static String record(String unit) {
        return "unit:" + CAMPAIGN + "/" + unit + "/members/1";
    }

    @Test
    void whoIsOnTheRegisterOfAnotherHouseholdIsALikelyDouble() {
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        UUID submission = stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        JsonNode pair = pair();
        assertThat(pair.at("/right/record").textValue()).isEqualTo(record(SECOND_UNIT));
        assertThat(pair.at("/right/register").booleanValue()).isTrue();
        assertThat(pair.at("/right/unit").textValue()).isEqualTo(SECOND_UNIT);
        assertThat(pair.at("/right/born").textValue()).isEqualTo("1980");
        assertThat(pair.at("/left/submission").textValue()).isEqualTo(submission.toString());
        assertThat(pair.toString()).doesNotContain("扎西").doesNotContain("多吉").doesNotContain(HEAD_ID_NUMBER);
        JsonNode page = get(Person.ZHUOMA, "/api/submissions/" + submission).ok();
        assertThat(page.at("/likelyDoubles/0/right/register").booleanValue()).isTrue();
        assertThat(faults("Submission", page)).isEmpty();
    }

    @Test
    void bothAreShownSideBySideAndNoNumberIn() {
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        JsonNode whole = get(Person.ZHUOMA, at(pair())).ok();
        assertThat(faults("LinkPair", whole)).isEmpty();
        assertThat(whole.at("/right/name").textValue()).isEqualTo("多吉");
        assertThat(whole.at("/right/address").textValue()).isEqualTo("村口第三户");
        assertThat(whole.at("/households/right/0/name").textValue()).isEqualTo("多吉");
        assertThat(whole.at("/ids/right/shown").textValue()).isEqualTo("549901**********13");
        assertThat(whole.at("/ids/right").has("pointer")).isFalse();
        assertThat(whole.get("fields").findValuesAsText("field")).contains("name_zh", "birth_date", "register_no");
        assertThat(whole.toString()).doesNotContain(HEAD_ID_NUMBER).doesNotContain(PHONE);
        assertThat(get(Person.STATISTICIAN, at(pair())).ok().toString()).doesNotContain("多吉").contains("多*");
    }

    @Test
    void whomTheRegisterOfTheOwnHouseholdNamesIsExpected() {
        putUnits(listed(UNIT, "扎西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "?state=")).isEmpty();
        assertThat(pairs(Person.COUNTY, "?state=gone")).isEmpty();
    }

    @Test
    void onePersonInTwoHouseholdsOfTheRegisterIsJudgedAndUndoneLikeOthers() {
        putUnits(listed(UNIT, "扎西", HEAD_ID_NUMBER), listed(THIRD_UNIT, "多吉", HEAD_ID_NUMBER));
        JsonNode pair = pair();
        assertThat(List.of(pair.at("/left/record").textValue(), pair.at("/right/record").textValue()))
                .containsExactly(record(UNIT), record(THIRD_UNIT));
        judge(Person.ZHAXI, pair, 1, "same").refused(403, "not-allowed");
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        judge(Person.COUNTY, pair, 2, "same").ok(201);
        assertThat(get(Person.COUNTY, "/api/linkage/labels.csv").text())
                .contains("\n" + record(UNIT) + "," + record(THIRD_UNIT) + ",1,");
        assertThat(get(Person.COUNTY, "/api/linkage/links?record=" + record(UNIT)).ok().get("links")).hasSize(1);
        JsonNode cluster = get(Person.COUNTY, "/api/linkage/clusters").ok().at("/clusters/0");
        assertThat(cluster.get("records")).hasSize(2);
        assertThat(faults("LinkCluster", cluster)).isEmpty();
        assertThat(get(Person.COUNTY, "/api/linkage/figures").ok().at("/counts/clerical/same").intValue()).isEqualTo(1);
        undo(Person.COUNTY, pair, 3).ok(201);
        assertThat(state()).isEqualTo("waiting");
    }

    /** Four records of one person: two households, each asked and listed. */
    @Test
    void whatTheRegisterSaysCountsUntilItsHouseholdWasAskedItself() {
        putUnits(listed(UNIT, "扎西", HEAD_ID_NUMBER), listed(SECOND_UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(sources(pair())).containsExactly("register " + UNIT, "register " + SECOND_UNIT);
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(sources(pair())).containsExactly("asked " + UNIT, "register " + SECOND_UNIT);
        UUID second = stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(sources(pair())).containsExactlyInAnyOrder("asked " + UNIT, "asked " + SECOND_UNIT);
        revise(Person.ZHAXI, second, 2, alone(SECOND_UNIT, "多吉", OTHER_ID_NUMBER)).ok(201);
        assertThat(sources(pair())).containsExactly("asked " + UNIT, "register " + SECOND_UNIT);
        restart();
        assertThat(sources(pair())).containsExactly("asked " + UNIT, "register " + SECOND_UNIT);
    }

    @Test
    void whatWasDecidedStaysWhenTheHouseholdIsAsked() {
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        judge(Person.ZHUOMA, pair(), 1, "same").ok(201);
        judge(Person.COUNTY, pair(), 2, "same").ok(201);
        stored(Person.ZHAXI, alone(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "?state=same")).hasSize(1)
                .allSatisfy(pair -> assertThat(pair.get("changed").booleanValue()).isFalse());
        assertThat(pairs(Person.COUNTY, "?state=waiting")).hasSize(1);
    }

    private static List<String> sources(JsonNode pair) {
        return List.of(pair.get("left"), pair.get("right")).stream()
                .map(side -> (side.has("register") ? "register " : "asked ") + side.get("unit").textValue()).toList();
    }

    @Test
    void whomAUnitDoesNotNameAnyMoreIsForgottenAndComesBackJudged() {
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        judge(Person.ZHUOMA, pair(), 1, "same").ok(201);
        putUnits(unit(SECOND_UNIT, "team-1"));
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        assertThat(pairs(Person.COUNTY, "?state=gone")).hasSize(1);
        assertThat(get(Person.COUNTY, at(pairs(Person.COUNTY, "?state=gone").get(0))).ok().at("/households/right"))
                .isEmpty();
        putUnits(listed(SECOND_UNIT, "多吉", OTHER_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        assertThat(state()).isEqualTo("judged");
    }

    @Test
    void aHouseholdThatMovedToAnotherCountyIsNoLongerTheBusinessOfThisOne() {
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        JsonNode before = pair();
        putUnits(unit(SECOND_UNIT, "team-1"), listed(FOREIGN_UNIT, "多吉", HEAD_ID_NUMBER));
        assertThat(pair().get("right")).isEqualTo(Json.object().put("elsewhere", true));
        get(Person.COUNTY, at(pair())).refused(403, "foreign-area");
        get(Person.OTHER_COUNTY, at(before)).refused(403, "foreign-area");
        assertThat(pairs(Person.OTHER_COUNTY, "").get(0).get("left")).isEqualTo(Json.object().put("elsewhere", true));
        String above = token("above", Optional.empty(), Grant.of(Role.COUNTY, "5403", CAMPAIGN));
        put(above, at(pair()) + "/judgements/1", says("same")).ok(201);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN", "STAT"})
    void theFrameOfAnotherCampaignIsNoneOfItsBusiness(Domain domain) {
        String other = "register-2026";
        new Campaigns(store).open(new Campaign(other, Map.of("zh", "核查"), domain, FORM, "5403",
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0, Json.object()
                .put("ref_date", "2026-10-31").put("poverty_line", 4000)));
        lines(Person.ADMINISTRATOR, "/api/campaigns/" + other + "/units",
                listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER).put("team", "team-5"),
                listed(THIRD_UNIT, "多吉", OTHER_ID_NUMBER).put("team", "team-5")).ok();
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        putUnits(listed(OTHER_TEAMS_UNIT, "多吉", OTHER_ID_NUMBER).put("team", "team-2"));
        String above = token("above", Optional.empty(), Grant.of(Role.COUNTY, "5403", CAMPAIGN));
        String office = token("office", Optional.empty(), Grant.of(Role.COUNTY, "5403", other));
        for (String state : List.of("", "gone")) {
            for (String token : List.of(above, office)) {
                assertThat(rows(get(token, "/api/linkage/pairs?state=" + state).ok())).isEmpty();
            }
        }
    }

    @Test
    void aFrameThatIsReplacedWhileInterviewsArriveLeavesWhatIsTrueAtTheEnd() {
        List<String> visited = List.of(UNIT, SECOND_UNIT, THIRD_UNIT);
        token(Person.ZHAXI);
        token(Person.ADMINISTRATOR);
        List<CompletableFuture<?>> under = new ArrayList<>();
        under.add(CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 12; i++) {
                putUnits(listed(OTHER_TEAMS_UNIT, "多吉", i % 2 == 0 ? HEAD_ID_NUMBER : OTHER_ID_NUMBER)
                        .put("team", "team-2"));
            }
        }, task -> new Thread(task).start()));
        visited.forEach(unit -> under.add(CompletableFuture.runAsync(() ->
                stored(Person.ZHAXI, alone(unit, "扎西", OTHER_ID_NUMBER)), task -> new Thread(task).start())));
        under.forEach(CompletableFuture::join);
        List<String> found = withTheRegister();
        assertThat(found).hasSize(3);
        restart();
        assertThat(withTheRegister()).isEqualTo(found);
        putUnits(listed(OTHER_TEAMS_UNIT, "多吉", HEAD_ID_NUMBER).put("team", "team-2"));
        assertThat(withTheRegister()).isEmpty();
        restart();
        assertThat(withTheRegister()).isEmpty();
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎西", HEAD_ID_NUMBER));
        assertThat(withTheRegister()).hasSize(1);
    }

    private List<String> withTheRegister() {
        return pairs(Person.COUNTY, "").stream().filter(pair -> pair.at("/right/register").booleanValue())
                .map(pair -> pair.get("id").textValue()).sorted().toList();
    }

    @Test
    void noneOfItGoesToATabletOrLiesOpen() {
        putUnits(listed(UNIT, "多吉", HEAD_ID_NUMBER));
        String told = get(Person.ZHAXI, "/api/assignments").ok().toString();
        assertThat(told).contains(UNIT).doesNotContain("members").doesNotContain(HEAD_ID_NUMBER);
        String key = VILLAGE + "/" + CAMPAIGN + "/" + UNIT;
        assertThat(new String(store.find(Units.KIND, key).orElseThrow().body(), StandardCharsets.UTF_8))
                .contains("members").doesNotContain("多吉").doesNotContain(HEAD_ID_NUMBER);
    }

    @Test
    void theSameListAgainIsTheSame() {
        putUnits(listed(UNIT, "多吉", HEAD_ID_NUMBER));
        assertThat(putUnits(listed(UNIT, "多吉", HEAD_ID_NUMBER)).get("same").intValue()).isEqualTo(1);
        assertThat(putUnits(listed(UNIT, "多吉", OTHER_ID_NUMBER)).get("stored").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"all, 5, 1", "register, 5, 0", "interviews, 0, 1"})
    void personsGoOutFromBothUnlessOneIsAskedFor(String records, int listed, int interviewed) {
        putUnits(listed(SECOND_UNIT, "多吉", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        String path = "/api/linkage/persons.ndjson?campaign=" + CAMPAIGN + "&purpose=x&records=";
        String text = get(Person.STATISTICIAN, path + records).text();
        List<JsonNode> persons = text.lines().<JsonNode>map(Json::own).toList();
        assertThat(persons).filteredOn(person -> person.get("register").booleanValue()).hasSize(listed);
        assertThat(persons).filteredOn(person -> !person.get("register").booleanValue()).hasSize(interviewed);
        assertThat(text).doesNotContain(HEAD_ID_NUMBER).doesNotContain(PHONE);
        assertThat(persons.stream().filter(person -> person.has("id_no")).map(person -> person.get("id_no")).distinct())
                .hasSize(1);
        assertThat(persons).extracting(person -> person.get("id").textValue()).doesNotHaveDuplicates()
                .allMatch(id -> RecordId.read(id).isPresent());
        get(Person.STATISTICIAN, path + "some").refused(400, "unreadable-request");
        get(Person.COUNTY, path + records).refused(403, "not-allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{} | #/members", "[7] | #/members/0", "[{\"sex\":\"1\"}] | #/members/0/name_zh",
            "[{\"name_zh\":\" \"}] | #/members/0/name_zh", "[{\"name_zh\":\"扎西\",\"age\":7}] | #/members/0",
            "[{\"name_zh\":\"扎西\",\"sex\":\"3\"}] | #/members/0/sex",
            "[{\"name_zh\":\"扎西\",\"birth_date\":\"1980-13-17\"}] | #/members/0/birth_date",
            "[{\"name_zh\":\"扎西\",\"line_no\":0}] | #/members/0/line_no",
            "[{\"name_zh\":\"扎西\",\"line_no\":2},{\"name_zh\":\"多吉\"}] | #/members/1/line_no"})
    void whatIsNoListOfMembersIsRefusedWithItsPlace(String members, String pointer) {
        ObjectNode line = unit(UNIT, "team-1");
        line.set("members", Json.own("{\"of\":%s}".formatted(members).getBytes(StandardCharsets.UTF_8)).get("of"));
        JsonNode refused = lines(Person.ADMINISTRATOR, UNITS, line).ok().at("/refused/0");
        assertThat(refused.at("/errors/0/pointer").textValue()).isEqualTo(pointer);
        assertThat(refused.toString()).doesNotContain("扎西");
    }

    @ParameterizedTest
    @CsvSource({"540302102201-0007, 0", "540302102201-7, 3", "010302102201-000000, 9999", "999999999999-999999, 1"})
    void theNameOfARecordComesBackFromItsPlace(String unit, int line) {
        Places places = new Places();
        Source.Listed other = new Source.Listed("other", unit);
        Source.Listed listed = new Source.Listed("census-2026", unit);
        places.place(other, line);
        Places.Place place = places.place(listed, line);
        assertThat(places.record(place, "members")).isEqualTo(RecordId.listed(listed, line));
        assertThat(places.record(place, "members").source()).isEqualTo(listed);
        assertThat(places.record(place, "members").line()).isEqualTo(line);
        assertThat(place.from(places.place(listed, 77))).isTrue();
        assertThat(place.from(places.place(other, line))).isFalse();
    }
}
