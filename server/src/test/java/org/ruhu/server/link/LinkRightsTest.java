package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.Person;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

/** Who learns of a pair, and how much. */
class LinkRightsTest extends LinkKit {

    private static final String REGISTER = "register-2026";

    /** One person in two counties. */
    private void acrossCounties() {
        String there = token("there", Optional.of("team-9"), Grant.of(Role.ENUMERATOR, OTHER_COUNTY, CAMPAIGN));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        put(there, path(UUID.randomUUID(), 1), alone(FOREIGN_UNIT, "多吉", HEAD_ID_NUMBER)).ok(201);
    }

    @ParameterizedTest
    @CsvSource({"ZHAXI, 403", "DUOJI, 403", "ADMINISTRATOR, 403", "AUDITOR, 403", "ZHUOMA, 200", "COUNTY, 200",
            "STATISTICIAN, 200", "OTHER_COUNTY, 403"})
    void onlyClerksOfBothAreasReadAPair(Person person, int status) {
        doubt();
        assertThat(get(person, at(pair())).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs", "links?record=unit:census-2026/540302102201-0007", "clusters", "figures",
            "labels.csv", "persons.ndjson?campaign=census-2026&purpose=x"})
    void whoInterviewsOrKeepsAccountsLearnsNothing(String path) {
        doubt();
        for (Person person : List.of(Person.ZHAXI, Person.ADMINISTRATOR, Person.AUDITOR)) {
            get(person, "/api/linkage/" + path).refused(403, "not-allowed");
        }
        get("/api/linkage/" + path).refused(401, "not-signed-in");
    }

    @ParameterizedTest
    @CsvSource({"ZHAXI, 403", "ADMINISTRATOR, 403", "AUDITOR, 403", "OTHER_COUNTY, 403", "ZHUOMA, 201", "COUNTY, 201",
            "STATISTICIAN, 201"})
    void onlyClerksOfBothAreasJudge(Person person, int status) {
        doubt();
        assertThat(judge(person, pair(), 1, "same").status()).isEqualTo(status);
    }

