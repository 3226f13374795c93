package org.ruhu.server.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.campaign.Domain;
import org.ruhu.server.door.Json;

class OriginalTest extends VillageKit {

    private static final String REVISIT = VILLAGE + "-9007";

    private UUID goBack(boolean blind) {
        UUID original = stored(Person.ZHAXI, household(UNIT, 4));
        ObjectNode line = unitOf(GOING_BACK, REVISIT, "team-2").put("original", original.toString()).put("blind", blind);
        line.putObject("prefill").put("members_first", 4).put("greeting", "扎西德勒");
        putUnits(line);
        return original;
    }

    @Test
    void whoVisitsOpenlyIsToldWhatWasSaidFirst() {
        goBack(false);
        JsonNode context = assigned(Person.DUOJI, REVISIT).get("context");

        assertThat(context.get("members_first").intValue()).isEqualTo(4);
        assertThat(context.get("team_first").textValue()).isEqualTo("team-1");
        assertThat(context.get("phone_first").textValue()).isNotEmpty();
    }

    @Test
    void whoVisitsBlindlyIsToldNothingOfItInAnyWay() {
        UUID original = goBack(true);
        JsonNode assigned = assigned(Person.DUOJI, REVISIT);
        assertThat(assigned.get("context")).isEmpty();
        assertThat(assigned.get("prefill").toString()).isEqualTo("{\"greeting\":\"扎西德勒\"}");
        assertThat(assigned.toString()).doesNotContain(original.toString());

        UUID revisit = UUID.randomUUID();
        JsonNode receipt = revise(Person.DUOJI, revisit, 1, answered()).ok(201);
        assertThat(codes(receipt.get("findings"))).containsExactly("Q3");
        JsonNode seen = shown(Person.DUOJI, revisit);
        assertThat(codes(seen.at("/revisions/0/findings"))).containsExactly("Q3");
        assertThat(seen.at("/revisions/0/context")).isEmpty();
    }

    @Test
    void theOfficeSeesWhatABlindVisitDiffersIn() {
        goBack(true);
        UUID revisit = stored(Person.DUOJI, answered());
        JsonNode revision = shown(Person.COUNTY, revisit).at("/revisions/0");

        assertThat(codes(revision.get("findings"))).containsExactly("Q1", "Q2", "Q3");
        assertThat(revision.at("/context/members_first/value").intValue()).isEqualTo(4);
        assertThat(revision.at("/context/members_first/from").textValue()).isIn("unit", "original");
        assertThat(revision.at("/context/team_first/value").textValue()).isEqualTo("team-1");
    }

    @Test
    void aValueThatSinglesOutAPersonIsKeptSealedAndShownToNobody() {
        goBack(false);
        UUID revisit = stored(Person.DUOJI, answered());
        JsonNode known = shown(Person.COUNTY, revisit).at("/revisions/0/context/phone_first");

        assertThat(known.get("masked").booleanValue()).isTrue();
        assertThat(known.has("value")).isFalse();
        assertThat(known.toString()).doesNotContain(answers().get("phone").textValue());
    }

    @Test
    void aVisitIsBlindUnlessItIsSaidToBeOpen() {
        UUID original = stored(Person.ZHAXI, household(UNIT, 4));
        putUnits(unitOf(GOING_BACK, REVISIT, "team-2").put("original", original.toString()));

        assertThat(assigned(Person.DUOJI, REVISIT).get("context")).isEmpty();
    }

    @Test
    void nobodyGoesBackToAnInterviewOfTheOtherDomain() {
        UUID original = stored(Person.ZHAXI, household(UNIT, 4));
        new Campaigns(store).open(new Campaign("check-2026", Map.of("zh", "排查"), Domain.ADMIN, GOING_BACK.id(), "5403",
                LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-20"), 1.0, Json.object()));
        JsonNode answer = lines(Person.ADMINISTRATOR, "/api/campaigns/check-2026/units",
                Json.object().put("unit", REVISIT).put("team", "team-2").put("original", original.toString())).ok();

        assertThat(answer.at("/refused/0/errors/0/pointer").textValue()).isEqualTo("#/original");
        assertThat(audited("refused-domain-crossed")).containsExactly("administrator campaign check-2026");
    }

    @Test
    void anOriginalThatIsNotThereIsRefused() {
        JsonNode answer = putUnits(unitOf(GOING_BACK, REVISIT, "team-2").put("original", UUID.randomUUID().toString()),
                unitOf(GOING_BACK, REVISIT, "team-2").put("original", "../etc"));
        assertThat(answer.get("refused")).hasSize(2);
    }

    @Test
    void aCampaignThatWouldLookAtTheOtherDomainIsRefusedAndWrittenDown() {
        ObjectNode check = Json.own("""
                {"id":"villages-2026","name":{"zh":"村"},"domain":"ADMIN","form":{"name":"of-villages","version":"1.0"},
                 "area":"5403","starts":"2026-11-01","ends":"2026-12-20","target":1,"sources":{"household-census":"census-2026"}}""");
        post(Person.ADMINISTRATOR, "/api/campaigns", check).refused(403, "domain-crossed");
        assertThat(audited("refused-domain-crossed")).containsExactly("administrator campaign villages-2026");

        check.remove("sources");
        assertThat(post(Person.ADMINISTRATOR, "/api/campaigns", check).ok(201).has("sources")).isFalse();
    }

    @Test
    void aCampaignLooksAtTheHouseholdsOfItsDomainWithoutBeingTold() {
        ObjectNode villages = Json.own("""
                {"id":"villages-2026","name":{"zh":"村"},"domain":"STAT","form":{"name":"of-villages","version":"1.0"},
                 "area":"5403","starts":"2026-11-01","ends":"2026-12-20","target":1}""");
        JsonNode opened = post(Person.ADMINISTRATOR, "/api/campaigns", villages).ok(201);
        assertThat(opened.at("/sources/household-census").textValue()).isEqualTo(CAMPAIGN);
        post(Person.ADMINISTRATOR, "/api/campaigns", villages).ok(200);
        ObjectNode unknown = villages.put("id", "villages-2027");
        unknown.putObject("sources").put("household-census", "nothing");
        post(Person.ADMINISTRATOR, "/api/campaigns", unknown).refused(422, "unreadable-body");
    }

    private static ObjectNode answered() {
        return sent(GOING_BACK, REVISIT, Json.object().put("members", 31).put("phone", "13900000099"));
    }
}
