package org.ruhu.server.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.App;
import org.ruhu.server.Person;
import org.ruhu.server.door.Json;

class GatheringTest extends VillageKit {

    @BeforeEach
    void putTheVillage() {
        ObjectNode village = unitOf(OF_VILLAGES, VILLAGE_UNIT, "team-1");
        village.putObject("prefill").put("ref_date", "2020-12-31");
        putUnits(village);
    }

    @Test
    void aVillageIsComparedWithTheHouseholdsThatHaveCome() {
        stored(Person.ZHAXI, household(UNIT, 4));
        stored(Person.ZHAXI, household(SECOND_UNIT, 3));
        stored(Person.ZHAXI, household(THIRD_UNIT, 2));

        JsonNode right = revise(Person.ZHAXI, UUID.randomUUID(), 1, village(7)).ok(201);
        JsonNode wrong = revise(Person.ZHAXI, UUID.randomUUID(), 1, village(9)).ok(201);

        assertThat(codes(right.get("findings"))).isEmpty();
        assertThat(codes(wrong.get("findings"))).containsExactly("V1");
    }

    @Test
    void nothingIsComparedWhileNoHouseholdHasCome() {
        UUID submission = stored(Person.ZHAXI, village(7));

        assertThat(shown(Person.COUNTY, submission).at("/revisions/0/context").has("people")).isFalse();
        assertThat(codes(shown(Person.COUNTY, submission).at("/revisions/0/findings"))).isEmpty();
    }

    @Test
    void ofEachHouseholdTheLatestCountsOnce() {
        UUID first = stored(Person.ZHAXI, household(UNIT, 4));
        assertThat(assigned(Person.ZHAXI, VILLAGE_UNIT).at("/context/people").intValue()).isEqualTo(4);
        revise(Person.ZHAXI, first, 2, household(UNIT, 2)).ok(201);
        assertThat(assigned(Person.ZHAXI, VILLAGE_UNIT).at("/context/people").intValue()).isEqualTo(2);
        stored(Person.ZHAXI, household(UNIT, 3));

        JsonNode context = assigned(Person.ZHAXI, VILLAGE_UNIT).get("context");
        assertThat(context.get("people").intValue()).isEqualTo(3);
        assertThat(context.get("houses").intValue()).isEqualTo(1);
    }

    @Test
    void whatIsVoidAndCorrectionsThatAreNotDecidedDoNotCount() {
        UUID first = accepted(Person.ZHAXI, household(UNIT, 4));
        UUID second = stored(Person.ZHAXI, household(SECOND_UNIT, 3));
        assertThat(people()).isEqualTo(7);
        revise(Person.ZHAXI, first, 2, household(UNIT, 2)).ok(201);
        assertThat(people()).isEqualTo(7);
        decide(first, Json.object().put("number", 3).put("revision", 2).put("step", "accept").put("evidence", "户口本"));
        assertThat(people()).isEqualTo(5);
        decide(second, Json.object().put("number", 1).put("revision", 1).put("step", "void"));
        assertThat(people()).isEqualTo(2);
        decide(second, Json.object().put("number", 2).put("revision", 1).put("step", "restore"));
        assertThat(people()).isEqualTo(5);
    }

    private int people() {
        return assigned(Person.ZHAXI, VILLAGE_UNIT).at("/context/people").intValue();
    }

    private void decide(UUID submission, ObjectNode step) {
        post(Person.COUNTY, "/api/submissions/" + submission + "/steps", step.put("reason", "核实")).ok(201);
    }

    @Test
    void whatWasFoundOnArrivalStaysAndWhatIsFoundNowIsToldBesideIt() {
        stored(Person.ZHAXI, household(UNIT, 4));
        UUID submission = stored(Person.ZHAXI, village(7));
        JsonNode early = shown(Person.COUNTY, submission);
        stored(Person.ZHAXI, household(SECOND_UNIT, 3));
        JsonNode late = shown(Person.COUNTY, submission);

        assertThat(codes(early.at("/revisions/0/findings"))).containsExactly("V1");
        assertThat(codes(early.at("/crossChecks/findings"))).containsExactly("V1");
        assertThat(codes(late.at("/revisions/0/findings"))).containsExactly("V1");
        assertThat(codes(late.at("/crossChecks/findings"))).isEmpty();
        assertThat(late.at("/crossChecks/context/people/interviews").intValue()).isEqualTo(2);
        assertThat(late.at("/revisions/0/context/people/value").intValue()).isEqualTo(4);
    }

    @Test
    void whatAnotherServerOnTheSameStoreTookInIsGatheredToo() {
        stored(Person.ZHAXI, household(UNIT, 4));
        assertThat(assigned(Person.ZHAXI, VILLAGE_UNIT).at("/context/people").intValue()).isEqualTo(4);
        App first = app;
        try (App second = new App(settings(), store, catalogue(), clock()).start()) {
            app = second;
            stored(Person.ZHAXI, household(SECOND_UNIT, 3));
        } finally {
            app = first;
        }
        assertThat(assigned(Person.ZHAXI, VILLAGE_UNIT).at("/context/people").intValue()).isEqualTo(7);
    }

    @Test
    void theMiddleOfTwoIsBetweenThem() {
        stored(Person.ZHAXI, household(UNIT, 4));
        stored(Person.ZHAXI, household(SECOND_UNIT, 3));

        assertThat(assigned(Person.ZHAXI, VILLAGE_UNIT).at("/context/middle").decimalValue())
                .isEqualByComparingTo("3.5");
    }

    @Test
    void aRevisionKeepsWhatItWasJudgedWithWhateverIsAddedLater() {
        UUID submission = stored(Person.ZHAXI, village(7));
        post(Person.ADMINISTRATOR, "/api/parameters", Json.object().put("name", "poverty_line").put("area", COUNTY)
                .put("from", "2020-01-01").put("value", 5000).put("source", "a decision")).ok(201);
        ObjectNode again = village(7);
        JsonNode second = revise(Person.ZHAXI, submission, 2, again).ok(201);

        JsonNode revisions = shown(Person.COUNTY, submission).get("revisions");
        JsonNode before = revisions.at("/0/context/line");
        JsonNode after = revisions.at("/1/context/line");
        assertThat(before.get("value").intValue()).isEqualTo(4000);
        assertThat(after.get("value").intValue()).isEqualTo(5000);
        assertThat(after.get("from").textValue()).isEqualTo("parameter");
        assertThat(after.get("source").textValue()).isEqualTo("a decision");
        assertThat(after.get("area").textValue()).isEqualTo(COUNTY);
        assertThat(after.get("version").intValue()).isGreaterThan(before.get("version").intValue());
        assertThat(codes(second.get("findings"))).containsExactly("V2");
    }

    @Test
    void whatIsGivenForTheCampaignOrTheUnitComesBeforeTables() {
        ObjectNode other = unitOf(OF_VILLAGES, OTHER_VILLAGE + "-0000", "team-1");
        other.putObject("prefill").put("line", 7).put("ref_date", "not a day");
        putUnits(other);

        assertThat(assigned(Person.ZHAXI, OTHER_VILLAGE + "-0000").at("/context/line").intValue()).isEqualTo(7);
        assertThat(assigned(Person.ZHAXI, OTHER_VILLAGE + "-0000").at("/context/ref_date").textValue())
                .isEqualTo("2026-10-31");
        assertThat(assigned(Person.ZHAXI, UNIT).at("/context/poverty_line").intValue()).isEqualTo(4000);
    }
}