    @Test
    void whoHasOneSideLearnsThatItGoesToTheOfficeAbove() {
        acrossCounties();
        for (Person person : List.of(Person.COUNTY, Person.OTHER_COUNTY)) {
            JsonNode pair = pairs(person, "").get(0);
            List<JsonNode> sides = List.of(pair.get("left"), pair.get("right"));
            assertThat(sides).contains(Json.object().put("elsewhere", true));
            assertThat(sides).filteredOn(side -> side.has("unit")).hasSize(1);
            assertThat(List.of("veto", "weight", "probability", "rule")).noneMatch(pair::has);
            assertThat(pair.get("may")).isEmpty();
            assertThat(pair.get("mayNot").textValue()).isEqualTo("elsewhere");
            get(person, at(pair)).refused(403, "foreign-area");
            judge(person, pair, 1, "same").refused(403, "foreign-area");
            JsonNode own = sides.stream().filter(side -> side.has("unit")).findFirst().orElseThrow();
            JsonNode link = get(person, "/api/linkage/links?record=" + own.get("record").textValue()).ok()
                    .at("/links/0");
            assertThat(link.has("history")).isFalse();
            assertThat(get(person, "/api/linkage/clusters").ok().get("clusters")).isEmpty();
        }
        String above = token("above", Optional.empty(), Grant.of(Role.COUNTY, "5403", CAMPAIGN));
        JsonNode pair = get(above, "/api/linkage/pairs?todo=true").ok().at("/pairs/0");
        put(above, at(pair) + "/judgements/1", says("same")).ok(201);
        assertThat(audited("refused-foreign-area")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncertain", "weight"})
    void aPairHalfElsewhereStandsLastWhateverItsWeight(String sort) {
        acrossCounties();
        stored(Person.ZHAXI, alone(SECOND_UNIT, "扎 西", HEAD_ID_NUMBER));
        stored(Person.ZHAXI, alone(THIRD_UNIT, "多吉", HEAD_ID_NUMBER));
        assertThat(pairs(Person.COUNTY, "?sort=" + sort)).hasSize(6)
                .extracting(pair -> pair.path("mayNot").asText().equals("elsewhere"))
                .containsExactly(false, false, false, true, true, true);
    }

    @Test
    void aRecordNobodyAsksAboutIsNotGuessed() {
        acrossCounties();
        JsonNode pair = pairs(Person.OTHER_COUNTY, "").get(0);
        String mine = pair.at("/left/record").asText(pair.at("/right/record").asText());
        JsonNode both = get(token("above", Optional.empty(), Grant.of(Role.COUNTY, "5403", CAMPAIGN)), at(pair)).ok();
        String other = both.at("/left/record").textValue().equals(mine) ? both.at("/right/record").textValue()
                : both.at("/left/record").textValue();
        assertThat(get(Person.OTHER_COUNTY, "/api/linkage/links?record=" + other).ok().get("links")).isEmpty();
    }

    @Test
    void namesAreShownToThoseWhoSeeThemOnSubmissionsAndNumbersToNobody() {
        doubt();
        JsonNode guide = get(Person.ZHUOMA, at(pair())).ok();
        assertThat(guide.toString()).contains("扎西").contains("多吉");
        JsonNode statistician = get(Person.STATISTICIAN, at(pair())).ok();
        assertThat(statistician.toString()).doesNotContain("扎西").doesNotContain("多吉").contains("扎*");
        for (JsonNode whole : List.of(guide, statistician)) {
            assertThat(whole.toString()).doesNotContain(HEAD_ID_NUMBER).doesNotContain(PHONE)
                    .doesNotContain("19800517");
            assertThat(whole.at("/ids/left/shown").textValue()).isEqualTo("549901**********13");
            assertThat(whole.at("/ids/left/valid").booleanValue()).isTrue();
            assertThat(whole.at("/ids/positions")).hasSize(18);
        }
    }

    @Test
    void everyReadingAndEveryJudgementIsOnRecord() {
        doubt();
        JsonNode pair = pair();
        get(Person.ZHUOMA, at(pair)).ok();
        judge(Person.ZHUOMA, pair, 1, "same").ok(201);
        String id = pair.get("id").textValue();
        assertThat(audited("link-pair-read")).containsExactly("zhuoma " + id);
        assertThat(audited("link-judgement")).containsExactly("zhuoma " + id + "/1");
        assertThat(get(Person.AUDITOR, "/api/audit?limit=1000").text()).doesNotContain("verdict").doesNotContain("扎西");
    }

    @Test
    void thatAnybodyReadWhatWasSaidOfARecordIsOnRecord() {
        doubt();
        String record = pair().at("/left/record").textValue();
        get(Person.ZHUOMA, "/api/linkage/links?record=" + record).ok();
        assertThat(audited("link-record-read")).containsExactly("zhuoma " + record);
    }

    @ParameterizedTest
    @CsvSource({"STATISTICIAN, persons.ndjson?campaign=census-2026&purpose=a%00b, link-persons-read",
            "COUNTY, labels.csv?campaign=a%00b, link-labels-read"})
    void nothingOneAsksForMakesTheLogUnreadable(Person person, String path, String action) {
        assertThat(get(person, "/api/linkage/" + path).status()).isEqualTo(200);
        assertThat(audited(action)).hasSize(1);
    }

    @Test
    void theDeskSeesDoublesAtTheSubmissionAndTheTabletDoesNot() {
        UUID submission = doubt().get(0);
        String path = "/api/submissions/" + submission;
        assertThat(get(Person.ZHUOMA, path).ok().get("likelyDoubles")).hasSize(1);
        assertThat(get(Person.COUNTY, path).ok().at("/likelyDoubles/0/state").textValue()).isEqualTo("waiting");
        assertThat(get(Person.ZHAXI, path).ok().has("likelyDoubles")).isFalse();
        ObjectNode line = alone(UNIT, "扎西", HEAD_ID_NUMBER).put("submission", submission.toString()).put("number", 1);
        assertThat(lines(Person.ZHAXI, "/api/sync", line).text()).doesNotContain("ouble").doesNotContain("link");
        assertThat(revise(Person.ZHAXI, submission, 1, alone(UNIT, "扎西", HEAD_ID_NUMBER)).text())
                .doesNotContain("ouble");
        assertThat(get(Person.ZHAXI, "/api/assignments").text()).doesNotContain("ouble");
        assertThat(get(Person.ZHAXI, "/api/submissions").text()).doesNotContain("ouble");
    }

    @Test
    void administrationAndStatisticsNeverMeet() {
        new Campaigns(store).open(new Campaign(REGISTER, Map.of("zh", "核查"), Domain.ADMIN, FORM, "5403",
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0, Json.object()
                .put("ref_date", "2026-10-31").put("poverty_line", 4000)));
        lines(Person.ADMINISTRATOR, "/api/campaigns/" + REGISTER + "/units", unit(SECOND_UNIT, "team-5"),
                unit(THIRD_UNIT, "team-5")).ok();
        String walks = token("walks", Optional.of("team-5"), Grant.of(Role.ENUMERATOR, TOWNSHIP, REGISTER));
        String office = token("office", Optional.empty(), Grant.of(Role.COUNTY, COUNTY, REGISTER));
        stored(Person.ZHAXI, alone(UNIT, "扎西", HEAD_ID_NUMBER));
        put(walks, path(UUID.randomUUID(), 1), alone(SECOND_UNIT, "扎西", HEAD_ID_NUMBER)
                .put("campaign", REGISTER)).ok(201);
        assertThat(pairs(Person.COUNTY, "?state=")).isEmpty();
        assertThat(get(office, "/api/linkage/pairs").ok().get("pairs")).isEmpty();
        put(walks, path(UUID.randomUUID(), 1), alone(THIRD_UNIT, "扎西", HEAD_ID_NUMBER)
                .put("campaign", REGISTER)).ok(201);
        JsonNode pair = get(office, "/api/linkage/pairs").ok().at("/pairs/0");
        assertThat(pair.isObject()).isTrue();
        assertThat(pairs(Person.COUNTY, "")).isEmpty();
        get(Person.COUNTY, at(pair)).refused(403, "foreign-area");
        judge(Person.STATISTICIAN, pair, 1, "same").refused(403, "foreign-area");
    }
}
