package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;

/** The list of submissions, cut to those who read it. */
class ListingTest extends FieldKit {

    @Test
    void aRowTellsWhatASupervisorLooksFor() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));

        JsonNode row = get(Person.COUNTY, "/api/submissions").ok().at("/submissions/0");

        assertThat(row.get("submission").textValue()).isEqualTo(submission.toString());
        assertThat(row.get("unit").textValue()).isEqualTo(UNIT);
        assertThat(row.get("area").textValue()).isEqualTo(VILLAGE);
        assertThat(row.get("state").textValue()).isEqualTo("received");
        assertThat(row.get("number").intValue()).isEqualTo(1);
        assertThat(row.get("result").textValue()).isEqualTo("01");
        assertThat(row.get("head").textValue()).isEqualTo("扎西");
        assertThat(row.get("members").intValue()).isEqualTo(4);
        assertThat(row.at("/findings/hard").intValue()).isZero();
        assertThat(row.get("team").textValue()).isEqualTo("team-1");
    }

    @Test
    void everybodySeesTheirOwnPart() {
        UUID zhaxis = stored(Person.ZHAXI, interview(UNIT));
        UUID duojis = stored(Person.DUOJI, interview(OTHER_TEAMS_UNIT));

        assertThat(listed(Person.ZHAXI, "")).containsExactly(zhaxis);
        assertThat(listed(Person.DUOJI, "")).containsExactly(duojis);
        assertThat(listed(Person.ZHUOMA, "")).containsExactly(zhaxis, duojis);
        assertThat(listed(Person.COUNTY, "")).containsExactly(zhaxis, duojis);
        assertThat(listed(Person.OTHER_COUNTY, "")).isEmpty();
        get(Person.STATISTICIAN, "/api/submissions").refused(403, "not-allowed");
        get(Person.ADMINISTRATOR, "/api/submissions").refused(403, "not-allowed");

        get(Person.ZHAXI, "/api/submissions/" + duojis).refused(403, "foreign-area");
        get(Person.OTHER_COUNTY, "/api/submissions/" + zhaxis).refused(403, "foreign-area");
        assertThat(audited("refused-foreign-area")).hasSize(2);
    }

    @Test
    void theListIsCutToAnAreaACampaignAndAState() {
        UUID here = stored(Person.ZHAXI, interview(UNIT));
        UUID there = stored(Person.ZHAXI, naming(interview(THIRD_UNIT), "ab".repeat(32)));

        assertThat(listed(Person.COUNTY, "area=" + VILLAGE)).containsExactly(here);
        assertThat(listed(Person.COUNTY, "area=" + OTHER_VILLAGE)).containsExactly(there);
        assertThat(listed(Person.COUNTY, "area=54")).containsExactly(here, there);
        assertThat(listed(Person.COUNTY, "area=" + OTHER_COUNTY)).isEmpty();
        assertThat(listed(Person.COUNTY, "state=received")).containsExactly(here);
        assertThat(listed(Person.COUNTY, "state=waiting")).containsExactly(there);
        assertThat(listed(Person.COUNTY, "campaign=" + CAMPAIGN)).hasSize(2);
        assertThat(listed(Person.COUNTY, "campaign=census-1953")).isEmpty();
        for (String query : List.of("area=x", "area=5", "state=lost", "limit=0", "limit=9999", "limit=x", "after=x",
                "after=" + "A".repeat(5_000), "after=%00")) {
            get(Person.COUNTY, "/api/submissions?" + query).refused(400, "unreadable-request");
        }
    }

    @Test
    void aSubmissionShowsOnceByItsLatestRevision() {
        UUID submission = stored(Person.ZHAXI, interview(UNIT));
        revise(Person.ZHAXI, submission, 2, interviewOf("卓玛")).ok(201);

        JsonNode rows = get(Person.COUNTY, "/api/submissions").ok().get("submissions");

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/number").intValue()).isEqualTo(2);
        assertThat(rows.at("/0/head").textValue()).isEqualTo("卓玛");
    }

    @Test
    void pagesAreStableWhileNewOnesArrive() {
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            sent.add(stored(Person.ZHAXI, interview(List.of(UNIT, SECOND_UNIT, THIRD_UNIT).get(i % 3))));
        }
        List<UUID> met = new ArrayList<>();
        String after = "";
        for (boolean more = true; more; more = !after.isEmpty()) {
            JsonNode page = get(Person.COUNTY, "/api/submissions?limit=2&after=" + after).ok();
            page.get("submissions").findValuesAsText("submission").forEach(id -> met.add(UUID.fromString(id)));
            after = page.path("next").asText();
            revise(Person.ZHAXI, met.get(met.size() - 1), 2, interview(unitOf(met.get(met.size() - 1)))).ok(201);
        }

        assertThat(met).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void aForgedTokenShowsNothingOfAnotherArea() {
        stored(Person.ZHAXI, interview(UNIT));
        String nobody = new UUID(0, 0).toString();
        for (String place : List.of(CAMPAIGN + "\n540300000000-0\n" + nobody, "a\n" + UNIT + "\n" + nobody)) {
            String token = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
            assertThat(listed(Person.OTHER_COUNTY, "after=" + token)).isEmpty();
            assertThat(listed(Person.COUNTY, "after=" + token)).hasSize(1);
        }
    }

    @Test
    void theWholeSubmissionTellsItsHistory() {
        ObjectNode odd = interview(UNIT);
        ((ObjectNode) odd.get("answers")).set("enum2_id", odd.at("/answers/enum1_id"));
        odd.putObject("missing").put("/food_enough", "refused");
        ((ObjectNode) odd.get("answers")).remove("food_enough");
        UUID submission = stored(Person.ZHAXI, odd);

        JsonNode whole = get(Person.COUNTY, "/api/submissions/" + submission).ok();

        assertThat(whole.get("state").textValue()).isEqualTo("received");
        assertThat(whole.get("campaign").textValue()).isEqualTo(CAMPAIGN);
        assertThat(whole.at("/form/name").textValue()).isEqualTo("household-census");
        assertThat(whole.at("/revisions/0/author").textValue()).isEqualTo("zhaxi");
        assertThat(whole.at("/revisions/0/findings").findValuesAsText("check")).contains("H03");
        assertThat(whole.at("/missing").get("/food_enough").textValue()).isEqualTo("refused");
        get(Person.COUNTY, "/api/submissions/" + UUID.randomUUID()).refused(404, "not-found");
        get(Person.COUNTY, "/api/submissions/5").refused(404, "not-found");
    }

    private String unitOf(UUID submission) {
        return get(Person.COUNTY, "/api/submissions/" + submission).ok().get("unit").textValue();
    }

    private List<UUID> listed(Person person, String query) {
        return get(person, "/api/submissions?" + query).ok().get("submissions").findValuesAsText("submission").stream()
                .map(UUID::fromString).toList();
    }
}
